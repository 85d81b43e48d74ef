"""An independent reading of terms, day by day, as a clerk with a wall calendar would do it.

It shares nothing with the clock but the calendar files, which it reads by itself. It knows no ordinals, tables or
roll-over formula: it walks from day to day, asks whether the day works and whether the term stands still, and keeps a
tally. Slow and plain on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

CALENDARS = Path(__file__).parents[3] / "src" / "yifa" / "corpus" / "calendars"
ONE = timedelta(days=1)


@dataclass(frozen=True)
class Wall:
    """The wall calendar: which days the notices name, and which years have a notice."""

    named: dict[date, str]
    years: frozenset[int]
    festivals: frozenset[date]

    def works(self, day: date, hopeful: bool) -> bool:
        """Whether a day works; for a day no notice decides, by the hopeful or by the gloomy view."""
        if day in self.named:
            return self.named[day] == "work"
        weekday = day.isoweekday() <= 5
        if day.year in self.years:
            return weekday
        if day in self.festivals:
            return False
        reach = 9 if weekday else 14
        if any(day + ONE * k in self.festivals for k in range(-reach, reach + 1)):
            return hopeful
        return weekday

    def decided(self, day: date) -> bool:
        return day in self.named or day.year in self.years


@cache
def wall(until: int = 9999) -> Wall:
    yaml = YAML(typ="safe")
    named: dict[date, str] = {}
    years = set()
    files = [yaml.load(path) for path in CALENDARS.glob("cn-*.yaml")]
    for notice in sorted((one for one in files if one["year"] <= until), key=lambda one: one["amends"] is not None):
        years.add(notice["year"])
        for line in notice["days"]:
            if line["is"] == "plain":
                named.pop(line["on"], None)
            else:
                named[line["on"]] = line["is"]
    return Wall(named, frozenset(years), frozenset(_festival_days(yaml.load(CALENDARS / "festivals.yaml"))))


def _festival_days(table: dict) -> Iterable[date]:
    for line in table["dates"]:
        year = line["year"]
        for text in table["texts"]:
            if not text["years"]["from"] <= year <= (text["years"]["to"] or 9999):
                continue
            for festival in text["festivals"]:
                for month_day in festival.get("days", ()):
                    yield date.fromisoformat(f"{year}-{month_day}")
                for offset in festival.get("after-lunar-new-year", ()):
                    yield line["lunar-new-year"] + ONE * offset
                if "table" in festival:
                    yield line[festival["table"]]


@dataclass(frozen=True)
class Answer:
    """What the judge found: the last day, or how many days are left while the term stands still."""

    day: date | None
    left: int | None = None
    needed_unknown: bool = False


def months_later(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def tally(start: date, unit: str, amounts: list[int]) -> int:
    if unit == "months":
        return (months_later(start, sum(amounts)) - start).days
    if unit == "years":
        return (months_later(start, 12 * sum(amounts)) - start).days
    return sum(amounts)


def walk(
    on: Callable[[date], bool],
    start: date,
    unit: str,
    amounts: list[int],
    rolls: bool,
    stood: list[tuple[date, date | None]],
) -> date | None:
    """Where a term ends when it is already known which intervals stand still."""
    need, used, day = tally(start, unit, amounts), 0, start
    while True:
        day += ONE
        still = [end for begin, end in stood if begin < day and (end is None or day <= end)]
        if None in still:
            return None
        if not still and (unit != "working days" or on(day)):
            used += 1
        if used >= need and not still and (not rolls or on(day)):
            return day


def judge(
    calendar: Wall,
    start: date,
    n: int,
    unit: str,
    *,
    rolls: bool,
    pauses: list[tuple[date, date | None]],
    extensions: list[tuple[date, int]],
    times: int = 1,
    hopeful: bool = False,
) -> Answer:
    """Live through the term: every day, ask what happened that day and whether the term is over."""
    on = cache(lambda day: calendar.works(day, hopeful))
    amounts, stood, used, unknown = [n], [], 0, False
    waiting_pauses, waiting_extensions = sorted(pauses, key=lambda one: one[0]), sorted(extensions)
    day = start
    while waiting_pauses and waiting_pauses[0][0] <= start:
        stood.append(waiting_pauses.pop(0))
    while waiting_extensions and waiting_extensions[0][0] <= start:
        approved = waiting_extensions.pop(0)
        if len(amounts) <= times:
            amounts.append(approved[1])
    while True:
        day += ONE
        still = [end for begin, end in stood if begin < day and (end is None or day <= end)]
        if None in still:
            amounts += [amount for _, amount in waiting_extensions][: times + 1 - len(amounts)]
            return Answer(None, max(tally(start, unit, amounts) - used, 0), unknown)
        over = False
        if not still:
            if unit == "working days":
                used += on(day)
                unknown = unknown or not calendar.decided(day)
            else:
                used += 1
            if used >= tally(start, unit, amounts):
                unknown = unknown or (rolls and not calendar.decided(day))
                over = on(day) or (not rolls and unit != "working days")
        while waiting_extensions and waiting_extensions[0][0] == day:
            approved = waiting_extensions.pop(0)
            if len(amounts) <= times:
                amounts.append(approved[1])
                over = over and used >= tally(start, unit, amounts)
        while waiting_pauses and waiting_pauses[0][0] == day:
            stood.append(waiting_pauses.pop(0))
        if over:
            return Answer(day, None, unknown)
