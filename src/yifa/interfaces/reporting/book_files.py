"""The files of a figure book: sealed data with the rows behind each figure, a workbook, a page."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from yifa.interfaces.leaflets.figures_page import render
from yifa.interfaces.workbooks.figure_book import write_figure_book
from yifa.oversight.reporting.book_data import ROWS, book_data, row_files
from yifa.oversight.reporting.canonical import digest, sealed
from yifa.oversight.reporting.figure_book import FigureBook
from yifa.wording import Language

FORMS = ("json", "xlsx", "html")


def write_book_files(book: FigureBook, target: Path, forms: Collection[str], speech: Language) -> list[Path]:
    """Write a book; the sealed data are always written. Raises `OSError`."""
    rows = row_files(book)
    data = sealed(book_data(book, rows))
    (target / ROWS).mkdir(parents=True, exist_ok=True)
    for id_, file in rows.items():
        (target / ROWS / f"{id_}.csv").write_bytes(file)
    (target / "book.json").write_bytes(data)
    if "xlsx" in forms:
        write_figure_book(target / "book.xlsx", book, rows, speech)
    if "html" in forms:
        page = render(book, rows, digest(data), speech=speech)
        (target / "book.html").write_text(page, encoding="utf-8", newline="\n")
    return [target / f"book.{form}" for form in FORMS if form == "json" or form in forms]
