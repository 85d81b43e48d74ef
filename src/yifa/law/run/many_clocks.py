"""Asks the clock the questions of many rows at once; each answer has the parts said in `yifa.law.duties.questions`.

The meaning is that of `yifa.law.run.clock_answers`, which asks for one row. Terms prolonged in another unit than their
own (two months, extended by thirty days) are asked one by one; how many rows that were is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from yifa.law import clock
from yifa.law.clock import Calendar, Extension, ImpossibleTerm, Length, OutOfCalendar, Unit
from yifa.law.clock.bulk import due_many
from yifa.law.clock.calendar import Reading
from yifa.law.clock.dues import NO_DAY, STILL_OPEN, Dues
from yifa.law.clock.months import corresponding_days
from yifa.law.conditions import day_of
from yifa.law.conditions.columns import Answered
from yifa.law.conditions.types import EPOCH, MINUTES
from yifa.law.duties.questions import Ahead, ByHour, ClearDays, Elapsed, NotBefore, Question, Within, Yearly
from yifa.law.run.acts_table import UNITS
from yifa.law.run.cells import Cells, Numbers, Places, Truths, Working
from yifa.law.run.many_pauses import Extensions, Pauses, Stops, as_pauses, slots
from yifa.law.run.many_ways import ManyEnds, ends_of_many
from yifa.law.run.milestones import Rows
from yifa.law.run.worlds import Ends, ends, ends_of, term_of

Answer = Mapping[str, Cells]
"""Parts of an answer for the rows asked about."""


class Clocks:
    """The clock, for the rows of many cases."""

    def __init__(self, calendar: Calendar, stops: Stops) -> None:
        self.calendar = calendar
        self.stops = stops
        self.one_by_one = 0
        """Rows that were asked one by one."""

    def answer(self, question: Question, rows: Rows, working: Working) -> None:
        """Ask a question for every row, and put the parts of the answer into its columns."""
        start = working.value(question.start).over(rows.size)
        asked = np.flatnonzero(working.value(question.exists).over(rows.size).yes & start.sure)
        parts = self._parts(question, asked, start.values[asked], rows, working)
        for part, cells in parts.items():
            whole = np.zeros(rows.size, dtype=cells.values.dtype)
            known = np.zeros(rows.size, dtype=np.bool_)
            whole[asked], known[asked] = cells.values, cells.sure
            rows.columns[Answered(question.id, part)] = Cells(whole, known)

    def _parts(self, question: Question, asked: Places, start: Numbers, rows: Rows, working: Working) -> Answer:
        match question:
            case Within():
                return self._within(question, start, rows.case[asked])
            case ByHour():
                return _by_hour(question, start, working.value(question.minute).over(rows.size).at(asked))
            case Ahead():
                return self._ahead(question, start)
            case NotBefore():
                return self._not_before(question, start)
            case ClearDays():
                return self._clear(question, start)
            case Yearly():
                return self._yearly(question, start)
            case Elapsed():
                end = working.value(question.end).over(rows.size).at(asked)
                return self._elapsed(question, start, end, rows.case[asked])

    # -- within -------------------------------------------------------------------------------------------------------

    def _within(self, question: Within, start: Numbers, case: Numbers) -> Answer:
        found = _Within(question, start.size)
        doubt = np.zeros(start.size, dtype=np.bool_)
        if question.may_be_in_doubt:
            doubt = self.stops.doubtful(question.pauses, question.extension)[case]
            self._in_doubt(question, found, np.flatnonzero(doubt), start, case)
        pauses = (
            self.stops.pauses(question.pauses, must_be_told=any(one.telling for one in question.pauses))
            if (question.pauses)
            else None
        )
        granted = None if question.extension is None else self.stops.extensions(question.extension)
        touched = np.zeros(start.size, dtype=np.bool_)
        for facts in (pauses, granted):
            if facts is not None and facts.case.size:
                touched |= np.isin(case, facts.case)
        plain = np.flatnonzero(~touched & ~doubt)
        if plain.size:
            found.take(
                plain,
                due_many(self.calendar, start[plain], question.length.n, question.length.unit, rolls=question.rolls),
            )
        left = np.flatnonzero(touched & ~doubt)
        if left.size:
            self._touched(question, found, left, start, case, pauses, granted)
        return found.parts

    def _touched(
        self,
        question: Within,
        found: _Within,
        left: Places,
        start: Numbers,
        case: Numbers,
        pauses: Pauses | None,
        granted: Extensions | None,
    ) -> None:
        """The rows that something stops or prolongs for sure."""
        none = np.zeros((left.size, 0), dtype=np.int64)
        stops = (
            [none, none]
            if pauses is None
            else slots(case[left], pauses.case, (pauses.begins, pauses.ends), (NO_DAY, int(STILL_OPEN)))
        )
        more = (
            [none, none, none]
            if granted is None
            else slots(case[left], granted.case, (granted.on, granted.n, granted.unit), (NO_DAY, 0, -1))
        )
        early = more[0] < start[left][:, None]  # approved before the term began: not of this term
        more = [np.where(early, NO_DAY, more[0]), more[1], np.where(early, -1, more[2])]
        rule = question.extension
        own = UNITS.index(question.length.unit)
        mixed = ((more[2] != own) & (more[2] >= 0)).any(axis=1)
        if rule is not None and rule.at_most is not None and rule.at_most.unit is not question.length.unit:
            mixed |= (more[2] >= 0).any(axis=1)
        alike = np.flatnonzero(~mixed)
        if alike.size:
            answers = due_many(
                self.calendar,
                start[left[alike]],
                question.length.n,
                question.length.unit,
                rolls=question.rolls,
                pauses=(stops[0][alike], stops[1][alike]),
                extensions=(more[0][alike], more[1][alike]),
                times=1 if rule is None else rule.times,
                at_most=None if rule is None or rule.at_most is None else rule.at_most.n,
            )
            found.take(left[alike], answers)
        for row in np.flatnonzero(mixed):
            self._one_by_one(
                question, found, int(left[row]), int(start[left[row]]), [one[row] for one in (*stops, *more)]
            )

    def _in_doubt(self, question: Within, found: _Within, places: Places, start: Numbers, case: Numbers) -> None:
        """Rows lived through in every way they may have been."""
        views = self.stops.views(case[places], question.acts)
        answered, left = ends_of_many(question, views, start[places], self.calendar)
        for part in answered:
            found.put_many(places, part)
        self.one_by_one += len(left)
        term = term_of(question)
        for row in left:
            try:
                end = ends_of(question, term, views[row], int(start[places[row]]), self.calendar)
            except (OutOfCalendar, ImpossibleTerm):
                continue
            found.put(places[row : row + 1], [end])

    def _one_by_one(self, question: Within, found: _Within, place: int, start: int, facts: list[Numbers]) -> None:
        self.one_by_one += 1
        begins, ended, on, n, unit = facts
        term = replace(term_of(question), stops_for=frozenset(("pause",)), pauses_must_be_told=False)
        granted = [
            Extension(day_of(int(day)), Length(int(many), UNITS[one]))
            for day, many, one in zip(on, n, unit, strict=True)
            if one >= 0
        ]
        stops = as_pauses(begins, ended, "pause")
        try:
            days = clock.last_days(term, day_of(start), self.calendar, pauses=stops, extensions=granted)
        except (OutOfCalendar, ImpossibleTerm):
            return
        found.put(np.array([place]), [ends(days)])

    # -- the other questions ------------------------------------------------------------------------------------------

    def _ahead(self, question: Ahead, start: Numbers) -> Answer:
        if question.length.unit is Unit.WORKING_DAYS:
            late, out = self._shift(start, -question.length.n, self.calendar.early)
            early, also_out = self._shift(start, -question.length.n, self.calendar.late)
            known = ~(out | also_out)
            return {"latest": Cells(late, known), "earliest": Cells(early, known)}
        day = Cells(_counted(start, question.length, -1))
        return {"latest": day, "earliest": day}

    def _not_before(self, question: NotBefore, start: Numbers) -> Answer:
        after = question.how == "after"
        length = question.length
        if length.unit is Unit.WORKING_DAYS:
            early, out = self._shift(start, length.n + after, self.calendar.early)
            late, also_out = self._shift(start, length.n + after, self.calendar.late)
            between, beyond = self._shift(start, length.n, self.calendar.late)
            known = ~(out | also_out | beyond)
            contested = known & after & (between + 1 < late)
            return {
                "latest": Cells(late, known),
                "earliest": Cells(early, known),
                "contested": Cells(between + 1, contested),
            }
        counted = _counted(start, length, 1)
        day = Cells(counted + after)
        return {"latest": day, "earliest": day, "contested": Cells(counted, np.full(start.size, after))}

    def _clear(self, question: ClearDays, start: Numbers) -> Answer:
        early, out = self._shift(start, question.needed, self.calendar.early)
        late, also_out = self._shift(start, question.needed, self.calendar.late)
        known, certain = ~(out | also_out), early == late
        return {
            "earliest": Cells(early + 1, known),
            "latest": Cells(late + 1, known),
            "opens": Cells(early + certain, known),
            "contested": Cells(early, known & certain),
        }

    def _yearly(self, question: Yearly, start: Numbers) -> Answer:
        month = (start - 1970) * 12 + question.month - 1
        first = month.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
        on = first + question.day - 1
        place, out = self._places(on)
        early, late = (
            reading.landing_array[place].astype(np.int64) for reading in (self.calendar.early, self.calendar.late)
        )
        known = ~out & (np.maximum(early, late) < self.calendar.size)
        return {
            "day": Cells(on, known),
            "lenient": Cells(self._days(early), known),
            "lenient_late": Cells(self._days(late), known),
        }

    def _elapsed(self, question: Elapsed, start: Numbers, end: Cells, case: Numbers) -> Answer:
        days = np.maximum(end.values - start, 0)
        known = end.sure
        if question.pauses:
            known = known & ~self.stops.doubtful(question.pauses)[case]
            pauses = self.stops.pauses(question.pauses, must_be_told=True)
            order = np.lexsort((pauses.begins, pauses.case))
            columns = (pauses.begins[order], pauses.ends[order])
            begins, ends = slots(case, pauses.case[order], columns, (int(STILL_OPEN), NO_DAY))
            edge = start.copy()
            for slot in range(begins.shape[1]):
                upto = np.where(ends[:, slot] >= STILL_OPEN, end.values, ends[:, slot])
                low, high = np.maximum(begins[:, slot], edge), np.minimum(upto, end.values)
                days = days - np.maximum(high - low, 0)
                edge = np.maximum(edge, upto)
        return {"days": Cells(days, known)}

    def _places(self, day: Numbers) -> tuple[Numbers, Truths]:
        """Where days stand in the calendar's tables, and which lie outside."""
        place = day + EPOCH - self.calendar.origin
        out = (place < 0) | (place >= self.calendar.size)
        return np.where(out, 0, place), out

    def _days(self, place: Numbers) -> Numbers:
        return place + (self.calendar.origin - EPOCH)

    def _shift(self, day: Numbers, n: int, reading: Reading) -> tuple[Numbers, Truths]:
        """The n-th working day after (before: negative) each day, and where the tables do not reach."""
        place, out = self._places(day)
        before = np.where(place > 0, reading.upto_array[place - 1], 0).astype(np.int64)
        target = reading.upto_array[place].astype(np.int64) + n if n > 0 else before + n + 1
        out |= (target <= 0) | (target >= len(reading.nth_array))
        return self._days(np.take(reading.nth_array, target, mode="clip").astype(np.int64)), out


