"""Asks the clock the questions of a row and puts its answers into the row; works out derived columns likewise.

A term without pauses or extensions depends on its start alone, so its answers are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from yifa.law import clock
from yifa.law.clock import Calendar, Due, ExtensionRule, OutOfCalendar, Term
from yifa.law.conditions import day_number, day_of
from yifa.law.conditions.columns import Answered, Column
from yifa.law.conditions.types import EPOCH, MINUTES
from yifa.law.duties.questions import (
    Ahead,
    ByHour,
    ClearDays,
    Elapsed,
    ExtensionFacts,
    NotBefore,
    PauseFacts,
    Question,
    Within,
    Yearly,
)
from yifa.law.duties.steps import Derivation, Step
from yifa.law.facts import View
from yifa.law.facts.pauses import extensions, pauses
from yifa.law.run.compiling import Row, compiled

Parts = Mapping[str, Any]
Ask = Callable[[View, Row], Parts | None]
_KEPT = 4096


@dataclass(frozen=True)
class Asked:
    """A question ready to be asked of rows: `ask` gives the parts of the answer, None where there is no start."""

    question: Question
    ask: Ask
    places: tuple[tuple[str, int], ...]

    def into(self, view: View, row: list[Any]) -> None:
        """Put the answer into a row."""
        parts = self.ask(view, row)
        if parts is not None:
            for part, place in self.places:
                row[place] = parts[part]


@dataclass(frozen=True)
class Worked:
    """A derived column ready to be worked out."""

    value: Callable[[Row], Any]
    place: int

    def into(self, view: View, row: list[Any]) -> None:
        """Put the value into a row."""
        row[self.place] = self.value(row)


def ready(step: Step, places: Mapping[Column, int], calendar: Calendar) -> Asked | Worked:
    """A step ready for rows with columns at these places."""
    if isinstance(step, Derivation):
        return Worked(compiled(step.expr, places), places[step.column])
    return asked(step, places, calendar)


def asked(question: Question, places: Mapping[Column, int], calendar: Calendar) -> Asked:
    """A question ready for rows with columns at these places."""
    wanted = tuple(
        (column.part, place)
        for column, place in places.items()
        if isinstance(column, Answered) and column.question == question.id
    )
    exists, start = compiled(question.exists, places), compiled(question.start, places)
    match question:
        case Within():
            return Asked(question, _ask_within(question, exists, start, calendar), wanted)
        case ByHour():
            minute = compiled(question.minute, places)
            return Asked(question, _when(exists, start, lambda row, day: _by_hour(question, day, minute(row))), wanted)
        case Ahead():
            return Asked(question, _when(exists, start, lambda _, day: _ahead(question, day, calendar)), wanted)
        case NotBefore():
            return Asked(question, _when(exists, start, lambda _, day: _not_before(question, day, calendar)), wanted)
        case ClearDays():
            end = compiled(question.end, places)
            return Asked(
                question, _when(exists, start, lambda row, day: _clear(question, day, end(row), calendar)), wanted
            )
        case Yearly():
            return Asked(question, _when(exists, start, lambda _, year: _yearly(question, year, calendar)), wanted)
        case Elapsed():
            return Asked(question, _ask_elapsed(question, exists, start, compiled(question.end, places)), wanted)


def _when(exists: Callable[[Row], Any], start: Callable[[Row], Any], answer: Callable[[Row, int], Parts | None]) -> Ask:
    def ask(_: View, row: Row) -> Parts | None:
        day = start(row) if exists(row) is True else None
        return None if day is None else answer(row, day)

    return ask


# -- within -----------------------------------------------------------------------------------------------------------


def term_of(question: Within) -> Term:
    """The term as the clock takes it."""
    extension = question.extension
    return Term(
        question.length,
        rolls=question.rolls,
        stops_for=frozenset(pause.kind for pause in question.pauses),
        pauses_must_be_told=any(pause.told for pause in question.pauses),
        extension=None if extension is None else _rule(extension),
        first_day_strict=question.first_day_strict,
    )


def _rule(extension: ExtensionFacts) -> ExtensionRule:
    return ExtensionRule(extension.at_most, extension.by, extension.times, extension.needs_told is not None)


def due_of(question: Within, view: View, day: int, calendar: Calendar) -> Due:
    """The clock's whole answer, with every pause and extension judged: for stories.

    An extension approved before the term began prolonged another one that the same act may prolong.
    """
    start = day_of(day)
    granted = [one for one in _extensions(question.extension, view) if one.on >= start]
    return clock.due(term_of(question), start, calendar, pauses=_pauses(question.pauses, view), extensions=granted)


def _pauses(kinds: Sequence[PauseFacts], view: View) -> list[clock.Pause]:
    return [one for kind in kinds for one in pauses(view, kind.kind, kind.opens, kind.closes, kind.told)]


def _extensions(extension: ExtensionFacts | None, view: View) -> list[clock.Extension]:
    if extension is None or not view.of(extension.act):
        return []
    return extensions(
        view,
        extension.act,
        approver=extension.approver,
        length_field=extension.length_field,
        told=extension.needs_told,
        at_most=extension.at_most,
    )


def _ask_within(question: Within, exists: Callable[[Row], Any], start: Callable[[Row], Any], calendar: Calendar) -> Ask:
    term = term_of(question)
    plain = replace(term, stops_for=frozenset(), extension=None)
    opening = frozenset(act for pause in question.pauses for act in pause.opens)
    extending = question.extension.act if question.extension else None

    @lru_cache(maxsize=_KEPT)
    def without_facts(day: int) -> Parts | None:
        return _parts(lambda: clock.due(plain, day_of(day), calendar))

    def ask(view: View, row: Row) -> Parts | None:
        day = start(row) if exists(row) is True else None
        if day is None:
            return None
        if extending not in view.acts and opening.isdisjoint(view.acts):
            return without_facts(day)
        return _parts(lambda: due_of(question, view, day, calendar))

    return ask


def _parts(answer: Callable[[], Due]) -> Parts | None:
    try:
        due = answer()
    except OutOfCalendar:
        return None
    return {
        "latest": None if due.latest is None else due.latest.toordinal() - EPOCH,
        "earliest": None if due.earliest is None else due.earliest.toordinal() - EPOCH,
        "until": None if due.advisory_until is None else due.advisory_until.toordinal() - EPOCH,
        "running": due.running,
    }


# -- the other questions ----------------------------------------------------------------------------------------------


def _by_hour(question: ByHour, day: int, minute: int | None) -> Parts:
    begun = day_of(day)
    moment = begun if minute is None else datetime(begun.year, begun.month, begun.day) + timedelta(minutes=minute)
    found = clock.due_moment(moment, question.length)
    return {"latest": minute_number(found.moment), "earliest": minute_number(found.earliest)}


def minute_number(moment: datetime) -> int:
    """A moment in minutes counted from 1970-01-01."""
    return day_number(moment.date()) * MINUTES + moment.hour * 60 + moment.minute


def moment_of(number: int) -> datetime:
    """The moment of a number of minutes counted from 1970-01-01."""
    day, minute = divmod(number, MINUTES)
    start = day_of(day)
    return datetime(start.year, start.month, start.day) + timedelta(minutes=minute)


def _ahead(question: Ahead, day: int, calendar: Calendar) -> Parts | None:
    try:
        found = clock.count_back(day_of(day), question.length, calendar)
    except OutOfCalendar:
        return None
    return {"latest": day_number(found.latest), "earliest": day_number(found.earliest)}


def _not_before(question: NotBefore, day: int, calendar: Calendar) -> Parts | None:
    try:
        found = clock.not_before(day_of(day), question.length, calendar, how=question.how)
    except OutOfCalendar:
        return None
    contested = None if found.advisory_from is None else day_number(found.advisory_from)
    return {"latest": day_number(found.latest), "earliest": day_number(found.earliest), "contested": contested}


def _clear(question: ClearDays, day: int, end: int | None, calendar: Calendar) -> Parts | None:
    if end is None:
        return None
    try:
        _, verdict = clock.clear_working_days(day_of(day), day_of(end), calendar, needed=question.needed)
    except OutOfCalendar:
        return None
    return {"clean": verdict is clock.Lawfulness.CLEAN, "contested": verdict is clock.Lawfulness.ADVISORY}


def _yearly(question: Yearly, year: int, calendar: Calendar) -> Parts | None:
    try:
        found = clock.annual_date(year, question.month, question.day, calendar, before_word=question.before_word)
    except OutOfCalendar:
        return None
    contested = max(found.advisory, default=None)
    return {
        "day": day_number(found.day),
        "contested": None if contested is None else day_number(contested),
        "own": question.before_word,
        "provisional": found.provisional,
    }


def _ask_elapsed(
    question: Elapsed, exists: Callable[[Row], Any], start: Callable[[Row], Any], end: Callable[[Row], Any]
) -> Ask:
    def ask(view: View, row: Row) -> Parts | None:
        if exists(row) is not True:
            return None
        first, last = start(row), end(row)
        if first is None or last is None:
            return None
        stopped: set[int] = set()
        for pause in _pauses(question.pauses, view):
            ends = last if pause.ends is None else day_number(pause.ends)
            stopped |= set(range(day_number(pause.begins) + 1, ends + 1))
        return {"days": sum(day not in stopped for day in range(first + 1, last + 1))}

    return ask
