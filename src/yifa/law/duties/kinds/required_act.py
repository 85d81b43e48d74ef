"""required-act: met where what is required is so; before `until` has happened nothing is missing."""

from __future__ import annotations

from yifa.law.catalogue.kinds.required_act import OPEN, RequiredAct
from yifa.law.conditions.tree import NO, YES, Expr, negated
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking


def meaning(duty: RequiredAct, asking: Asking) -> Answer:
    """What is required is so."""
    pending: Expr = NO
    if duty.until == OPEN:
        pending = YES
    elif duty.until is not None:
        pending = negated(asking.event(duty.until, "until").exists)
    return Answer(applies=YES, met=asking.condition(duty.require), pending=pending)
