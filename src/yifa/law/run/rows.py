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
    NEVER,
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
    Occurrence,
    OverlapOf,
    ProfileEdge,
    SomeOn,
    Told,
    UnqualifiedOf,
)
from yifa.law.facts import Act, Source, View, needs
from yifa.law.facts.case import CERTIFICATE
from yifa.law.facts.reading_columns import Filler, OfOne, Reader, filler, reader


def _one(place: int, read: Reader) -> Filler:
    """Fills one place."""

    def fill(view: View, it: Act | None, row: list[Any]) -> None:
        row[place] = read(view, it)

    return fill


class RowPlan:
    """The columns of one grain in a fixed order, and how each is filled.

    `taken`: columns that are taken over from the row of the case, where they have been read already.
    """

    def __init__(self, act: str | None, columns: Iterable[Column], taken: frozenset[Column] = frozenset()) -> None:
        self.act = act
        self.columns = tuple(dict.fromkeys(columns))
        self.places = {column: place for place, column in enumerate(self.columns)}
        self.by_act: dict[str, list[Filler]] = {}
        self.always: list[Filler] = []
        self.profiles: list[tuple[int, Reader]] = []
        self.nothing: list[Any] = [_nothing(column) for column in self.columns]
        together: dict[Occurrence, list[tuple[int, OfOne]]] = {}
        for place, column in enumerate(self.columns):
            if isinstance(column, Answered | Derived | Told) or column in taken:
                continue
            if isinstance(column, ProfileEdge):
                self.profiles.append((place, reader(column)))
                continue
            if isinstance(column, OfOne) and column.of.act != YEAR:
                together.setdefault(column.of, []).append((place, column))
                continue
            kind = _only_act(column)
            (self.always if kind is None else self.by_act.setdefault(kind, [])).append(_one(place, reader(column)))
        for of, wanted in together.items():
            self.by_act.setdefault(of.act, []).append(filler(of, wanted))
        self._last: Source | None = None
        """Whose columns `_blanks` and `_tells` are of."""
        self._blanks: tuple[int, ...] = ()
        self._tells: tuple[tuple[int, bool], ...] = ()
        self._of_source = tuple(
            (place, column.acts) for place, column in enumerate(self.columns) if isinstance(column, Told)
        )
        self._asked_of_source = frozenset(act for _, acts in self._of_source for act in acts)
        self._all_told = tuple((place, True) for place, _ in self._of_source)
        self._of_no_act: list[tuple[int, Column]] = []
        self._made_of: dict[str, list[int]] = {}
        """The places of columns that mean nothing where an act is not carried."""
        for place, column in enumerate(self.columns):
            if isinstance(column, Attribute | CrossCount):
                self._of_no_act.append((place, column))
            elif not isinstance(column, Told):
                for kind in _acts_of(column):
                    self._made_of.setdefault(kind, []).append(place)
        self.certified = tuple(
            (place, (CERTIFICATE, *column.lapses))
            for place, column in enumerate(self.columns)
            if isinstance(column, UnqualifiedOf)
        )
        """Places of columns that mean something only where these acts are carried, or a register speaks."""

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
        if view.case.organ.profiles:
            for place, read in self.profiles:
                row[place] = read(view, it)
        for fill in self.always:
            fill(view, it, row)
        for kind in view.acts:
            for fill in self.by_act.get(kind, ()):
                fill(view, it, row)
        if source is not self._last:
            self._last, self._blanks, self._tells = source, self.not_carried(source), self.told(source)
        for place in self._blanks:
            row[place] = None
        for place, told in self._tells:
            row[place] = told
        if self.certified and not view.case.register.speaks:
            for place, acts in self.certified:
                if not all(map(source.carries_act, acts)):
                    row[place] = None
        return row

    def told(self, source: Source) -> tuple[tuple[int, bool], ...]:
        """What a source says of itself, by place."""
        if source.acts is None and source.without.isdisjoint(self._asked_of_source):
            return self._all_told
        return tuple((place, all(map(source.carries_act, acts))) for place, acts in self._of_source)

    def not_carried(self, source: Source) -> tuple[int, ...]:
        """The places of columns whose acts a source does not carry."""
        acts = source.without if source.acts is None else [act for act in self._made_of if not source.carries_act(act)]
        found = {place: None for act in acts for place in self._made_of.get(act, ())}
        found |= {place: None for place, column in self._of_no_act if not source.tells_of(column)}
        return tuple(found)


FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years a register may speak of; what an act names beside is no year."""


def _nothing(column: Column) -> bool | int | None:
    """What a column is where its act did not happen, or the organ has no profile."""
    if isinstance(column, Happened | AnyField | SomeOn):
        return False
    if isinstance(column, EveryField):
        return True
    if isinstance(column, CountOf):
        return 0
    if isinstance(column, ProfileEdge):
        return NEVER if column.edge == "first" else -NEVER
    return None


def _acts_of(column: Column) -> set[str]:
    """The acts without which a column means nothing; whether certificates are carried is seen to apart."""
    if isinstance(column, UnqualifiedOf):
        return {column.of.act}
    return {act for act, _ in needs(column)}


def _only_act(column: Column) -> str | None:
    """The one act without which a column is what it is when nothing happened; None where there is not just one."""
    if isinstance(column, AsOf | Attribute | ProfileEdge | CrossCount | OverlapOf | UnqualifiedOf):
        return None
    acts = {act for act, _ in needs(column)}
    if len(acts) != 1:
        return None
    act = acts.pop()
    return None if act == YEAR else act


def _years(view: View) -> Iterator[int]:
    """The years a register speaks of: those it is asked about, and those its acts name, up to the day asked about."""
    named = {act.fields.get(YEAR) for acts in view.acts.values() for act in acts}
    known = {*view.case.years, *(year for year in named if isinstance(year, int) and FIRST_YEAR <= year <= LAST_YEAR)}
    yield from (year for year in sorted(known) if day_number(date(year, 12, 31)) <= view.as_of.day or year in named)


def _year(year: int) -> Act:
    """A year as an occurrence: its last day."""
    return Act(YEAR, day_number(date(year, 12, 31)), None, {YEAR: year}, id=str(year))
