"""What it means to be in time: the answer of a duty with a term, for each way in which its day is set.

A last day is not passed before its latest reading (no finding while the calendar is provisional); an act of the last
day is in time. The end of a term that stands still has not come, and nothing is late. Where the record leaves open when
something was done, or what stops or prolongs the term, every way in which it may have been counts: one outcome in all
of them is the outcome, otherwise it is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Length, Unit, parse_length
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
from yifa.law.duties.asking import LATER_THAN_ALL, THIS_MINUTE, TODAY, Asking, minutes
from yifa.law.duties.doing import Done
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

ANY_TIMES = 1 << 20
"""More often than anything is approved."""
Asks = Callable[[Expr, Expr], Expr]
"""What is asked of a day on which it may have been done, and of the minute of it."""


def at_most(left: Expr, right: Expr) -> Expr:
    """Not more, not later."""
    return Compare(Comparison.AT_MOST, left, right)


def less(left: Expr, right: Expr) -> Expr:
    """Less, earlier."""
    return Compare(Comparison.LESS, left, right)


def more(left: Expr, right: Expr) -> Expr:
    """More, later."""
    return Compare(Comparison.MORE, left, right)


def in_time(duty: TermDuty, asking: Asking) -> Answer:
    """The answer of a duty with a term."""
    start = asking.start(duty.trigger) if duty.trigger is not None else asking.it
    done = asking.done(duty.done)
    match duty.way:
        case "within":
            length = parse_length(duty.within or "")
            by_hour = length.unit in (Unit.HOURS, Unit.MINUTES)
            return _by_hour(duty, asking, start, done) if by_hour else _within(duty, asking, start, done, length)
        case "ahead":
            return _ahead(duty, asking, start, done)
        case "at_least" | "after":
            return _not_before(duty, asking, start, done)
        case "clear":
            return _clear(duty, asking, start, done)
        case "upto":
            day_before = replace(start, expr=Arithmetic(Sign.MINUS, start.expr, Constant(1)))
            return _within(duty, asking, day_before, done, parse_length("1 calendar day"))
    return _yearly(duty, asking, done)


def _in_all(done: Done, of_day: Asks, not_done: Expr) -> Expr:
    """Whether something holds whichever of the possible days it was done on, those without any day left aside."""
    first, maybe = done.parts
    sure = Choose(IsKnown(first[0]), of_day(*first), not_done)
    return sure if maybe[0] == NULL else both(sure, either(negated(IsKnown(maybe[0])), of_day(*maybe)))


def _settled(done: Done, open_: Expr, late: Expr) -> Expr:
    """`pending` of what must be done by a day: yes, no, or unknown where the ways it may have been differ.

    What has no day may have been done in time, so it leaves everything open that is not met for sure.
    """
    return Choose(done.doubt, NULL, Choose(open_, YES, Choose(late, NO, NULL)))


# -- within -----------------------------------------------------------------------------------------------------------


def _within(duty: TermDuty, asking: Asking, start: Value, done: Done, length: Length) -> Answer:
    terms = [(start, length)]
    terms += [(asking.start(further.from_), parse_length(further.within)) for further in duty.further]
    questions = []
    for number, (begun, counted) in enumerate(terms):
        question = Within(
            duty.id if number == 0 else f"{duty.id}:{number}",
            begun.expr,
            begun.exists,
            counted,
            rolls=duty.rolls,
            first_day_strict=duty.first_day_strict,
            pauses=asking.pauses(duty.pauses),
            extension=_extension(duty, asking) if number == 0 else None,
        )
        asking.ask(question)
        questions.append(question)
    ends = _Ends(questions)
    on_the_last = (less(done.sure, ends.latest),) if duty.last_day_contested else ()
    in_good_time = surely(both(at_most(done.sure, ends.earliest), *on_the_last))
    stands_still = both(done.exists, more(ends.earliest, LATER_THAN_ALL)) if ends.in_doubt else NO
    clean = either(in_good_time, surely(stands_still))
    late = _in_all(done, lambda day, _: more(day, ends.late_after(duty)), more(TODAY, ends.latest))
    open_ = _in_all(
        done, lambda day, _: both(more(day, ends.opens), at_most(day, ends.lasts)), at_most(TODAY, ends.lasts)
    )
    first = done.earliest
    second: tuple[Expr, ...] = ()
    if duty.extension is not None:
        second = (Choose(IsKnown(first), at_most(first, ends.until), at_most(TODAY, ends.until)),)
    last_day = (at_most(first, ends.latest),) if duty.last_day_contested else ()
    if len(questions) == 1:
        met, pending, certain = clean, _settled(done, open_, late), ends.certain
    else:
        known = ends.all_known
        met, pending = (
            both(clean, known),
            Choose(both(late, negated(done.doubt)), NO, both(_settled(done, open_, late), known)),
        )
        certain = both(ends.certain, either(known, late))
    return Answer(
        applies=start.exists,
        met=met,
        pending=pending,
        contested=(*second, *last_day),
        due=Due(ends.latest, ends.earliest, certain, question=duty.id),
    )


class _Ends:
    """When a term ends; with several terms the earlier end decides (K-several-clocks)."""

    def __init__(self, questions: list[Within]) -> None:
        self.questions = questions
        self.in_doubt = any(one.may_be_in_doubt for one in questions)
        self.earliest, self.latest, self.until = (self._least(part) for part in ("earliest", "latest", "until"))
        self.opens = self._least("opens") if self.in_doubt else self.earliest
        self.lasts = self._least("lasts") if self.in_doubt else self.latest

    def _least(self, part: str) -> Expr:
        if part == "until":
            return answered(self.questions[0], part) if len(self.questions) == 1 else self._second()
        parts = [
            answered(one, part if one.may_be_in_doubt else {"opens": "earliest", "lasts": "latest"}.get(part, part))
            for one in self.questions
        ]
        return parts[0] if len(parts) == 1 else Least(tuple(parts))

    def _second(self) -> Expr:
        """The second reading of several terms: that of the earliest, where it ends later than all first readings."""
        ends = (Coalesce((answered(one, "until"), answered(one, "latest"))) for one in self.questions)
        return Least(tuple(ends))

    @property
    def all_known(self) -> Expr:
        """Yes where every term that has begun has a known end, else unknown."""
        known = both(*(either(negated(one.exists), IsKnown(answered(one, "latest"))) for one in self.questions))
        return Choose(known, YES, NULL)

    def late_after(self, duty: TermDuty) -> Expr:
        """The day from which on nothing is in time beyond dispute; the last day itself may be contested (P7)."""
        if not duty.last_day_contested:
            return self.latest
        certain = Compare(Comparison.EQUAL, self.earliest, self.latest)
        return Choose(certain, Arithmetic(Sign.MINUS, self.latest, Constant(1)), self.latest)

    @property
    def certain(self) -> Expr:
        """Whether nothing that stops or prolongs the term is in doubt, or it makes no difference to the day."""
        if not self.in_doubt:
            return YES
        return both(
            Compare(Comparison.EQUAL, self.opens, self.earliest), Compare(Comparison.EQUAL, self.lasts, self.latest)
        )


def _extension(duty: TermDuty, asking: Asking) -> ExtensionFacts | None:
    line = duty.extension
    if line is None:
        return None
    told = line.needs_told if line.needs_told and asking.has_field(line.act, line.needs_told) else None
    return ExtensionFacts(
        act=line.act,
        at_most=parse_length(line.at_most) if line.bounded else None,
        unit=parse_length(line.at_most if line.bounded else duty.within or "").unit,
        by=frozenset(line.by),
        times=ANY_TIMES if line.times == "any" else line.times,
        approver=line.approver if line.by and asking.has_field(line.act, line.approver) else None,
        length_field=line.length_field,
        needs_told=told,
    )


# -- by the hour ------------------------------------------------------------------------------------------------------


def _by_hour(duty: TermDuty, asking: Asking, start: Value, done: Done) -> Answer:
    """By the hour: an act without a time of day may have been done at any minute of its day."""
    question = ByHour(duty.id, start.expr, start.minute, start.exists, parse_length(duty.within or ""))
    asking.ask(question)
    latest, earliest = answered(question, "latest"), answered(question, "earliest")

    def late(day: Expr, minute: Expr) -> Expr:
        return more(minutes(day, Coalesce((minute, Constant(0)))), latest)

    at_last = minutes(done.sure, Coalesce((done.minute, Constant(MINUTES - 1))))
    now = minutes(TODAY, THIS_MINUTE)
    open_ = _in_all(done, lambda *_: NO, at_most(now, latest))
    return Answer(
        applies=start.exists,
        met=surely(at_most(at_last, earliest)),
        pending=_settled(done, open_, _in_all(done, late, more(now, latest))),
        due=Due(latest, earliest, by_minute=True, question=duty.id),
    )


# -- the other ways ---------------------------------------------------------------------------------------------------


def _ahead(duty: TermDuty, asking: Asking, start: Value, done: Done) -> Answer:
    """So long before an event; the last counted day itself is contested (rulebook 1.6)."""
    question = Ahead(duty.id, start.expr, start.exists, parse_length(duty.ahead or ""))
    asking.ask(question)
    latest, earliest = answered(question, "latest"), answered(question, "earliest")
    provisional = less(earliest, latest)
    late = _in_all(
        done,
        lambda day, _: either(more(day, latest), both(negated(provisional), at_most(earliest, day))),
        more(TODAY, latest),
    )
    open_ = _in_all(
        done, lambda day, _: both(provisional, at_most(earliest, day), at_most(day, latest)), at_most(TODAY, latest)
    )
    return Answer(
        applies=start.exists,
        met=surely(less(done.sure, earliest)),
        pending=_settled(done, open_, late),
        contested=(at_most(done.earliest, latest),),
        due=Due(latest, earliest, question=duty.id),
    )


def _opening(start: Value, done: Done, question: NotBefore | ClearDays, opens: str, *, comes: bool) -> Answer:
    """Not earlier than a day; `comes`: once that day has come nothing can be broken any more.

    `opens`: the part from which on it is not broken for sure. What has no day may have been done too early, so nothing
    is met for sure; what is broken stays broken.
    """
    latest, earliest = answered(question, "latest"), answered(question, "earliest")
    contested, first = answered(question, "contested"), answered(question, opens)
    waited = _in_all(done, lambda day, _: at_most(latest, day), at_most(latest, TODAY) if comes else NO)
    between = _in_all(
        done,
        lambda day, _: both(at_most(first, day), more(latest, day)),
        negated(at_most(latest, TODAY)) if comes else YES,
    )
    broken = surely(less(done.sure, first))
    return Answer(
        applies=start.exists,
        met=both(surely(waited), negated(done.doubt)),
        pending=Choose(broken, NO, Choose(done.doubt, NULL, Choose(surely(waited), NO, Choose(between, YES, NULL)))),
        contested=(at_most(contested, done.sure),),
        due=Due(latest, earliest, not_before=True, question=question.id),
    )


def _not_before(duty: TermDuty, asking: Asking, start: Value, done: Done) -> Answer:
    how: Literal["at-least", "after"] = "at-least" if duty.at_least is not None else "after"
    question = NotBefore(duty.id, start.expr, start.exists, parse_length(duty.at_least or duty.after or ""), how)
    asking.ask(question)
    return _opening(start, done, question, "earliest", comes=True)


def _clear(duty: TermDuty, asking: Asking, start: Value, done: Done) -> Answer:
    question = ClearDays(duty.id, start.expr, start.exists, parse_length(duty.clear or "").n)
    asking.ask(question)
    return _opening(start, done, question, "opens", comes=False)


def _yearly(duty: TermDuty, asking: Asking, done: Done) -> Answer:
    """By a date of every year; the first working day at or after it is contested, and with 前 the date itself."""
    month, day = map(int, (duty.by or "").split("-"))
    year = asking.value("it.year").expr
    if duty.by_year == "next":
        year = Arithmetic(Sign.PLUS, year, Constant(1))
    question = Yearly(duty.id, year, YES, month, day)
    asking.ask(question)
    last, lenient, lenient_late = (answered(question, part) for part in ("day", "lenient", "lenient_late"))
    after = less if duty.before_word else at_most
    open_ = _in_all(done, lambda day, _: both(more(day, lenient), at_most(day, lenient_late)), at_most(TODAY, last))
    late = _in_all(
        done,
        lambda day, _: both(negated(after(day, last)), either(at_most(day, lenient), more(day, lenient_late))),
        more(TODAY, last),
    )
    first = done.earliest
    contested = Choose(IsKnown(first), at_most(first, lenient), at_most(TODAY, lenient_late))
    return Answer(
        applies=YES,
        met=surely(after(done.sure, last)),
        pending=_settled(done, open_, late),
        contested=(contested,),
        due=Due(last, last, question=duty.id),
    )


__all__ = ["at_most", "in_time", "more"]
