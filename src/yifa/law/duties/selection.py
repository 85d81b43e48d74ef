"""When a duty applies: its trigger has happened, its text was in force that day, the organ has its profiles, no nearer
duty stands in for it, its condition holds and its exception does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.statutes import Span
from yifa.law.conditions import Value, day_number
from yifa.law.conditions.columns import NEVER, ProfileEdge
from yifa.law.conditions.tree import (
    NULL,
    YES,
    Choose,
    Compare,
    Comparison,
    Constant,
    Expr,
    IsKnown,
    Read,
    both,
    either,
    negated,
)
from yifa.law.duties.asking import Asking


def applies(asking: Asking, duties: Collection[Duty]) -> Expr:
    """Everything but what the kind itself asks; the cheapest questions come first."""
    duty, trigger = asking.duty, asking.trigger
    several_terms = duty.each is None and duty.chosen_by is None and bool(getattr(duty, "further", ()))
    return both(
        trigger.exists,
        *((Choose(IsKnown(trigger.expr), YES, NULL),) if several_terms else ()),
        reach(asking, duties),
        asking.condition(duty.when),
        *((negated(asking.condition(duty.unless)),) if duty.unless is not None else ()),
    )


def reach(asking: Asking, duties: Collection[Duty]) -> Expr:
    """Whether it is the text for that organ on that day: in its overlay, in force, and no nearer duty in its place."""
    duty, trigger = asking.duty, asking.trigger
    silenced = either(*(_reaches(one, trigger) for one in nearer(duty, duties)))
    return both(*_has(duty.overlay, trigger.expr), in_force(duty.valid, trigger.expr), negated(silenced))


def in_force(span: Span, day: Expr) -> Expr:
    """Whether a day lies within a span."""
    parts = []
    if span.from_ is not None:
        parts.append(Compare(Comparison.AT_LEAST, day, Constant(day_number(span.from_))))
    if span.to is not None:
        parts.append(Compare(Comparison.AT_MOST, day, Constant(day_number(span.to))))
    return both(*parts)


def in_overlay(profiles: Collection[str], day: Expr) -> Expr:
    """Whether the organ had all these profiles on a day."""
    return both(*_has(profiles, day))


def _has(profiles: Collection[str], day: Expr) -> Iterator[Expr]:
    for profile in profiles:
        first, last = Read(ProfileEdge(profile, "first")), Read(ProfileEdge(profile, "last"))
        yield Compare(Comparison.LESS, first, Constant(NEVER))  # an organ that never had it, whatever the day
        yield Compare(Comparison.AT_MOST, first, day)
        yield Compare(Comparison.AT_MOST, day, last)


def _reaches(other: Duty, trigger: Value) -> Expr:
    return both(*_has(other.overlay, trigger.expr), in_force(other.valid, trigger.expr))


def nearer(duty: Duty, duties: Collection[Duty]) -> list[Duty]:
    """The duties that stand in for this one: by name, or for the same duty in a narrower overlay; none that is off."""
    return [
        other
        for other in duties
        if not other.off
        and (
            duty.id in other.replaces
            or (set(duty.replaces) & set(other.replaces) and set(duty.overlay) < set(other.overlay))
        )
    ]