class _Within:
    """The parts of an answer as they come in; only a term that may be in doubt has all of them of its own."""

    def __init__(self, question: Within, rows: int) -> None:
        names = ("latest", "earliest", "until", *(("opens", "lasts") if question.may_be_in_doubt else ()))
        self.parts = {part: Cells(np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.bool_)) for part in names}

    def put(self, places: Places, answers: Sequence[Ends]) -> None:
        """The answers for some rows."""
        if not answers:
            return
        columns = dict(zip(Ends._fields, zip(*answers, strict=True), strict=True))
        for part, cells in self.parts.items():
            days = columns[part]
            cells.values[places] = [day or 0 for day in days]
            cells.sure[places] = [day is not None for day in days]

    def put_many(self, places: Places, ends: ManyEnds) -> None:
        """The answers for some of the rows at these places."""
        rows = places[ends.rows]
        for part, cells in self.parts.items():
            cells.values[rows] = getattr(ends, part)
            cells.sure[rows] = ends.until != NO_DAY if part == "until" else True

    def take(self, places: Places, dues: Dues) -> None:
        """The answers for many rows."""
        covered = ~dues.beyond
        columns = {
            "latest": (dues.latest, covered),
            "earliest": (dues.earliest, covered),
            "until": (dues.advisory_until, covered & (dues.advisory_until != NO_DAY)),
            "opens": (dues.earliest, covered),
            "lasts": (dues.latest, covered),
        }
        for part, cells in self.parts.items():
            cells.values[places], cells.sure[places] = columns[part]


def _by_hour(question: ByHour, start: Numbers, minute: Cells) -> Answer:
    run = question.length.n * (60 if question.length.unit is Unit.HOURS else 1)
    at = start * MINUTES + run
    timed = minute.sure
    return {
        "latest": Cells(at + np.where(timed, minute.values, MINUTES - 1)),
        "earliest": Cells(at + np.where(timed, minute.values, 0)),
    }


def _counted(start: Numbers, length: Length, sign: int) -> Numbers:
    """Days counted on (or back) in calendar days, months or years."""
    if length.unit is Unit.CALENDAR_DAYS:
        return start + sign * length.n
    months = sign * length.n * (12 if length.unit is Unit.YEARS else 1)
    return corresponding_days(start, np.full(start.size, months, dtype=np.int64))
