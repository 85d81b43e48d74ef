"""Whether a case is done with (办结), by what is on record of it and what its procedure says of that.

The last act that ends it decides, unless one that opens it again came after. What happened on one day is taken to end
it; what opens it again and has no day leaves it open. Where it cannot be told, it is not done with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from yifa.law.catalogue.ending_faults import turning_scope
from yifa.law.catalogue.endings import Turning
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import condition, day_of
from yifa.law.conditions.tree import columns_of
from yifa.law.facts import EVERYTHING, Act, Case, Moment, Source, View, needs
from yifa.law.run.compiling import Row, compiled
from yifa.law.run.rows import RowPlan

FOREVER = date(9999, 12, 31)
"""A day by which everything on record has happened."""


@dataclass(frozen=True)
class Ended:
    """That a case is done with: since which day (None: the act has none), by which act."""

    on: date | None
    by: str


@dataclass(frozen=True)
class _By:
    """One act of a turning: whether it counts, asked with the row of its columns."""

    act: str
    without: tuple[str, ...]
    plan: RowPlan | None = None
    holds: Callable[[Row], Any] | None = None

    def counted(self, view: View, source: Source) -> Iterator[Act]:
        """Those of a case that count, from a source."""
        if self.without and any(map(source.carries_act, self.without)):
            return
        for act in view.of(self.act):
            if self.plan is None or self.holds is None or self.holds(self.plan.row(view, act, source)) is True:
                yield act


class Endings:
    """What ends the cases of a procedure and what opens them again, ready to be asked."""

    def __init__(self, procedure: Procedure) -> None:
        always = (_By(name, ()) for name, act in procedure.acts.items() if act.ends)
        self.ends = (*always, *_understood(procedure, procedure.ends))
        self.again = tuple(_understood(procedure, procedure.reopens))
        self.may_end = frozenset(one.act for one in self.ends)
        """Without one of these acts no case is done with."""
        read = [need for one in (*self.ends, *self.again) if one.plan for need in map(needs, one.plan.columns)]
        told = {act for pairs in read for act, _ in pairs}
        self.bearing = self.may_end | {one.act for one in self.again} | told
        """The acts with which it may turn."""

    def ended(self, case: Case, source: Source = EVERYTHING, as_of: date | datetime = FOREVER) -> Ended | None:
        """By what a case is done with as of a day, None where it is not. `source`: who tells of it."""
        if self.may_end.isdisjoint(one.kind for one in case.acts):
            return None
        view = View(case, Moment.of(as_of), None, source)
        ends = [act for one in self.ends for act in one.counted(view, source)]
        if not ends:
            return None
        again = [act for one in self.again for act in one.counted(view, source)]
        last = max(map(_day, again), default=None)
        after = [act for act in ends if last is None or (act.day is not None and _day(act) >= last)]
        first = min(after, key=_day, default=None)
        return None if first is None else Ended(None if first.day is None else day_of(first.day), first.kind)


def _understood(procedure: Procedure, turnings: Sequence[Turning]) -> Iterator[_By]:
    for turning in turnings:
        for act in turning.by:
            if turning.when is None:
                yield _By(act, turning.without)
                continue
            expr = condition(turning.when, turning_scope(procedure, act))
            plan = RowPlan(act, columns_of(expr))
            yield _By(act, turning.without, plan, compiled(expr, plan.places))


def _day(act: Act) -> float:
    return float("inf") if act.day is None else act.day


@cache
def endings(name: str) -> Endings:
    """Those of a procedure by its id, or another its folder handles. Raises `UnknownProcedure`."""
    return Endings(folder(name).procedure)
