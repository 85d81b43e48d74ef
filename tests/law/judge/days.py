"""Which day is the last, the first allowed, the latest: found by walking from day to day with the wall calendar.

Every answer is a span from an early to a late day. They differ only where no notice yet says which days are off, and
the two views of the wall calendar (`hopeful`: whatever may work does; gloomy: it does not) end on different days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from tests.law.clock.judge import ONE, months_later, wall
from tests.law.judge.facts import Moment
from tests.law.judge.lengths import Time

FIRST_YEAR, LAST_YEAR = 2000, 2050
"""The years whose festivals are listed."""
LONG = 60 * 366
"""No term lasts so many days: who walks longer has lost the way."""


@dataclass(frozen=True)
class Standstill:
    """Time in which a term does not run: the days after `begins` up to and including `ends`; None: still open."""

    begins: date
    ends: date | None


@dataclass(frozen=True)
class Prolonging:
    """An extension that was approved on a day."""

    on: date
    by: Time


@dataclass(frozen=True)
class End:
    """Where a term ends. `late` is None while it stands still; `second` is the last day of a second reading (P13)."""

    early: Moment | None
    late: Moment | None
    second: Moment | None = None


class OutOfTables(Exception):
    """A day of which no list of festivals says whether it may work."""


def works(day: date, hopeful: bool) -> bool:
    """Whether a day works, in one view of what no notice says; raises `OutOfTables`."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OutOfTables(day)
    return wall().works(day, hopeful)


# -- within so long ---------------------------------------------------------------------------------------------------


def end_of_term(
    start: Moment,
    length: Time,
    *,
    rolls: bool = True,
    stops: Iterable[Standstill] = (),
    prolonged: Iterable[Prolonging] = (),
    times: int = 1,
) -> End:
    """The last day on which what must be done within so long is in time."""
    if length.by_the_minute:
        return _end_by_the_minute(start, length)
    found = {}
    for hopeful in (True, False):
        term = _Term(start.day, length, rolls, sorted(stops, key=lambda one: one.begins), hopeful, times)
        found[hopeful] = term.lived_through(sorted(prolonged, key=lambda one: one.on))
    early, late = found[True][0], found[False][0]
    if early is not None and late is not None and late < early:
        early, late = late, early
    return End(*(None if day is None else Moment(day) for day in (early, late, found[False][1])))


def _end_by_the_minute(start: Moment, length: Time) -> End:
    run = timedelta(hours=length.n) if length.unit == "hours" else timedelta(minutes=length.n)
    midnight = datetime.combine(start.day, time())
    first = midnight + timedelta(minutes=start.minute or 0)
    last = first if start.minute is not None else midnight + timedelta(days=1, minutes=-1)
    return End(Moment.read(first + run), Moment.read(last + run))


class _Term:
    """One term in one view of the calendar, lived through day by day."""

    def __init__(
        self, start: date, length: Time, rolls: bool, stops: Sequence[Standstill], hopeful: bool, times: int
    ) -> None:
        self.start, self.lengths, self.rolls, self.times = start, [length], rolls, times
        self.stops: list[Standstill] = []
        self.waiting = list(stops)
        self.working = length.in_working_days
        self.on: Callable[[date], bool] = cache(lambda day: works(day, hopeful))

    def lived_through(self, prolonged: list[Prolonging]) -> tuple[date | None, date | None]:
        """The last day, and that of the second reading where there is one; no day while the term stands still.

        Each pause and each extension counts only if it comes no later than the last day reached without it.
        """
        self._take_up_to(self.start, prolonged)
        last = self._last_day()
        while last is not None:
            coming = [one.begins for one in self.waiting] + [one.on for one in prolonged]
            if not coming or min(coming) > last:
                return last, self._second_reading(last)
            self._take_up_to(min(coming), prolonged)
            last = self._last_day()
        return None, None

    def _take_up_to(self, day: date, prolonged: list[Prolonging]) -> None:
        """Take what happened up to and including a day into account."""
        while self.waiting and self.waiting[0].begins <= day:
            self.stops.append(self.waiting.pop(0))
        while prolonged and prolonged[0].on <= day:
            one = prolonged.pop(0)
            if len(self.lengths) <= self.times:
                self.lengths.append(one.by)

    def _last_day(self) -> date | None:
        return self._count(self.start, self.lengths)

    def _stands_still(self, day: date) -> bool | None:
        """Whether the term stands still on a day; None: from here on it does, nobody knows for how long."""
        still = [one for one in self.stops if one.begins < day and (one.ends is None or day <= one.ends)]
        if any(one.ends is None for one in still):
            return None
        return bool(still)

    def _count(self, start: date, lengths: list[Time], *, roll: bool = True) -> date | None:
        """Count day by day; on the last counted day, go on to the next working day where the term rolls."""
        need, day = days_in(start, lengths), start
        for _ in range(LONG):
            day += ONE
            still = self._stands_still(day)
            if still is None:
                return None
            if still:
                continue
            if not self.working or self.on(day):
                need -= 1
            if need <= 0 and (not (self.rolls and roll) or self.on(day)):
                return day
        raise AssertionError("a term without an end")

    def _second_reading(self, last: date) -> date | None:
        """P13: each extension counted from the rolled end before it; where one had rolled, and this ends later."""
        if len(self.lengths) == 1 or not self.rolls or self.working:
            return None
        bases = [self.lengths[:taken] for taken in range(1, len(self.lengths))]
        if all(self._count(self.start, base) == self._count(self.start, base, roll=False) for base in bases):
            return None
        day = self._count(self.start, self.lengths[:1])
        for length in self.lengths[1:]:
            day = day and self._count(day, [length])
        return day if day is not None and day > last else None


