"""Ledgers that were handed in come out as the command line would write them, and as a page is told them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.interfaces.cli.test_supervise import GOOD, LATE, workbook
from yifa.interfaces.checkup.ledgers import CheckAsked, NothingFound, check_ledgers
from yifa.interfaces.checkup.telling_pages import read_points
from yifa.law.catalogue import calendar
from yifa.wording import language

ZH = language("zh")


def test_ledgers_become_workbooks_a_page_data_and_lines(tmp_path: Path) -> None:
    stages: list[str] = []
    workbook(tmp_path / "files" / "处罚.xlsx", [GOOD, LATE])
    asked = CheckAsked(date(2025, 6, 30), per_organ=True)
    told = check_ledgers(
        tmp_path / "files", tmp_path / "out", asked, calendar(), ZH, lambda stage, done, of, name: stages.append(stage)
    )
    names = {path.relative_to(tmp_path / "out").parts[0] for path in (tmp_path / "out").rglob("*")}
    assert names >= {"疑点.xlsx", "疑点.html", "findings.json", "findings.parquet", "分机关", "pages"}
    assert (told["cases"], "项中可判" in told["zh"]["ledgers"][0]["decided"], stages[-1]) == (2, True, "写出")
    path = tmp_path / "out" / "pages" / "points.jsonl"
    every = read_points(path, ZH, {}, 0, 50)
    assert (every.all, every.next) == (told["points"], None)
    red = read_points(path, ZH, {"light": "red"}, 0, 1)
    assert (red.all, len(red.points)) == (told["lights"]["red"], 1)
    assert red.next == (1 if red.all > 1 else None)
    assert read_points(path, ZH, {"duty": "no-such-duty"}, 0, 50).all == 0


def test_without_a_ledger_it_is_said_with_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"no workbook")
    with pytest.raises(NothingFound, match=r"文件里没有找到台账\n坏\.xlsx"):
        check_ledgers(tmp_path, tmp_path / "out", CheckAsked(date(2025, 6, 30)), calendar(), ZH, lambda *told: None)
