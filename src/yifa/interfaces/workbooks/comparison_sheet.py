"""The sheet of measures side by side: a row for each, a column for each text, growth beside the later of two years."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.interfaces.telling import tell_difference, tell_document, tell_growth, tell_row
from yifa.interfaces.workbooks.index import Index
from yifa.interfaces.workbooks.numbers import number_cell
from yifa.interfaces.workbooks.sheets import Book, Cell, Column, Value, reference
from yifa.reader.comparison import Comparison
from yifa.wording import Language

NARROWEST, ROOM = 13, 96
"""The least width of a text's column, and what all of them share on a page."""


def write_comparison(
    book: Book, comparison: Comparison, index: Index, *, figures: str | None, speech: Language
) -> None:
    """Write the sheet; `figures` names the sheet to which a value leads, where the workbook has one."""
    say = speech.say
    grown = sorted({one.later for row in comparison.rows for one in row.growth})
    width = max(NARROWEST, ROOM / (len(comparison.files) + len(grown)))
    columns = [Column(say("Measure"), 30)]
    for text, document in enumerate(index.reading.documents):
        columns.append(Column(tell_document(document), width))
        if text in grown:
            columns.append(Column(say("growth"), width))
    columns.append(Column(say("Unit"), 8, centred=True))
    columns.append(Column(say("Not of one definition"), 22))
    book.table(say("Comparison"), columns, _rows(comparison, index, grown, figures, speech))


def _rows(
    comparison: Comparison, index: Index, grown: list[int], figures: str | None, speech: Language
) -> Iterator[list[Value]]:
    places = [{one.id: place for place, one in enumerate(document.figures)} for document in index.reading.documents]
    for row in comparison.rows:
        values: list[Value] = [tell_row(row, speech)]
        for text, cell in enumerate(row.cells):
            if cell is None:
                values.append(None)
            else:
                at = index.figures[text, places[text][cell.figure.id]]
                shown = number_cell(cell.figure, cell.figure.value)
                link = reference(figures, at) if figures else None
                values.append(Cell(shown.value, number=shown.number, link=link))
            if text in grown:
                told = [tell_growth((one, row.kind), speech) for one in row.growth if one.later == text]
                values.append(speech.list(told))
        values.append(row.unit)
        values.append(speech.list([tell_difference(one, speech) for one in row.differences]))
        yield values
