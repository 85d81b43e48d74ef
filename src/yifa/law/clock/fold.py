"""The last day of "within N", for one case.

Pauses and extensions are taken together in order of time. Each is judged against the last day reached by everything
before it (rulebook 0.5a): a pause that begins, or an extension approved, after that day changes nothing. The days of a
pause are skipped one by one (P11); base and extension are counted from the original trigger (P13); the roll-over comes
once, at the very end (P2), and never lands on a day on which the term stands still.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from yifa.law.clock.calendar import Calendar, OutOfCalendar, Reading
from yifa.law.clock.lengths import Length, Unit
from yifa.law.clock.months import corresponding_day
from yifa.law.clock.terms import Extension, Pause, Term

NEVER = 1 << 30
"""The end of a pause that is still open."""


class ImpossibleTerm(ValueError):
    """A term no statute has, such as working days extended by months; `lengths` are those that do not go together."""

    def __init__(self, lengths: Sequence[Length], why: str) -> None:
        self.lengths = tuple(lengths)
        super().__init__(f"{' + '.join(map(str, lengths))}: {why}")


class Verdict(StrEnum):
    """Why a pause or an extension counts or does not."""

    COUNTS = "counts"
    CUT = "counts up to the most the rule allows"
    OVER_BEFORE_START = "was over before the term began"
    NOT_A_KIND = "is not of a kind that stops this term"
    NOT_TOLD = "was not told in writing"
    TOO_LATE = "came after the last day reached"
    NOT_EXTENDABLE = "the rule knows no extension"
    NOT_THE_APPROVER = "was not approved by whom the rule names"
    TOO_OFTEN = "goes beyond the number the rule allows"


class Judged(NamedTuple):
    """A pause or an extension, whether it counts, why, and the last day that had been reached before it."""

    fact: Pause | Extension
    counts: bool
    verdict: Verdict
    reached: date | None = None


@dataclass(frozen=True)
class Due:
    """The answer for one case.

    `latest` and `earliest` agree unless the day is provisional. `end` is the arithmetical last day before roll-over.
    When a pause is still open the term is not `running`: there is no last day, only `days_left` (of the term's own
    unit) that will run once the pause ends. Up to `advisory_until` a second reading holds the act to be in time (P13).
    """

    term: Term
    start: date
    latest: date | None
    earliest: date | None
    end: date | None
    provisional: bool
    running: bool = True
    days_left: int | None = None
    advisory_until: date | None = None
    judged: tuple[Judged, ...] = ()
    calendar: Calendar = field(repr=False, compare=False, kw_only=True)

    @property
    def day(self) -> date | None:
        """The last day, if it is certain."""
        return None if self.provisional else self.latest

    @property
    def rolled(self) -> bool:
        """Whether the last day was moved off a day that is no working day, or off a pause."""
        return self.latest is not None and self.latest != self.end


def due(
    term: Term,
    start: date,
    calendar: Calendar,
    *,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> Due:
    """The last day on which an act that must happen within `term` after `start` is in time.

    Raises `ImpossibleTerm` for units that do not go together and `OutOfCalendar` beyond the calendar's tables.
    """
    late, early, barred = _walked(term, start, calendar, pauses, extensions)
    provisional = not late.certain or early.due != late.due
    return Due(
        term=term,
        start=start,
        latest=late.day(late.due),
        earliest=early.day(early.due),
        end=late.day(late.end),
        provisional=provisional,
        running=late.due < NEVER or early.due < NEVER,
        days_left=late.days_left(),
        advisory_until=late.day(late.second_reading()),
        judged=(*barred, *late.verdicts()),
        calendar=calendar,
    )


class LastDays(NamedTuple):
    """The last days of a term as ordinals, `NEVER` where it stands still: what `Due` says, without the reasons."""

    latest: int
    earliest: int
    advisory_until: int


def last_days(
    term: Term,
    start: date,
    calendar: Calendar,
    *,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> LastDays:
    """The days alone that `due` gives; raises what it does. Without a second reading `advisory_until` is `NEVER`."""
    late, early, _ = _walked(term, start, calendar, pauses, extensions)
    return LastDays(late.due, early.due, late.second_reading())


def _walked(
    term: Term, start: date, calendar: Calendar, pauses: Sequence[Pause], extensions: Sequence[Extension]
) -> tuple[_Walk, _Walk, list[Judged]]:
    """The walks on the late and the early reading, and what the rule does not know whatever the day."""
    sieved, barred = _sieve(term, start, pauses, extensions) if pauses or extensions else ([], [])
    late = _Walk(term, start, calendar, calendar.late).run(sieved)
    early = late if late.sure else _Walk(term, start, calendar, calendar.early).run(sieved)
    return late, early, barred


def _sieve(
    term: Term, start: date, pauses: Sequence[Pause], extensions: Sequence[Extension]
) -> tuple[list[Pause | Extension], list[Judged]]:
    """Set aside what the rule does not know whatever the day, and put the rest in order of time."""
    kept: list[Pause | Extension] = []
    barred: list[Judged] = []
    for pause in pauses:
        verdict = _bar_pause(term, start, pause)
        barred.append(Judged(pause, False, verdict)) if verdict else kept.append(pause)
    for extension in extensions:
        bar = _bar_extension(term, extension)
        barred.append(Judged(extension, False, bar)) if bar else kept.append(extension)
    kept.sort(key=lambda fact: fact.begins if isinstance(fact, Pause) else fact.on)
    return kept, barred


def _bar_pause(term: Term, start: date, pause: Pause) -> Verdict | None:
    if pause.kind not in term.stops_for:
        return Verdict.NOT_A_KIND
    if term.pauses_must_be_told and pause.told is False:
        return Verdict.NOT_TOLD
    if pause.ends is not None and pause.ends <= start:
        return Verdict.OVER_BEFORE_START
    return None


def _bar_extension(term: Term, extension: Extension) -> Verdict | None:
    rule = term.extension
    if rule is None:
        return Verdict.NOT_EXTENDABLE
    if rule.by and extension.by is not None and extension.by not in rule.by:
        return Verdict.NOT_THE_APPROVER
    if rule.must_be_told and extension.told is False:
        return Verdict.NOT_TOLD
    return None


class _Walk:
    """One pass over the facts on one reading of the calendar; days are ordinals throughout."""

    def __init__(self, term: Term, start: date, calendar: Calendar, reading: Reading) -> None:
        self.term = term
        self.start = start.toordinal()
        self.calendar = calendar
        self.reading = reading
        self.origin = calendar.origin
        self.lengths = [term.length]
        self.total = span(self.start, self.lengths)
        self.stops: list[tuple[int, int]] = []
        self.judged: list[tuple[Pause | Extension, Verdict, int]] = []
        """What was taken, how, and the last day reached before it."""
        self.working = term.length.unit is Unit.WORKING_DAYS
        self.sure = True
        self._settle()

    def run(self, facts: list[Pause | Extension]) -> _Walk:
        """Take the facts in order of time, each judged against the last day reached before it."""
        for fact in facts:
            is_pause = isinstance(fact, Pause)
            on = (fact.begins if is_pause else fact.on).toordinal()  # type: ignore[union-attr]
            reached, verdict = self.due, Verdict.COUNTS
            if on > reached:
                verdict = Verdict.TOO_LATE
            elif isinstance(fact, Pause):
                self._stop(on, NEVER if fact.ends is None else fact.ends.toordinal())
            else:
                verdict = self._extend(fact)
            self.judged.append((fact, verdict, reached))
        return self

    def verdicts(self) -> Iterator[Judged]:
        """What was taken, and whether it counts."""
        for fact, verdict, reached in self.judged:
            yield Judged(fact, verdict in (Verdict.COUNTS, Verdict.CUT), verdict, self.day(reached))

    def _stop(self, begins: int, ends: int) -> None:
        """Add a pause, merged with what it overlaps; facts come in order, so only the last stop can be touched."""
        begins = max(begins, self.start)
        if self.stops and begins <= self.stops[-1][1]:
            begins, ends = self.stops[-1][0], max(ends, self.stops[-1][1])
            self.stops.pop()
        self.stops.append((begins, ends))
        self._settle()

    def _extend(self, fact: Extension) -> Verdict:
        rule = self.term.extension
        assert rule is not None  # noqa: S101 - barred otherwise
        if len(self.lengths) > rule.times:
            return Verdict.TOO_OFTEN
        length = fact.length if rule.at_most is None else shorter(fact.length, rule.at_most, self.start)
        self.lengths.append(length)
        self.total = span(self.start, self.lengths)
        self._settle()
        return Verdict.COUNTS if length == fact.length else Verdict.CUT

    def _settle(self) -> None:
        """Count anew from the trigger with all that is accepted so far."""
        self.end = self._count(self.start, self.total)
        self.due = self._land(self.end)
        self.certain = self._is_certain()
        self.sure = self.sure and self.certain

    def _count(self, start: int, n: int) -> int:
        """The n-th counted day after `start`, skipping stopped days."""
        if self.working:
            return self._count_working(start, n)
        end = start + n
        for begins, ends in self.stops:
            if begins >= end:
                break
            end = min(end + max(ends - max(begins, start), 0), NEVER)
        return end

    def _count_working(self, start: int, n: int) -> int:
        upto, nth, origin = self.reading.upto, self.reading.nth, self.origin
        target = upto[self._place(start)] + n
        end = self._nth(nth, target)
        for begins, ends in self.stops:
            if begins >= end:
                break
            if ends == NEVER:
                return NEVER
            if ends > start:
                before = upto[(begins if begins > start else start) - origin]  # inside: not after what was counted
                target += upto[self._place(ends)] - before
                end = self._nth(nth, target)
        return end

    def _land(self, end: int) -> int:
        """The first day at or after `end` that works and is not stopped, if the term rolls."""
        if not self.term.rolls or self.working or end >= NEVER:
            return end
        landing = self.reading.landing
        day = landing[self._place(end)] + self.origin
        for begins, ends in self.stops:
            if begins >= end and begins < day <= ends:
                if ends == NEVER:
                    return NEVER
                day = landing[self._place(ends + 1)] + self.origin
        return day

    def _place(self, ordinal: int) -> int:
        place = ordinal - self.origin
        if not 0 <= place < self.calendar.size:
            raise OutOfCalendar(date.fromordinal(ordinal), self.calendar.first, self.calendar.last)
        return place

    def _nth(self, nth: list[int], target: int) -> int:
        if target >= len(nth):
            raise OutOfCalendar(date.fromordinal(self.start), self.calendar.first, self.calendar.last)
        return nth[target] + self.origin

    def _is_certain(self) -> bool:
        """Whether every day that decided the last day reached is decided by a notice."""
        if not self.working and not self.term.rolls:
            return True
        if self.origin <= self.start and self.due < NEVER and self._unknown(self.start, self.due) == 0:
            return True
        first = self.start if self.working else self.end - 1
        if first >= NEVER - 1 or self.due >= NEVER:
            last = self.stops[-1][0] if self.stops else self.start
            first = self.start if self.working else last
        else:
            last = self.due
        unknown = self._unknown(first, last)
        for begins, ends in self.stops:
            if begins < last and ends > first:
                unknown -= self._unknown(max(begins, first), min(ends, last))
        return unknown == 0

    def _unknown(self, after: int, upto: int) -> int:
        if upto <= after:
            return 0
        counts = self.calendar.unknown_upto
        return counts[self._place(upto)] - counts[self._place(after)]

    def days_left(self) -> int | None:
        """What is left to run when the last pause, still open, ends; None while the term runs."""
        if self.due < NEVER:
            return None
        stopped = self.stops.pop()
        try:
            if self.end < NEVER:
                return 0
            unit = self.reading.upto if self.working else None
            ran = 0
            edge = self.start
            for begins, ends in [*self.stops, (stopped[0], stopped[0])]:
                upto = max(begins, self.start)
                if upto > edge:
                    ran += unit[self._place(upto)] - unit[self._place(edge)] if unit else upto - edge
                edge = max(edge, ends)
            return self.total - ran
        finally:
            self.stops.append(stopped)

    def second_reading(self) -> int:
        """P13: where a base end had rolled, the extension counted from the rolled day, if later; else `NEVER`."""
        if len(self.lengths) == 1 or not self.term.rolls or self.working or self.due >= NEVER:
            return NEVER
        day = self._land(self._count(self.start, span(self.start, self.lengths[:1])))
        for length in self.lengths[1:]:
            day = self._land(self._count(day, span(day, [length])))
        return day if day > self.due and self._some_base_end_rolled() else NEVER

    def _some_base_end_rolled(self) -> bool:
        for taken in range(1, len(self.lengths)):
            end = self._count(self.start, span(self.start, self.lengths[:taken]))
            if self._land(end) != end:
                return True
        return False

    @staticmethod
    def day(ordinal: int) -> date | None:
        """An ordinal as a date; None for never."""
        return None if ordinal >= NEVER else date.fromordinal(ordinal)


def span(start: int, lengths: Sequence[Length]) -> int:
    """How many days are to be counted from `start`: working days for working days, else calendar days.

    Months and years run to the corresponding day of the sum of months; raises `ImpossibleTerm` where units do not mix.
    """
    if len(lengths) == 1 and lengths[0].unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS):
        return lengths[0].n
    units = {length.unit for length in lengths}
    if units & {Unit.STATUTORY_DAYS, Unit.HOURS, Unit.MINUTES}:
        raise ImpossibleTerm(
            lengths,
            "say calendar or working days first (the statute's counting rule decides); hours and minutes are counted "
            "by `due_moment`",
        )
    if Unit.WORKING_DAYS in units and len(units) > 1:
        raise ImpossibleTerm(lengths, "working days cannot be added to another unit")
    if len(units) == 1 and not units & {Unit.MONTHS, Unit.YEARS}:
        return sum(length.n for length in lengths)
    end, months = start, 0
    for length in lengths:
        if length.unit is Unit.CALENDAR_DAYS:
            end, months = corresponding_day(end, months) + length.n, 0
        else:
            months += length.n * (12 if length.unit is Unit.YEARS else 1)
    return corresponding_day(end, months) - start


def shorter(one: Length, other: Length, start: int) -> Length:
    """The shorter of two lengths counted from one day; raises `ImpossibleTerm` for working days beside other units."""
    if one.unit is other.unit:
        return one if one.n <= other.n else other
    if Unit.WORKING_DAYS in (one.unit, other.unit):
        raise ImpossibleTerm((one, other), "working days cannot be measured against another unit")
    return one if span(start, [one]) <= span(start, [other]) else other
