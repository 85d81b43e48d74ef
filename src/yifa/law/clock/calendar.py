"""Working days and days off, from the State Council's yearly notices and nothing else.

A day is working when a notice lists it as a make-up day, or when it is Monday to Friday and no notice takes it off
(rulebook 1.3). Beyond the notices loaded the clock does not guess: such a day is *unknown*. What the 放假办法 fixes by
itself (the festival days) is certain even then; weekdays near a festival may be off, weekends near one may be made
working. So every calendar carries two complete readings, `early` (all may-be days work) and `late` (none does), which
agree on every known day; a term that needs an unknown day ends somewhere between the two.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

MAY_BE_OFF_WITHIN = 9
"""Weekdays at most so far from a festival day may be taken off; the farthest in the notices of 2019–2026 is 6 days."""
MAY_WORK_WITHIN = 14
"""Weekend days at most so far from a festival day may be made working; the farthest in those notices is 10 days."""
SATURDAY = 5
"""The first day of the weekend, as `date.weekday` numbers it; only weekend days are made up."""
LAST_WORD_BY = (12, 26)
"""From this day of the last known year on, the next notice has been known to move days (29–31 December 2018)."""


class OutOfCalendar(ValueError):
    """A day outside every table the calendar has, festival dates included."""

    def __init__(self, day: date, first: date, last: date) -> None:
        self.day = day
        super().__init__(f"{day} lies outside the calendar, which reaches from {first} to {last}")


class DayKind(StrEnum):
    """How a day stands in the calendar."""

    WORKING = "working"
    WEEKEND = "weekend"
    OFF = "off"
    MAKE_UP = "make-up"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """One day that a notice names: taken off, made working, or (in an amendment) given back to the week."""

    on: date
    is_: Literal["off", "work", "plain"]
    name: str
    festival: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One holiday notice: national for a whole year, or local for a place and a few days."""

    id: str
    year: int
    days: tuple[NoticeDay, ...]
    title: str = ""
    number: str | None = None
    published: date | None = None
    source: str | None = None
    verified: str = "text"
    amends: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the calendar knows it; `name` is the holiday it belongs to, `festival` the festival proper."""

    on: date
    kind: DayKind
    name: str | None = None
    festival: bool = False

    @property
    def working(self) -> bool | None:
        """Whether it is a working day; None when no notice says so yet."""
        if self.kind is DayKind.UNKNOWN:
            return None
        return self.kind in (DayKind.WORKING, DayKind.MAKE_UP)


class Reading:
    """One complete reading of the calendar, indexed by days since the calendar's first day.

    `upto[i]`: working days up to and including day i. `nth[k]`: the day on which the k-th working day falls.
    `landing[i]`: the first working day at or after i. Lists serve one case, arrays serve columns.
    """

    def __init__(self, works: NDArray[np.bool_]) -> None:
        size = len(works)
        self.works_array = works
        self.upto_array = np.cumsum(works, dtype=np.int32)
        self.nth_array = np.concatenate(([-1], np.flatnonzero(works))).astype(np.int32)
        following = np.where(works, np.arange(size), size)
        self.landing_array = np.minimum.accumulate(following[::-1])[::-1].astype(np.int32)
        self.works: list[bool] = works.tolist()
        self.upto: list[int] = self.upto_array.tolist()
        self.nth: list[int] = self.nth_array.tolist()
        self.landing: list[int] = self.landing_array.tolist()


@dataclass(frozen=True)
class Calendar:
    """The notices in force, folded into one calendar; `festivals` maps every statutory festival day to its name."""

    notices: tuple[Notice, ...]
    festivals: Mapping[date, str] = field(repr=False)

    @cached_property
    def first(self) -> date:
        """The first day of every table."""
        return date(min(self.festivals).year, 1, 1)

    @cached_property
    def last(self) -> date:
        """The last day of every table."""
        return date(max(self.festivals).year, 12, 31)

    @cached_property
    def size(self) -> int:
        """How many days the tables hold."""
        return (self.last - self.first).days + 1

    @cached_property
    def origin(self) -> int:
        """The proleptic ordinal of the first day; a day's index is its ordinal less this."""
        return self.first.toordinal()

    @cached_property
    def named(self) -> dict[date, NoticeDay]:
        """Every day that a notice names, later notices and amendments over earlier ones."""
        days: dict[date, NoticeDay] = {}
        for notice in sorted(self.notices, key=lambda one: (one.place is not None, one.amends is not None, one.year)):
            days.update((day.on, day) for day in notice.days)
        return {on: day for on, day in days.items() if day.is_ != "plain"}

    @cached_property
    def known_years(self) -> frozenset[int]:
        """Years for which a national notice is loaded."""
        return frozenset(notice.year for notice in self.notices if notice.place is None)

    @cached_property
    def last_known(self) -> date | None:
        """The last day of the last year that has a notice."""
        return date(max(self.known_years), 12, 31) if self.known_years else None

    @cached_property
    def known_array(self) -> NDArray[np.bool_]:
        """For each day, whether a notice decides it."""
        days = np.datetime64(self.first, "D") + np.arange(self.size)
        known = np.isin(days.astype("datetime64[Y]").astype(int) + 1970, sorted(self.known_years))
        for on in self.named:
            known[on.toordinal() - self.origin] = True
        return known

    @cached_property
    def unknown_upto_array(self) -> NDArray[np.int32]:
        """How many unknown days lie at or before each day."""
        return np.cumsum(~self.known_array, dtype=np.int32)

    @cached_property
    def unknown_upto(self) -> list[int]:
        """`unknown_upto_array` as a list, for one case."""
        counts: list[int] = self.unknown_upto_array.tolist()
        return counts

    @cached_property
    def early(self) -> Reading:
        """The reading in which every may-be working day works."""
        return Reading(self._works(may_be=True))

    @cached_property
    def late(self) -> Reading:
        """The reading in which no may-be working day works."""
        return Reading(self._works(may_be=False))

    def _works(self, *, may_be: bool) -> NDArray[np.bool_]:
        index = np.arange(self.size)
        weekend = (index + self.first.weekday()) % 7 >= 5
        festival = np.zeros(self.size, dtype=bool)
        festival[[on.toordinal() - self.origin for on in self.festivals]] = True
        near = _to_the_nearest(np.flatnonzero(festival), index)
        unsure = np.where(weekend, near <= MAY_WORK_WITHIN, near <= MAY_BE_OFF_WITHIN) & ~festival
        works = np.where(festival, False, np.where(unsure, may_be, ~weekend))
        works = np.where(self.known_array, ~weekend, works)
        for on, day in self.named.items():
            works[on.toordinal() - self.origin] = day.is_ == "work"
        return works

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change when any day of the calendar does."""
        days = sorted((on.isoformat(), day.is_) for on, day in self.named.items())
        text = json.dumps([days, sorted(self.known_years)], separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def index(self, day: date) -> int:
        """A day's place in the tables; raises `OutOfCalendar` when it has none."""
        place = day.toordinal() - self.origin
        if not 0 <= place < self.size:
            raise OutOfCalendar(day, self.first, self.last)
        return place

    def day_at(self, index: int) -> date:
        """The day at a place in the tables."""
        return date.fromordinal(self.origin + index)

    def day(self, on: date) -> Day:
        """How a day stands."""
        listed = self.named.get(on)
        if listed is not None:
            kind = (
                DayKind.OFF if listed.is_ == "off" else DayKind.MAKE_UP if on.weekday() >= SATURDAY else DayKind.WORKING
            )
            return Day(on, kind, listed.name, listed.festival)
        festival = self.festivals.get(on)
        if on.year not in self.known_years:
            return Day(on, DayKind.OFF if festival else DayKind.UNKNOWN, festival, festival is not None)
        return Day(on, DayKind.WEEKEND if on.weekday() >= 5 else DayKind.WORKING, festival, festival is not None)

    def may_still_move(self, on: date) -> bool:
        """Whether the next notice, not yet published, may still move a day that counts as known."""
        return (
            on.year in self.known_years and on.year + 1 not in self.known_years and (on.month, on.day) >= LAST_WORD_BY
        )

    def with_notices(self, more: Iterable[Notice]) -> Calendar:
        """The same calendar with further notices."""
        return Calendar((*self.notices, *more), self.festivals)


def _to_the_nearest(marked: NDArray[np.intp], index: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many days each day lies from the nearest marked one; `marked` in order, and never empty."""
    after = np.searchsorted(marked, index).clip(max=len(marked) - 1)
    before = (after - 1).clip(min=0)
    nearest: NDArray[np.int64] = np.minimum(np.abs(marked[after] - index), np.abs(marked[before] - index))
    return nearest
