"""A sheet as a grid: for each column the different contents once, and for each row which of them it has.

Ledgers repeat themselves: a year has 365 days, yes and no are two words. So every content is read once, however many
rows have it, and a million rows stay small. Rows and columns count from 0 here; `Place` counts from 1 as Excel does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, zip_longest

import numpy as np
from numpy.typing import NDArray

Cell = str | float | int | bool | date | datetime | time | timedelta
Codes = NDArray[np.signedinteger]
BLANK = 0
"""The code of an empty cell."""
_CHUNK = 10_000


@dataclass(frozen=True)
class Column:
    """One column: `values[codes[row]]` stands in a row; `values[0]` is the empty cell."""

    codes: Codes
    values: Sequence[Cell]

    def at(self, row: int) -> Cell:
        """What stands in a row; nothing below the last."""
        return self.values[self.codes[row]] if row < self.codes.size else ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells merged into one: first and last row and column."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Grid:
    """A sheet of a file. `file` is its path below the folder; `hidden` where Excel does not show the sheet.

    `from_1904`: bare numbers that mean days count from 1904 (files of old Macintosh computers). `faults`: what was
    found while reading it (`errors`: cells that show an error such as #REF! are empty here; `undecoded`).
    """

    file: str
    sheet: str
    rows: int
    columns: tuple[Column, ...]
    merged: tuple[Merge, ...] = ()
    hidden: bool = False
    from_1904: bool = False
    faults: tuple[str, ...] = ()
    is_workbook: bool = field(default=True)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell; nothing outside the grid."""
        return self.columns[column].at(row) if column < len(self.columns) else ""

    def row(self, row: int) -> list[Cell]:
        """A whole row."""
        return [column.at(row) for column in self.columns]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it at all."""
        return not any(column.codes.any() for column in self.columns)

    def blank_rows(self) -> NDArray[np.bool_]:
        """Which rows hold nothing."""
        blank = np.ones(self.rows, dtype=np.bool_)
        for column in self.columns:
            blank &= column.codes == BLANK
        return blank

    def filled_down(self, first: int) -> Grid:
        """With what is merged over several rows standing in each of them, from a row on."""
        tall = [one for one in self.merged if one.last_row > one.first_row >= first]
        if not tall:
            return self
        codes = [column.codes.copy() for column in self.columns]
        for one in tall:
            for place in range(one.first_column, min(one.last_column + 1, len(codes))):
                codes[place][one.first_row : one.last_row + 1] = codes[place][one.first_row]
        columns = tuple(Column(held, one.values) for held, one in zip(codes, self.columns, strict=True))
        return replace(self, columns=columns)


def columns_of(rows: Iterable[Sequence[Cell]]) -> tuple[int, tuple[Column, ...]]:
    """Rows of any width as columns, and how many rows there are; empty rows and columns at the end are left off."""
    known: list[dict[Cell, int]] = []
    parts: list[list[Codes]] = []
    done = 0
    stream = iter(rows)
    while chunk := list(islice(stream, _CHUNK)):
        for place, cells in enumerate(_turned(chunk)):
            if place == len(known):
                known.append({"": BLANK})
                parts.append([np.zeros(done, dtype=np.int8)] if done else [])
            numbers = known[place]
            for cell in dict.fromkeys(cells):
                if cell in numbers:
                    continue
                if isinstance(cell, str):  # a case number stands in many sheets: one copy of it will do
                    numbers[sys.intern(cell)] = len(numbers) if cell.strip() else BLANK
                else:
                    numbers[cell] = len(numbers)
            parts[place].append(np.fromiter(map(numbers.__getitem__, cells), np.int32, len(chunk)))
        width = max(map(len, chunk))
        for place in range(width, len(known)):
            parts[place].append(np.zeros(len(chunk), dtype=np.int8))
        done += len(chunk)
    columns = [_column(numbers, held) for numbers, held in zip(known, parts, strict=True)]
    while columns and not columns[-1].codes.any():
        columns.pop()
    return _trimmed(done, columns)


def _turned(chunk: list[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    """Rows as columns."""
    width = len(chunk[0])
    return zip(*chunk, strict=True) if all(len(row) == width for row in chunk) else zip_longest(*chunk, fillvalue="")


def _column(numbers: dict[Cell, int], parts: list[Codes]) -> Column:
    values: list[Cell] = [""] * (max(numbers.values(), default=0) + 1)
    for cell, code in numbers.items():
        if code != BLANK:
            values[code] = cell
    small = smallest(len(values))
    return Column(np.concatenate([part.astype(small, copy=False) for part in parts]), values)


def smallest(values: int) -> type[np.signedinteger]:
    """The smallest kind of whole number that counts so many values."""
    return np.int8 if values <= 127 else np.int16 if values <= 32767 else np.int32


def _trimmed(rows: int, columns: list[Column]) -> tuple[int, tuple[Column, ...]]:
    last = max((int(np.flatnonzero(column.codes)[-1]) for column in columns if column.codes.any()), default=-1)
    if last + 1 == rows:
        return rows, tuple(columns)
    return last + 1, tuple(Column(column.codes[: last + 1], column.values) for column in columns)
