"""The same answers as `due`, for whole columns at once (NumPy).

Every array has one row per case. Days are whole numbers counted from 1970-01-01, as in `datetime64[D]`. What the rule
does not know whatever the day (wrong kind of pause, wrong approver, untold) is set aside by the caller: an unused slot
holds `NO_DAY`. A column of cases answers alike, row by row, to `due` called for each; the tests hold both to it.

Columns are answered a block at a time, so that a block stays in the processor's cache, and rows with extensions apart
from rows without, because an extension makes the clock count anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from yifa.law.clock.calendar import Calendar, Reading
from yifa.law.clock.dues import NO_DAY, STILL_OPEN, Days, Dues
from yifa.law.clock.edges import Asked
from yifa.law.clock.fold import ImpossibleTerm
from yifa.law.clock.lengths import Unit
from yifa.law.clock.months import corresponding_days

_EPOCH = 719_163  # the proleptic ordinal of 1970-01-01
_BLOCK = 1 << 15  # rows: the fastest of 2^12 … 2^19 that `python -m bench clock` was tried with


def due_many(
    calendar: Calendar,
    start: ArrayLike,
    n: ArrayLike,
    unit: Unit,
    *,
    rolls: bool = True,
    pauses: tuple[ArrayLike, ArrayLike] | None = None,
    extensions: tuple[ArrayLike, ArrayLike] | None = None,
    times: int = 1,
    at_most: int | None = None,
) -> Dues:
    """The last days of "within `n` `unit` after `start`" for all rows.

    `pauses`: two arrays (rows × slots) of first and last days. `extensions`: two arrays of approval days and lengths in
    the same unit as the term; at most `times` of them count, each cut to `at_most`. `n` is one number or one per row.
    A row that must look beyond the calendar's tables, where `due` raises `OutOfCalendar`, is marked `beyond`.
    """
    if unit not in (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS):
        raise ImpossibleTerm((), f"{unit}: columns are counted in calendar days, working days, months or years")
    begun = _days(start)
    scale = 12 if unit is Unit.YEARS else 1
    lengths = np.broadcast_to(np.asarray(n, dtype=np.int64), begun.shape)
    rule = _Rule(Unit.MONTHS if unit is Unit.YEARS else unit, rolls, times)
    stops, grants = _slots(begun.size, pauses), _slots(begun.size, extensions)
    answers = Dues(*(np.empty(begun.shape, dtype=kind) for kind in (*[np.int64] * 3, np.bool_, np.int64, np.bool_)))
    for rows in _blocks((grants[0] != NO_DAY).any(axis=1)):
        facts = _Facts(stops, grants, rows, calendar.origin, at_most, scale)
        block = _answer(calendar, begun[rows], lengths[rows] * scale, rule, facts)
        for name, column in vars(block).items():
            getattr(answers, name)[rows] = column
    if rule.rolls or rule.unit is Unit.WORKING_DAYS:
        _ask_again_at_the_edges(calendar, answers, begun, Asked(lengths, unit, rolls, stops, grants, times, at_most))
    return answers


def _ask_again_at_the_edges(calendar: Calendar, answers: Dues, begun: Days, asked: Asked) -> None:
    """Put the answers for one case in place of those that may have been taken from the edge of a table."""
    for row in asked.near_an_edge(calendar, begun + (_EPOCH - calendar.origin)):
        answers.put(row, asked.due_of_row(calendar, row, int(begun[row]) + _EPOCH))


def _answer(calendar: Calendar, start: Days, lengths: Days, rule: _Rule, facts: _Facts) -> Dues:
    """The answers for one block of rows: the late reading, and the early one where the calendar leaves a day open."""
    late = _Walk(calendar, calendar.late, start, lengths, rule, facts)
    late.run()
    sure = late.sure
    latest = late.due
    earliest, provisional = latest, np.zeros(start.shape, dtype=bool)
    unsure = np.flatnonzero(~sure)
    if unsure.size:
        early = _Walk(calendar, calendar.early, start[unsure], lengths[unsure], rule, facts.rows(unsure))
        early.run()
        earliest = latest.copy()
        earliest[unsure] = early.due
        provisional[unsure] = ~late.certain(unsure) | (early.due != latest[unsure])
    return Dues(latest, earliest, late.end, provisional, late.second_reading(), late.beyond)


def _blocks(apart: NDArray[np.bool_]) -> Iterator[slice | NDArray[np.intp]]:
    """The places of all rows, block by block; rows to be kept apart never share a block with others."""
    for places in (np.flatnonzero(~apart), np.flatnonzero(apart)):
        for first in range(0, places.size, _BLOCK):
            block = slice(first, first + _BLOCK)
            yield block if places.size == apart.size else places[block]


@dataclass(frozen=True)
class _Rule:
    unit: Unit
    rolls: bool
    times: int


class _Facts:
    """Pauses and extensions of some rows, in order of time row by row; days are indices into the calendar's tables."""

    def __init__(
        self,
        stops: tuple[Days, Days],
        grants: tuple[Days, Days],
        rows: slice | NDArray[np.intp],
        origin: int,
        at_most: int | None,
        scale: int,
    ) -> None:
        shift = _EPOCH - origin
        ends = np.where(stops[1][rows] < STILL_OPEN, stops[1][rows] + shift, STILL_OPEN)
        more = (grants[1][rows] if at_most is None else np.minimum(grants[1][rows], at_most)) * scale
        self.begins, self.ends = self._sorted(stops[0][rows], shift, ends)
        self.on, self.more = self._sorted(grants[0][rows], shift, more)

    @staticmethod
    def _sorted(first: Days, shift: int, second: Days) -> tuple[list[Days], list[Days]]:
        """Columns of days and of what goes with them, ordered by day, unused slots last."""
        used = (first != NO_DAY) & (first < STILL_OPEN)
        days = list(np.ascontiguousarray(np.where(used, first + shift, STILL_OPEN).T))
        others = list(np.ascontiguousarray(second.T))
        for width in range(len(days) - 1, 0, -1):
            for slot in range(width):
                day, next_day, other, next_other = *days[slot : slot + 2], *others[slot : slot + 2]
                swap = next_day < day
                if swap.any():
                    days[slot : slot + 2] = np.minimum(day, next_day), np.maximum(day, next_day)
                    others[slot : slot + 2] = np.where(swap, next_other, other), np.where(swap, other, next_other)
        return days, others

    def rows(self, chosen: NDArray[np.intp]) -> _Facts:
        """The facts of some rows."""
        part = object.__new__(_Facts)
        for name in ("begins", "ends", "on", "more"):
            setattr(part, name, [column[chosen] for column in getattr(self, name)])
        return part


