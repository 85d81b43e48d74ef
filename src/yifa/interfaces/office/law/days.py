"""Days as a calendar draws them: by weeks, each day with its kind and the holiday it belongs to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from yifa.law.clock import Calendar
from yifa.law.clock.calendar import DayKind
from yifa.law.clock.telling import tell_holiday
from yifa.wording import Language

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DrawnDay:
    """A day: its kind, what it is called where it has a name, and the mark it bears. `within` what is drawn."""

    on: date
    kind: str
    words: str
    festival: bool
    within: bool
    mark: str = ""


Week = tuple[DrawnDay, ...]


def weeks_between(
    first: date, last: date, of: Calendar, speech: Language, marks: Collection[tuple[date, str]] = ()
) -> list[Week]:
    """The weeks, from Monday, in which a span lies."""
    known = dict(marks)
    monday, found = first - timedelta(days=first.weekday()), []
    while monday <= last:
        days = (monday + place * _DAY for place in range(7))
        found.append(tuple(_drawn(day, of, speech, first <= day <= last, known.get(day, "")) for day in days))
        monday += 7 * _DAY
    return found


def _drawn(day: date, of: Calendar, speech: Language, within: bool, mark: str) -> DrawnDay:
    if not of.first <= day <= of.last:
        return DrawnDay(day, DayKind.UNKNOWN.value, "", False, within, mark)
    known = of.day(day)
    name = tell_holiday(known.name, speech) if known.name else ""
    return DrawnDay(day, known.kind.value, name or tell_day_kind(known.kind, speech), known.festival, within, mark)


def tell_day_kind(kind: DayKind, speech: Language) -> str:
    """How a day stands."""
    say = speech.say
    return {
        DayKind.WORKING: say("working day"),
        DayKind.WEEKEND: say("weekend"),
        DayKind.OFF: say("day off"),
        DayKind.MAKE_UP: say("make-up working day"),
        DayKind.UNKNOWN: say("no notice says yet"),
    }[kind]
