"""What a cell was read as, and a whole column of such readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yifa.ledgers.sheets import Cell, Column
from yifa.ledgers.sheets.grid import smallest

Truths = NDArray[np.bool_]


class Said(IntEnum):
    """What a cell says."""

    BLANK = 0
    VALUE = 1
    NONE = 2
    """That there is none: 无, 不适用, a stroke."""
    UNKNOWN = 3
    """That nobody knows: 不详, 待查."""
    BAD = 4
    """Something that cannot be read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one content says: with its value, or with the id of what is wrong."""

    said: Said
    value: Any = None
    wrong: str = ""


BLANK = Reading(Said.BLANK)
NONE = Reading(Said.NONE)
UNKNOWN = Reading(Said.UNKNOWN)
Reader = Callable[[Cell], Reading]


def value(held: Any) -> Reading:
    """A value."""
    return Reading(Said.VALUE, held)


def bad(wrong: str) -> Reading:
    """Something that cannot be read, and why."""
    return Reading(Said.BAD, None, wrong)


@dataclass(frozen=True)
class ReadColumn:
    """A column read: `readings[codes[row]]` is what a row says."""

    codes: NDArray[np.signedinteger]
    readings: Sequence[Reading]

    @cached_property
    def _said(self) -> NDArray[np.int8]:
        return np.fromiter((one.said for one in self.readings), np.int8, len(self.readings))

    def says(self, *what: Said) -> Truths:
        """Which rows say one of these."""
        found: Truths = np.isin(self._said, what)[self.codes]
        return found

    @property
    def filled(self) -> Truths:
        """Which rows say anything."""
        return ~self.says(Said.BLANK)

    def where(self, fits: Callable[[Reading], bool]) -> Truths:
        """Which rows hold a reading of which this is so."""
        found = np.fromiter((fits(one) for one in self.readings), np.bool_, len(self.readings))
        told: Truths = found[self.codes]
        return told

    def values(self, of: Callable[[Any], Any] = lambda held: held, *, none: Any = None) -> list[Any]:
        """The values by code; None where there is none, `none` where the cell says that there is none."""
        return [
            of(one.value) if one.said is Said.VALUE else none if one.said is Said.NONE else None
            for one in self.readings
        ]


def read_column(column: Column, read: Reader, rows: NDArray[np.intp] | None = None) -> ReadColumn:
    """Read a column at some rows (None: all); contents that stand in none of them are not read."""
    codes = column.codes if rows is None else column.codes[rows]
    used = np.zeros(len(column.values), dtype=np.bool_)
    used[codes] = True
    used[0] = True
    places = np.flatnonzero(used)
    readings = [BLANK, *(read(column.values[place]) for place in places[1:].tolist())]
    fresh = np.zeros(len(column.values), dtype=np.int32)
    fresh[places] = np.arange(places.size, dtype=np.int32)
    return ReadColumn(fresh.astype(smallest(places.size))[codes], readings)
