"""The other questions asked of the clock, one function each.

"N days before the event" (rulebook 1.6), "not less than N" and "after N" (1.7, P15), fixed annual dates (P5, P14),
hours (民法典 201), and fictions that fire when a term has run out. None of these rolls over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from yifa.law.clock.calendar import Calendar, OutOfCalendar, Reading
from yifa.law.clock.fold import Due, ImpossibleTerm, span
from yifa.law.clock.lengths import Length, Unit
from yifa.law.clock.months import corresponding_day


class Lawfulness(StrEnum):
    """How a day stands to a rule: in order, contested, or broken."""

    CLEAN = "clean"
    ADVISORY = "advisory"
    VIOLATION = "violation"


@dataclass(frozen=True)
class CountedBack:
    """The latest day of "N days before `event`": earlier is clean, the day itself contested, later a violation."""

    event: date
    length: Length
    latest: date
    earliest: date
    provisional: bool
    calendar: Calendar = field(repr=False, compare=False, kw_only=True)

    @property
    def day(self) -> date | None:
        """The latest day, if it is certain."""
        return None if self.provisional else self.latest

    def judge(self, act: date) -> Lawfulness | None:
        """How an act of that day stands; None while the calendar leaves it open."""
        if act > self.latest:
            return Lawfulness.VIOLATION
        if act < self.earliest:
            return Lawfulness.CLEAN
        return None if self.provisional else Lawfulness.ADVISORY


def count_back(event: date, length: Length, calendar: Calendar) -> CountedBack:
    """The n-th counted day going back from the event, the event's own day left out (rulebook 1.6)."""
    if length.unit is Unit.WORKING_DAYS:
        late = _shift_working(event, -length.n, calendar, calendar.early)
        early = _shift_working(event, -length.n, calendar, calendar.late)
        provisional = _unknown_between(calendar, min(early, late), event)
        return CountedBack(event, length, late, early, provisional, calendar=calendar)
    day = _shift_calendar(event, length, backwards=True)
    return CountedBack(event, length, day, day, False, calendar=calendar)


def clear_working_days(sent: date, meeting: date, calendar: Calendar, *, needed: int) -> tuple[int, Lawfulness]:
    """Working days after `sent` and before `meeting`, and whether they are enough for "leave at least N working days".

    One fewer, with the meeting day making it up, is contested (rulebook 1.6). Raises `OutOfCalendar` when a day between
    is unknown, because then the number is not known either.
    """
    if _unknown_between(calendar, sent, meeting):
        raise OutOfCalendar(meeting, calendar.first, calendar.last_known or calendar.first)
    upto = calendar.late.upto
    clear = upto[calendar.index(meeting) - 1] - upto[calendar.index(sent)]
    if clear >= needed:
        return clear, Lawfulness.CLEAN
    makes_up = clear == needed - 1 and calendar.day(meeting).working
    return clear, Lawfulness.ADVISORY if makes_up else Lawfulness.VIOLATION


@dataclass(frozen=True)
class NotBefore:
    """The earliest allowed day of "not less than N" or "after N".

    On and after `advisory_from` (where there is one) and before `latest` the wording is contested (rulebook 1.7).
    `earliest` and `latest` differ only while the calendar is provisional.
    """

    start: date
    length: Length
    how: Literal["at-least", "after"]
    earliest: date
    latest: date
    provisional: bool
    advisory_from: date | None
    calendar: Calendar = field(repr=False, compare=False, kw_only=True)

    @property
    def day(self) -> date | None:
        """The earliest clean day, if it is certain."""
        return None if self.provisional else self.earliest

    def judge(self, act: date) -> Lawfulness | None:
        """How an act of that day stands; None while the calendar leaves it open."""
        if act >= self.latest:
            return Lawfulness.CLEAN
        if act >= self.earliest and self.provisional:
            return None
        if self.advisory_from is not None and act >= self.advisory_from:
            return Lawfulness.ADVISORY
        return Lawfulness.VIOLATION


def not_before(start: date, length: Length, calendar: Calendar, *, how: Literal["at-least", "after"]) -> NotBefore:
    """The earliest day on which an act may be done that must wait N after `start`.

    "At least N": the N-th counted day. "After N": the day after it (P15); for working days the next working day, while
    the calendar days between are contested, P15 and rulebook 1.7 reading differently there.
    """
    if length.unit is Unit.WORKING_DAYS:
        n = length.n + (how == "after")
        early = _shift_working(start, n, calendar, calendar.early)
        late = _shift_working(start, n, calendar, calendar.late)
        between = _shift_working(start, length.n, calendar, calendar.late) + timedelta(days=1)
        contested = between if how == "after" and between < late else None
        provisional = _unknown_between(calendar, start, late)
        return NotBefore(start, length, how, early, late, provisional, contested, calendar=calendar)
    counted = _shift_calendar(start, length, backwards=False)
    day = counted + timedelta(days=how == "after")
    contested = counted if how == "after" else None
    return NotBefore(start, length, how, day, day, False, contested, calendar=calendar)


