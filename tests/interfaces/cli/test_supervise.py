"""`yifa supervise` on real workbooks: what is told, what is written, what the exit code says."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.interfaces.cli.conftest import Said

HEADS = ("案号", "办案机关", "立案日期", "处罚决定日期", "决定书文号", "罚款金额（元）", "告知书送达日期")
LATE = ("青监案〔2024〕1号", "青屏县城市管理局", "2024-03-01", "2024-07-01", "青监罚〔2024〕1号", "500", "")
GOOD = ("青监案〔2024〕2号", "青屏县城市管理局", "2024.3.1", "2024年4月1日", "青监罚〔2024〕2号", "500", "2024-03-20")


def workbook(path: Path, rows: Sequence[Sequence[str]], heads: Sequence[str] = HEADS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("案件")
    for number, row in enumerate([heads, *rows]):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
    book.close()
    return path


@pytest.fixture
def ledgers(tmp_path: Path) -> Path:
    workbook(tmp_path / "台账" / "行政处罚台账.xlsx", [GOOD, LATE])
    return tmp_path / "台账"


def data(folder: Path) -> Any:
    return json.loads((folder / "findings.json").read_text(encoding="utf-8"))


def late_ones(folder: Path) -> list[tuple[str, str, int]]:
    found = data(folder)["findings"]
    return [(one["number"], one["due"], one["row"]) for one in found if one["duty"] == "pen-decide-90d"]


def test_everything_is_written_and_told(yifa: Callable[..., Said], ledgers: Path, tmp_path: Path) -> None:
    said = yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(tmp_path / "六月"))
    assert said.code == 0
    names = sorted(path.name for path in (tmp_path / "六月").iterdir())
    assert names == ["findings.json", "findings.parquet", "各列识别.yaml", "疑点.html", "疑点.xlsx"]
    assert [line for line in said.out.splitlines() if line.endswith("疑点.xlsx")]
    assert "项中可判" in said.out
    assert "依台账所载" in said.out
    assert "违法" not in said.out.replace("同一个违法行为", "")
    assert "pen-samr-decide-90d" not in json.dumps(data(tmp_path / "六月")["findings"])


def test_the_same_in_english_beside_the_ledgers(yifa: Callable[..., Said], ledgers: Path) -> None:
    said = yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "--lang", "en", lang="en")
    assert said.code == 0
    folder = ledgers.with_name("台账-findings")
    assert {path.name for path in folder.iterdir()} >= {
        "findings.xlsx",
        "findings.html",
        "findings.json",
        "columns.yaml",
    }
    assert "duties can be decided" in said.out


def test_a_term_that_cannot_be_told_from_these_columns_is_told_as_such(
    yifa: Callable[..., Said], ledgers: Path, tmp_path: Path
) -> None:
    yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(tmp_path / "六月"))
    assert late_ones(tmp_path / "六月") == [], "what stops the ninety days is not in these columns"
    (one,) = data(tmp_path / "六月")["ledgers"]
    assert "pen-decide-90d" in one["sufficiency"]["not_decidable"]
    assert one["sufficiency"]["steps"]


def test_against_an_earlier_run_what_changed_is_told_with_its_cause(
    yifa: Callable[..., Said], ledgers: Path, tmp_path: Path
) -> None:
    yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(tmp_path / "六月"))
    before = len(data(tmp_path / "六月")["findings"])
    workbook(ledgers / "行政处罚台账.xlsx", [GOOD])
    earlier = tmp_path / "六月" / "findings.json"
    said = yifa(
        "supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(tmp_path / "七月"), "--against", str(earlier)
    )
    assert said.code == 0
    changes = data(tmp_path / "七月")["changes"]
    gone = [one for one in changes if one["change"] == "gone"]
    assert len(gone) == len(changes) == before - len(data(tmp_path / "七月")["findings"])
    assert {tuple(one["causes"]) for one in gone} == {("record",)}
    assert "消失" in said.out


def test_a_workbook_for_each_organ_and_publicity_only_if_asked_for(
    yifa: Callable[..., Said], ledgers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "六月"
    yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(out), "--per-organ", "--publicity")
    assert len(list((out / "分机关").glob("*.xlsx"))) == 1
    assert [path.name for path in (out / "双公示").iterdir()] == ["行政处罚公示信息（2018版）.xlsx"]


def test_a_row_that_cannot_be_taken_goes_into_a_workbook_to_be_corrected(
    yifa: Callable[..., Said], tmp_path: Path
) -> None:
    bad = (*GOOD[:2], "三月的某一天", *GOOD[3:])
    workbook(tmp_path / "台账" / "处罚.xlsx", [LATE, bad])
    said = yifa("supervise", str(tmp_path / "台账"), "--as-of", "2025-06-30", "-o", str(tmp_path / "六月"))
    assert said.code == 0
    assert (tmp_path / "六月" / "需更正.xlsx").is_file()
    assert "有1行未能采用" in said.out
    problems = [one for one in data(tmp_path / "六月")["problems"] if one["row_was"] == "held"]
    assert [(one["cell"], one["value"]) for one in problems] == [("C3", "三月的某一天")]


def test_a_file_that_cannot_be_read_is_named_and_the_exit_code_is_1(
    yifa: Callable[..., Said], ledgers: Path, tmp_path: Path
) -> None:
    (ledgers / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    said = yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(tmp_path / "六月"))
    assert said.code == 1
    assert late_ones(tmp_path / "六月") == []
    assert any(one["file"] == "坏.xlsx" for one in data(tmp_path / "六月")["problems"])


def test_an_empty_folder_has_nothing_to_check(yifa: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    said = yifa("supervise", str(tmp_path / "空"), "-o", str(tmp_path / "六月"))
    assert said.code == 1
    assert "没有找到台账" in said.err
    assert "yifa ledger template" in said.err
    assert not (tmp_path / "六月").exists()


def test_results_are_not_written_among_the_ledgers(yifa: Callable[..., Said], ledgers: Path) -> None:
    said = yifa("supervise", str(ledgers), "-o", str(ledgers / "结果"))
    assert said.code == 1
    assert "台账文件夹里" in said.err


def test_another_file_is_no_earlier_run(yifa: Callable[..., Said], ledgers: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    said = yifa("supervise", str(ledgers), "-o", str(tmp_path / "六月"), "--against", str(tmp_path / "x.json"))
    assert said.code == 1
    assert "不是上次运行的结果" in said.err


def test_quietly_only_files_are_named(yifa: Callable[..., Said], ledgers: Path, tmp_path: Path) -> None:
    said = yifa("supervise", str(ledgers), "--as-of", "2025-06-30", "-o", str(tmp_path / "六月"), "--quiet")
    assert [Path(line).is_file() for line in said.out.splitlines()] == [True] * 5
