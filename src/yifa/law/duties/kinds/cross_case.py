"""cross-case: met where the count, made by whoever has all the cases, is not exceeded."""

from __future__ import annotations

from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.conditions.columns import CrossCount
from yifa.law.conditions.tree import YES, Compare, Comparison, Constant, Read
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking


def meaning(duty: CrossCase, asking: Asking) -> Answer:
    """Not more often."""
    return Answer(applies=YES, met=Compare(Comparison.AT_MOST, Read(CrossCount(duty.id)), Constant(duty.at_most)))