@dataclass(frozen=True)
class AnnualDate:
    """A date fixed by law for every year; `advisory` lists the days on which doing it is contested (P5, P14)."""

    day: date
    advisory: tuple[date, ...]
    provisional: bool
    calendar: Calendar = field(repr=False, compare=False, kw_only=True)

    def judge(self, act: date) -> Lawfulness | None:
        """How an act of that day stands; None while the calendar leaves it open.

        What is done between the date and a contested later day is no worse than on that later day.
        """
        if act <= self.day:
            return Lawfulness.ADVISORY if act in self.advisory else Lawfulness.CLEAN
        if act > max(self.advisory, default=self.day):
            return Lawfulness.VIOLATION
        return None if self.provisional else Lawfulness.ADVISORY


def annual_date(year: int, month: int, day: int, calendar: Calendar, *, before_word: bool) -> AnnualDate:
    """A fixed annual date. It does not roll; the first working day after it is contested when it is no working day.

    `before_word`: the text writes 前 or 之前, so the date itself is contested.
    """
    on = date(year, month, day)
    contested = [on] if before_word else []
    late = calendar.day_at(calendar.late.landing[calendar.index(on)])
    provisional = calendar.day(on).working is None or _unknown_between(calendar, on, late)
    if late != on:
        contested.append(late)
    return AnnualDate(on, tuple(contested), provisional, calendar=calendar)


@dataclass(frozen=True)
class DueMoment:
    """The last moment of a term in hours or minutes; `earliest` is before `moment` if the start has no time of day."""

    start: date | datetime
    length: Length
    moment: datetime
    earliest: datetime


def due_moment(start: date | datetime, length: Length) -> DueMoment:
    """Hours run from the moment, through nights and holidays (民法典 201). Times are local times in China.

    A start that is only a day leaves the whole of it open, to its last minute: nothing is late before that reading.
    """
    if length.unit not in (Unit.HOURS, Unit.MINUTES):
        raise ImpossibleTerm((length,), "not counted by the hour")
    run = timedelta(hours=length.n) if length.unit is Unit.HOURS else timedelta(minutes=length.n)
    if isinstance(start, datetime):
        return DueMoment(start, length, start + run, start + run)
    midnight = datetime(start.year, start.month, start.day)
    return DueMoment(start, length, midnight + timedelta(days=1, minutes=-1) + run, midnight + run)


@dataclass(frozen=True)
class Deemed:
    """Whether a fiction has fired, and the day it names. `on` is None when it has not, and `why` says why not."""

    on: date | None
    why: Literal["fired", "done in time", "term not over", "term stands still", "calendar provisional"]


def deemed(
    answer: Due, *, done: date | None, as_of: date, fires_on: Literal["end", "start", "day-after-end"]
) -> Deemed:
    """What the law takes as having happened when nothing was done in time, as seen on `as_of`.

    `fires_on` is the day the law names for it: the last day of the term, the day the term was triggered (行政许可法 32:
    accepted from receipt), or the day after the last.
    """
    if answer.latest is None:
        return Deemed(None, "term stands still" if not answer.running else "calendar provisional")
    if done is not None and done <= answer.latest:
        if answer.earliest is not None and done > answer.earliest:
            return Deemed(None, "calendar provisional")
        return Deemed(None, "done in time")
    if as_of <= answer.latest:
        provisional = answer.earliest is not None and as_of > answer.earliest
        return Deemed(None, "calendar provisional" if provisional else "term not over")
    named = {"end": answer.latest, "start": answer.start, "day-after-end": answer.latest + timedelta(days=1)}
    return Deemed(named[fires_on], "fired")


def _shift_working(day: date, n: int, calendar: Calendar, reading: Reading) -> date:
    """The n-th working day after `day`, or before it when n is negative."""
    place = calendar.index(day)
    before = reading.upto[place - 1] if place else 0
    target = reading.upto[place] + n if n > 0 else before + n + 1
    if not 0 < target < len(reading.nth):
        raise OutOfCalendar(day, calendar.first, calendar.last)
    return calendar.day_at(reading.nth[target])


def _shift_calendar(day: date, length: Length, *, backwards: bool) -> date:
    if not backwards:
        return date.fromordinal(day.toordinal() + span(day.toordinal(), [length]))
    if length.unit is Unit.CALENDAR_DAYS:
        return day - timedelta(days=length.n)
    span(day.toordinal(), [length])
    months = length.n * (12 if length.unit is Unit.YEARS else 1)
    return date.fromordinal(corresponding_day(day.toordinal(), -months))


def _unknown_between(calendar: Calendar, after: date, upto: date) -> bool:
    """Whether a day after `after` up to and including `upto` is decided by no notice."""
    counts = calendar.unknown_upto
    return counts[calendar.index(upto)] > counts[calendar.index(after)]
