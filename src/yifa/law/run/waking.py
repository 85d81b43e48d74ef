"""When a case must be looked at again although nothing was recorded in it: the clock's tick, without a full run.

What a duty comes to depends on the day asked about only where its tree compares that day with another. Such a
comparison turns on a day that follows from the row. So every case has a *day of waking*, the next day on which anything
of it can change; on a new day only the cases that wake are judged again. A comparison whose neighbours decide without
it (the act is done: there is nothing to wait for) wakes nobody. An act recorded for a later day wakes its case on that
day, and a year that is asked about on its last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from yifa.law.conditions.columns import NEVER, AsOf
from yifa.law.conditions.tree import And, Choose, Compare, Comparison, Expr, Or, Read, columns_of
from yifa.law.conditions.types import MINUTES
from yifa.law.duties.steps import exprs_of
from yifa.law.duties.whole import DutySet, Grain
from yifa.law.run.cells import Cells, Numbers, Truths, Working
from yifa.law.run.many_cases import Judged
from yifa.law.run.masks import bits_of
from yifa.law.run.milestones import Rows, last_day
from yifa.law.run.sharing import Shared

_TODAY = Read(AsOf())


def waking(judged: Judged, whole: DutySet, acts: Any) -> Any:
    """For the cases that wake by themselves, the day: an Arrow table (day, case), by day.

    `acts` is the table of acts that was judged: those of a later day than was asked about wake their case.
    """
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    cases = judged.batch.facts.cases
    days = np.full(cases.size, NEVER, dtype=np.int64)
    by_act = {grain.act: grain for grain in whole.grains}
    for act, (rows, working) in {one.rows.act: (one.rows, one.working) for one in judged.grains}.items():
        _wake_rows(days, turnings(by_act[act]), rows, working)
    keys = pa.array(judged.batch.keys)
    _wake_for_acts(days, acts, keys, cases.as_of)
    if cases.years is not None:
        case, year = cases.years
        _wake(days, case, last_day(year), cases.as_of[case])
    order = np.argsort(days, kind="stable")
    order = order[: np.searchsorted(days[order], NEVER)]
    return pa.table({"day": pa.array(days[order]), "case": keys.take(pa.array(order))})


def woken(table: Any, day: int) -> Any:
    """The keys of the cases that wake on a day or before it, from a table of `waking`."""
    upto = int(np.searchsorted(np.asarray(table["day"]), day, side="right"))
    return table["case"].slice(0, upto)


def _wake(days: Numbers, case: Numbers, turns: Numbers, today: Numbers) -> None:
    """Let cases wake on days that lie ahead, if they would not wake before."""
    ahead = np.flatnonzero((turns > today) & (turns < NEVER))
    np.minimum.at(days, case[ahead], turns[ahead])


def _wake_for_acts(days: Numbers, acts: Any, keys: Any, as_of: Numbers) -> None:
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    day = acts["day"].combine_chunks()
    later = acts.filter(pc.greater(pc.fill_null(day, 0), int(as_of.min(initial=0))))
    case = np.asarray(pc.index_in(later["case"], value_set=keys)).astype(np.int64)
    _wake(days, case, np.asarray(later["day"]).astype(np.int64), as_of[case])


# -- the comparisons of a grain ---------------------------------------------------------------------------------------


_TURNS = {
    Comparison.LESS: (0,),
    Comparison.AT_LEAST: (0,),
    Comparison.AT_MOST: (1,),
    Comparison.MORE: (1,),
    Comparison.EQUAL: (0, 1),
    Comparison.UNEQUAL: (0, 1),
}
"""How many days after a day the comparison of today with it turns: today < day turns on the day, today <= day after."""
_MIRRORED = {
    Comparison.LESS: Comparison.MORE,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.MORE: Comparison.LESS,
    Comparison.AT_LEAST: Comparison.AT_MOST,
}


@dataclass(frozen=True)
class Compared:
    """With which part the day asked about is compared, in days or in minutes counted from 1970-01-01."""

    other: int
    turns: tuple[int, ...]
    minutes: bool

    def days(self, values: Numbers) -> tuple[Numbers, ...]:
        """The days on which the comparison with these values can turn."""
        if self.minutes:
            return values // MINUTES, values // MINUTES + 1
        return tuple(values + turns for turns in self.turns)


@dataclass(frozen=True)
class Turnings:
    """All parts of the trees of a grain's duties and steps, and which of them compare the day asked about."""

    shared: Shared
    roots: tuple[int, ...]
    asks: tuple[bool, ...]
    """Whether a part holds the day asked about, anywhere in it."""

    def compared(self, number: int) -> Compared | None:
        """With what a part compares the day asked about; None where it is no such comparison."""
        expr = self.shared.exprs[number]
        if isinstance(expr, Compare):
            left, right = self.shared.parts[number]
            if self.asks[left] and not self.asks[right]:
                return Compared(right, _TURNS[expr.how], self.shared.exprs[left] != _TODAY)
            if self.asks[right] and not self.asks[left]:
                return Compared(left, _TURNS[_MIRRORED.get(expr.how, expr.how)], self.shared.exprs[right] != _TODAY)
        return None

    @property
    def unknown(self) -> list[Expr]:
        """Where the day asked about stands outside a comparison: rows that read it wake every day."""
        return [self.shared.exprs[number] for number in self._reached() if self._is_unknown(number)]

    def _is_unknown(self, number: int) -> bool:
        return self.asks[number] and not self.shared.parts[number]

    def _reached(self) -> Iterator[int]:
        """The parts that hold the day asked about, from the outside in, comparisons with it not entered."""
        reached = {root for root in self.roots if self.asks[root]}
        for number in range(len(self.shared.exprs) - 1, -1, -1):
            if number in reached:
                yield number
                if self.compared(number) is None:
                    reached |= {part for part in self.shared.parts[number] if self.asks[part]}

    def turning(self, rows: Rows, working: Working) -> Iterator[tuple[Truths, tuple[Numbers, ...]]]:
        """For each comparison in which rows something hangs on it, and the days on which it can turn there."""
        values = dict[int, Cells]()
        matters = {root: np.ones(rows.size, dtype=np.bool_) for root in self.roots if self.asks[root]}
        for number in self._reached():
            here = matters.pop(number)
            found = self.compared(number)
            if found is not None:
                with_ = working.value(self.shared.exprs[found.other]).over(rows.size)
                yield here & with_.sure, found.days(with_.values)
            elif self._is_unknown(number):
                yield here, (rows.facts.cases.as_of[rows.case] + 1,)
            else:
                for place, part in enumerate(self.shared.parts[number]):
                    if self.asks[part]:
                        hangs = here & self._hangs(number, place, rows, working, values)
                        matters[part] = matters[part] | hangs if part in matters else hangs

    def _hangs(self, number: int, place: int, rows: Rows, working: Working, values: dict[int, Cells]) -> Truths:
        """Where a part can hang on one of its own parts: where its other parts do not decide without that one."""
        expr, parts = self.shared.exprs[number], self.shared.parts[number]

        def told(part: int) -> Cells:
            if part not in values:
                values[part] = working.value(self.shared.exprs[part]).over(rows.size)
            return values[part]

        hangs = np.ones(rows.size, dtype=np.bool_)
        if isinstance(expr, And | Or):
            for part in parts:
                if not self.asks[part]:
                    hangs &= ~(told(part).no if isinstance(expr, And) else told(part).yes)
        elif isinstance(expr, Choose) and place and not self.asks[parts[0]]:
            hangs = told(parts[0]).yes if place == 1 else ~told(parts[0]).yes
        return hangs


