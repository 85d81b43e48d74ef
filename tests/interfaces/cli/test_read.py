"""`yifa read`: what it tells, prints and writes, and how it ends when something cannot be read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.cli.conftest import Said

Call = Callable[..., Said]

GOOD = """云汀市2024年度法治政府建设情况报告

一、主要举措和成效
（一）政务服务。全年收到办件申请878件，办结720件，办结率82%。
（二）规范性文件。审查规范性文件65件，其中政府文件40件、部门文件27件。
二、存在的不足和原因
基层力量不足，原因是编制少。
云汀市人民政府
2025年2月20日
"""
OTHER = """云汀市2023年度法治政府建设情况报告

一、主要举措和成效
（一）规范性文件。审查规范性文件50件。
云汀市人民政府
2024年2月20日
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "2024.txt").write_text(GOOD, encoding="gb18030")
    (reports / "2023.txt").write_text(OTHER, encoding="utf-8")
    return reports


def test_a_report_is_told_in_a_row_and_its_points_are_spelled_out(yifa: Call, folder: Path) -> None:
    said = yifa("read", str(folder / "2024.txt"), lang="en")

    assert said.code == 0
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0].split("  ")[0] == "text"
    assert "云汀市人民政府 2024" in lines[1]
    red = [line for line in lines if line.startswith("  ▲")]
    assert len(red) == 1
    assert "40 + 27 = 67" in red[0]
    assert any(line.startswith("      line 5: ") and "65件" in line for line in lines)
    assert lines[-1] == "What the machine finds is a clue, going by what the text says. A person decides."


def test_checks_that_agree_are_counted_and_told_only_when_asked(yifa: Call, folder: Path) -> None:
    brief = yifa("read", str(folder / "2024.txt"), lang="en").out
    whole = yifa("read", str(folder / "2024.txt"), "--all", lang="en").out

    assert "720 ÷ 878" not in brief
    assert "720 ÷ 878" in whole


def test_a_folder_is_read_as_a_whole(yifa: Call, folder: Path) -> None:
    said = yifa("read", str(folder), lang="en")

    assert [name in said.out for name in ("云汀市人民政府 2023", "云汀市人民政府 2024")] == [True, True]


def test_json_follows_the_schema_and_is_all_that_is_printed(yifa: Call, folder: Path) -> None:
    data: dict[str, Any] = json.loads(yifa("read", str(folder / "2024.txt"), "--json").out)

    assert data["schema"] == "yifa.reading/1"
    document = data["documents"][0]
    assert document["text"] == GOOD
    rates = [(one["value"], one["unit"], one["kind"]) for one in document["figures"] if one["unit"] == "%"]
    assert rates == [("82", "%", "percent")]


def test_csv_holds_a_row_for_each_figure(yifa: Call, folder: Path) -> None:
    said = yifa("read", str(folder / "2024.txt"), "--csv", lang="en")

    rows = list(csv.DictReader(io.StringIO(said.out)))
    by_text = {row["As written"]: row for row in rows}
    assert by_text["82%"]["Value"] == "82"
    assert by_text["82%"]["Line"] == "4"
    assert by_text["82%"]["Check"].startswith("●")
    assert "40件" in "".join(by_text)


