"""What it means to be in time: the answer of a duty with a term, for each way in which its day is set.

A last day is not passed before its latest reading (no finding while the calendar is provisional); an act of the last
day is in time. While a pause is open there is no last day, and nothing is late.
"""

from __future__ import annotations

from typing import Literal

from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Unit, parse_length
from yifa.law.conditions import Value
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    Arithmetic,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    IsKnown,
    Least,
    Sign,
    both,
    either,
    negated,
    surely,
)
from yifa.law.conditions.types import MINUTES
from yifa.law.duties.answers import Answer, Due
from yifa.law.duties.asking import THIS_MINUTE, TODAY, Asking, minutes
from yifa.law.duties.questions import (
    Ahead,
    ByHour,
    ClearDays,
    ExtensionFacts,
    NotBefore,
    Within,
    Yearly,
    answered,
)


def at_most(left: Expr, right: Expr) -> Expr:
    """Not more, not later."""
    return Compare(Comparison.AT_MOST, left, right)


def more(left: Expr, right: Expr) -> Expr:
    """More, later."""
    return Compare(Comparison.MORE, left, right)


def in_time(duty: TermDuty, asking: Asking) -> Answer:
    """The answer of a duty with a term."""
    start = asking.day(duty.from_) if duty.from_ is not None else asking.it
    done = asking.first_done(duty.done)
    match duty.way:
        case "within":
            length = parse_length(duty.within or "")
            by_hour = length.unit in (Unit.HOURS, Unit.MINUTES)
            return _by_hour(duty, asking, start, done) if by_hour else _within(duty, asking, start, done)
        case "ahead":
            return _ahead(duty, asking, start, done)
        case "at_least" | "after":
            return _not_before(duty, asking, start, done)
        case "clear":
            return _clear(duty, asking, start, done)
    return _yearly(duty, asking, done)


def _within(duty: TermDuty, asking: Asking, start: Value, done: Value) -> Answer:
    terms = [(start, duty.within or "")]
    terms += [(asking.day(further.from_), further.within) for further in duty.further]
    questions = []
    for number, (begun, text) in enumerate(terms):
        question = Within(
            duty.id if number == 0 else f"{duty.id}:{number}",
            begun.expr,
            begun.exists,
            parse_length(text),
            rolls=duty.rolls,
            first_day_strict=duty.first_day_strict,
            pauses=asking.pauses(duty.pauses) if number == 0 else (),
            extension=_extension(duty) if number == 0 else None,
        )
        asking.ask(question)
        questions.append(question)
    latest, earliest, until, running = (
        _together(questions, part) for part in ("latest", "earliest", "until", "running")
    )
    before = Comparison.LESS if duty.last_day_contested else Comparison.AT_MOST
    early_enough = both(done.exists, either(negated(running), Compare(before, done.expr, earliest)))
    open_ = both(negated(done.exists), either(negated(running), at_most(TODAY, latest)))
    between = both(done.exists, running, more(done.expr, earliest), at_most(done.expr, latest))
    last_day = (both(done.exists, at_most(done.expr, latest)),) if duty.last_day_contested else ()
    second = either(both(done.exists, at_most(done.expr, until)), both(negated(done.exists), at_most(TODAY, until)))
    return Answer(
        applies=start.exists,
        met=early_enough,
        pending=either(open_, between),
        contested=(*((second,) if until != NULL else ()), *last_day),
        due=Due(latest, earliest, question=duty.id),
    )


def _together(questions: list[Within], part: str) -> Expr:
    """A part of the answer; with several terms that of the earlier end (K-several-clocks)."""
    parts = [answered(question, part) for question in questions]
    if len(parts) == 1:
        return parts[0]
    if part == "until":
        return NULL
    known = both(*(either(negated(one.exists), IsKnown(answered(one, "running"))) for one in questions))
    together = either(*(surely(one) for one in parts)) if part == "running" else Least(tuple(parts))
    return Choose(known, together, NULL)


def _extension(duty: TermDuty) -> ExtensionFacts | None:
    line = duty.extension
    if line is None:
        return None
    return ExtensionFacts(
        act=line.act,
        at_most=parse_length(line.at_most),
        by=frozenset(line.by),
        times=line.times,
        approver=line.approver,
        length_field=line.length_field,
        needs_told=line.needs_told,
    )


