"""value-limit: met within the first bounds whose condition holds; the bounds themselves are lawful."""

from __future__ import annotations

from yifa.law.catalogue.kinds.value_limit import Limit, ValueLimit
from yifa.law.catalogue.scopes import days_question
from yifa.law.conditions import Value
from yifa.law.conditions.tree import Compare, Comparison, Expr, both, either, negated
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking
from yifa.law.duties.questions import Elapsed


def meaning(duty: ValueLimit, asking: Asking) -> Answer:
    """Within bounds."""
    for name, counted in duty.days.items():
        start, end = asking.day(counted.from_), asking.day(counted.to)
        exists = both(start.exists, end.exists)
        pauses = asking.pauses(counted.pauses)
        asking.ask(Elapsed(days_question(duty, name), start.expr, exists, end.expr, pauses))
    value = asking.value(duty.value)
    holds: list[Expr] = []
    kept: list[Expr] = []
    for limit in duty.limits:
        when = both(asking.condition(limit.when), *(negated(one) for one in holds))
        kept.append(either(negated(when), _within(limit, value, asking)))
        holds.append(asking.condition(limit.when))
    return Answer(applies=both(value.exists, either(*holds)), met=both(*kept))


def _within(limit: Limit, value: Value, asking: Asking) -> Expr:
    signs = {"at-most": Comparison.AT_MOST, "at-least": Comparison.AT_LEAST}
    bounds = ((signs[key], asking.value(text)) for key, text in limit.bounds().items())
    return both(*(both(bound.exists, Compare(sign, value.expr, bound.expr)) for sign, bound in bounds))
