"""Sheets that are known, and those of many files that have the same columns joined, so that all are read at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from yifa.law.catalogue.ledgers import Ledger, LedgerColumn, LedgerSheet
from yifa.ledgers.headings.known import KnownTable
from yifa.ledgers.problems import Place
from yifa.ledgers.sheets import Cell, Column, Grid
from yifa.ledgers.sheets.grid import smallest
from yifa.ledgers.taken import MappedColumn, MappedSheet

Truths = NDArray[np.bool_]
Positions = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Held:
    """A column that holds a column of the table: where, its heading, the unit it names and the factor of amounts."""

    place: int
    heading: str
    unit: str | None
    factor: int


@dataclass(frozen=True)
class Sheet:
    """A sheet with its table. `columns`: by the id of the table's column the columns of the grid that hold it.

    `rows`: the rows of the grid that tell of cases. `group`: what lies together (a workbook). `organ`: the organ whose
    sheet it is by its names, where no cell says otherwise. `origins`: for a needs-correction sheet, from which file,
    sheet and row each row came, else None. `rank`: its number among all sheets of the folder.
    """

    grid: Grid
    table: KnownTable
    group: str
    first_row: int
    columns: Mapping[str, tuple[Held, ...]]
    mapped: tuple[MappedColumn, ...]
    rows: Positions
    aside: int = 0
    organ: str | None = None
    origins: tuple[tuple[str, str, int] | None, ...] | None = None
    headings: tuple[str, ...] = ()
    rank: int = field(default=0)
    declared: frozenset[str] = frozenset()
    """Acts of which a mapping file says that they did not occur in any of its cases."""

    def place(self, position: int, column: int | None = None) -> Place:
        """Where a row (by its position among the rows of cases) stands."""
        at = None if column is None else column + 1
        sheet = self.grid.sheet if self.grid.is_workbook else None
        return Place(self.grid.file, sheet, int(self.rows[position]) + 1, at)

    @property
    def whole(self) -> Place:
        """The sheet as a whole."""
        return Place(self.grid.file, self.grid.sheet if self.grid.is_workbook else None)

    @property
    def as_mapped(self) -> MappedSheet:
        """What it and its columns were taken for."""
        return MappedSheet(self.grid.file, self.grid.sheet, self.table.key, self.mapped, self.declared)

    @property
    def layout(self) -> tuple[object, ...]:
        """What must agree for sheets to be joined: the table, the columns and how they are read."""
        columns = tuple(
            (name, tuple((one.heading, one.unit, one.factor) for one in held))
            for name, held in sorted(self.columns.items())
        )
        return self.table.key, columns, self.grid.from_1904, self.origins is not None


class Joined:
    """Sheets of one layout as one: their rows one after the other, each known by its position.

    `part` is the place of a row's sheet among `sheets`. Columns count among those that are known.
    """

    def __init__(self, sheets: Sequence[Sheet], left_out: Iterable[tuple[int, int]] = ()) -> None:
        self.sheets = tuple(sheets)
        self.starts = np.cumsum([0, *(one.rows.size for one in sheets)])
        self.size = int(self.starts[-1])
        self.part = np.repeat(np.arange(len(sheets), dtype=np.int32), np.diff(self.starts))
        self.left_out = frozenset(left_out)
        """Columns of single sheets that are not read: the place of the sheet, the column here."""
        self.columns: dict[str, tuple[Held, ...]] = {}
        self.cells: list[Column] = []
        self._places: list[list[int]] = []
        for name, helds in sorted(sheets[0].columns.items()):
            here = []
            for number, one in enumerate(helds):
                here.append(Held(len(self.cells), one.heading, one.unit, one.factor))
                places = [sheet.columns[name][number].place for sheet in sheets]
                self._places.append(places)
                self.cells.append(self._joined(places, len(self.cells)))
            self.columns[name] = tuple(here)

    def _joined(self, places: Sequence[int], column: int) -> Column:
        if len(self.sheets) == 1 and not self.left_out:
            only = self.sheets[0].grid.columns[places[0]]
            return Column(only.codes[self.sheets[0].rows], only.values)
        known: dict[Cell, int] = {"": 0}
        parts = []
        for number, (sheet, place) in enumerate(zip(self.sheets, places, strict=True)):
            if (number, column) in self.left_out:
                parts.append(np.zeros(sheet.rows.size, dtype=np.int32))
                continue
            own = sheet.grid.columns[place]
            codes = np.zeros(len(own.values), dtype=np.int32)
            for code, cell in enumerate(own.values):
                codes[code] = known.setdefault(cell, len(known)) if code else 0
            parts.append(codes[own.codes[sheet.rows]])
        codes = np.concatenate(parts) if parts else np.zeros(0, np.int32)
        return Column(codes.astype(smallest(len(known)), copy=False), list(known))

    @property
    def table(self) -> KnownTable:
        """The table all of them are."""
        return self.sheets[0].table

    @property
    def ledger_sheet(self) -> LedgerSheet:
        """The sheet of ledger.yaml they are."""
        assert self.table.sheet is not None  # noqa: S101 - only asked of ledgers
        return self.table.sheet

    @property
    def ledger(self) -> Ledger:
        """The ledger they belong to."""
        assert self.table.ledger is not None  # noqa: S101 - only asked of ledgers
        return self.table.ledger

    @property
    def is_main(self) -> bool:
        """Whether they have a row for each case, and make the case."""
        return self.table.is_main

    @property
    def from_1904(self) -> bool:
        """Whether bare numbers that mean days count from 1904."""
        return self.sheets[0].grid.from_1904

    @property
    def is_correction(self) -> bool:
        """Whether they are needs-correction sheets."""
        return self.sheets[0].origins is not None

    @cached_property
    def ranks(self) -> NDArray[np.int32]:
        """The rank of the sheet of each row."""
        found: NDArray[np.int32] = np.array([one.rank for one in self.sheets], dtype=np.int32)[self.part]
        return found

    @cached_property
    def rows(self) -> NDArray[np.int32]:
        """The row of each in its sheet, as Excel shows it."""
        parts = [one.rows for one in self.sheets]
        return (np.concatenate(parts) + 1).astype(np.int32) if parts else np.zeros(0, np.int32)

    def held(self, column: LedgerColumn) -> tuple[Held, ...]:
        """Where a column stands; nowhere where it is not there."""
        return self.columns.get(column.id, ())

    def sheet_of(self, position: int) -> Sheet:
        """The sheet in which a row stands."""
        return self.sheets[int(self.part[position])]

    def place(self, position: int, column: int | None = None) -> Place:
        """Where a row, or a cell of it, stands."""
        part = int(self.part[position])
        own = None if column is None else self._places[column][part]
        return self.sheets[part].place(position - int(self.starts[part]), own)

    def column_in(self, part: int, column: int) -> int:
        """The column of a sheet's own grid."""
        return self._places[column][part]

    def heading(self, position: int, column: int) -> str:
        """The heading of a column in the sheet of a row."""
        part = int(self.part[position])
        return self.sheets[part].headings[self._places[column][part]]

    def present(self, part: int) -> set[str]:
        """The columns of the table that are read in one of the sheets."""
        return {
            name for name, held in self.columns.items() if any((part, one.place) not in self.left_out for one in held)
        }


def joined(sheets: Iterable[Sheet]) -> list[Joined]:
    """Sheets of the same layout joined, in the order of their first."""
    together: dict[tuple[object, ...], list[Sheet]] = {}
    for one in sheets:
        together.setdefault(one.layout, []).append(one)
    return [Joined(ones) for ones in together.values()]
