"""separation: met where nobody stands on both sides."""

from __future__ import annotations

from yifa.law.catalogue.kinds.separation import Separation
from yifa.law.conditions.columns import OverlapOf
from yifa.law.conditions.tree import YES, Compare, Comparison, Constant, Read, both
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking


def meaning(duty: Separation, asking: Asking) -> Answer:
    """Kept apart."""
    one = asking.people(duty.one, of_all=True)
    others = (asking.people(text, of_all=True) for text in duty.never_among)
    shared = (Compare(Comparison.EQUAL, Read(OverlapOf(one, other)), Constant(0)) for other in others)
    return Answer(applies=YES, met=both(*shared))
