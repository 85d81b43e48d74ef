"""The figure book as a workbook: the figures, the statistics forms, what is set against what, and the rows behind each.

Every figure leads to its first row on the sheets of rows. Where there are more rows than a sheet holds, the figure says
how many stand there and the file of rows holds all. Figures that are never assessed have no colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from yifa.interfaces.figure_telling import (
    LIGHTS,
    SIGNS,
    tell_change,
    tell_definition,
    tell_earlier,
    tell_gaps,
    tell_measure,
    tell_measure_id,
    tell_number,
    tell_organ,
    tell_period,
    tell_relation,
    tell_reported,
    tell_source,
    tell_standing,
)
from yifa.interfaces.workbooks.sheets import MOST_DIGITS, SOFT, Book, Cell, Column, Value, reference
from yifa.law.figures import Figure
from yifa.law.figures.forms import FilledForm
from yifa.law.figures.grain import ALL_ORGANS
from yifa.oversight.reporting.book_data import read_rows
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.figure_book import Entry, FigureBook
from yifa.wording import Language

MOST_ROWS = 200_000
"""Rows behind figures that a workbook holds; more make it slow to open."""
MOST_OF_ONE = 20_000
"""Rows behind one figure that it holds."""


def write_figure_book(path: Path, book: FigureBook, rows: dict[str, bytes], speech: Language) -> None:
    """Write the workbook; `rows`: the file of rows of each measure."""
    say = speech.say
    title = say("Figure book {period}", period=tell_period(book.period, speech))
    with Book(path, title, speech, of=book.as_of) as made:
        behind = _Behind(rows, speech)
        _figures(made, book, behind, speech)
        for form in book.forms:
            _form(made, form, book, speech)
        _relations(made, book, speech)
        _not_counted(made, book, speech)
        behind.write(made)


def write_forms(path: Path, book: FigureBook, speech: Language) -> None:
    """Write the national statistics forms alone, filled from the book."""
    title = speech.say("Statistics forms {period}", period=tell_period(book.period, speech))
    with Book(path, title, speech, of=book.as_of) as made:
        for form in book.forms:
            _form(made, form, book, speech)


class _Behind:
    """Which rows stand on which sheet, decided before anything is written."""

    def __init__(self, files: dict[str, bytes], speech: Language) -> None:
        self.name = speech.say("Rows")
        self.speech = speech
        self.rows: list[tuple[str, ...]] = []
        self.first: dict[str, int] = {}
        for id_, file in files.items():
            own = read_rows(file)
            kept = own[:MOST_OF_ONE]
            if kept and len(self.rows) + len(kept) <= MOST_ROWS:
                self.first[id_] = len(self.rows) + 1
                self.rows += [(id_, *row) for row in kept]

    def link(self, id_: str) -> str | None:
        """Where the rows of a measure begin."""
        place = self.first.get(id_)
        return None if place is None else reference(self.name, place)

    def write(self, made: Book) -> None:
        """The sheet of rows."""
        say = self.speech.say
        columns = [
            Column(say("Measure"), 24),
            Column(say("Case number"), 24),
            Column(say("Organ"), 24),
            Column(say("Act"), 16),
            Column(say("Date"), 12, centred=True),
            Column(say("Amount (fen) or days"), 14),
            Column(say("File"), 34),
            Column(say("Sheet"), 10),
            Column(say("Row"), 7, centred=True),
        ]
        made.table(self.name, columns, self._lines(), measured=False)

    def _lines(self) -> Iterator[list[Value]]:
        for id_, _, number, _, organ, _, act, day, value, file, sheet, row in self.rows:
            amount: Value = int(value) if value and len(value) <= MOST_DIGITS else value
            place: Value = int(row) if row else ""
            yield [tell_measure_id(id_, self.speech), number, organ, act, day, amount, file, sheet, place]


def _figures(made: Book, book: FigureBook, behind: _Behind, speech: Language) -> None:
    say = speech.say
    columns = [
        Column(say("Measure"), 26),
        Column(say("Value"), 14),
        Column(say("Unit"), 6, centred=True),
        Column(say("Last year"), 14),
        Column(say("Change"), 18),
        Column(say("Rows"), 8),
        Column(say("Definition"), 44),
        Column(say("Where last year's value comes from"), 26),
        Column(say("What is open"), 34),
        Column(say("Source"), 20),
        Column(say("Id"), 20, printed=False),
    ]
    made.table(say("Figures"), columns, (_entry(one, book, behind, speech) for one in book.entries))


def _entry(one: Entry, book: FigureBook, behind: _Behind, speech: Language) -> list[Value]:
    of, count = one.figure.measure, len(book.rows.get(one.id, ()))
    link = behind.link(one.id)
    return [
        tell_measure(of, speech),
        Cell(_number(one.figure.value), link=link, number=_format(one.figure.value)),
        of.unit,
        Cell(_number(one.earlier.value if one.earlier else None), number="General"),
        tell_change(one.change, of.kind, speech),
        Cell(count or None, link=link, number="0"),
        tell_definition(one.figure, speech),
        tell_earlier(one.earlier, speech),
        tell_gaps(one.figure.gaps, book, speech),
        tell_reported(one, speech) or tell_source(of, speech),
        one.id,
    ]


def _number(value: Fraction | None) -> float | int | str | None:
    """As a sheet holds it: whole, or with two places; what it cannot hold exactly as text."""
    if value is None:
        return None
    text = shown(value)
    if len(text.strip("-").replace(".", "")) > MOST_DIGITS:
        return text
    return int(text) if "." not in text else float(text)


def _format(value: Fraction | None) -> str:
    return "#,##0" if value is None or value.denominator == 1 else "#,##0.00"


def _form(made: Book, form: FilledForm, book: FigureBook, speech: Language) -> None:
    of = form.form
    title = of.title.zh if speech.tag == "zh" else of.title.en
    sheet = made.sheet(title.replace("/", "").replace(":", "")[:31])
    if of.layout == "organs":
        columns = [
            Column(speech.say("Organ"), 28),
            *(Column(cell.zh if speech.tag == "zh" else cell.en, 11) for cell in of.cells),
        ]
        body = [[_row_name(row.of, book, speech), *_cells(form, row.figures)] for row in form.rows]
    else:
        columns = [Column(speech.say("No."), 8), Column(speech.say("Item"), 60), Column(speech.say("Total"), 12)]
        values = _cells(form, form.rows[-1].figures)
        body = [
            [cell.number, "　" * cell.level + (cell.zh if speech.tag == "zh" else cell.en), value]
            for cell, value in zip(of.cells, values, strict=True)
        ]
    widths = [column.width for column in columns]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    made.line(sheet, 0, title, widths, bold=True, font_size=16, align="center")
    note = speech.say("{period} · unit: {unit}", period=str(book.period), unit=of.unit)
    made.line(sheet, 1, note, widths, font_color=SOFT)
    made.head(sheet, 2, columns)
    row = 3
    for values_of_row in body:
        made.row(sheet, row, columns, values_of_row)
        row += 1
    for line in _notes(form, book, speech):
        made.line(sheet, row, line, widths, font_color=SOFT)
        row += 1


def _cells(form: FilledForm, figures: Sequence[Figure | None]) -> list[Value]:
    found: list[Value] = []
    for cell, figure in zip(form.form.cells, figures, strict=True):
        if figure is None:
            found.append("—" if cell.why is not None else "")
            continue
        value = figure.value
        if value is not None and cell.unit == "万元" and figure.measure.unit == "元":
            value = value / 10000
        found.append(Cell(_number(value), number=_format(value)) if value is not None else "—")
    return found


def _row_name(of: str, book: FigureBook, speech: Language) -> Value:
    return Cell(speech.say("Total"), bold=True) if of == ALL_ORGANS else tell_organ(of, book, speech)


def _notes(form: FilledForm, book: FigureBook, speech: Language) -> Iterator[str]:
    """The rules of the form, what it leaves out and why, and how its checks came out for all together."""
    zh = speech.tag == "zh"
    for rule in form.form.rules:
        yield rule.zh if zh else rule.en
    for cell in form.form.cells:
        if cell.why is not None:
            name, why = (cell.zh, cell.why.zh) if zh else (cell.en, cell.why.en)
            yield speech.say("{name}: not counted, {why}.", name=name, why=why)
    for of, check in form.checks:
        if of == ALL_ORGANS:
            yield f"{SIGNS[check.standing]} {tell_relation(check, speech)}（{tell_standing(check.standing, speech)}）"
    total = form.rows[-1]
    gaps = sorted({gap for figure in total.figures if figure is not None for gap in figure.gaps})
    if gaps:
        yield tell_gaps(gaps, book, speech)


def _relations(made: Book, book: FigureBook, speech: Language) -> None:
    say = speech.say
    columns = [
        Column(say("Result"), 22),
        Column(say("What is set against what"), 90),
        Column(say("Left"), 12),
        Column(say("Right"), 12),
    ]
    order = {"broken": 0, "open": 1, "holds": 2}
    rows: Iterator[list[Value]] = (
        [
            Cell(f"{SIGNS[one.standing]} {tell_standing(one.standing, speech)}", light=LIGHTS[one.standing]),
            tell_relation(one, speech),
            tell_number(one.left_value),
            tell_number(one.right_value),
        ]
        for one in sorted(book.relations, key=lambda one: order[one.standing.value])
    )
    made.table(say("Checked against each other"), columns, rows)


def _not_counted(made: Book, book: FigureBook, speech: Language) -> None:
    say = speech.say
    columns = [Column(say("Measure"), 28), Column(say("Id"), 22)] * 3
    ids = book.not_counted
    rows: Iterator[list[Value]] = (
        [word for id_ in ids[place : place + 3] for word in (tell_measure_id(id_, speech), id_)]
        for place in range(0, len(ids), 3)
    )
    made.table(say("Not counted from records"), columns, ([*row, *[""] * (6 - len(row))] for row in rows))
