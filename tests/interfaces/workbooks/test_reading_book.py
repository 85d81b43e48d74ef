"""The workbook read back: true numbers, links that lead to the right row, pages as they print, words never formulas."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.interfaces import readings
from yifa.interfaces.workbooks import reading_book
from yifa.reader.comparison import compare
from yifa.reader.reading import Figure, FigureKind, Reading
from yifa.wording import language

EN = language("en")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("book") / "reading.xlsx"
    reading_book.write(readings.reading(), path, EN)
    return load_workbook(path)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]


def test_sheets_stand_in_the_order_in_which_they_are_read(book: Workbook) -> None:
    assert book.sheetnames == ["Summary", "Figures", "Checks", "Damage", "Comparison"]


def test_a_figure_is_a_true_number_in_the_format_of_its_kind(book: Workbook) -> None:
    sheet = book["Figures"]
    shown = {row[3].value: (row[4].value, row[4].number_format, row[5].value) for row in sheet.iter_rows(min_row=2)}

    assert shown["93.1%"] == (0.931, "0.0%", "%")
    assert shown["90%"] == (0.9, "0%", "%")
    assert shown["756260.11元"] == (756260.11, "#,##0.00", "元")
    assert shown["约1.2万件"] == (12000, "#,##0", "件")
    assert shown["2023年度"] == (2023, "0", "年")
    assert len(rows(sheet)) == 35


def test_a_number_too_long_for_a_sheet_stays_a_text_with_every_digit(tmp_path: Path) -> None:
    report = readings.Report("x", "编号12345678901234567890号", readings.qingping().facts)
    report.figure("12345678901234567890号", FigureKind.CODE, "12345678901234567890", "号")
    path = tmp_path / "book.xlsx"

    reading_book.write(Reading((report.document(),)), path, EN)

    assert rows(load_workbook(path)["Figures"])[0]["Value"] == "12345678901234567890"


def test_a_figure_leads_to_its_worst_check_and_a_check_to_its_figures(book: Workbook) -> None:
    figures, checks = book["Figures"], book["Checks"]
    by_id = {row[0].value: row for row in figures.iter_rows(min_row=2)}

    def follow(cell: object) -> list[object]:
        sheet, place = cell.hyperlink.location.split("!")
        return [one.value for one in book[sheet.strip("'")][place.replace("A", "")]]

    assert follow(by_id["d1:f22"][11])[4] == "29 ≠ 30"
    assert follow(by_id["d1:f21"][11])[4] == "29 ÷ 32 = 90.63%"
    assert by_id["d1:f2"][11].value is None
    sums = next(row for row in checks.iter_rows(min_row=2) if row[4].value == "165 + 40 + 1 + 27 = 233")
    assert [follow(cell)[0] for cell in sums[7:12]] == [f"d1:f{n}" for n in range(7, 12)]
    across = next(checks.iter_rows(min_row=2))
    assert [follow(cell)[0] for cell in across[7:10]] == ["d1:f15", "d1:f16", "d2:f5"]


def test_checks_stand_worst_first_with_sign_word_and_place(book: Workbook) -> None:
    table = rows(book["Checks"])

    assert [row["Verdict"][0] for row in table] == ["▲"] * 4 + ["◆"] * 4 + ["●"] * 4 + ["◌"] + ["●"]
    assert [row["Text"] for row in table] == ["several"] + ["d1"] * 12 + ["d2"]
    late = next(row for row in table if row["Note"].startswith("落款日期"))
    assert "2024年3月12日" in late["In the text"]


def test_the_summary_counts_each_text_and_spells_out_what_does_not_add_up(book: Workbook) -> None:
    sheet = book["Summary"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert values[3][:7] == ["d1", "青屏县人民政府 2023", "qingping-2023.txt", "2023", "2024-03-12", 29, 5]
    assert values[4][:7] == ["d2", "青屏县人民政府 2022", "qingping-2022.txt", "2022", "2023-02-20", 4, 4]
    assert values[5][0] == "▲ scan.pdf：没有文字层的扫描件；请先做文字识别。"
    assert [row[3] for row in values[8:]] == [
        "Stated twice\u300041 ÷ 1190\u3000两份报告所载不一致，请核口径。",
        "Stated twice\u300029 ≠ 30\u3000同一指标「行政复议受理」前后两处不一致，依本文所载未见口径差别。",
        "Growth\u300041 ÷ (1 + 150%) = 16.4\u3000上年数应为整数，依本文所载推得16.4次。",
        "Base of a rate\u3000371 ÷ 99.28% = 373.69\u3000没有整数能得出这一比率。",
    ]
    assert sheet["A9"].hyperlink.location == "'Checks'!A2"


def test_damage_is_listed_with_its_place_and_words(book: Workbook) -> None:
    assert [(row["Text"], row["Line"], row["Severity"], row["Note"]) for row in rows(book["Damage"])] == [
        ("d1", 13, "serious", "2个字符无法还原。"),
        ("d1", 8, "minor", "残留的网页标记。"),
        ("d1", 2, "for information", "发文字号年份与落款年份不同。"),
    ]


def test_measures_stand_side_by_side_with_growth(book: Workbook) -> None:
    sheet = book["Comparison"]

    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert values[0][1:4] == ["青屏县人民政府 2023", "growth", "青屏县人民政府 2022"]
    assert values[2][1:4] == [1304, "+114 (+9.6%)", 1190]
    assert sheet["B3"].hyperlink.location == "'Figures'!A18"


def test_every_sheet_prints_on_a4_landscape_one_page_wide_with_its_head_repeated(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.freeze_panes == (None if sheet.title == "Summary" else "A2")
        if sheet.title != "Summary":
            assert sheet.print_title_rows == "$1:$1"
            assert sheet.auto_filter.ref is not None
    assert book["Figures"].print_area == "'Figures'!$A$1:$M$36"


def test_words_of_a_report_are_never_a_formula_or_a_web_address(tmp_path: Path) -> None:
    document = readings.qingping()

    def evil(one: Figure) -> Figure:
        return replace(one, subject='=HYPERLINK("http://x")', text="http://example.org", scope="=1+1")

    changed = replace(document, figures=tuple(map(evil, document.figures)))
    path = tmp_path / "book.xlsx"

    reading_book.write(Reading((changed,)), path, EN)

    cells = [cell for row in load_workbook(path)["Figures"].iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.hyperlink for cell in cells if cell.value == "http://example.org" and cell.hyperlink] == []


def test_a_range_and_an_exact_decimal_survive(tmp_path: Path) -> None:
    report = readings.Report("x", "36—40.50件", readings.qingping().facts)
    report.figure("36—40.50件", FigureKind.COUNT, "36", "件", value_to=Decimal("40.50"))
    path = tmp_path / "book.xlsx"

    reading_book.write(Reading((report.document(),)), path, EN)

    sheet = load_workbook(path)["Figures"]
    assert (sheet["E2"].value, sheet["N2"].value, sheet["N2"].number_format) == (36, 40.5, "#,##0.00")


def test_a_comparison_alone_has_one_sheet(tmp_path: Path) -> None:
    reading = readings.reading()
    path = tmp_path / "book.xlsx"

    reading_book.write_compared(reading, compare(reading.documents), path, EN)

    assert load_workbook(path).sheetnames == ["Comparison"]


def test_chinese_names_the_sheets_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"

    reading_book.write(readings.reading(), path, language("zh"))

    assert load_workbook(path).sheetnames == ["摘要", "数字", "核对", "疑损", "对比"]