def _wake_rows(days: Numbers, of: Turnings, rows: Rows, working: Working) -> None:
    today = rows.facts.cases.as_of[rows.case]
    for matters, turns in of.turning(rows, working):
        for on in turns:
            _wake(days, rows.case, np.where(matters, on, today), today)


_KEPT: dict[int, tuple[Grain, Turnings]] = {}
"""By the grain itself, which is kept so that it stays itself."""
_MOST_KEPT = 512


def turnings(grain: Grain) -> Turnings:
    """The comparisons of a grain."""
    if id(grain) not in _KEPT:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        shared = Shared()
        exprs = [expr for one in grain.duties if not one.off for expr in bits_of(one.answer)]
        exprs += [expr for step in grain.steps for expr in exprs_of(step)]
        roots = tuple(dict.fromkeys(shared.number(expr) for expr in exprs))
        _KEPT[id(grain)] = grain, Turnings(shared, roots, _asking(shared))
    return _KEPT[id(grain)][1]


def _asking(shared: Shared) -> tuple[bool, ...]:
    found: list[bool] = []
    for expr, parts in zip(shared.exprs, shared.parts, strict=True):
        own: Sequence[bool] = [isinstance(column, AsOf) for column in columns_of(expr)] if not parts else []
        found.append(any(own) or any(found[part] for part in parts))
    return tuple(found)
