"""Reads forms back: what contributors reported, with file, sheet, cell, person and day, and what is doubtful about it.

A value is taken only where it is one exact number in the unit asked for; «约», another unit, two numbers in a cell are
told and not guessed at. What is missing is listed by contributor, to be asked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.oversight.reporting.last_year import Earlier
from yifa.oversight.reporting.request_form import COLUMNS, UNIT_LABEL, Request

SUDDEN = Fraction(1, 2)
"""A change beyond this share of last year's value is asked about."""
MOST_ROWS = 5000
_NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)\s*(亿|万)?\s*([^\d\s]*)")
_SCALES = {None: 1, "万": 10**4, "亿": 10**8}
_BESIDE_THE_POINT = re.compile(r"[\s*＊]+")
_HEADINGS = {_BESIDE_THE_POINT.sub("", heading): column.id for column in COLUMNS for heading in (column.zh, column.en)}


class Doubt(StrEnum):
    """What is doubtful about a reported figure, or wrong with a form."""

    NOT_READ = "not-read"
    """The file is no workbook, or holds no form."""
    UNKNOWN_MEASURE = "unknown-measure"
    NOT_A_NUMBER = "not-a-number"
    OTHER_UNIT = "other-unit"
    NOT_WHOLE = "not-whole"
    NOT_SIGNED = "not-signed"
    """Nobody filled it in, or nobody checked it."""
    SUDDEN = "sudden"
    """It differs from last year's by more than half."""
    OTHER_IN_REPORT = "other-in-report"
    """The contributor's own report says otherwise."""
    OTHER_IN_RECORDS = "other-in-records"
    """Records say otherwise."""
    TOLD_TWICE = "told-twice"
    """Two forms tell it with different values."""


@dataclass(frozen=True)
class Reported:
    """A reported figure, in the unit of its measure, and where and by whom it was given."""

    measure: Measure
    value: Fraction
    contributor: str
    file: str
    sheet: str
    cell: str
    person: str = ""
    reviewer: str = ""
    day: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Doubtful:
    """One doubt: of whose form, in which cell; what stands there and what it is set against."""

    doubt: Doubt
    contributor: str
    file: str
    cell: str = ""
    measure: str = ""
    stated: str = ""
    against: str = ""


@dataclass(frozen=True)
class Returned:
    """Everything that came back: figures by measure, doubts, and for each contributor the measures still missing."""

    figures: Mapping[str, Reported]
    doubts: tuple[Doubtful, ...]
    missing: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a returned workbook, its cells as they stand."""

    file: str
    name: str
    rows: Sequence[Sequence[Any]]


def open_forms(folder: Path) -> Iterator[Sheet | Doubtful]:
    """Every sheet of every workbook of a folder, by name; a file that cannot be opened as a doubt."""
    import python_calamine  # noqa: PLC0415 - asked for here only

    for path in sorted(one for one in folder.rglob("*") if one.suffix.lower() in (".xlsx", ".xls", ".et", ".ods")):
        if path.name.startswith(("~$", ".")):
            continue
        name = path.relative_to(folder).as_posix()
        try:
            book = python_calamine.CalamineWorkbook.from_path(path)
            for sheet in book.sheet_names:
                yield Sheet(name, sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False))
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            yield Doubtful(Doubt.NOT_READ, "", name, against=str(error))


def read_forms(
    sheets: Iterable[Sheet | Doubtful],
    requests: Sequence[Request],
    *,
    own_reports: Mapping[str, Mapping[str, Earlier]] | None = None,
    records: Mapping[str, Fraction] | None = None,
) -> Returned:
    """What came back, held against what was asked, last year's values, own reports and records."""
    reading = _Reading(requests, own_reports or {}, records or {})
    for one in sheets:
        if isinstance(one, Doubtful):
            reading.doubts.append(one)
        else:
            reading.sheet(one)
    return reading.returned()


