"""The workbook of findings as a clerk opens it: each point with article, day, reason and place, nothing run as code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.oversight.supervision.ledgers_by_hand import AS_OF, in_time, late, ledger, penalty, taken, worked
from yifa.interfaces.checkup.files import file_name, write_organ_workbooks, write_workbook
from yifa.interfaces.checkup.rows import rows_of
from yifa.interfaces.checkup.told import Told, tell_run
from yifa.interfaces.workbooks.findings_book import write_findings
from yifa.interfaces.workbooks.sheets import HIGHEST
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH, language

EN = language(ENGLISH)


def told(*ledgers: Any, **more: Any) -> Told:
    return tell_run(supervise(taken(*ledgers, **more), AS_OF), (CHINESE, ENGLISH))


def rows(book: Any, sheet: str) -> list[dict[str, Any]]:
    head, *below = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in below]


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def test_a_point_has_its_article_its_day_why_and_where(tmp_path: Path) -> None:
    book = opened(write_workbook(told(ledger("penalty-ordinary", [in_time(), late()])), tmp_path / "a.xlsx", EN))
    (row,) = (row for row in rows(book, "Points") if row["Id of the duty"] == "pen-decide-90d")
    assert row["Organ"] == "青屏县卫生健康局"
    assert row["Case number"] == "青市监罚〔2024〕7号"
    assert row["Doubtful point"] == "▲ doubtful: going by the ledger, not as the rule asks"
    assert row["Day"] == "Last day in time: Thu 30 May 2024"
    assert row["Distance"] == "32 calendar days past the last day"
    assert row["If it is so"].startswith("if it is so: ")
    assert "2021" in row["Law"]
    assert row["Where"] == "台账.xlsx, 台账, row 3"
    assert len(row["Why this day"].split("\n")) > 2
    assert row["What the ledger says"] == "case filed: Fri 1 Mar 2024\ndecision made: Mon 1 Jul 2024"


def test_its_sheets_and_their_words_are_chinese_for_a_chinese_office(tmp_path: Path) -> None:
    book = opened(write_workbook(told(ledger("penalty-ordinary", [late()])), tmp_path / "a.xlsx", language(CHINESE)))
    words = [
        str(cell)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None and not str(cell).isascii()
    ]
    assert book.sheetnames[:2] == ["总览", "疑点"]
    assert not any("违法" in word for word in words if "疑点" in word or "如属实" in word)
    assert any("如属实" in word for word in words)


def test_what_blanks_leave_open_stands_apart(tmp_path: Path) -> None:
    blank = penalty("甲", "B", [("case-filed", None, {}), ("decision-made", "2024-07-01", {})])
    book = opened(write_workbook(told(ledger("penalty-ordinary", [blank])), tmp_path / "a.xlsx", EN))
    (row,) = (row for row in rows(book, "Left open by blanks") if row["Id of the duty"] == "pen-decide-90d")
    assert row["Blank in the ledger"] == "the day of: case filed"
    assert "pen-decide-90d" not in {row["Id of the duty"] for row in rows(book, "Points")}


def test_the_overview_counts_what_the_points_show(tmp_path: Path) -> None:
    both = ledger("penalty-ordinary", [*worked("penalty-ordinary", "A")[:80], *worked("penalty-ordinary", "B")[80:120]])
    one = told(both)
    book = opened(write_workbook(one, tmp_path / "a.xlsx", EN))
    sheet = list(book["Overview"].iter_rows(values_only=True))
    heads = next(number for number, row in enumerate(sheet) if row[0] == "Organ")
    counted = {row[0]: row[1:5] for row in sheet[heads + 1 : heads + 4]}
    points = rows(book, "Points")
    for name in ("青屏县市场监督管理局", "青屏县卫生健康局"):
        red = sum(row["Organ"] == name and row["Doubtful point"].startswith("▲") for row in points)
        assert (counted[name][0], counted[name][1]) == (80 if "市场" in name else 40, red)
    assert counted["all together"][0] == 120
    assert len(points) + len(rows(book, "Left open by blanks")) == one.run.found


def test_the_workbook_of_an_organ_names_no_other(tmp_path: Path) -> None:
    both = [
        ledger("penalty-ordinary", [late("甲", "A")]),
        ledger("licence", worked("licence", "B")[:5], file="许可.xlsx"),
    ]
    paths = list(write_organ_workbooks(told(*both, silent=("C",)), tmp_path, EN))
    assert [path.name for path in paths] == ["青屏县市场监督管理局.xlsx", "青屏县卫生健康局.xlsx"]
    for path, others in zip(
        paths, (("卫生健康局", "许可.xlsx", "白石镇"), ("市场监督", "台账.xlsx", "白石镇")), strict=True
    ):
        text = "\n".join(
            str(cell) for sheet in opened(path) for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
        assert not [other for other in others if other in text]


def test_what_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    number = '=HYPERLINK("http://evil.example","甲")'
    book = opened(write_workbook(told(ledger("penalty-ordinary", [late(number)])), tmp_path / "a.xlsx", EN))
    cells = [cell for row in book["Points"].iter_rows() for cell in row if cell.value == number]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_nothing_found_is_a_whole_workbook(tmp_path: Path) -> None:
    book = opened(write_workbook(told(ledger("penalty-ordinary", [])), tmp_path / "a.xlsx", EN))
    assert rows(book, "Points") == []
    assert "Left open by blanks" not in book.sheetnames


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("青屏县市场监督管理局", "青屏县市场监督管理局"),
        ("甲/乙:丙", "甲_乙_丙"),
        ("  ", "_"),
        ("局" * 500, "局" * 60),
        ("..", "_"),
    ],
)
def test_the_name_of_an_organ_is_a_name_of_a_file(name: str, file: str) -> None:
    assert file_name(name, set()) == file


def test_two_organs_of_one_name_have_two_files() -> None:
    used: set[str] = set()
    assert [file_name("综合执法队", used) for _ in range(3)] == ["综合执法队", "综合执法队 2", "综合执法队 3"]


@pytest.mark.parametrize("lang", [CHINESE, ENGLISH])
def test_the_points_can_be_read_on_paper(tmp_path: Path, lang: str) -> None:
    path = write_workbook(told(ledger("penalty-ordinary", [in_time(), late()])), tmp_path / "a.xlsx", language(lang))
    sheet = opened(path).worksheets[1]
    printed = openpyxl.utils.cell.range_boundaries(sheet.print_area.rpartition("!")[2])[2]
    letters = [openpyxl.utils.get_column_letter(place) for place in range(1, printed + 1)]
    across = sum(7 * sheet.column_dimensions[letter].width for letter in letters) / 96  # 7 pixels a digit, 96 an inch
    paper = 297 / 25.4 - sheet.page_margins.left - sheet.page_margins.right
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.cell(1, printed + 1).value == language(lang).say("Why this day")
    assert 10 * paper / across >= 8, "letters of ten points are printed smaller than eight"


def test_the_days_of_many_organs_have_a_sheet_and_no_row_is_higher_than_a_row_may_be(tmp_path: Path) -> None:
    of = rows_of(told(ledger("penalty-ordinary", [late()])), EN)
    many = [f"第{place}局: Thu 2 Jan 2025" for place in range(25)]
    (row,) = of.ledgers
    path = tmp_path / "a.xlsx"
    write_findings(
        replace(of, ledgers=[replace(row, reach=many), replace(row, reach=many[:3], steps=["x\n" * 60])]), path, EN
    )
    book = opened(path)
    told_of = [one["Data reach until"] for one in rows(book, "What the ledgers decide")]
    assert told_of == ["25 organs: see the sheet «Data reach until»", "\n".join(many[:3])]
    assert [one["Data reach until"] for one in rows(book, "Data reach until")] == [*many, *many[:3]]
    heights = [one.height or 0 for sheet in book for one in sheet.row_dimensions.values()]
    assert HIGHEST - 1 < max(heights) <= HIGHEST


def test_where_every_duty_can_be_decided_no_empty_sheet_is_printed(tmp_path: Path) -> None:
    of = replace(rows_of(told(ledger("penalty-ordinary", [late()])), EN), lacking=[])
    write_findings(of, tmp_path / "a.xlsx", EN)
    assert "Not decidable" not in opened(tmp_path / "a.xlsx").sheetnames
    assert "Data reach until" not in opened(tmp_path / "a.xlsx").sheetnames
