"""What a new holiday notice would move: the days it changes, and the last days of ordinary terms that move along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from yifa.law.clock.calendar import Calendar, DayKind
from yifa.law.clock.fold import due
from yifa.law.clock.lengths import Length, parse_length
from yifa.law.clock.terms import Term

CHECKED_LENGTHS = tuple(
    parse_length(text)
    for text in (
        "3 working days",
        "5 working days",
        "7 working days",
        "10 working days",
        "20 working days",
        "15 calendar days",
        "30 calendar days",
        "60 calendar days",
        "90 calendar days",
        "3 months",
        "6 months",
    )
)
"""The lengths most duties have; a notice is tried on each, for every start within a year before it."""


class ChangedDay(NamedTuple):
    """A day that stands differently after the notice than before."""

    on: date
    was: DayKind
    is_: DayKind
    name: str | None


class ChangedTerm(NamedTuple):
    """For one length: how many provisional last days become final, how many final ones move, and some of these."""

    length: Length
    settled: int
    moved: int
    examples: tuple[tuple[date, date, date], ...]


@dataclass(frozen=True)
class Shift:
    """The difference between two calendars; plain days that merely become known are only counted."""

    before: str
    after: str
    days: tuple[ChangedDay, ...]
    settled_plain: int
    terms: tuple[ChangedTerm, ...]


def what_moves(before: Calendar, after: Calendar) -> Shift:
    """Compare two calendars day by day, and the terms that start in the year before the first day that changed."""
    changed: list[ChangedDay] = []
    plain = 0
    day = before.first
    while day <= before.last:
        was, is_ = before.day(day), after.day(day)
        if was.kind is not is_.kind:
            if was.kind is DayKind.UNKNOWN and is_.kind in (DayKind.WORKING, DayKind.WEEKEND):
                plain += 1
            else:
                changed.append(ChangedDay(day, was.kind, is_.kind, is_.name or was.name))
        day += timedelta(days=1)
    if not changed:
        return Shift(before.digest, after.digest, (), plain, ())
    terms = tuple(_compare(length, before, after, changed) for length in CHECKED_LENGTHS)
    return Shift(before.digest, after.digest, tuple(changed), plain, terms)


def _compare(length: Length, before: Calendar, after: Calendar, changed: list[ChangedDay]) -> ChangedTerm:
    settled, examples = 0, []
    term = Term(length)
    start, last = changed[0].on - timedelta(days=365), changed[-1].on
    while start <= last:
        was, is_ = due(term, start, before), due(term, start, after)
        if was.provisional and not is_.provisional:
            settled += 1
        elif was.latest != is_.latest and not was.provisional and was.latest and is_.latest:
            examples.append((start, was.latest, is_.latest))
        start += timedelta(days=1)
    return ChangedTerm(length, settled, len(examples), tuple(examples[:3]))
