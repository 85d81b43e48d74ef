"""Rows for one case: every column of a grain at its place, filled from the acts that there are.

A row starts as a copy of what it is when nothing happened; only the acts of the case then change it. What the source
does not carry stays NULL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from yifa.law.catalogue.procedures import YEAR
from yifa.law.conditions import day_number
from yifa.law.conditions.columns import (
    Answered,
    AnyField,
    AsOf,
    Attribute,
    Column,
    CountOf,
    CrossCount,
    Derived,
    EveryField,
    Happened,
    OverlapOf,
    ProfileEdge,
)
from yifa.law.facts import Act, Source, View, needs
from yifa.law.facts.reading_columns import Reader, reader

Filler = tuple[int, Reader]


class RowPlan:
    """The columns of one grain in a fixed order, and how each is filled."""

    def __init__(self, act: str | None, columns: Iterable[Column]) -> None:
        self.act = act
        self.columns = tuple(dict.fromkeys(columns))
        self.places = {column: place for place, column in enumerate(self.columns)}
        self.by_act: dict[str, list[Filler]] = {}
        self.always: list[Filler] = []
        self.nothing: list[Any] = [_nothing(column) for column in self.columns]
        for place, column in enumerate(self.columns):
            if isinstance(column, Answered | Derived):
                continue
            filler = (place, reader(column))
            kind = _only_act(column)
            if kind is None:
                self.always.append(filler)
            else:
                self.by_act.setdefault(kind, []).append(filler)
        self._blank: dict[Source, tuple[int, ...]] = {}

    def subjects(self, view: View) -> Sequence[Act | None]:
        """What the rows are of: the case, every occurrence of the act, or every year."""
        if self.act is None:
            return (None,)
        if self.act == YEAR:
            return [_year(year) for year in _years(view)]
        return view.of(self.act)

    def row(self, view: View, it: Act | None, source: Source) -> list[Any]:
        """A row; places that its steps fill are still NULL."""
        row = self.nothing.copy()
        for place, read in self.always:
            row[place] = read(view, it)
        for kind in view.acts:
            for place, read in self.by_act.get(kind, ()):
                row[place] = read(view, it)
        for place in self.not_carried(source):
            row[place] = None
        return row

    def not_carried(self, source: Source) -> tuple[int, ...]:
        """The places of columns whose acts a source does not carry."""
        found = self._blank.get(source)
        if found is None:
            found = tuple(place for place, column in enumerate(self.columns) if not source.tells_of(column))
            if len(self._blank) > _SOURCES_KEPT:
                self._blank.clear()
            self._blank[source] = found
        return found


_SOURCES_KEPT = 256


def _nothing(column: Column) -> bool | int | None:
    """What a column is where its act did not happen."""
    if isinstance(column, Happened):
        return False
    if isinstance(column, AnyField):
        return False
    if isinstance(column, EveryField):
        return True
    if isinstance(column, CountOf):
        return 0
    return None


def _only_act(column: Column) -> str | None:
    """The one act without which a column is what it is when nothing happened; None where there is not just one."""
    if isinstance(column, AsOf | Attribute | ProfileEdge | CrossCount | OverlapOf):
        return None
    acts = {act for act, _ in needs(column)}
    if len(acts) != 1:
        return None
    act = acts.pop()
    return None if act == YEAR else act


def _years(view: View) -> Iterator[int]:
    """The years a register speaks of: those it is asked about, and those its acts name, up to the day asked about."""
    named = {act.fields.get(YEAR) for acts in view.acts.values() for act in acts}
    known = {*view.case.years, *(year for year in named if isinstance(year, int))}
    yield from (year for year in sorted(known) if day_number(date(year, 12, 31)) <= view.as_of.day or year in named)


def _year(year: int) -> Act:
    """A year as an occurrence: its last day."""
    return Act(YEAR, day_number(date(year, 12, 31)), None, {YEAR: year}, id=str(year))