def test_everything_is_written_into_the_folder_asked_for(yifa: Call, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "deep"

    said = yifa("read", str(folder), "-o", str(target), lang="en")

    assert said.code == 0
    assert sorted(path.name for path in target.iterdir()) == [
        "reading.csv",
        "reading.html",
        "reading.json",
        "reading.xlsx",
    ]
    assert said.err.count("Wrote ") == 4
    page = (target / "reading.html").read_text(encoding="utf-8")
    assert '"lang":"en"' in page
    assert (target / "reading.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads((target / "reading.json").read_text(encoding="utf-8"))["across"] is not None


def test_page_and_workbook_are_written_where_they_are_named(yifa: Call, folder: Path, tmp_path: Path) -> None:
    html, xlsx = tmp_path / "a.html", tmp_path / "b.xlsx"

    yifa("read", str(folder / "2024.txt"), "--html", str(html), "--xlsx", str(xlsx))

    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert xlsx.read_bytes().startswith(b"PK")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.xlsx", "reports"]


def test_a_file_that_cannot_be_read_is_named_the_rest_is_done_and_the_exit_code_says_so(
    yifa: Call, folder: Path, tmp_path: Path
) -> None:
    (folder / "empty.txt").write_bytes(b"")

    said = yifa("read", str(folder), str(tmp_path / "gone.txt"), "--json", lang="en")

    assert said.code == 1
    assert [line.startswith("Error: ") for line in said.err.splitlines()] == [True, True]
    assert "empty.txt" in said.err
    assert "gone.txt" in said.err
    data = json.loads(said.out)
    assert len(data["documents"]) == 2
    assert len(data["refused"]) == 2


def test_nothing_that_can_be_read_ends_with_exit_code_one(yifa: Call, tmp_path: Path) -> None:
    said = yifa("read", str(tmp_path / "gone.txt"), lang="en")

    assert (said.code, said.out) == (1, "")
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert yifa("read", str(empty), lang="en").code == 1


def test_a_place_that_cannot_be_written_is_named_with_a_remedy(yifa: Call, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    said = yifa("read", str(folder / "2024.txt"), "--html", str(tmp_path / "file" / "x.html"), lang="en")

    assert said.code == 1
    assert "cannot be written" in said.err
    assert "--html" in said.err


def test_one_form_of_data_at_a_time(yifa: Call, folder: Path) -> None:
    said = yifa("read", str(folder), "--json", "--csv", lang="en")

    assert (said.code, said.out) == (2, "")
    assert "give --json or --csv, not both" in said.err


def test_a_folder_without_texts_is_told_with_what_is_read(yifa: Call, tmp_path: Path) -> None:
    said = yifa("read", str(tmp_path), lang="en")
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    again = yifa("read", str(tmp_path), lang="en")

    kinds = "Read are .txt, .html, .docx, .pdf, .doc, .wps and .ofd."
    assert (said.code, said.out, said.err) == (1, "", f"Error: {tmp_path}: the folder is empty. {kinds}\n")
    assert (again.code, again.out) == (1, "")
    assert again.err == f"Error: {tmp_path}: no text to read among 1 file (table.xlsx). {kinds}\n"


def test_a_text_without_numbers_is_told_so(yifa: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("云汀市法治工作简报\n工作有序开展。\n", encoding="utf-8")

    said = yifa("read", str(tmp_path / "a.txt"), lang="en")

    assert (said.code, said.err) == (0, f"{tmp_path / 'a.txt'}: no numbers were found in this text.\n")


def test_what_the_system_refuses_is_told_in_chinese(yifa: Call, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    said = yifa("read", str(folder / "2024.txt"), "-o", str(tmp_path / "file" / "deep"))

    assert said.code == 1
    assert "路径中有一段是文件，不是文件夹" in said.err
    assert "-o" in said.err


def test_a_fault_of_the_program_is_one_line_and_no_traceback(
    yifa: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ValueError("no such place")

    monkeypatch.delenv("YIFA_DEBUG", raising=False)
    monkeypatch.setattr("yifa.reader.whole.find_numbers", fail)

    said = yifa("read", str(folder / "2024.txt"), lang="en")

    assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert "2024.txt" in said.err
    monkeypatch.setenv("YIFA_DEBUG", "1")
    with pytest.raises(ValueError, match="no such place"):
        yifa("read", str(folder / "2024.txt"))


def test_a_single_file_is_not_written_into_a_folder_that_is_not_there(yifa: Call, folder: Path, tmp_path: Path) -> None:
    for option in ("--xlsx", "--html"):
        said = yifa("read", str(folder / "2024.txt"), option, str(tmp_path / "none" / "a.out"), lang="en")

        assert said.code == 1
        assert said.out == ""
        assert f"there is no folder {tmp_path / 'none'}" in said.err
    assert not (tmp_path / "none").exists()


def test_a_check_on_which_the_program_fails_is_named_and_the_exit_code_says_so(
    yifa: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise IndexError("no such row")

    monkeypatch.setattr("yifa.reader.checks.family.find", broken)
    said = yifa("read", str(folder), lang="en")

    assert said.code == 1
    assert "Parent and children: the program failed on this check (IndexError: no such row)" in said.err
    assert "40 + 27 = 67" in said.out
