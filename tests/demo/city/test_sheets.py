"""What is written as a spreadsheet is read as it was meant, and the same cells give the same bytes."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import numpy as np
import python_calamine

from demo.city.habits import SERIAL
from demo.city.sheets import Table, letters, write_csv, write_workbook

CELLS = np.array(["青市监罚〔2025〕1号", 'a<b & "c" @', None], dtype=object)
DAYS = np.array([f"{SERIAL}45839", "2025.7.1", None], dtype=object)
TABLE = Table("案件", (("案号", "日期", "空"),), [CELLS, DAYS, None], 3)


def test_columns_are_named_as_spreadsheets_do() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_texts_and_days_come_back_as_they_were(tmp_path: Path) -> None:
    write_workbook(tmp_path / "one.xlsx", [TABLE])
    rows = python_calamine.CalamineWorkbook.from_path(tmp_path / "one.xlsx").get_sheet_by_name("案件").to_python()
    assert rows == [
        ["案号", "日期", "空"],
        ["青市监罚〔2025〕1号", date(2025, 7, 1), ""],
        ['a<b & "c" @', "2025.7.1", ""],
    ]


def test_a_title_and_two_lines_of_headings_stand_above(tmp_path: Path) -> None:
    cells = [np.array(["1"], dtype=object), np.array(["2"], dtype=object)]
    write_workbook(tmp_path / "two.xlsx", [Table("表", (("甲", ""), ("子", "丑")), cells, 1, ("题",), ("A2:B2",))])
    rows = python_calamine.CalamineWorkbook.from_path(tmp_path / "two.xlsx").get_sheet_by_index(0).to_python()
    assert rows == [["题", ""], ["甲", ""], ["子", "丑"], ["1", "2"]]


def test_the_same_cells_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(tmp_path / name, [TABLE])
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_csv_is_quoted_where_it_must_be(tmp_path: Path) -> None:
    cells = np.array(['a,"b"', None, "c"], dtype=object)
    write_csv(tmp_path / "one.csv", Table("x", (("甲", "乙"),), [cells, None], 3))
    with (tmp_path / "one.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["甲", "乙"], ['a,"b"', ""], ["", ""], ["c", ""]]