class _Walk:
    """One pass over the facts on one reading of the calendar; days are indices into its tables."""

    def __init__(
        self, calendar: Calendar, reading: Reading, start: Days, lengths: Days, rule: _Rule, facts: _Facts
    ) -> None:
        self.calendar = calendar
        self.reading = reading
        self.shift = _EPOCH - calendar.origin
        self.start = start + self.shift
        self.total = lengths
        self.rule = rule
        self.begins, self.ends = facts.begins, facts.ends
        self.facts = facts
        self.working = rule.unit is Unit.WORKING_DAYS
        self.looks = self.working or rule.rolls
        self.beyond = np.zeros(start.shape, dtype=bool)
        if self.looks:
            self.beyond |= (self.start < 0) | (self.start >= calendar.size)
        self.accepted = [np.zeros(start.shape, dtype=bool) for _ in self.begins]
        self.taken: list[Days] = []
        self._count_from_trigger()

    def run(self) -> None:
        """Take pauses and extensions in order of time, each judged against the last day reached before it."""
        waiting = [day < STILL_OPEN for day in self.begins]
        granted = np.zeros(self.start.shape, dtype=np.int64)
        for approved, more in zip(self.facts.on, self.facts.more, strict=True):
            for slot, begins in enumerate(self.begins):
                now = waiting[slot] & (begins <= approved)
                self._stop(slot, now)
                waiting[slot] &= ~now
            lawful = (approved <= self._due) & (approved < STILL_OPEN) & (granted < self.rule.times)
            granted += lawful
            self.taken.append(np.where(lawful, more, 0))
            self.total = self.total + self.taken[-1]
            self._count_anew(np.flatnonzero(lawful))
        for slot, still in enumerate(waiting):
            self._stop(slot, still)

    def _count_from_trigger(self) -> None:
        """Count from the trigger, no pause taken yet."""
        self.stopped_upto = self.start
        self.target = self.total
        if self.working:
            self.target = np.take(self.reading.upto_array, self.start, mode="clip") + self.total
            self._end = self._nth(self.target)
        else:
            self._end = self.start + self._span(self.start, self.total)
        self._due = self._land(self._end)

    def _count_anew(self, rows: NDArray[np.intp]) -> None:
        """Count some rows from the trigger again, their length having changed, with the pauses accepted so far."""
        if not rows.size:
            return
        start = self.start[rows] - self.shift
        anew = _Walk(self.calendar, self.reading, start, self.total[rows], self.rule, self.facts.rows(rows))
        for slot, accepted in enumerate(self.accepted):
            anew._stop(slot, accepted[rows])
        for name in ("stopped_upto", "target", "_end", "_due"):
            column = getattr(self, name).copy()
            column[rows] = getattr(anew, name)
            setattr(self, name, column)
        self.beyond[rows] |= anew.beyond

    def _stop(self, slot: int, rows: NDArray[np.bool_]) -> None:
        """Take one pause in the rows named, where it begins no later than the last day reached."""
        begins, ends = self.begins[slot], self.ends[slot]
        counts = rows & (begins <= self._due) & (begins < STILL_OPEN)
        if not counts.any():
            return
        self.accepted[slot] |= counts
        from_ = np.maximum(begins, self.stopped_upto)
        moves = counts & (begins < self._end) & (ends > from_)
        open_ = ends >= STILL_OPEN
        if self.working:
            upto = self.reading.upto_array
            closed = moves & ~open_
            self._check(ends, closed)
            removed = np.take(upto, ends, mode="clip") - np.take(upto, from_, mode="clip")
            self.target = self.target + removed * closed
            self._end = np.where(closed, self._nth(self.target, closed), np.where(moves, STILL_OPEN, self._end))
            self._due = self._end
        else:
            self._end = np.where(moves, np.minimum(self._end + ends - from_, STILL_OPEN), self._end)
            landed = np.where(moves, self._land(self._end), self._due)
            if self.rule.rolls:
                blocks = counts & ~moves & (begins >= self._end) & (begins < self._due) & (self._due <= ends)
                if blocks.any():
                    self._check(ends + 1, blocks & ~open_)
                    after = np.take(self.reading.landing_array, np.where(open_, 0, ends) + 1, mode="clip")
                    landed = np.where(blocks, np.where(open_, STILL_OPEN, after), landed)
            self._due = landed
        self.stopped_upto = np.where(counts, np.maximum(self.stopped_upto, ends), self.stopped_upto)

    def _span(self, start: Days, total: Days) -> Days:
        if self.rule.unit is not Unit.MONTHS:
            return total
        begun = start - self.shift
        return corresponding_days(begun, total) - begun

    def _nth(self, target: Days, rows: NDArray[np.bool_] | None = None) -> Days:
        over = target >= len(self.reading.nth_array)
        self.beyond |= over if rows is None else over & rows
        return np.take(self.reading.nth_array, target, mode="clip").astype(np.int64)

    def _land(self, end: Days) -> Days:
        """The first working day at or after these days, if the term rolls, for all rows."""
        if not self.rule.rolls or self.working:
            return end
        self._check(end, end < STILL_OPEN)
        return self._landing(end)

    def _landing(self, end: Days) -> Days:
        return np.where(end >= STILL_OPEN, end, np.take(self.reading.landing_array, end, mode="clip"))

    def _check(self, place: Days, rows: NDArray[np.bool_]) -> None:
        """Mark rows that would look beyond the tables."""
        self.beyond |= rows & ((place >= self.calendar.size) | (place < 0))

    @property
    def due(self) -> Days:
        """The last days, counted from 1970-01-01 again."""
        return np.where(self._due >= STILL_OPEN, STILL_OPEN, self._due - self.shift)

    @property
    def end(self) -> Days:
        """The arithmetical last days, counted from 1970-01-01 again."""
        return np.where(self._end >= STILL_OPEN, STILL_OPEN, self._end - self.shift)

    @property
    def sure(self) -> NDArray[np.bool_]:
        """Rows that lie wholly within the stretch of days known without a gap."""
        if not self.looks:
            return np.ones(self.start.shape, dtype=bool)
        known = self.calendar.known_array
        if not known.any():
            return np.zeros(self.start.shape, dtype=bool)
        last = int(np.flatnonzero(known)[-1])
        gaps = np.flatnonzero(~known[:last])
        first = int(gaps[-1]) + 1 if gaps.size else 0
        return (self.start >= first - 1) & (self._due <= last)

    def certain(self, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whether every day that decided the answer is decided by a notice, for rows that are not sure."""
        certain: NDArray[np.bool_] = ~self.beyond[rows] & (self._unknown_days(rows) == 0)
        return certain

    def _unknown_days(self, rows: NDArray[np.intp]) -> Days:
        """How many unknown days decided the answer, pauses left out, for rows that may have any."""
        start, due, end = self.start[rows], self._due[rows], self._end[rows]
        still = due >= STILL_OPEN
        stood = start.copy()  # where the last run of overlapping pauses began
        edge = start - 1
        for begins, ends, accepted in self._stops(rows):
            stood = np.where(accepted & (np.maximum(begins, start) > edge), np.maximum(begins, start), stood)
            edge = np.where(accepted, np.maximum(edge, ends), edge)
        last = np.where(still, stood, due)
        first = start if self.working else np.where(still, last, end - 1)
        counts = self.calendar.unknown_upto_array
        unknown = np.where(last > first, self._between(counts, first, last), 0)
        edge = start
        for begins, ends, accepted in self._stops(rows):
            low, high = np.maximum(np.maximum(begins, first), edge), np.minimum(ends, last)
            unknown = unknown - np.where(accepted & (high > low), self._between(counts, low, high), 0)
            edge = np.where(accepted, np.maximum(edge, ends), edge)
        return unknown

    def _stops(self, rows: NDArray[np.intp]) -> Iterator[tuple[Days, Days, NDArray[np.bool_]]]:
        """The pauses of some rows in order of time: first days, last days, which were accepted."""
        for begins, ends, accepted in zip(self.begins, self.ends, self.accepted, strict=True):
            yield begins[rows], ends[rows], accepted[rows]

    @staticmethod
    def _between(counts: NDArray[np.int32], low: Days, high: Days) -> Days:
        difference = np.take(counts, high, mode="clip") - np.take(counts, low, mode="clip")
        return difference.astype(np.int64)

    def second_reading(self) -> Days:
        """P13 by row: extensions counted from rolled base ends, where that ends later; else NO_DAY."""
        second = np.full(self.start.shape, NO_DAY, dtype=np.int64)
        if not self.taken or not self.rule.rolls or self.working:
            return second
        so_far = base = self.total - np.sum(self.taken, axis=0)
        rolled = np.zeros(self.start.shape, dtype=bool)
        for more in self.taken:
            rows = np.flatnonzero((more > 0) & (self._due < STILL_OPEN) & ~rolled)
            end = self._count(self.start[rows], so_far[rows], rows)
            rolled[rows] = self._land_past(end, rows) != end
            so_far = so_far + more
        rows = np.flatnonzero(rolled)
        day = self.start[rows]
        for more in (base, *self.taken):
            grants = more[rows] > 0
            day = np.where(grants, self._land_past(self._count(day, more[rows], rows), rows), day)
        later = (day > self._due[rows]) & (day < STILL_OPEN)
        second[rows[later]] = day[later] - self.shift
        return second

    def _count(self, start: Days, total: Days, rows: NDArray[np.intp]) -> Days:
        """The arithmetical end counted from any day, skipping the accepted pauses of these rows."""
        end = start + self._span(start, total)
        upto = start
        for slot, accepted in enumerate(self.accepted):
            begins, ends = self.begins[slot][rows], self.ends[slot][rows]
            from_ = np.maximum(begins, upto)
            moves = accepted[rows] & (begins < end) & (ends > from_)
            end = np.where(moves, np.minimum(end + ends - from_, STILL_OPEN), end)
            upto = np.where(accepted[rows], np.maximum(upto, ends), upto)
        return end

    def _land_past(self, end: Days, rows: NDArray[np.intp]) -> Days:
        """The landing day that is not stopped, for these rows."""
        self.beyond[rows] |= (end < STILL_OPEN) & ((end >= self.calendar.size) | (end < 0))
        day = self._landing(end)
        for slot, accepted in enumerate(self.accepted):
            begins, ends = self.begins[slot][rows], self.ends[slot][rows]
            blocks = accepted[rows] & (begins >= end) & (begins < day) & (day <= ends)
            open_ = ends >= STILL_OPEN
            after = np.take(self.reading.landing_array, np.where(open_, 0, ends) + 1, mode="clip")
            day = np.where(blocks, np.where(open_, STILL_OPEN, after), day)
        return day


def _slots(rows: int, pair: tuple[ArrayLike, ArrayLike] | None) -> tuple[Days, Days]:
    """The two arrays of a pair, one row per case; arrays given slot by slot are turned."""
    if pair is None:
        return np.empty((rows, 0), dtype=np.int64), np.empty((rows, 0), dtype=np.int64)
    first, second = (np.atleast_2d(_days(side)) for side in pair)
    return (first, second) if first.shape[0] == rows else (first.T, second.T)


def _days(column: Any) -> Days:
    """A column of days as whole numbers counted from 1970-01-01."""
    array = np.asarray(column)
    if array.dtype.kind == "M":
        array = np.where(np.isnat(array), NO_DAY, array.astype("datetime64[D]").astype(np.int64))
    return array.astype(np.int64)
