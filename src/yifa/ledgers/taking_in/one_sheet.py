"""One sheet of a register out of a workbook: its rows by what they are known by, and what is wrong, cell by cell.

Headings are found as those of ledgers are, below title rows and in any order; a row that cannot be read whole is told,
with what stood there and what was expected. The cells stay beside, so that the sheet can be handed back for mending.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from yifa.law.conditions import Type, day_of
from yifa.ledgers.headings.finding import Head, find_head
from yifa.ledgers.headings.known import Known, KnownColumn, KnownTable
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.ledgers.registers.columns import RegisterSheet
from yifa.ledgers.registers.reading import Placed, read_register
from yifa.ledgers.sheets import Cell, Grid, NotOpened, open_file
from yifa.ledgers.taking_in.asides import rows_of

_CODES = ("code-", "digits-")
"""Codes that look wrong are told and taken as they stand; any other cell that cannot be read holds the sheet back."""
Values = Mapping[str, Any]
KeyOf = Callable[[Values], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was read: what it is known by, what its columns say, and in which row of the sheet it stood."""

    key: str
    values: Values
    row: int = 0


@dataclass(frozen=True)
class Cells:
    """The sheet as it came: headings, and by number of the row what stood in it."""

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[Cell, ...]], ...] = ()


@dataclass(frozen=True)
class ReadSheet:
    """A sheet as it was read. With an error among its problems it is not taken in.

    `columns`: the ids of the columns that it has. `digest`: of the whole file.
    """

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: str = ""
    sheet: str = ""
    digest: str = ""
    columns: frozenset[str] = frozenset()
    cells: Cells = Cells()
    places: Mapping[str, int] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing was held back."""
        return is_whole(self.problems)

    def problem(self, kind: str, row: Row, column: str = "", **values: Any) -> Problem:
        """An error about a row that could be read, but says what cannot be; `values` fill the gaps of its sentence."""
        at = (self.places or {}).get(column)
        heading = "" if at is None else self.cells.headings[at]
        place = Place(self.file, self.sheet, row.row, None if at is None else at + 1)
        return Problem(kind, place, Severity.ERROR, Fate.HELD, str(row.values.get(column) or ""), heading, None, values)


def is_whole(problems: Sequence[Problem]) -> bool:
    """Whether none of some problems is an error."""
    return all(one.severity is not Severity.ERROR for one in problems)


def read_sheet(
    path: Path, sheet: RegisterSheet, key_of: KeyOf, *, key_column: str, named: str | None = None, needed: bool = True
) -> ReadSheet:
    """Read the sheet of a workbook that fits best; `named` says another.

    `key_of` tells what a row is known by; the same twice is an error, told at `key_column`. Not `needed`: where no
    sheet fits, there are no rows, and nothing is wrong with that.
    """
    name = path.name
    try:
        grids = list(open_file(path, name))
    except NotOpened as error:
        return _unread(name, f"file-{error.why}", detail=error.detail)
    known = Known((_table(sheet),))
    found: tuple[Grid, Head] | None = None
    for grid in grids:
        head = find_head(grid, known) if named in (None, grid.sheet) else None
        if head is not None and (found is None or head.best > found[1].best):
            found = grid, head
    if found is None or (not needed and not _has_needed(found[1], sheet)):
        return _unread(name, "sheet-unknown", rows=sum(grid.rows for grid in grids)) if needed else ReadSheet(file=name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return _Reading(*found, sheet, key_of, key_column, name, digest).read()


def _has_needed(head: Head, sheet: RegisterSheet) -> bool:
    there = {sheet.columns[match.column].id for match in head.fits.get(0, {}).values()}
    return all(column.id in there for column in sheet.columns if column.needed)


def _unread(file: str, problem: str, **values: Any) -> ReadSheet:
    told = Problem(problem, Place(file), Severity.ERROR, Fate.NOT_READ, values=values)
    return ReadSheet(problems=(told,), file=file)


def _table(sheet: RegisterSheet) -> KnownTable:
    columns = tuple(KnownColumn(one.id, (one.zh, *one.also, one.en), False, one.needed) for one in sheet.columns)
    return KnownTable("register", sheet.id, (sheet.zh, *sheet.also, sheet.en, sheet.id), columns, register=sheet)


@dataclass
class _Reading:
    """A sheet that is being read."""

    grid: Grid
    head: Head
    sheet: RegisterSheet
    key_of: KeyOf
    key_column: str
    file: str
    digest: str

    def read(self) -> ReadSheet:
        """Its rows, and what is wrong with them."""
        grid, headings = self.grid, tuple(heading.shown for heading in self.head.headings)
        places, problems = self._places(headings)
        missing = [column.zh for column in self.sheet.columns if column.needed and column.id not in places]
        if missing:
            lacks = self._problem(
                "column-missing", None, None, Severity.ERROR, Fate.NOT_READ, values={"others": missing}
            )
            return ReadSheet((), (*problems, lacks), self.file, grid.sheet, self.digest)
        first = self.head.row + self.head.depth
        key = places[self.key_column][0] if self.key_column in places else min(at for at, _ in places.values())
        rows = rows_of(grid, first, range(self.head.row, first), key)
        frame, flaws = read_register(
            self.sheet, Placed(places, grid.columns, rows.data.astype(np.intp), grid.from_1904)
        )
        lines: list[int] = rows.data.tolist()
        for flaw in flaws:
            as_it_stands = not flaw.holds and flaw.kind.startswith(_CODES)
            severity, fate = (Severity.WARNING, Fate.TAKEN) if as_it_stands else (Severity.ERROR, Fate.HELD)
            where = lines[flaw.position], flaw.column
            head = headings[flaw.column]
            problems.append(self._problem(flaw.kind, *where, severity, fate, flaw.value, head, flaw.values))
        found: list[Row] = []
        seen: dict[str, int] = {}
        days = {column.id for column in self.sheet.columns if column.type is Type.DAY}
        for told in frame.iter_rows(named=True):
            line = lines[told.pop("position")]
            values = {
                name: day_of(held).isoformat() if name in days else held
                for name, held in told.items()
                if held is not None
            }
            item = self.key_of(values)
            if item in seen:
                again = {"row": seen[item] + 1}
                twice = self._problem("item-twice", line, key, Severity.ERROR, Fate.HELD, item, headings[key], again)
                problems.append(twice)
                continue
            seen[item] = line
            found.append(Row(item, values, line + 1))
        return ReadSheet(
            tuple(found),
            tuple(problems),
            self.file,
            grid.sheet,
            self.digest,
            frozenset(places),
            Cells(headings, tuple((line + 1, tuple(grid.row(line))) for line in lines)),
            {name: at for name, (at, _) in places.items()},
        )

    def _places(self, headings: Sequence[str]) -> tuple[dict[str, tuple[int, int]], list[Problem]]:
        """Where the columns stand, with the factor of their amounts; and headings that fit less well than others."""
        places: dict[str, tuple[int, int]] = {}
        problems = []
        for at, match in sorted(self.head.fits.get(0, {}).items()):
            column = self.sheet.columns[match.column]
            if column.id in places:
                values = {"heading": headings[at], "others": [headings[places[column.id][0]]]}
                less_sure = self._problem("heading-less-sure", None, at, Severity.NOTE, Fate.NOT_READ, values=values)
                problems.append(less_sure)
                continue
            unit = spelled(headings[at])
            places[column.id] = at, unit.factor if unit.unit == "yuan" else 1
        return places, problems

    def _problem(
        self,
        kind: str,
        row: int | None,
        column: int | None,
        severity: Severity,
        fate: Fate,
        value: str = "",
        heading: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> Problem:
        at = Place(self.grid.file, self.grid.sheet, *(None if one is None else one + 1 for one in (row, column)))
        return Problem(kind, at, severity, fate, value, heading, values=values or {})
