"""The parts of a story: acts and fields with their names in both languages, what a duty rests on, how far its day is.

Values stay as they were recorded; a word of the procedure brings its name. Putting them into sentences is left to
terminals and pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import FieldOfActs, Procedure
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Calendar, Length, Unit
from yifa.law.conditions import Type, day_of
from yifa.law.conditions.columns import Attribute, CrossCount
from yifa.law.duties.answers import Outcome
from yifa.law.duties.understood import Understood
from yifa.law.facts import Act, Source, View
from yifa.law.facts.sources import needs
from yifa.law.run.facts_used import said_value
from yifa.law.run.findings import FactUsed, Result


@dataclass(frozen=True)
class ToldField:
    """A field of an act as it is told; `length` where it is one, `word` the name of a word that has one."""

    name: str
    zh: str
    en: str
    value: str
    type: Type = Type.WORD
    length: Length | None = None
    word: Bilingual | None = None


@dataclass(frozen=True)
class ToldAct:
    """An act as it is told: its names, when it was, what it says; `number` is its place in the story, from 1."""

    number: int
    kind: str
    zh: str
    en: str
    on: date | datetime | None
    fields: tuple[ToldField, ...]


class Missing(NamedTuple):
    """What a duty needs and the case does not show: an act, or (`field`) a field of it.

    `day`: the act is there, its day is blank. `other_cases`: what only the other cases of the organ can tell; it has no
    name of its own.
    """

    zh: str
    en: str
    field_zh: str | None = None
    field_en: str | None = None
    other_cases: bool = False
    day: bool = False


@dataclass(frozen=True)
class Distance:
    """How far a duty's day is from the day it was done, or from the day asked about where it was not.

    `over`: so much past the last day (or too early, where it must not come before a day). `left`: so much remains; both
    in the unit of the term, `None` where there is nothing to say.
    """

    done: date | datetime | None = None
    over: Length | None = None
    left: Length | None = None


def told_act(number: int, act: Act, procedure: Procedure) -> ToldAct:
    """An act with all its fields that the procedure knows."""
    kind = procedure.acts[act.kind]
    on: date | datetime | None = None if act.day is None else day_of(act.day)
    if on is not None and act.minute is not None:
        on = datetime(on.year, on.month, on.day) + timedelta(minutes=act.minute)
    fields = tuple(
        _field(name, value, procedure.fields[name]) for name, value in act.fields.items() if name in procedure.fields
    )
    return ToldAct(number, act.kind, kind.zh, kind.en, on, fields)


def _field(name: str, value: object, field: FieldOfActs) -> ToldField:
    said = said_value(value, field.type)  # type: ignore[arg-type]
    length = value if isinstance(value, Length) else None
    return ToldField(name, field.zh, field.en, said, field.type, length, field.words.get(said))


def acts_used(facts: Iterable[FactUsed], acts: Sequence[ToldAct]) -> tuple[ToldAct, ...]:
    """The acts a finding rests on, each once, with only those of their fields that it rests on."""
    used: dict[int, set[str]] = {}
    for fact in facts:
        for act in acts:
            shown = {one.name: one.value for one in act.fields}
            if (act.kind, act.on) == (fact.act, fact.on) and (
                fact.field is None or shown.get(fact.field) == fact.value
            ):
                used.setdefault(act.number, set())
                if fact.field is not None:
                    used[act.number].add(fact.field)
    return tuple(
        ToldAct(act.number, act.kind, act.zh, act.en, act.on, tuple(one for one in act.fields if one.name in only))
        for act in acts
        if (only := used.get(act.number)) is not None
    )


def missing_facts(
    one: Understood, result: Result, view: View, source: Source, procedure: Procedure
) -> Iterator[Missing]:
    """What a duty that cannot be told needs: what the source does not carry, or what stands blank in the case."""
    if result.outcome not in (Outcome.UNKNOWN, Outcome.NOT_ASSESSABLE):
        return
    wanted = dict.fromkeys(pair for column in one.needs for pair in needs(column))
    wanted |= dict.fromkeys((act, None) for act in one.facts)
    for act, field in sorted(wanted, key=lambda pair: (pair[0], pair[1] or "")):
        if act in procedure.acts and _is_missing(act, field, result, view, source):
            named = procedure.fields.get(field) if field else None
            kind = procedure.acts[act]
            blank_day = field is None and result.outcome is Outcome.UNKNOWN
            yield Missing(kind.zh, kind.en, named.zh if named else None, named.en if named else None, day=blank_day)
    for column in sorted((one for one in one.needs if isinstance(one, Attribute)), key=lambda one: (one.of, one.name)):
        known = procedure.attributes.get(column.of, {})  # type: ignore[call-overload]
        if not source.carries(column) and column.name in known:
            yield Missing(known[column.name].zh, known[column.name].en)

    if not all(source.carries(column) for column in one.needs if isinstance(column, CrossCount)):
        yield Missing("", "", other_cases=True)


def _is_missing(act: str, field: str | None, result: Result, view: View, source: Source) -> bool:
    if result.outcome is Outcome.NOT_ASSESSABLE:
        return not (source.carries_act(act) if field is None else source.carries_field(act, field))
    if field is None:
        return any(one.day is None for one in view.of(act))
    return source.carries_field(act, field) and any(one.fields.get(field) is None for one in view.of(act))


def distance(
    duty: Duty, result: Result, facts: Sequence[ToldAct], as_of: date | datetime, calendar: Calendar, start: date | None
) -> Distance:
    """How far a duty's day is; `start` is the day its term runs from, where it has one."""
    if result.due is None or not isinstance(duty, TermDuty):
        return Distance()
    if isinstance(result.due, datetime) and not isinstance(as_of, datetime):
        as_of = datetime(as_of.year, as_of.month, as_of.day, 23, 59)  # a day asked about as a whole is asked at its end
    done = _done(duty, facts, start)
    if result.outcome is Outcome.PENDING:
        return Distance(left=None if result.not_before else _between(duty, as_of, result.due, calendar))
    if result.outcome is not Outcome.UNMET:
        return Distance(done)
    if result.not_before:
        return Distance(done, None if done is None else _between(duty, done, result.due, calendar))
    return Distance(done, _between(duty, result.due, as_of if done is None else done, calendar))


