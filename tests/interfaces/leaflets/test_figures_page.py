import re
from datetime import date

import pytest

from tests.oversight.reporting.kept import gathered
from yifa.interfaces.leaflets.figures_page import render
from yifa.law.figures import Period
from yifa.oversight.reporting.book_data import row_files
from yifa.oversight.reporting.figure_book import make_book
from yifa.wording import language


@pytest.fixture(scope="module")
def page():
    book = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31))
    return book, render(book, row_files(book), "0" * 64, speech=language("en"))


def test_every_figure_of_the_book_opens_on_the_page(page):
    book, text = page
    assert re.findall(r'<details class="figure" id="([a-z0-9-]+)"', text) == [
        entry.id for entry in sorted(book.entries, key=lambda one: [e.id for e in book.entries].index(one.id))
    ]


def test_the_page_asks_for_nothing_and_runs_nothing(page):
    text = page[1]
    assert "<script" not in text
    assert not re.search(r'(?:src|href)="(?!#|rows/)', text)


def test_the_rows_behind_a_figure_and_its_file_stand_in_the_page(page):
    opened = page[1].split('id="pen-fine-amount"')[1].split("</details>\n</section>")[0]
    assert "〔2024〕1号" in opened
    assert 'href="rows/pen-fine-amount.csv"' in opened
