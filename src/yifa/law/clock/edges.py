"""Rows of a column that may look past the first or the last day of the calendar's tables, asked one by one.

Columns take what lies outside a table from its edge; whether a row really needed that day, only the count for one case
says. Ordinary rows never come here: the tables reach decades to both sides of the notices.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from yifa.law.clock.calendar import Calendar, OutOfCalendar
from yifa.law.clock.dues import NO_DAY, STILL_OPEN, Days
from yifa.law.clock.fold import Due, due
from yifa.law.clock.lengths import Length, Unit
from yifa.law.clock.terms import Extension, ExtensionRule, Pause, Term

_EPOCH = date(1970, 1, 1).toordinal()
_LAST = date.max.toordinal()
_KIND = "any"
_SLACK = 60  # days: longer than any run of days off, so that no roll-over reaches past a row's bound
_AT_MOST = {Unit.CALENDAR_DAYS: 1, Unit.WORKING_DAYS: 3, Unit.MONTHS: 31, Unit.YEARS: 366}
# days to a unit: no stretch of working days takes three times as long, whatever the notices to come say


@dataclass(frozen=True)
class Asked:
    """What `due_many` was asked, row by row; days are counted from 1970-01-01."""

    lengths: Days
    unit: Unit
    rolls: bool
    stops: tuple[Days, Days]
    grants: tuple[Days, Days]
    times: int
    at_most: int | None

    def near_an_edge(self, calendar: Calendar, place: Days) -> list[int]:
        """The rows that are neither wholly inside the tables nor wholly outside; `place`: of their start, there."""
        begins, ends = self.stops
        closed = (begins != NO_DAY) & (begins < STILL_OPEN) & (ends < STILL_OPEN)
        stopped = np.where(closed, np.maximum(ends - begins, 0), 0).sum(axis=1)
        more = np.where(self.grants[0] != NO_DAY, np.maximum(self.grants[1], 0), 0).sum(axis=1)
        last = place + (self.lengths + more) * _AT_MOST[self.unit] + stopped + _SLACK
        outside = (place >= calendar.size) | (place < 0 if self.unit is Unit.WORKING_DAYS else last < 0)
        inside = (place >= 1) & (last < calendar.size)
        rows: list[int] = np.flatnonzero(~outside & ~inside & (self.lengths > 0)).tolist()
        return rows

    def due_of_row(self, calendar: Calendar, row: int, start: int) -> Due | None:
        """The answer for one row that begins on an ordinal, or None where no table covers it."""
        grants = [(on, more) for on, more in self._slots(self.grants, row) if more > 0]
        most = self.at_most or max((more for _, more in grants), default=1)
        rule = ExtensionRule(Length(most, self.unit), times=self.times)
        term = Term(
            Length(int(self.lengths[row]), self.unit), rolls=self.rolls, stops_for=frozenset({_KIND}), extension=rule
        )
        pauses = [
            Pause(date.fromordinal(begins), date.fromordinal(min(ends, _LAST)) if ends < STILL_OPEN else None, _KIND)
            for begins, ends in self._slots(self.stops, row, shift=_EPOCH)
            if ends >= begins
        ]
        extensions = [Extension(date.fromordinal(on), Length(more, self.unit)) for on, more in grants]
        try:
            return due(term, date.fromordinal(start), calendar, pauses=pauses, extensions=extensions)
        except OutOfCalendar:
            return None

    @staticmethod
    def _slots(pair: tuple[Days, Days], row: int, *, shift: int = 0) -> list[tuple[int, int]]:
        """The used slots of a row whose first day a date can hold, that day as an ordinal, the second side shifted."""
        found = []
        for first, second in zip(pair[0][row].tolist(), pair[1][row].tolist(), strict=True):
            if first != NO_DAY and 1 <= first + _EPOCH <= _LAST:
                found.append((first + _EPOCH, second if second >= STILL_OPEN else second + shift))
        return found
