"""publication: met by what is made public in time; without a term, by what is made public before it is judged."""

from __future__ import annotations

from yifa.law.catalogue.kinds.publication import Publication
from yifa.law.conditions import Value
from yifa.law.conditions.tree import NULL, YES, Choose, Expr, IsKnown, both, either, negated, surely
from yifa.law.conditions.types import Type
from yifa.law.conditions.values import not_after
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking
from yifa.law.duties.doing import Done
from yifa.law.duties.terms import in_time


def meaning(duty: Publication, asking: Asking) -> Answer:
    """Published in time, or at all."""
    if duty.way is not None:
        return in_time(duty, asking)
    applies, done = asking.trigger.exists, asking.done(duty.done)
    published = surely(done.exists)
    if duty.until is None:
        return Answer(applies=applies, met=published, pending=YES)
    until = asking.event(duty.until, "until")
    waiting = negated(until.exists)
    return Answer(applies=applies, met=Choose(waiting, published, _before(done, until)), pending=waiting)


def _before(done: Done, until: Value) -> Expr:
    """Whether the first was done no later than the event at which it is judged."""
    days = (Value(Type.DAY, day, IsKnown(day), minute) for day, minute in done.parts)
    sure, maybe = (not_after(day, until) for day in days)
    return either(sure, both(either(done.doubt, maybe), NULL))
