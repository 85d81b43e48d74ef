"""Reads a list out of the workbook an office has: headings are found as those of ledgers are, rows told if wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
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
from yifa.ledgers.sheets import Grid, NotOpened, open_file
from yifa.ledgers.taking_in.asides import rows_of
from yifa.record.lists.choices import ListKind
from yifa.record.lists.sheets import KEYS, SHEETS

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One item as it was read: what it is known by, what its columns say, and in which row of the sheet it stood."""

    key: str
    values: Values
    row: int = 0


@dataclass(frozen=True)
class ReadList:
    """A list as it was read. With an error among its problems it is not taken in."""

    kind: ListKind
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: str = ""
    sheet: str = ""
    digest: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was held back."""
        return all(one.severity is not Severity.ERROR for one in self.problems)


def key_of(kind: ListKind, values: Values) -> str:
    """What an item of such values is known by."""
    if kind is ListKind.ENTERPRISES:
        return "".join(str(values.get("code") or "").split()).upper()
    return "/".join(str(values.get(name) or "") for name in KEYS[kind])


def read_list(path: Path, kind: ListKind, *, sheet: str | None = None) -> ReadList:
    """Read the sheet of a workbook that fits the kind of list best; `sheet` names another.

    What is wrong is told by file, sheet, row, column, what stood there and what was expected.
    """
    name = path.name
    try:
        grids = open_file(path, name)
    except NotOpened as error:
        return _unread(kind, name, f"file-{error.why}", detail=error.detail)
    known = Known((_table(SHEETS[kind]),))
    found: tuple[Grid, Head] | None = None
    for grid in grids:
        head = find_head(grid, known) if sheet in (None, grid.sheet) else None
        if head is not None and (found is None or head.best > found[1].best):
            found = grid, head
    if found is None:
        return _unread(kind, name, "sheet-unknown", rows=sum(grid.rows for grid in grids))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return _read(*found, kind, name, digest)


def _unread(kind: ListKind, file: str, problem: str, **values: Any) -> ReadList:
    told = Problem(problem, Place(file), Severity.ERROR, Fate.NOT_READ, values=values)
    return ReadList(kind, problems=(told,), file=file)


def _table(sheet: RegisterSheet) -> KnownTable:
    columns = tuple(KnownColumn(one.id, (one.zh, *one.also, one.en), False, one.needed) for one in sheet.columns)
    return KnownTable("register", sheet.id, (sheet.zh, *sheet.also, sheet.en, sheet.id), columns, register=sheet)


def _read(grid: Grid, head: Head, kind: ListKind, file: str, digest: str) -> ReadList:
    sheet = SHEETS[kind]
    places: dict[str, tuple[int, int]] = {}
    problems: list[Problem] = []
    headings = [heading.shown for heading in head.headings]
    for at, match in sorted(head.fits.get(0, {}).items()):
        column = sheet.columns[match.column]
        if column.id in places:
            values = {"heading": headings[at], "others": [headings[places[column.id][0]]]}
            problems.append(_problem("heading-less-sure", grid, None, at, Severity.NOTE, Fate.NOT_READ, values=values))
            continue
        unit = spelled(headings[at])
        places[column.id] = at, unit.factor if unit.unit == "yuan" else 1
    missing = [column.zh for column in sheet.columns if column.needed and column.id not in places]
    if missing:
        problems.append(
            _problem("column-missing", grid, None, None, Severity.ERROR, Fate.NOT_READ, values={"others": missing})
        )
        return ReadList(kind, (), tuple(problems), file, grid.sheet, digest)
    first = head.row + head.depth
    key = places[KEYS[kind][0]][0]
    rows = rows_of(grid, first, range(head.row, first), key)
    frame, flaws = read_register(sheet, Placed(places, grid.columns, rows.data.astype(np.intp), grid.from_1904))
    lines = rows.data.tolist()
    for flaw in flaws:
        severity, fate = (Severity.ERROR, Fate.HELD) if flaw.holds else (Severity.WARNING, Fate.TAKEN)
        problems.append(
            _problem(
                flaw.kind,
                grid,
                lines[flaw.position],
                flaw.column,
                severity,
                fate,
                value=flaw.value,
                heading=headings[flaw.column],
                values=flaw.values,
            )
        )
    found = []
    seen: dict[str, int] = {}
    days = {column.id for column in sheet.columns if column.type is Type.DAY}
    for told in frame.iter_rows(named=True):
        line = lines[told.pop("position")]
        values = {
            name: day_of(held).isoformat() if name in days else held for name, held in told.items() if held is not None
        }
        item = key_of(kind, values)
        if item in seen:
            again = {"row": seen[item] + 1}
            problems.append(
                _problem(
                    "item-twice",
                    grid,
                    line,
                    key,
                    Severity.ERROR,
                    Fate.HELD,
                    value=item,
                    heading=headings[key],
                    values=again,
                )
            )
            continue
        seen[item] = line
        found.append(Row(item, values, line + 1))
    return ReadList(kind, tuple(found), tuple(problems), file, grid.sheet, digest)


def _problem(
    kind: str,
    grid: Grid,
    row: int | None,
    column: int | None,
    severity: Severity,
    fate: Fate,
    *,
    value: str = "",
    heading: str = "",
    values: Mapping[str, Any] | None = None,
) -> Problem:
    place = Place(grid.file, grid.sheet, None if row is None else row + 1, None if column is None else column + 1)
    return Problem(kind, place, severity, fate, value, heading, values=values or {})
