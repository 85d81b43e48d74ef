"""The days of a term as sheets of a wall calendar, Monday to Sunday: what each was for the count, which of them matter.

The same signs as on the deadline page: running numbers, 休 and 班, days left out hatched, the trigger day outlined, the
last day solid. A long term shows its first two and its last three months.
"""

from __future__ import annotations

import calendar as weeks
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from yifa.law.clock import Calendar, Story
from yifa.law.clock.calendar import DayKind
from yifa.law.clock.story import Treatment

MOST, FIRST, LAST = 6, 2, 3
SATURDAY = 5
CLASSES = {
    Treatment.COUNTED: "counted",
    Treatment.MAKE_UP: "make-up",
    Treatment.WEEKEND: "weekend",
    Treatment.OFF: "off",
    Treatment.OPEN: "open",
    Treatment.PAUSED: "paused",
    Treatment.WAITING: "waiting",
    Treatment.LANDING: "landing",
}
"""What a day is called in the style sheet."""


@dataclass
class DayCell:
    """A day on a sheet: what it shows by its classes, and its running number where it is counted."""

    day: date
    classes: list[str] = field(default_factory=list)
    number: int | None = None


@dataclass(frozen=True)
class MonthSheet:
    """A month: its weeks, None for days of other months."""

    year: int
    month: int
    weeks: tuple[tuple[DayCell | None, ...], ...]


@dataclass(frozen=True)
class Sheets:
    """The months shown; after `gap_after` of them so many are left out."""

    months: tuple[MonthSheet, ...]
    gap_after: int = 0
    left_out: int = 0


def month_sheets(story: Story, done: date | datetime | None = None) -> Sheets:
    """The sheets of a term; `done` is the day of the act, where it is to be marked."""
    marked = _marked(story)
    if done is not None:
        on = done.date() if isinstance(done, datetime) else done
        marked.setdefault(on, DayCell(on)).classes.append("done")
    months = _months(min(marked), max(marked))
    if len(months) <= MOST:
        return Sheets(tuple(_sheet(year, month, marked, story.due.calendar) for year, month in months))
    shown = months[:FIRST] + months[-LAST:]
    sheets = tuple(_sheet(year, month, marked, story.due.calendar) for year, month in shown)
    return Sheets(sheets, FIRST, len(months) - FIRST - LAST)


def _marked(story: Story) -> dict[date, DayCell]:
    cells: dict[date, DayCell] = {}
    number = 0
    for run in story.runs:
        for offset in range(run.days):
            day = run.first + timedelta(days=offset)
            number += run.treatment.counts
            cells[day] = DayCell(day, [CLASSES[run.treatment]], number if run.treatment.counts else None)
    due = story.due
    cells.setdefault(due.start, DayCell(due.start)).classes.append("start")
    ends = {due.latest: "maybe", due.earliest: "maybe"} if due.provisional else {due.latest: "last"}
    for end, name in ends.items():
        if end is not None:
            cells.setdefault(end, DayCell(end)).classes.append(name)
    return cells


def _months(first: date, last: date) -> list[tuple[int, int]]:
    count = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(one // 12, one % 12 + 1) for one in count]


def _sheet(year: int, month: int, marked: dict[date, DayCell], calendar: Calendar) -> MonthSheet:
    cells = list(_cells(year, month, marked, calendar))
    return MonthSheet(year, month, tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)))


def _cells(year: int, month: int, marked: dict[date, DayCell], calendar: Calendar) -> Iterator[DayCell | None]:
    weekday, length = weeks.monthrange(year, month)
    yield from [None] * weekday
    for number in range(1, length + 1):
        day = date(year, month, number)
        cell = marked.get(day) or DayCell(day, ["outside"])
        kind = calendar.day(day).kind
        standing = {DayKind.OFF: ["rest"], DayKind.MAKE_UP: ["work"]}.get(kind, [])
        sunday = ["sunday"] if day.weekday() >= SATURDAY else []
        yield DayCell(day, [*cell.classes, *standing, *sunday], cell.number)
    yield from [None] * (-(weekday + length) % 7)
