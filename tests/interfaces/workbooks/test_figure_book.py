from datetime import date

import openpyxl
import pytest

from tests.oversight.reporting.kept import gathered
from yifa.interfaces.workbooks.figure_book import write_figure_book
from yifa.law.figures import Period
from yifa.oversight.reporting.book_data import row_files
from yifa.oversight.reporting.figure_book import make_book
from yifa.wording import language


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    book = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31))
    path = tmp_path_factory.mktemp("book") / "book.xlsx"
    write_figure_book(path, book, row_files(book), language("en"))
    return openpyxl.load_workbook(path)


def test_every_figure_leads_to_its_first_row(written):
    figures, rows = written["Figures"], written["Rows"]
    heads = [cell.value for cell in figures[1]]
    linked = 0
    for row in figures.iter_rows(min_row=2):
        cell, count = row[heads.index("Value")], row[heads.index("Rows")].value
        assert (cell.hyperlink is not None) == bool(count)
        if cell.hyperlink is not None:
            place = int(cell.hyperlink.location.rsplit("!A", 1)[1])
            first = rows.cell(place, 1).value
            assert first == row[0].value
            assert rows.cell(place - 1, 1).value != first
            linked += 1
    assert linked == len({rows.cell(place, 1).value for place in range(2, rows.max_row + 1)})


def test_a_form_has_its_organs_its_total_and_how_its_sum_came_out(written):
    sheet = written["Table 1 penalties"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=5)]
    assert rows[0][:3] == ["Organ", "warning, public criticism", "fine"]
    assert rows[1] == ["青屏县市场监督管理局", 1, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0.1]
    assert rows[2][0] == "Total"
    assert any(str(row[0].value).startswith("●") for row in sheet.iter_rows(min_row=6))


def test_figures_that_are_never_assessed_have_no_colour(written):
    for row in written["Figures"].iter_rows(min_row=2):
        assert {cell.fill.fgColor.rgb for cell in row} == {"00000000"}


def test_a_title_that_begins_with_a_year_is_printed_whole(tmp_path):
    book = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31), rows=False)
    write_figure_book(tmp_path / "book.xlsx", book, {}, language("zh"))
    head = openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets[0].oddHeader.left
    assert (head.size, head.text.strip()) == (9, "2024年数据册")