class _Reading:
    def __init__(
        self,
        requests: Sequence[Request],
        own_reports: Mapping[str, Mapping[str, Earlier]],
        records: Mapping[str, Fraction],
    ) -> None:
        self.requests = requests
        self.own_reports = own_reports
        self.records = records
        self.earlier = {one.measure.id: one.earlier for request in requests for one in request.figures if one.earlier}
        self.figures: dict[str, Reported] = {}
        self.doubts: list[Doubtful] = []
        self.read: set[str] = set()

    def sheet(self, one: Sheet) -> None:
        """The rows of one sheet under its heads; a sheet without them is not a form."""
        heads = _heads(one.rows)
        if heads is None:
            if one.file not in self.read and not any(doubt.file == one.file for doubt in self.doubts):
                self.doubts.append(Doubtful(Doubt.NOT_READ, "", one.file))
            return
        self.doubts = [one_ for one_ in self.doubts if not (one_.file == one.file and one_.doubt is Doubt.NOT_READ)]
        self.read.add(one.file)
        top, columns = heads
        contributor = _contributor(one.rows[:top], self.requests)
        for number, row in enumerate(one.rows[top + 1 : top + 1 + MOST_ROWS], top + 2):
            self._row(_Row(one, number, row, columns, contributor))

    def _row(self, row: _Row) -> None:
        id_ = row.text("measure")
        if not id_:
            return
        try:
            of = measure(id_)
        except UnknownMeasure:
            self._doubt(Doubt.UNKNOWN_MEASURE, row, id_, id_)
            return
        stated = row.value("value")
        if stated is None or (isinstance(stated, str) and not stated.strip()):
            return
        found = exact_value(stated, of)
        if isinstance(found, Doubt):
            self._doubt(found, row, id_, str(stated), of.unit)
            return
        names = {key: row.text(key) for key in ("person", "reviewer", "day", "source", "note")}
        reported = Reported(of, found, row.contributor, row.sheet.file, row.sheet.name, row.cell("value"), **names)
        self._held_against(reported, row)
        self.figures.setdefault(id_, reported)

    def _held_against(self, one: Reported, row: _Row) -> None:
        id_ = one.measure.id
        if not one.person or not one.reviewer:
            self._doubt(Doubt.NOT_SIGNED, row, id_, str(one.value))
        earlier = self.earlier.get(id_)
        if earlier is not None and earlier.value and abs(one.value - earlier.value) > SUDDEN * abs(earlier.value):
            self._doubt(Doubt.SUDDEN, row, id_, str(one.value), str(earlier.value))
        own = self.own_reports.get(one.contributor, {}).get(id_)
        if own is not None and own.exact and own.value != one.value:
            self._doubt(Doubt.OTHER_IN_REPORT, row, id_, str(one.value), f"{own.written} ({own.file}: {own.line})")
        if id_ in self.records and self.records[id_] != one.value:
            self._doubt(Doubt.OTHER_IN_RECORDS, row, id_, str(one.value), str(self.records[id_]))
        before = self.figures.get(id_)
        if before is not None and before.value != one.value:
            self._doubt(Doubt.TOLD_TWICE, row, id_, str(one.value), f"{before.value} ({before.file} {before.cell})")

    def _doubt(self, doubt: Doubt, row: _Row, id_: str, stated: str, against: str = "") -> None:
        cell = row.cell("measure" if doubt is Doubt.UNKNOWN_MEASURE else "value")
        self.doubts.append(Doubtful(doubt, row.contributor, row.sheet.file, cell, id_, stated, against))

    def returned(self) -> Returned:
        """Everything, with what is missing of each request."""
        missing = {
            request.contributor.id: tuple(
                one.measure.id for one in request.figures if one.measure.id not in self.figures
            )
            for request in self.requests
        }
        return Returned(self.figures, tuple(self.doubts), {name: ids for name, ids in missing.items() if ids})


@dataclass(frozen=True)
class _Row:
    """One row of a form."""

    sheet: Sheet
    number: int
    cells: Sequence[Any]
    columns: Mapping[str, int]
    contributor: str

    def value(self, column: str) -> Any:
        """What stands in a column; None where it is blank or there is no such column."""
        place = self.columns.get(column)
        return self.cells[place] if place is not None and place < len(self.cells) else None

    def text(self, column: str) -> str:
        """The same as text; a day as ISO."""
        held = self.value(column)
        if isinstance(held, datetime | date):
            return (held.date() if isinstance(held, datetime) else held).isoformat()
        return "" if held is None else str(held).strip()

    def cell(self, column: str) -> str:
        """How a sheet calls the cell: I7."""
        return f"{column_letters(self.columns.get(column, 0))}{self.number}"


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


def _contributor(rows: Sequence[Sequence[Any]], requests: Sequence[Request]) -> str:
    """Whose form it is: by what stands behind its label above the heads; the text itself where nobody is called so."""
    text = " ".join(str(cell) for row in rows for cell in row if isinstance(cell, str))
    label = re.search(rf"(?:{'|'.join(UNIT_LABEL)})\s*[:：]?\s*(\S+)", text)
    named = label[1] if label else ""
    for request in requests:
        if named and named in (request.contributor.id, request.contributor.name.zh, request.contributor.name.en):
            return request.contributor.id
    return named
