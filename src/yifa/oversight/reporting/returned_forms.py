"""Opens what came back: sheets of workbooks, where the heads of a form stand, whose it is and of which period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from yifa.law.catalogue.measures import Measure
from yifa.law.figures import Period
from yifa.oversight.reporting.doubts import Doubt, Doubtful
from yifa.oversight.reporting.request_form import COLUMNS, PERIOD_LABEL, UNIT_LABEL, Request

_WORKBOOKS = (".xlsx", ".xls", ".et", ".ods")
_NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)\s*(亿|万)?\s*([^\d\s]*)")
_SCALES = {None: 1, "万": 10**4, "亿": 10**8}
_BESIDE_THE_POINT = re.compile(r"[\s*＊]+")
_HEADINGS = {_BESIDE_THE_POINT.sub("", heading): column.id for column in COLUMNS for heading in (column.zh, column.en)}


@dataclass(frozen=True)
class Sheet:
    """One sheet of a returned workbook, its cells as they stand."""

    file: str
    name: str
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Form:
    """A sheet with the heads of a form: the row of the heads, its columns, whose it is, of which period.

    `contributor` is the text itself where nobody is called so; `period` None where none can be read.
    """

    sheet: Sheet
    top: int
    columns: Mapping[str, int]
    contributor: str
    period: Period | None


@dataclass(frozen=True)
class Row:
    """One row of a form; `number` as the sheet counts."""

    form: Form
    number: int
    cells: Sequence[Any]

    def value(self, column: str) -> Any:
        """What stands in a column; None where it is blank or there is no such column."""
        place = self.form.columns.get(column)
        held = self.cells[place] if place is not None and place < len(self.cells) else None
        return None if isinstance(held, str) and not held.strip() else held

    def text(self, column: str) -> str:
        """The same as text; a day as ISO."""
        held = self.value(column)
        if isinstance(held, datetime | date):
            return (held.date() if isinstance(held, datetime) else held).isoformat()
        return "" if held is None else str(held).strip()

    def cell(self, column: str) -> str:
        """How a sheet calls the cell: I7."""
        return f"{column_letters(self.form.columns.get(column, 0))}{self.number}"


def open_forms(folder: Path) -> Iterator[Sheet | Doubtful]:
    """Every sheet of every workbook of a folder, by name; a file that cannot be opened as a doubt."""
    import python_calamine  # noqa: PLC0415 - asked for here only

    for path in sorted(one for one in folder.rglob("*") if one.suffix.lower() in _WORKBOOKS):
        if path.name.startswith(("~$", ".")):
            continue
        name = path.relative_to(folder).as_posix()
        try:
            book = python_calamine.CalamineWorkbook.from_path(path)
            for sheet in book.sheet_names:
                yield Sheet(name, sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False))
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            yield Doubtful(Doubt.NOT_READ, "", name, against=str(error))


def form_of(sheet: Sheet, requests: Sequence[Request]) -> Form | None:
    """The form that a sheet is, None where it has not got the heads of one."""
    heads = _heads(sheet.rows)
    if heads is None:
        return None
    top, columns = heads
    above = " ".join(str(cell) for row in sheet.rows[:top] for cell in row if isinstance(cell, str))
    return Form(sheet, top, columns, _contributor(above, requests), _period(above))


def column_letters(place: int) -> str:
    """How a sheet calls a column counted from 0.

    >>> [column_letters(place) for place in (0, 25, 26, 701)]
    ['A', 'Z', 'AA', 'ZZ']
    """
    letters = ""
    place += 1
    while place:
        place, left = divmod(place - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters


def exact_value(stated: Any, of: Measure) -> Fraction | Doubt:
    """A cell as a value in the unit of its measure, or why it is none.

    A rate of at most 1 without a sign may be a cell that the sheet shows as per cent: told, not guessed at.
    """
    if isinstance(stated, bool):
        return Doubt.NOT_A_NUMBER
    if isinstance(stated, int | float):
        found = Fraction(Decimal(str(stated)))
        if of.kind == "percent" and 0 < found <= 1:
            return Doubt.OTHER_UNIT
    else:
        match = _NUMBER.fullmatch(str(stated).strip())
        if match is None:
            return Doubt.NOT_A_NUMBER
        try:
            number = Fraction(Decimal(match[1].replace(",", "").replace("，", "")))
        except InvalidOperation:
            return Doubt.NOT_A_NUMBER
        if match[3] and not of.accepts(match[3]):
            return Doubt.OTHER_UNIT
        found = number * _SCALES[match[2]]
    whole = of.kind == "count" and found.denominator != 1
    return Doubt.NOT_WHOLE if whole or found < 0 else found


def _heads(rows: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]] | None:
    """The row of the heads, and the place of each column."""
    for number, row in enumerate(rows[:30]):
        found = {_HEADINGS[text]: place for place, cell in enumerate(row) if (text := _plain(cell)) in _HEADINGS}
        if {"measure", "value"} <= set(found):
            return number, found
    return None


def _plain(cell: Any) -> str:
    return _BESIDE_THE_POINT.sub("", cell) if isinstance(cell, str) else ""


def _after(labels: tuple[str, str], text: str) -> str:
    """The word that stands behind a label."""
    found = re.search(rf"(?:{'|'.join(labels)})\s*[:：]?\s*([^\s:：]+)", text)
    return found[1] if found else ""


def _period(above: str) -> Period | None:
    written = _after(PERIOD_LABEL, above).rstrip("年")
    try:
        return Period.read(written)
    except ValueError:
        return None


def _contributor(above: str, requests: Sequence[Request]) -> str:
    """Whose form it is, by what stands behind its label above the heads."""
    label = re.search(rf"(?:{'|'.join(UNIT_LABEL)})\s*[:：]?\s*", above)
    behind = above[label.end() :] if label else ""
    names = {
        name: one.contributor.id
        for one in requests
        for name in (one.contributor.id, one.contributor.name.zh, one.contributor.name.en)
    }
    for name in sorted(names, key=len, reverse=True):
        if re.match(rf"{re.escape(name)}(?=[\s:：]|$)", behind):
            return names[name]
    return _after(UNIT_LABEL, above)
