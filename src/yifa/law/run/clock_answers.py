"""Asks the clock the questions of a row: each answer has the parts said in `yifa.law.duties.questions`.

An answer that depends on the start alone is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from yifa.law import clock
from yifa.law.clock import Calendar, ImpossibleTerm, Length, OutOfCalendar, Unit
from yifa.law.conditions import day_number, day_of
from yifa.law.conditions.tree import Expr
from yifa.law.conditions.types import MINUTES
from yifa.law.duties.questions import Ahead, ByHour, ClearDays, Elapsed, NotBefore, Question, Within, Yearly
from yifa.law.facts import View
from yifa.law.facts.pauses import Pauses
from yifa.law.run.worlds import Ends, ends, ends_of, pauses_of, term_of

Parts = Mapping[str, Any]
_KEPT = 4096


@dataclass(frozen=True)
class Answering:
    """How a question is answered for a row.

    `answer` gives the parts of the answer, None where there is none (where the calendar does not reach, say). It is
    called with what `arguments` names: the `view` of the case, the `day` it starts from, and what `further` says beside
    (a minute, or an end).
    """

    question: Question
    answer: Callable[..., Parts | None]
    arguments: tuple[str, ...] = ("day",)
    further: Expr | None = None


def answering(question: Question, calendar: Calendar) -> Answering:
    """How a question is answered on a calendar."""
    match question:
        case Within():
            return _answering_within(question, calendar)
        case ByHour():
            answer: Callable[..., Parts | None] = lambda day, minute: _by_hour(question, day, minute)  # noqa: E731
            return Answering(question, answer, ("day", "further"), question.minute)
        case Ahead():
            return Answering(question, lru_cache(_KEPT)(lambda day: _ahead(question, day, calendar)))
        case NotBefore():
            return Answering(question, lru_cache(_KEPT)(lambda day: _not_before(question, day, calendar)))
        case ClearDays():
            return Answering(question, lru_cache(_KEPT)(lambda day: _clear(question, day, calendar)))
        case Yearly():
            return Answering(question, lru_cache(_KEPT)(lambda year: _yearly(question, year, calendar)))
        case Elapsed():
            answer = lambda view, day, end: _elapsed(question, view, day, end)  # noqa: E731
            return Answering(question, answer, ("view", "day", "further"), question.end)


# -- within -----------------------------------------------------------------------------------------------------------


def _answering_within(question: Within, calendar: Calendar) -> Answering:
    term = term_of(question)
    plain = replace(term, stops_for=frozenset(), extension=None)
    touching = frozenset(act for pause in question.pauses for act in pause.opens)
    if question.extension is not None:
        touching |= {question.extension.act}

    @lru_cache(maxsize=_KEPT)
    def without_facts(day: int) -> Parts | None:
        return _parts(lambda: ends(clock.last_days(plain, day_of(day), calendar)))

    def with_facts(view: View, day: int) -> Parts | None:
        if touching.isdisjoint(view.acts):
            return without_facts(day)
        return _parts(lambda: ends_of(question, term, view, day, calendar))

    if not question.may_be_in_doubt:
        return Answering(question, without_facts)
    return Answering(question, with_facts, ("view", "day"))


def _parts(answer: Callable[[], Ends]) -> Parts | None:
    try:
        return answer()._asdict()
    except (OutOfCalendar, ImpossibleTerm):  # or a recorded length that no term of its unit can be prolonged by
        return None


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


def _clear(question: ClearDays, day: int, calendar: Calendar) -> Parts | None:
    """The day after the n-th working day is the first that leaves n clear ones; the n-th itself is contested."""
    try:
        found = clock.not_before(day_of(day), Length(question.needed, Unit.WORKING_DAYS), calendar, how="at-least")
    except OutOfCalendar:
        return None
    early, late = day_number(found.earliest), day_number(found.latest)
    certain = early == late
    return {
        "earliest": early + 1,
        "latest": late + 1,
        "opens": early + certain,
        "contested": early if certain else None,
    }


def _yearly(question: Yearly, year: int, calendar: Calendar) -> Parts | None:
    on = date(year, question.month, question.day)
    try:
        place = calendar.index(on)
        lands = [reading.landing[place] for reading in (calendar.early, calendar.late)]
    except OutOfCalendar:
        return None
    if max(lands) >= calendar.size:
        return None
    lenient, lenient_late = (day_number(calendar.day_at(one)) for one in lands)
    return {"day": day_number(on), "lenient": lenient, "lenient_late": lenient_late}


def _elapsed(question: Elapsed, view: View, first: int, last: int | None) -> Parts | None:
    if last is None:
        return None
    found = pauses_of(question.pauses, view) if question.pauses else Pauses()
    if found.doubtful:
        return None
    stopped: set[int] = set()
    for pause in found.sure:
        if pause.told is not False:
            until = last if pause.ends is None else day_number(pause.ends)
            stopped |= set(range(day_number(pause.begins) + 1, until + 1))
    return {"days": sum(day not in stopped for day in range(first + 1, last + 1))}
