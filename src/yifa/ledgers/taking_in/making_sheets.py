"""From a chosen table to a sheet that can be read: its columns, its rows, whose it is; rows of a needs-correction sheet
take the place of those they came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from yifa.ledgers.corrections.columns import STRUCK, OwnColumns, own_columns
from yifa.ledgers.headings.choosing import Chosen
from yifa.ledgers.headings.finding import Head
from yifa.ledgers.headings.known import Known, KnownTable
from yifa.ledgers.headings.mapping_file import Given
from yifa.ledgers.headings.reading_sheet import Columns, columns_of_sheet
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.identifiers.masking import SIGN, mask
from yifa.ledgers.problems import Fate, Place, Severity
from yifa.ledgers.sheets import Column, Grid
from yifa.ledgers.taking_in.asides import rows_of
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.sheet import Held, Sheet
from yifa.ledgers.values.texts import plain, squeezed

Origin = tuple[str, str, int]
"""A row: file, sheet, and its number as Excel shows it."""
_OPEN = {
    "heading-unknown": (Severity.WARNING, Fate.NOT_READ),
    "heading-ambiguous": (Severity.ERROR, Fate.NOT_READ),
    "heading-twice": (Severity.ERROR, Fate.NOT_READ),
    "heading-less-sure": (Severity.WARNING, Fate.NOT_READ),
}


@dataclass(frozen=True)
class Made:
    """A sheet, and, where it is a needs-correction sheet, what it replaces and strikes out."""

    sheet: Sheet
    own: OwnColumns | None = None
    struck: frozenset[Origin] = frozenset()


def make_sheet(chosen: Chosen, group: str, rank: int, notes: Notes, known: Known, given: Given | None = None) -> Made:
    """The sheet of a chosen table, one of those known; headings that are open are noted."""
    head, table = chosen.head, chosen.table
    assert head is not None  # noqa: S101 - a table is only chosen by its headings
    assert table is not None  # noqa: S101
    read = (
        known.once((head.of, chosen.number), lambda: _read(head, table, chosen.number, None))
        if given is None
        else _read(head, table, chosen.number, given.columns)
    )
    headings, own, columns, of = read.headings, read.own, read.columns, read.of
    _note_open(chosen.grid, columns, head.row + head.depth - 1, own, notes)
    first = head.row + head.depth
    grid = chosen.grid.filled_down(first)
    needed = next((column.id for column in table.columns if column.needed), "")
    key = of[needed][0].place if needed in of else None
    found = rows_of(grid, first, range(head.row, first), key)
    for row, why in found.aside:
        place = Place(grid.file, grid.sheet if grid.is_workbook else None, row + 1)
        text = next((plain(cell) for cell in grid.row(row) if plain(cell)), "")
        notes.add(f"row-{why}", place, Severity.NOTE, Fate.ASIDE, value=text)
    sheet = Sheet(
        grid,
        table,
        group,
        first,
        of,
        columns.mapped,
        found.data,
        len(found.aside),
        headings=headings,
        rank=rank,
        declared=frozenset() if given is None else given.declared,
    )
    return Made(sheet) if own is None else _with_origins(sheet, own)


@dataclass(frozen=True)
class _Read:
    """What the headings of a sheet come to: the same wherever the same stand."""

    headings: tuple[str, ...]
    own: OwnColumns | None
    columns: Columns
    of: Mapping[str, tuple[Held, ...]]


def _read(head: Head, table: KnownTable, number: int, given: Mapping[str, str | None] | None) -> _Read:
    headings = tuple(heading.shown for heading in head.headings)
    columns = columns_of_sheet(head, table, number, given)
    units = {place: spelled(heading) for place, heading in enumerate(headings)}
    of = {
        name: tuple(Held(place, headings[place], units[place].unit, units[place].factor) for place in places)
        for name, places in columns.of.items()
    }
    return _Read(headings, own_columns(headings), columns, of)


def _note_open(grid: Grid, columns: Columns, row: int, own: OwnColumns | None, notes: Notes) -> None:
    for one in columns.open:
        if own is not None and one.column in own.all:
            continue
        severity, fate = _OPEN[one.why]
        place = Place(grid.file, grid.sheet if grid.is_workbook else None, row + 1, one.column + 1)
        notes.add(
            one.why, place, severity, fate, value=one.heading, heading=one.heading, values={"others": list(one.others)}
        )


# -- needs-correction sheets ------------------------------------------------------------------------------------------


def _with_origins(sheet: Sheet, own: OwnColumns) -> Made:
    """A needs-correction sheet: where each row came from; rows struck out are none."""
    grid = sheet.grid
    origins: list[Origin | None] = []
    keep = []
    struck = set()
    for row in sheet.rows.tolist():
        file, name, number = (plain(grid.cell(row, place)) for place in (own.file, own.sheet, own.row))
        origin = (file, name, int(number)) if number.isdigit() else None
        is_struck = own.strike is not None and squeezed(plain(grid.cell(row, own.strike))) in STRUCK
        if is_struck and origin is not None:
            struck.add(origin)
        keep.append(not is_struck)
        if not is_struck:
            origins.append(origin)
    group = next((origin[0] for origin in origins if origin is not None), sheet.group)
    rows = sheet.rows[np.array(keep, dtype=np.bool_)] if keep else sheet.rows
    return Made(
        replace(sheet, rows=rows, origins=tuple(origins), group=group, aside=sheet.aside + sheet.rows.size - rows.size),
        own,
        frozenset(struck),
    )


def replaced_rows(made: Iterable[Made]) -> dict[tuple[str, str], set[int]]:
    """By file and sheet the rows (counted from 0) that a needs-correction sheet tells anew or strikes out."""
    found: dict[tuple[str, str], set[int]] = {}
    for one in made:
        for origin in (*(one.sheet.origins or ()), *one.struck):
            if origin is not None:
                found.setdefault(origin[:2], set()).add(origin[2] - 1)
    return found


def without_rows(sheet: Sheet, rows: set[int]) -> Sheet:
    """A sheet without some rows of its grid."""
    return replace(sheet, rows=sheet.rows[~np.isin(sheet.rows, sorted(rows))])


def unmasked(
    made: Made, grids: Mapping[tuple[str, str], Grid], headings: Mapping[tuple[str, str], tuple[str, ...]]
) -> Sheet:
    """A needs-correction sheet in which what was hidden and left as it was is again what the ledger says."""
    sheet = made.sheet
    columns = list(sheet.grid.columns)
    for place, column in enumerate(columns):
        hidden = [code for code, cell in enumerate(column.values) if isinstance(cell, str) and SIGN in cell]
        if not hidden or made.own is None or place in made.own.all:
            continue
        codes, values = column.codes.astype(np.int32), list(column.values)
        for row, origin in zip(sheet.rows.tolist(), sheet.origins or (), strict=False):
            if int(codes[row]) not in hidden or origin is None or origin[:2] not in grids:
                continue
            heading = sheet.headings[place]
            there = headings[origin[:2]]
            if heading in there:
                cell = grids[origin[:2]].cell(origin[2] - 1, there.index(heading))
                if _is_hidden_form(plain(column.values[codes[row]]), plain(cell)):
                    values.append(cell)
                    codes[row] = len(values) - 1
        columns[place] = Column(codes, values)
    return replace(sheet, grid=replace(sheet.grid, columns=tuple(columns)))


def _is_hidden_form(hidden: str, text: str) -> bool:
    """Whether a hidden content is this one."""
    return any(mask(text, kind) == hidden for kind in ("name", "person-id", "credit-code", "phone", "address", "text"))
