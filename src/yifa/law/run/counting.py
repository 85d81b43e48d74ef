"""Counts what happened: from the tables of acts and cases of many procedures to the grain of figures, and the ids.

The ids behind a figure are the same filter without the sum.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property

import polars as pl

from yifa.law.catalogue.measures import measure
from yifa.law.figures import CountedFigure, Grain, Period, without_data
from yifa.law.run.counted_acts import CountedActs
from yifa.law.run.counted_tables import SCHEMA, Behind, Tables

__all__ = ["Behind", "Counting", "Tables"]


class Counting:
    """The figures of some tables, counted once and asked often."""

    def __init__(self, tables: Iterable[Tables], *, as_of: date) -> None:
        self.as_of = as_of
        self.of = [CountedActs(one, as_of) for one in tables]

    @cached_property
    def grain(self) -> Grain:
        """Everything at its grain; figures of procedures of which there are no data stand in it too, uncounted."""
        figures: list[CountedFigure] = []
        parts = [pl.DataFrame(schema=SCHEMA)]
        untold: dict[int, frozenset[str]] = {}
        for one in self.of:
            first = len(figures)
            figures += one.figures
            parts += one.counted(first)
            untold |= {first + figure.number: found for figure in one.figures if (found := one.untold(figure))}
        loaded: dict[str, frozenset[str]] = {}
        for one in self.of:
            loaded[one.procedure] = loaded.get(one.procedure, frozenset()) | one.frames.organs(one.frames.cases)
        return Grain((*figures, *without_data(loaded)), pl.concat(parts), loaded, untold)

    def behind(
        self, id_: str, period: Period, groups: Mapping[str, str] | None = None, group: str | None = None
    ) -> list[Behind]:
        """What a measure counts in a period (and one group of organs), in the order of day, case and act.

        Of a measure that adds up from others, what these count; of a rate nothing. Raises `UnknownMeasure`.
        """
        wanted = self._counted_as(id_)
        found = [row for own in self.behind_all(period, wanted).values() for row in own]
        return sorted((row for row in found if group is None or (groups or {}).get(row.organ) == group), key=_order)

    def behind_all(self, period: Period, ids: Collection[str] | None = None) -> dict[str, list[Behind]]:
        """What every measure (or some) that is counted directly counts in a period, each in order."""
        found: dict[str, list[Behind]] = {}
        for one in self.of:
            figures = [figure for figure in one.figures if ids is None or figure.measure in ids]
            for figure, row in one.behind(figures, period):
                found.setdefault(figure.measure, []).append(row)
        return {id_: sorted(rows, key=_order) for id_, rows in sorted(found.items())}

    def _counted_as(self, id_: str) -> frozenset[str]:
        """The measures that are counted where this one is asked for."""
        of = measure(id_)
        if any(figure.measure == id_ for figure in self.grain.figures) or not of.adds_up_from:
            return frozenset((id_,))
        return frozenset().union(*(self._counted_as(part) for part in of.adds_up_from))


def _order(row: Behind) -> tuple[date, str, str, str, int]:
    return row.day or date.min, row.procedure, str(row.case), row.act or "", row.value or 0
