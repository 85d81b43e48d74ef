"""value-limit: met within the first bounds whose condition holds; the bounds themselves are lawful.

Beside what is not there, be it the value or a bound, nothing is asked.
"""

from __future__ import annotations

from yifa.law.catalogue.kinds.value_limit import Limit, ValueLimit
from yifa.law.catalogue.scopes import days_question
from yifa.law.conditions import Value
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    Choose,
    Compare,
    Comparison,
    Expr,
    both,
    either,
    negated,
)
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking
from yifa.law.duties.questions import Elapsed


def meaning(duty: ValueLimit, asking: Asking) -> Answer:
    """Within bounds. Where it is open which bounds hold, those that may must all come to the same."""
    for name, counted in duty.days.items():
        start, end = asking.start(counted.from_), asking.start(counted.to)
        exists = both(start.exists, end.exists)
        asking.ask(Elapsed(days_question(duty, name), start.expr, exists, end.expr, asking.pauses(counted.pauses)))
    value = asking.value(duty.value)
    if len(duty.limits) == 1 and duty.limits[0].when is None:
        there, within = _bounds(duty.limits[0], value, asking)
        return Answer(applies=there, met=within)
    asked, not_asked, in_order, broken = [], [], [], []
    passed: Expr = YES
    for limit in duty.limits:
        holds = asking.condition(limit.when)
        may_hold = both(passed, negated(_is(negated(holds))))
        there, within = _bounds(limit, value, asking)
        asked.append(both(may_hold, negated(_is(negated(there)))))
        not_asked.append(both(may_hold, negated(_is(there))))
        in_order.append(either(negated(may_hold), _is(within)))
        broken.append(either(negated(may_hold), _is(negated(within))))
        passed = both(passed, negated(_is(holds)))
    none = both(*(negated(one) for one in asked))
    some_not = either(passed, *not_asked)
    return Answer(
        applies=Choose(none, NO, Choose(some_not, NULL, YES)),
        met=Choose(both(*in_order), YES, Choose(both(*broken), NO, NULL)),
    )


def _bounds(limit: Limit, value: Value, asking: Asking) -> tuple[Expr, Expr]:
    """Whether there is a value and every bound, and whether the value lies within them."""
    signs = {"at-most": Comparison.AT_MOST, "at-least": Comparison.AT_LEAST}
    bounds = [(signs[key], asking.value(text)) for key, text in limit.bounds().items()]
    there = both(value.exists, *(bound.exists for _, bound in bounds))
    return there, both(*(Compare(sign, value.expr, bound.expr) for sign, bound in bounds))


def _is(of: Expr) -> Expr:
    """Yes where it is yes, else no; what leaves it open is needed all the same."""
    return Choose(of, YES, NO)
