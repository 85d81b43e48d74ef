"""order: met where what comes earlier has come before `it`, what comes later after it, or a day is past.

The end of a period that is still provisional is waited for in its latest reading; between the readings nothing is
broken.
"""

from __future__ import annotations

from yifa.law.catalogue.kinds.order import Order
from yifa.law.conditions.columns import Column, DutyPart
from yifa.law.conditions.tree import NO, YES, Arithmetic, Constant, Expr, Read, Sign, both, negated, replaced
from yifa.law.duties.answers import Answer, Due
from yifa.law.duties.asking import Asking
from yifa.law.duties.terms import more


def meaning(duty: Order, asking: Asking) -> Answer:
    """In order."""
    if duty.earlier is not None:
        return Answer(applies=YES, met=asking.condition(f"{duty.earlier} before it"))
    if duty.later is not None:
        return Answer(applies=YES, met=asking.condition(f"{duty.later} after it"))
    end = asking.day(duty.later_than or "")
    it = asking.it
    past = more(it.expr, end.expr)
    maybe = more(it.expr, replaced(end.expr, _earliest))
    return Answer(
        applies=end.exists,
        met=past,
        pending=both(maybe, negated(past)) if maybe != past else NO,
        due=Due(_next(end.expr), _next(replaced(end.expr, _earliest)), not_before=True),
    )


def _next(day: Expr) -> Expr:
    """The first day allowed is the day after the last of the period (P15)."""
    return Arithmetic(Sign.PLUS, day, Constant(1))


def _earliest(column: Column) -> Expr | None:
    if isinstance(column, DutyPart) and column.part == "due":
        return Read(DutyPart(column.duty, "earliest"))
    return None
