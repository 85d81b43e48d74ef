"""qualification: met where enough people did it, none without a certificate that day, and what else is asked is so."""

from __future__ import annotations

from yifa.law.catalogue.kinds.qualification import Qualification
from yifa.law.conditions.columns import SizeOf, UnqualifiedOf
from yifa.law.conditions.tree import YES, Compare, Comparison, Constant, Expr, Read, both
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking


def meaning(duty: Qualification, asking: Asking) -> Answer:
    """Enough, and all of them qualified."""
    asked: list[Expr] = [asking.condition(duty.require)]
    if duty.people is not None:
        names = asking.people(duty.people, of_all=True)
        if duty.at_least is not None:
            asked.append(Compare(Comparison.AT_LEAST, Read(SizeOf(names)), Constant(duty.at_least)))
        if duty.certified:
            asked.append(Compare(Comparison.EQUAL, Read(UnqualifiedOf(names)), Constant(0)))
    return Answer(applies=YES, met=both(*asked))
