"""order: met where what comes earlier has come before `it`, what comes later after it, or a day is past."""

from __future__ import annotations

from yifa.law.catalogue.kinds.order import Order
from yifa.law.conditions.columns import Pick
from yifa.law.conditions.tree import YES, Arithmetic, Constant, Expr, Sign, negated
from yifa.law.duties.answers import Answer, Due
from yifa.law.duties.asking import Asking
from yifa.law.duties.terms import more


def meaning(duty: Order, asking: Asking) -> Answer:
    """In order; what must come later is waited for while it has not happened at all."""
    if duty.earlier is not None:
        return Answer(applies=YES, met=asking.condition(f"{duty.earlier} before it"))
    if duty.later is not None:
        pending = negated(asking.event(duty.later, "later", usual=Pick.FIRST).exists)
        return Answer(applies=YES, met=asking.condition(f"{duty.later} after it"), pending=pending)
    end = asking.day(duty.later_than or "")
    first = _next(end.expr)
    return Answer(applies=end.exists, met=more(asking.it.expr, end.expr), due=Due(first, first, not_before=True))


def _next(day: Expr) -> Expr:
    """The first day allowed is the day after the last of the period (P15)."""
    return Arithmetic(Sign.PLUS, day, Constant(1))
