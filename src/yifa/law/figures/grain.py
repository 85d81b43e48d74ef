"""Counts and sums at their grain: one row for each figure, organ and month, and what it adds up to.

Only what can be added up is kept: how many there are, how many of which it is open whether they count, the sum of what
they hold, and of how many that is blank. Never a mean: a mean of means is wrong, a sum of sums is not.

Of cases in hand the grain keeps how many came in (`n`) and how many went out (`total`) in a month; in hand on a day is
all that came in before it less all that went out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yifa.law.figures.periods import Period
from yifa.law.figures.understood import CountedFigure

COLUMNS = ("figure", "organ", "month", "n", "unknown", "total", "blank")
"""The columns of the table: `figure` is a place in `figures`; `month` NULL where the day is not known."""
ALL_ORGANS = ""
"""The group of everything together."""


@dataclass(frozen=True)
class Totals:
    """What a figure comes to: how many, of how many it is open, their sum, of how many that is blank."""

    n: int = 0
    unknown: int = 0
    total: int = 0
    blank: int = 0

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            self.n + other.n, self.unknown + other.unknown, self.total + other.total, self.blank + other.blank
        )


NOTHING = Totals()


@dataclass(frozen=True)
class Told:
    """What one figure comes to in a group and period, and what its data leave open.

    `undated`: counts without a day, which are of no period. `untold`: organs whose data do not carry what it rests on;
    `silent`: that is so of all of them, and nothing can be said. `loaded`: whether there are data of its procedure.
    """

    figure: CountedFigure
    totals: Totals
    undated: Totals = NOTHING
    untold: frozenset[str] = frozenset()
    loaded: bool = True
    silent: bool = False


@dataclass(frozen=True)
class Grain:
    """The table of the grain (Polars), with the figures it counts.

    `procedures`: those of which there are data, with the organs these are of. `untold`: for a figure the organs whose
    source does not carry it.
    """

    figures: Sequence[CountedFigure]
    table: Any
    procedures: Mapping[str, frozenset[str]]
    untold: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def told(self, period: Period, groups: Mapping[str, str] | None = None) -> dict[str, list[Told]]:
        """Group → every figure in it, in order. `groups`: organ → the group it is of; none given puts all in one.

        An organ that is in no group is left out. The answer holds every group, also those with nothing in them.
        """
        names = [ALL_ORGANS] if groups is None else sorted(set(groups.values()))
        sums: dict[tuple[str, int], Totals] = {}
        undated: dict[tuple[str, int], Totals] = {}
        for place, organ, which, totals in self._sums(period):
            group = ALL_ORGANS if groups is None else groups.get(organ)
            if group is not None:
                into = sums if which else undated
                into[group, place] = into.get((group, place), NOTHING) + totals
        untold = {place: _by_group(organs, groups) for place, organs in self.untold.items()}
        there = {procedure: _by_group(organs, groups) for procedure, organs in self.procedures.items()}
        return {
            name: [
                Told(
                    one,
                    sums.get((name, place), NOTHING),
                    undated.get((name, place), NOTHING),
                    lacking := untold.get(place, _NONE).get(name, frozenset()),
                    one.procedure in self.procedures,
                    silent=bool(lacking) and there.get(one.procedure, _NONE).get(name, frozenset()) <= lacking,
                )
                for place, one in enumerate(self.figures)
            ]
            for name in names
        }

    def _sums(self, period: Period) -> Iterable[tuple[int, str, bool, Totals]]:
        """Figure, organ, whether it has a day, and what it comes to in the period."""
        import polars as pl  # noqa: PLC0415 - heavy, and not there for who only reads definitions

        ends = {place: one.counting.in_hand for place, one in enumerate(self.figures) if one.counting.in_hand}
        starting = [place for place, way in ends.items() if way == "start"]
        month, figure = pl.col("month"), pl.col("figure")
        in_hand = pl.when(figure.is_in(starting)).then(month < period.first).otherwise(month <= period.last)
        during = (month >= period.first) & (month <= period.last)
        within = pl.when(figure.is_in(list(ends))).then(in_hand).otherwise(during)
        added = (
            self.table.lazy()
            .filter(within.fill_null(value=True))
            .group_by("figure", "organ", month.is_not_null().alias("dated"))
            .agg(pl.col("n", "unknown", "total", "blank").sum())
            .sort("figure", "organ", "dated")
            .collect()
        )
        for place, organ, dated, n, unknown, total, blank in added.iter_rows():
            yield place, organ or "", dated, Totals(n, unknown, total, blank)


_NONE: Mapping[str, frozenset[str]] = {}


def _by_group(organs: Iterable[str], groups: Mapping[str, str] | None) -> Mapping[str, frozenset[str]]:
    """Organs by the group they are of; those of none are left out."""
    if groups is None:
        return {ALL_ORGANS: frozenset(organs)}
    found: dict[str, set[str]] = {}
    for organ in organs:
        if (group := groups.get(organ)) is not None:
            found.setdefault(group, set()).add(organ)
    return {group: frozenset(own) for group, own in found.items()}
