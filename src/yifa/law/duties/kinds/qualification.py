"""qualification: met where enough people did it, none without a certificate that day, and what else is asked is so."""

from __future__ import annotations

from collections.abc import Sequence

from yifa.law.catalogue.kinds.qualification import Qualification
from yifa.law.catalogue.procedures import Lapse
from yifa.law.conditions.columns import Names, SizeOf, UnqualifiedOf
from yifa.law.conditions.tree import NO, YES, Choose, Compare, Comparison, Constant, Expr, Read, both, negated, surely
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking
from yifa.law.duties.selection import in_force, in_overlay


def meaning(duty: Qualification, asking: Asking) -> Answer:
    """Enough, and all of them qualified."""
    asked: list[Expr] = [asking.condition(duty.require)]
    if duty.people is not None:
        names = asking.people(duty.people, of_all=True)
        if duty.at_least is not None:
            asked.append(Compare(Comparison.AT_LEAST, Read(SizeOf(names)), Constant(duty.at_least)))
        if duty.certified:
            asked.append(_all_certified(names, asking.procedure.certificate_lapses, asking.it.expr))
    return Answer(applies=YES, met=both(*asked))


def _all_certified(names: Names, lapses: Sequence[Lapse], day: Expr, ending: tuple[str, ...] = ()) -> Expr:
    """Whether all hold a certificate on a day; what ends one counts where its text holds. `ending`: acts that do."""
    if not lapses:
        return Compare(Comparison.EQUAL, Read(UnqualifiedOf(names, ending)), Constant(0))
    first, *others = lapses
    elsewhere = surely(negated(both(in_overlay(first.overlay, day), in_force(first.valid, day))))
    counted = _all_certified(names, others, day, (*ending, first.act))
    return counted if elsewhere == NO else Choose(elsewhere, _all_certified(names, others, day, ending), counted)
