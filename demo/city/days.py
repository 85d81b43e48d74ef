"""Days of the invented city: which are working days, and counting by hand, over many cases at once.

The generator counts for itself; it shares the published holiday notices with the clock of Yifa and nothing else.
Days are whole numbers counted from 1970-01-01; NONE where something did not happen.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

NOTICES = Path(__file__).resolve().parents[2] / "src" / "yifa" / "corpus" / "calendars"
EPOCH = date(1970, 1, 1)
NONE = -(10**6)
FIRST, LAST = date(2000, 1, 1), date(2028, 12, 31)

Days = np.ndarray


def number(day: date | str) -> int:
    """A day as a whole number."""
    return ((date.fromisoformat(day) if isinstance(day, str) else day) - EPOCH).days


def told(day: int) -> str:
    """A whole number as 2025-07-01."""
    return (EPOCH + timedelta(days=int(day))).isoformat()


class Calendar(NamedTuple):
    """Tables from `first` on: `working[d]`, `rank[d]`: working days up to and with d, `nth[r]`: the r-th of them."""

    first: int
    working: np.ndarray
    rank: np.ndarray
    nth: np.ndarray

    def is_working(self, days: Days) -> np.ndarray:
        """Whether these are working days."""
        return self.working[days - self.first]

    def onward(self, days: Days) -> Days:
        """The day itself where it is a working day, else the next one."""
        at = days - self.first
        return self.nth[self.rank[at] - self.working[at]] + self.first

    def back(self, days: Days) -> Days:
        """The day itself where it is a working day, else the one before."""
        return self.nth[self.rank[days - self.first] - 1] + self.first

    def after(self, days: Days, count: Days | int) -> Days:
        """The count-th working day after these days (0: the day itself, or the next working day)."""
        at = days - self.first
        counted = self.nth[self.rank[at] + np.asarray(count) - 1] + self.first
        return np.where(np.asarray(count) == 0, self.onward(days), counted)

    def ahead(self, days: Days, count: Days | int) -> Days:
        """The count-th working day before these days."""
        at = days - self.first
        return self.nth[self.rank[at] - self.working[at] - np.asarray(count)] + self.first

    def between(self, after: Days, to: Days) -> Days:
        """How many working days lie after the one day, up to and including the other."""
        return self.rank[to - self.first] - self.rank[after - self.first]


@cache
def calendar() -> Calendar:
    """The calendar by all notices on file; a later amendment of a year wins."""
    said: dict[date, bool] = {}
    notices = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(NOTICES.glob("cn-*.yaml"))]
    for notice in sorted(notices, key=lambda one: str(one["published"])):
        for line in notice["days"]:
            said[line.get("on", line.get(True))] = line["is"] == "work"  # YAML reads a bare `on` as true
    count = (LAST - FIRST).days + 1
    days = [FIRST + timedelta(days=i) for i in range(count)]
    working = np.array([said.get(day, day.weekday() < 5) for day in days], dtype=np.int64)
    return Calendar(number(FIRST), working, np.cumsum(working), np.flatnonzero(working))


def months_after(days: Days, months: int) -> Days:
    """The corresponding day so many months later, or the last day of that month (民法典 202)."""
    stamps = days.astype("datetime64[D]")
    month = stamps.astype("datetime64[M]")
    inside = (stamps - month.astype("datetime64[D]")).astype(np.int64)
    goal = month + np.timedelta64(months, "M")
    length = ((goal + np.timedelta64(1, "M")).astype("datetime64[D]") - goal.astype("datetime64[D]")).astype(np.int64)
    return goal.astype("datetime64[D]").astype(np.int64) + np.minimum(inside, length - 1)
