"""What is kept of a sheet when it was read: what became of its rows, and those held back, as they stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yifa.ledgers.problems import Fate, Problem
from yifa.ledgers.sheets import Cell
from yifa.ledgers.taken import HeldRow, HeldSheet, SheetRows
from yifa.ledgers.taking_in.sheet import Sheet

Origin = tuple[str, str, int]


@dataclass(frozen=True)
class Done:
    """A sheet that was read: what became of its rows; of those held the row as Excel counts, its origin, its cells."""

    rows: SheetRows
    sheet: str | None
    headings: tuple[str, ...]
    personal: frozenset[int]
    held: tuple[tuple[int, Origin, tuple[Cell, ...]], ...]


def done_with(sheet: Sheet, held: Sequence[int], copies: int, moved: Mapping[tuple[str, str], int]) -> Done:
    """What is kept of a sheet; `held`: the positions of rows held back, `moved`: by file and sheet how many rows
    a needs-correction sheet tells anew.
    """
    grid, size = sheet.grid, int(sheet.rows.size)
    elsewhere = moved.get((grid.file, grid.sheet), 0)
    rows = SheetRows(
        grid.file,
        grid.sheet,
        sheet.table.key,
        size + sheet.aside + elsewhere,
        size - len(held) - copies,
        copies,
        len(held),
        sheet.aside,
        elsewhere,
    )
    name = grid.sheet if grid.is_workbook else None
    return Done(rows, name, sheet.headings, _personal(sheet), tuple(_row(sheet, position) for position in held))


def held_sheets(done: Iterable[Done], problems: Sequence[Problem]) -> Iterator[HeldSheet]:
    """The rows of each sheet that are held, where there are any, with what is wrong in them."""
    about: dict[tuple[str, str | None, int], list[Problem]] = {}
    for one in problems:
        if one.place.row is not None and one.fate in (Fate.HELD, Fate.TAKEN):
            about.setdefault((one.place.file, one.place.sheet, one.place.row), []).append(one)
    for sheet in done:
        rows = tuple(
            HeldRow(*origin, cells, tuple(about.get((sheet.rows.file, sheet.sheet, row), ())))
            for row, origin, cells in sheet.held
        )
        if rows:
            of = sheet.rows
            yield HeldSheet(of.file, of.sheet, of.table, sheet.headings, rows, sheet.personal)


def _row(sheet: Sheet, position: int) -> tuple[int, Origin, tuple[Cell, ...]]:
    row = int(sheet.rows[position])
    origin = sheet.origins[position] if sheet.origins is not None else None
    return row + 1, origin or (sheet.grid.file, sheet.grid.sheet, row + 1), tuple(sheet.grid.row(row))


def _personal(sheet: Sheet) -> frozenset[int]:
    declared = sheet.table.sheet.columns if sheet.table.sheet is not None else ()
    registered = sheet.table.register.columns if sheet.table.register is not None else ()
    ids = {one.id for one in declared if one.personal} | {one.id for one in registered if one.personal}
    return frozenset(held.place for name in ids for held in sheet.columns.get(name, ()))
