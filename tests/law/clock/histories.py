"""Random lawful and unlawful histories of a term: strategies for hypothesis, and fast columns for great numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from yifa.law.clock import Calendar, Due, Extension, ExtensionRule, Length, Pause, Term, Unit, due
from yifa.law.clock.bulk import NO_DAY, STILL_OPEN, Dues, due_many

UNITS = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.YEARS)
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class History:
    """One case: what the rule gives and what happened."""

    start: date
    n: int
    unit: Unit
    rolls: bool
    pauses: tuple[tuple[date, date | None], ...] = ()
    extensions: tuple[tuple[date, int], ...] = ()
    times: int = 2

    def term(self) -> Term:
        rule = ExtensionRule(Length(10_000, self.unit), times=self.times)
        return Term(Length(self.n, self.unit), rolls=self.rolls, stops_for=frozenset({"pause"}), extension=rule)

    def due(self, calendar: Calendar) -> Due:
        return due(
            self.term(),
            self.start,
            calendar,
            pauses=[Pause(begins, ends, "pause") for begins, ends in self.pauses],
            extensions=[Extension(on, Length(n, self.unit)) for on, n in self.extensions],
        )


LONGEST = {Unit.WORKING_DAYS: 45, Unit.CALENDAR_DAYS: 120, Unit.MONTHS: 9, Unit.YEARS: 3}
days = st.dates(date(2018, 7, 1), date(2027, 6, 30))


@st.composite
def histories(draw: st.DrawFn, *, open_pauses: bool = True, pauses: int = 3, extensions: int = 2) -> History:
    """A history of any unit, with pauses and extensions thrown anywhere around the term."""
    unit = draw(st.sampled_from(UNITS))
    start = draw(days)
    reach = {Unit.YEARS: 900, Unit.MONTHS: 300}.get(unit, 140)
    stops = []
    for _ in range(draw(st.integers(0, pauses))):
        begins = start + timedelta(days=draw(st.integers(-20, reach)))
        length = draw(st.integers(0, 40)) if not open_pauses or draw(st.integers(0, 12)) else None
        stops.append((begins, None if length is None else begins + timedelta(days=length)))
    granted = [
        (start + timedelta(days=draw(st.integers(0, reach))), draw(st.integers(1, 3 if unit is Unit.YEARS else 30)))
        for _ in range(draw(st.integers(0, extensions)))
    ]
    n = draw(st.integers(1, LONGEST[unit]))
    return History(start, n, unit, draw(st.booleans()), tuple(stops), tuple(granted), draw(st.integers(0, 2)))


@dataclass(frozen=True)
class Columns:
    """Many histories of one unit and one rule, as arrays."""

    unit: Unit
    rolls: bool
    start: NDArray[np.int64]
    n: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    approved: NDArray[np.int64]
    more: NDArray[np.int64]
    times: int = 2

    def dues(self, calendar: Calendar) -> Dues:
        return due_many(
            calendar,
            self.start,
            self.n,
            self.unit,
            rolls=self.rolls,
            pauses=(self.begins, self.ends),
            extensions=(self.approved, self.more),
            times=self.times,
        )

    def moved_to(self, start: NDArray[np.int64]) -> Columns:
        """The same histories, each begun on another day."""
        by = (start - self.start)[:, None]
        begins = np.where(self.begins == NO_DAY, NO_DAY, self.begins + by)
        ends = np.where(self.ends >= STILL_OPEN, STILL_OPEN, self.ends + by)
        approved = np.where(self.approved == NO_DAY, NO_DAY, self.approved + by)
        return replace(self, start=start, begins=begins, ends=ends, approved=approved)

    def row(self, place: int) -> History:
        stops = [
            (as_date(begins), None if ends >= STILL_OPEN else as_date(ends))
            for begins, ends in zip(self.begins[place], self.ends[place], strict=True)
            if begins != NO_DAY
        ]
        granted = [
            (as_date(on), int(n)) for on, n in zip(self.approved[place], self.more[place], strict=True) if on != NO_DAY
        ]
        n = int(self.n[place])
        return History(as_date(self.start[place]), n, self.unit, self.rolls, tuple(stops), tuple(granted), self.times)


def columns(rows: int, unit: Unit, *, rolls: bool, seed: int) -> Columns:
    """So many random histories; most stay within the notices, some leave them at either end."""
    random = np.random.default_rng(seed)
    first, last = (date(2018, 9, 1) - EPOCH).days, (date(2027, 2, 28) - EPOCH).days
    start = random.integers(first, last, rows)
    reach = {Unit.YEARS: 900, Unit.MONTHS: 300}.get(unit, 120)
    begins = start[:, None] + random.integers(-15, reach, (rows, 3))
    ends = begins + random.integers(0, 35, (rows, 3))
    ends = np.where(random.random((rows, 3)) < 0.05, STILL_OPEN, ends)
    unused = random.random((rows, 3)) < 0.45
    approved = start[:, None] + random.integers(0, reach, (rows, 2))
    idle = random.random((rows, 2)) < 0.6
    more = random.integers(1, 3 if unit is Unit.YEARS else 8 if unit is Unit.MONTHS else 31, (rows, 2))
    return Columns(
        unit,
        rolls,
        start,
        random.integers(1, LONGEST[unit] + 1, rows),
        np.where(unused, NO_DAY, begins),
        ends,
        np.where(idle, NO_DAY, approved),
        more,
    )


def as_date(day: int | np.int64) -> date:
    return EPOCH + timedelta(days=int(day))


def as_date_or_none(day: np.int64) -> date | None:
    return None if day >= STILL_OPEN or day == NO_DAY else as_date(day)