def days_in(start: date, lengths: Sequence[Time]) -> int:
    """How many days to count: months and years run to the corresponding day, one after the other."""
    if all(one.unit in ("working days", "calendar days") for one in lengths):
        return sum(one.n for one in lengths)
    end, months = start, 0
    for one in lengths:
        if one.unit == "calendar days":
            end, months = months_later(end, months) + ONE * one.n, 0
        else:
            months += one.n * (12 if one.unit == "years" else 1)
    return (months_later(end, months) - start).days


def shorter_of(one: Time, other: Time, start: date) -> Time:
    """The shorter of two lengths counted from one day."""
    if one.unit == other.unit:
        return min(one, other, key=lambda length: length.n)
    return min(one, other, key=lambda length: days_in(start, [length]))


# -- so long before, so long after ------------------------------------------------------------------------------------


def _nth_working_day(day: date, n: int, hopeful: bool, step: timedelta) -> date:
    while n:
        day += step
        n -= works(day, hopeful)
    return day


def latest_before(event: Moment, length: Time) -> End:
    """The last day that is so long before an event, the event's own day not counted (rulebook 1.6)."""
    if length.in_working_days:
        gloomy, hopeful = (_nth_working_day(event.day, length.n, view, -ONE) for view in (False, True))
        return End(Moment(gloomy), Moment(hopeful))
    if length.unit == "calendar days":
        day = event.day - ONE * length.n
    else:
        day = _months_earlier(event.day, length.n * (12 if length.unit == "years" else 1))
    return End(Moment(day), Moment(day))


def _months_earlier(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


@dataclass(frozen=True)
class Opening:
    """From when on something may be done; from `contested` on it may in one reading."""

    early: date
    late: date
    contested: date | None = None


def opening_after(start: Moment, length: Time, *, strictly: bool) -> Opening:
    """The first clean day of "not less than so long" and, `strictly`, of "after so long" (rulebook 1.7, P15)."""
    if length.in_working_days:
        early, late = (_nth_working_day(start.day, length.n + strictly, view, ONE) for view in (True, False))
        last = _nth_working_day(start.day, length.n, False, ONE)
        return Opening(early, late, last + ONE if strictly and last + ONE < late else None)
    last = start.day + ONE * days_in(start.day, [length])
    return Opening(last + ONE, last + ONE, last) if strictly else Opening(last, last)


def clear_working_days(sent: date, meeting: date, hopeful: bool) -> int:
    """Working days after one day and before another."""
    day, clear = sent + ONE, 0
    while day < meeting:
        clear += works(day, hopeful)
        day += ONE
    return clear


def first_day_with_clear(sent: date, needed: int, hopeful: bool) -> date:
    """The first day before which so many clear working days lie."""
    return _nth_working_day(sent, needed, hopeful, ONE) + ONE


# -- a date of every year, and days counted ---------------------------------------------------------------------------


@dataclass(frozen=True)
class YearlyDate:
    """A date of every year; up to `lenient` what is done after it is contested."""

    on: date
    lenient_early: date
    lenient_late: date


def yearly_date(year: int, month_day: str) -> YearlyDate:
    """The date itself; where it does not work, the first working day after it is contested (P14)."""
    on = date.fromisoformat(f"{year}-{month_day}")
    lenient = {}
    for hopeful in (True, False):
        day = on
        while not works(day, hopeful):
            day += ONE
        lenient[hopeful] = day
    return YearlyDate(on, lenient[True], lenient[False])


def days_run(start: date, end: date, stops: Iterable[Standstill]) -> int:
    """Calendar days after one day up to and including another, without those on which it stands still."""
    found, day = 0, start
    stood = list(stops)
    while day < end:
        day += ONE
        found += not any(one.begins < day and (one.ends is None or day <= one.ends) for one in stood)
    return found
