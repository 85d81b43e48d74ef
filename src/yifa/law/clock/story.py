"""Why this day: an answer of the clock, told day by day as data.

A story is a list of runs of days, from the day after the trigger to the last day, each with what it was for the count.
It can be replayed without a calendar: its runs alone lead to its date. `telling` turns it into sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from yifa.law.clock.calendar import DayKind
from yifa.law.clock.fold import Due, shorter, span
from yifa.law.clock.lengths import Unit
from yifa.law.clock.terms import Pause


class Treatment(StrEnum):
    """What a day was for the count."""

    COUNTED = "counted"
    MAKE_UP = "counted, make-up working day"
    WEEKEND = "weekend"
    OFF = "holiday"
    OPEN = "not decided yet, taken as off in this reading"
    PAUSED = "paused"
    WAITING = "past the arithmetical end, no working day"
    LANDING = "the working day it rolls to"

    @property
    def counts(self) -> bool:
        """Whether such days are counted."""
        return self in (Treatment.COUNTED, Treatment.MAKE_UP)


class Run(NamedTuple):
    """Days in a row that were treated alike; `name` is the holiday or the kind of pause, `last` None if still open."""

    first: date
    last: date | None
    treatment: Treatment
    name: str | None
    known: bool

    @property
    def days(self) -> int:
        """How many days."""
        return 0 if self.last is None else (self.last - self.first).days + 1


@dataclass(frozen=True)
class Story:
    """An answer with the days that led to it; `law` and `article` say what the term rests on."""

    due: Due
    runs: tuple[Run, ...]
    total: int
    law: str | None = None
    article: str | None = None

    def replay(self) -> date | None:
        """The date the runs alone lead to; raises `ValueError` if they do not add up to the term."""
        counted = sum(run.days for run in self.runs if run.treatment.counts)
        if self.due.latest is not None and counted != self.total:
            raise ValueError(f"the story counts {counted} days, the term has {self.total}")
        return self.runs[-1].last if self.runs else self.due.start

    def as_data(self) -> dict[str, Any]:
        """The story as plain data for JSON: the answer, what it rests on, and every run of days."""
        due = self.due
        return {
            "day": _text(due.day),
            "earliest": _text(due.earliest),
            "latest": _text(due.latest),
            "provisional": due.provisional,
            "running": due.running,
            "days_left": due.days_left,
            "advisory_until": _text(due.advisory_until),
            "start": due.start.isoformat(),
            "length": str(due.term.length),
            "law": self.law,
            "article": self.article,
            "rolls": due.term.rolls,
            "arithmetical_end": _text(due.end),
            "strict_reading": _text(strict_reading(due)),
            "facts": [
                {
                    "kind": fact.kind if isinstance(fact, Pause) else "extension",
                    "from": _text(fact.begins if isinstance(fact, Pause) else fact.on),
                    "to": _text(fact.ends) if isinstance(fact, Pause) else None,
                    "length": None if isinstance(fact, Pause) else str(fact.length),
                    "counts": counts,
                    "because": str(verdict),
                    "last_day_reached_before": _text(reached),
                }
                for fact, counts, verdict, reached in due.judged
            ],
            "days": [
                {
                    "from": run.first.isoformat(),
                    "to": _text(run.last),
                    "days": run.days,
                    "treatment": str(run.treatment),
                    "name": run.name,
                    "known": run.known,
                }
                for run in self.runs
            ],
            "calendar": due.calendar.digest,
        }


def story(due: Due, *, law: str | None = None, article: str | None = None) -> Story:
    """Tell how a `Due` came about; the days are those of its latest reading."""
    lengths = [due.term.length, *(_granted(due))]
    total = span(due.start.toordinal(), lengths)
    return Story(due, tuple(_runs(due)), total, law, article)


def strict_reading(due: Due) -> date | None:
    """The last day of the strict reading that counts the trigger day itself (rulebook 1.8); None where it has none."""
    if not due.term.first_day_strict or due.latest is None or due.latest != due.end:
        return None
    return due.latest - timedelta(days=1)


def _granted(due: Due) -> Iterator[Any]:
    """The lengths of the extensions that count, cut where the rule cuts them."""
    for fact, counts, _, _ in due.judged:
        if counts and not isinstance(fact, Pause):
            rule = due.term.extension
            most = None if rule is None else rule.at_most
            yield fact.length if most is None else shorter(fact.length, most, due.start.toordinal())


def _runs(due: Due) -> Iterator[Run]:
    """The days after the trigger, put together in runs."""
    counted = [fact for fact, counts, *_ in due.judged if counts and isinstance(fact, Pause)]
    stops = [(fact.begins, fact.ends, fact.kind) for fact in sorted(counted, key=lambda fact: fact.begins)]
    last = due.latest
    if last is None:
        last = max(min((begins for begins, ends, _ in stops if ends is None), default=due.start), due.start)
    first = day = due.start + timedelta(days=1)
    before: tuple[Treatment, str | None, bool] | None = None
    while day <= last:
        treated = _treat(due, day, stops)
        if treated != before:
            if before is not None:
                yield Run(first, day - timedelta(days=1), *before)
            first, before = day, treated
        day = min(_alike_until(due, day, stops), last) + timedelta(days=1)
    if before is not None:
        yield Run(first, last, *before)
    if due.latest is None:
        for begins, ends, kind in stops:
            if ends is None:
                yield Run(max(begins, due.start) + timedelta(days=1), None, Treatment.PAUSED, kind, True)
                return


def _alike_until(due: Due, day: date, stops: list[tuple[date, date | None, str]]) -> date:
    """The last day of those, from one on, that are certainly treated alike: through a pause, or while days count."""
    for begins, ends, _ in stops:
        if begins < day and (ends is None or day <= ends):
            return ends or date.max
    if due.term.length.unit is Unit.WORKING_DAYS or (due.end is not None and day > due.end):
        return day
    paused = min((begins for begins, *_ in stops if begins >= day), default=date.max)
    return min(paused, due.end or date.max)


def _treat(due: Due, day: date, stops: list[tuple[date, date | None, str]]) -> tuple[Treatment, str | None, bool]:
    """What one day was for the count, the name that goes with it, and whether a notice decides it."""
    for begins, ends, kind in stops:
        if begins < day and (ends is None or day <= ends):
            return Treatment.PAUSED, kind, True
    working = due.term.length.unit is Unit.WORKING_DAYS
    if not working and (due.end is None or day <= due.end):
        return Treatment.COUNTED, None, True
    calendar = due.calendar
    known = calendar.day(day)
    works = calendar.late.works[calendar.index(day)]
    certain = known.kind is not DayKind.UNKNOWN
    if not working:
        return (Treatment.LANDING if day == due.latest else Treatment.WAITING), known.name, certain
    if works:
        makes_up = known.kind is DayKind.MAKE_UP
        return (Treatment.MAKE_UP if makes_up else Treatment.COUNTED), known.name if makes_up else None, certain
    if not certain and day.weekday() < 5:
        return Treatment.OPEN, None, False
    named = known.kind is DayKind.OFF
    return (Treatment.OFF if named else Treatment.WEEKEND), known.name if named else None, certain


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