def _done(duty: TermDuty, facts: Sequence[ToldAct], start: date | None) -> date | datetime | None:
    """The day of what ended the term: of the acts it rests on the first that counts; None where that is not certain."""
    names = {name for text in duty.done for name in text.replace("(", " ").split()}
    if "it" in names and duty.each is not None:
        same = [act.on for act in facts if act.kind == duty.each]
        return same[0] if len(same) == 1 else None
    days = [act.on for act in facts if act.kind in names and act.on is not None]
    return min((on for on in days if start is None or _day(on) >= start), key=_moment, default=None)


def _between(duty: TermDuty, first: date | datetime, last: date | datetime, calendar: Calendar) -> Length | None:
    """So much from one to the other, in the unit of the duty's term; None where it is not later."""
    if isinstance(first, datetime) or isinstance(last, datetime):
        minutes = int((_moment(last) - _moment(first)).total_seconds()) // 60
        if minutes <= 0:
            return None
        return Length(minutes, Unit.MINUTES) if minutes < 60 else Length(minutes // 60, Unit.HOURS)
    start, end = _day(first), _day(last)
    days = (end - start).days
    if days <= 0:
        return None
    length = duty.length
    if length is not None and length.unit is Unit.WORKING_DAYS:
        upto = calendar.late.upto
        working = int(upto[calendar.index(end)] - upto[calendar.index(start)])
        if working:
            return Length(working, Unit.WORKING_DAYS)
    return Length(days, Unit.CALENDAR_DAYS)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(on: date | datetime) -> datetime:
    return on if isinstance(on, datetime) else datetime(on.year, on.month, on.day)