def _by_hour(duty: TermDuty, asking: Asking, start: Value, done: Value) -> Answer:
    """By the hour: an act without a time of day may have been done at any minute of its day."""
    question = ByHour(duty.id, start.expr, start.minute, start.exists, parse_length(duty.within or ""))
    asking.ask(question)
    latest, earliest = answered(question, "latest"), answered(question, "earliest")
    at_first = minutes(done.expr, Coalesce((done.minute, Constant(0))))
    at_last = minutes(done.expr, Coalesce((done.minute, Constant(MINUTES - 1))))
    sure = surely(at_most(at_last, earliest))
    late = surely(more(at_first, latest))
    now = minutes(TODAY, THIS_MINUTE)
    return Answer(
        applies=start.exists,
        met=both(done.exists, Choose(sure, YES, Choose(late, NO, NULL))),
        pending=both(negated(done.exists), at_most(now, latest)),
        due=Due(latest, earliest, by_minute=True, question=duty.id),
    )


def _ahead(duty: TermDuty, asking: Asking, start: Value, done: Value) -> Answer:
    """So long before an event; the last counted day itself is contested (rulebook 1.6)."""
    question = Ahead(duty.id, start.expr, start.exists, parse_length(duty.ahead or ""))
    asking.ask(question)
    latest, earliest = answered(question, "latest"), answered(question, "earliest")
    on_the_edge = both(done.exists, at_most(done.expr, latest))
    provisional = Compare(Comparison.LESS, earliest, latest)
    return Answer(
        applies=start.exists,
        met=both(done.exists, Compare(Comparison.LESS, done.expr, earliest)),
        pending=both(on_the_edge, provisional, negated(Compare(Comparison.LESS, done.expr, earliest))),
        contested=(on_the_edge,),
        due=Due(latest, earliest, question=duty.id),
    )


def _not_before(duty: TermDuty, asking: Asking, start: Value, done: Value) -> Answer:
    """Not earlier than: once the day has come nothing can be broken any more."""
    how: Literal["at-least", "after"] = "at-least" if duty.at_least is not None else "after"
    text = duty.at_least or duty.after or ""
    question = NotBefore(duty.id, start.expr, start.exists, parse_length(text), how)
    asking.ask(question)
    latest, earliest = answered(question, "latest"), answered(question, "earliest")
    contested = answered(question, "contested")
    waited = either(both(done.exists, at_most(latest, done.expr)), both(negated(done.exists), at_most(latest, TODAY)))
    between = both(done.exists, at_most(earliest, done.expr), more(latest, done.expr))
    return Answer(
        applies=start.exists,
        met=waited,
        pending=either(negated(done.exists), between),
        contested=(both(done.exists, at_most(contested, done.expr)),),
        due=Due(latest, earliest, not_before=True, question=duty.id),
    )


def _clear(duty: TermDuty, asking: Asking, start: Value, done: Value) -> Answer:
    length = parse_length(duty.clear or "")
    question = ClearDays(duty.id, start.expr, both(start.exists, done.exists), done.expr, length.n)
    asking.ask(question)
    return Answer(
        applies=start.exists,
        met=both(done.exists, answered(question, "clean")),
        pending=negated(done.exists),
        contested=(answered(question, "contested"),),
        due=Due(question=duty.id),
    )


def _yearly(duty: TermDuty, asking: Asking, done: Value) -> Answer:
    month, day = map(int, (duty.by or "").split("-"))
    year = asking.value("it.year").expr
    if duty.by_year == "next":
        year = Arithmetic(Sign.PLUS, year, Constant(1))
    question = Yearly(duty.id, year, YES, month, day, duty.before_word)
    asking.ask(question)
    last, contested = answered(question, "day"), Coalesce((answered(question, "contested"), answered(question, "day")))
    own, provisional = answered(question, "own"), answered(question, "provisional")
    on_the_day = both(Compare(Comparison.EQUAL, done.expr, last), negated(own))
    clean = both(done.exists, either(Compare(Comparison.LESS, done.expr, last), on_the_day))
    late_but_open = both(done.exists, provisional, more(done.expr, last), at_most(done.expr, contested))
    in_a_reading = either(
        both(done.exists, at_most(done.expr, contested)), both(negated(done.exists), at_most(TODAY, contested))
    )
    return Answer(
        applies=YES,
        met=clean,
        pending=either(both(negated(done.exists), at_most(TODAY, last)), late_but_open),
        contested=(in_a_reading,),
        due=Due(last, last, question=duty.id),
    )


__all__ = ["at_most", "in_time", "more"]
