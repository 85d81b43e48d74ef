"""authority: met where one of those who may did it, and what else is asked is so."""

from __future__ import annotations

from yifa.law.catalogue.kinds.authority import Authority
from yifa.law.conditions.tree import YES, Expr, OneOf, both
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking


def meaning(duty: Authority, asking: Asking) -> Answer:
    """By whom it may be done."""
    asked: list[Expr] = [asking.condition(duty.require)]
    if duty.who is not None:
        who = asking.value(duty.who)
        asked.append(both(who.exists, OneOf(who.expr, duty.one_of)))
    return Answer(applies=YES, met=both(*asked))
