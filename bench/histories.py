"""Invented terms and what happened to them, seeded, as columns and one by one; nothing here is timed.

Starts lie in the years that have a holiday notice, the last months of which reach past the last notice and so make
some answers provisional. Half the lengths and how often a term is paused or extended are ours, not counted anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yifa.law.clock import Calendar, Due, Extension, ExtensionRule, Length, Pause, Term, Unit, due
from yifa.law.clock.bulk import NO_DAY, STILL_OPEN, Dues, due_many

SEED = 20_190_101
EPOCH = date(1970, 1, 1)
LENGTHS = {
    Unit.WORKING_DAYS: (3, 5, 7, 10, 15, 20, 30, 45),
    Unit.CALENDAR_DAYS: (7, 10, 15, 30, 60, 90),
    Unit.MONTHS: (1, 2, 3, 6, 12),
}
SHARES = {Unit.WORKING_DAYS: 0.4, Unit.CALENDAR_DAYS: 0.4, Unit.MONTHS: 0.2}
"""How many of a mixed batch are counted in each unit."""
DAYS_OF = {Unit.WORKING_DAYS: 1.45, Unit.CALENDAR_DAYS: 1, Unit.MONTHS: 30.4}
PAUSES = 3
LONGEST_PAUSE = 40
OPEN_SHARE = 0.03
EXTENSIONS = 2
EXTENDED_SHARES = (0.20, 0.05)
"""How many terms have a first and a second extension."""

Days = NDArray[np.int64]


class Case(NamedTuple):
    """One term and its facts, as `due` takes them."""

    term: Term
    start: date
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def due(self, calendar: Calendar) -> Due:
        """The answer of the clock."""
        return due(self.term, self.start, calendar, pauses=self.pauses, extensions=self.extensions)


@dataclass(frozen=True)
class Columns:
    """Many terms of one unit. Pauses and extensions are rows × slots; unused slots hold NO_DAY."""

    unit: Unit
    start: Days
    n: Days
    begins: Days
    ends: Days
    approved: Days
    more: Days

    def dues(self, calendar: Calendar, *, pauses: bool = True, extensions: bool = True) -> Dues:
        """The answers of the clock, with or without what happened."""
        return due_many(
            calendar,
            self.start,
            self.n,
            self.unit,
            pauses=(self.begins, self.ends) if pauses else None,
            extensions=(self.approved, self.more) if extensions else None,
            times=EXTENSIONS,
        )

    def case(self, row: int, *, pauses: bool = True, extensions: bool = True) -> Case:
        """One row, by itself."""
        rule = ExtensionRule(Length(10_000, self.unit), times=EXTENSIONS)
        stops = [
            Pause(as_date(begins), None if ends >= STILL_OPEN else as_date(ends), "hearing")
            for begins, ends in zip(self.begins[row], self.ends[row], strict=True)
            if begins != NO_DAY
        ]
        grants = [
            Extension(as_date(on), Length(int(more), self.unit))
            for on, more in zip(self.approved[row], self.more[row], strict=True)
            if on != NO_DAY
        ]
        term = Term(Length(int(self.n[row]), self.unit), stops_for=frozenset({"hearing"}), extension=rule)
        return Case(term, as_date(self.start[row]), tuple(stops * pauses), tuple(grants * extensions))


def columns(rows: int, unit: Unit, *, first: date, last: date, least_pauses: int = 0) -> Columns:
    """So many terms with `least_pauses` to three pauses each and at most two extensions."""
    random = np.random.default_rng([SEED, list(LENGTHS).index(unit), least_pauses])
    start = random.integers((first - EPOCH).days, (last - EPOCH).days + 1, rows)
    n = random.choice(LENGTHS[unit], rows)
    reach = np.ceil(n * DAYS_OF[unit] * 1.5).astype(np.int64)[:, None]
    begins = start[:, None] + random.integers(0, reach, (rows, PAUSES))
    ends = begins + random.integers(1, LONGEST_PAUSE + 1, (rows, PAUSES))
    ends = np.where(random.random((rows, PAUSES)) < OPEN_SHARE, STILL_OPEN, ends)
    used = np.arange(PAUSES) < random.integers(least_pauses, PAUSES + 1, rows)[:, None]
    approved = start[:, None] + random.integers(0, reach, (rows, EXTENSIONS))
    granted = random.random(rows)[:, None] < EXTENDED_SHARES
    more = np.maximum(n[:, None] // random.integers(1, 4, (rows, EXTENSIONS)), 1)
    return Columns(unit, start, n, np.where(used, begins, NO_DAY), ends, np.where(granted, approved, NO_DAY), more)


def mixed(rows: int, *, first: date, last: date, least_pauses: int = 0) -> list[Columns]:
    """So many terms in the shares of `SHARES`, one batch for each unit, as a rule has one unit."""
    return [
        columns(max(round(rows * share), 1), unit, first=first, last=last, least_pauses=least_pauses)
        for unit, share in SHARES.items()
    ]


def as_date(day: int | np.int64) -> date:
    """A day counted from 1970-01-01."""
    return EPOCH + timedelta(days=int(day))
