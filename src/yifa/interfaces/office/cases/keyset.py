"""Pages of a long list: each goes on behind the last line of the one before, however far down that is.

A list is sorted by a column that is there, in its usual direction or (with `-`) the other way round; what is blank in
it comes at the end either way, and what is equal goes by the number of the row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

from django.db.models import F, Q, QuerySet

from yifa.oversight.standing.models import Standing
from yifa.record.cases.models import Case
from yifa.record.scope import OfMany

PAGE = 50
UNSEEN = ("facts", "came_from", "source", "openness_reason", "told_as")
"""Columns that no list shows; some are long."""
WINDOWS = (14, 56, 224, 900)
"""Days from where a page begins, tried one after the other."""


@dataclass(frozen=True)
class Sort:
    """A column to sort by, of the case or of how it stands; whether the greatest comes first; of which kind it is."""

    column: str
    falls: bool
    kind: Literal["day", "number", "text"] = "day"
    of_standing: bool = False

    def __neg__(self) -> Sort:
        return replace(self, falls=not self.falls)


SORTS: Mapping[str, Sort] = {
    "opened": Sort("opened", falls=True),
    "due": Sort("due", falls=False, of_standing=True),
    "last_act": Sort("last_act", falls=True, of_standing=True),
    "amount": Sort("amount", falls=True, kind="number", of_standing=True),
    "number": Sort("number", falls=False, kind="text"),
}
"""By the name of the column; the first where nothing is said."""
USUAL = "opened"


def sort_of(name: str) -> Sort:
    """The sort that an address says."""
    found = SORTS.get(name.removeprefix("-"), SORTS[USUAL])
    return -found if name.startswith("-") else found


@dataclass(frozen=True)
class Way:
    """How columns are reached from the rows that are asked: from cases, or from their standings."""

    id: str
    case: str
    standing: str

    def to(self, sort: Sort) -> str:
        """The way to a column; the day of opening is in both."""
        return sort.column if sort.column == USUAL else (self.standing if sort.of_standing else self.case) + sort.column


OF_CASES, OF_STANDINGS = Way("id", "", "standing__"), Way("case_id", "case__", "")
NONE = "none"
"""What a place says where the column is blank."""
AnyRow = TypeVar("AnyRow", Case, Standing)


def ordered(rows: QuerySet[AnyRow], name: str, way: Way = OF_CASES) -> QuerySet[AnyRow]:
    """In the order that is asked for."""
    sort = sort_of(name)
    if not sort.of_standing:
        return rows.order_by(f"{'-' if sort.falls else ''}{way.to(sort)}", f"-{way.id}")
    column = F(way.to(sort))
    return rows.order_by(column.desc(nulls_last=True) if sort.falls else column.asc(nulls_last=True), f"-{way.id}")


def behind(rows: QuerySet[AnyRow], name: str, after: str, way: Way = OF_CASES) -> QuerySet[AnyRow]:
    """Those behind a place; all, where it is none."""
    sort = sort_of(name)
    said, _, number = after.rpartition("_")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return rows
    below, path = Q(**{f"{way.id}__lt": int(number)}), way.to(sort)
    if sort.of_standing and said == NONE:
        return rows.filter(Q(**{f"{path}__isnull": True}) & below)
    try:
        value: Any = _day(said) if sort.kind == "day" else int(said) if sort.kind == "number" else said
    except ValueError:
        return rows
    if value is None:
        return rows
    later = Q(**{f"{path}__{'lt' if sort.falls else 'gt'}": value}) | Q(**{path: value}) & below
    if sort.of_standing:
        later |= Q(**{f"{path}__isnull": True})
    return rows.filter(later)


def cut(
    rows: QuerySet[Case],
    name: str,
    after: str,
    today: date,
    many: int | None = None,
    standings: QuerySet[Standing] | None = None,
) -> tuple[Sequence[Case], str]:
    """A page, and the place from which the next goes on; blank at the end.

    `standings`: the same cases by how they stand, where that is the sooner way to find them.
    """
    many = PAGE if many is None else many
    ids = None if standings is None else _by_standing(standings, name, after, today, many + 1)
    if ids is None:
        asked = behind(ordered(rows, name), name, after).values_list("id", flat=True)
        ids = _first(asked, name, after, today, many + 1)
    found = {one.id: one for one in _SHOWN(ids)}
    shown = [found[one] for one in ids if one in found]
    if len(shown) <= many:
        return shown, ""
    return shown[:many], _place(shown[many - 1], name)


_SHOWN = OfMany(lambda ids: Case.objects.filter(id__in=ids).select_related("standing").defer(*UNSEEN), int)


def _first(rows: QuerySet[Any, int], name: str, after: str, today: date, many: int) -> list[int]:
    """The numbers of so many. Of what is sorted by its newest day, the last weeks are looked at first, then more.

    A database sorts all cases of several organs before it gives the first; so it has few to sort.
    """
    if (name or USUAL) == USUAL:
        day = _day(after.rpartition("_")[0]) or today
        for days in WINDOWS:
            found = list(rows.filter(opened__gte=day - timedelta(days=days))[:many])
            if len(found) == many:
                return found
    return list(rows[:many])


def _by_standing(rows: QuerySet[Standing], name: str, after: str, today: date, many: int) -> list[int] | None:
    """The same of standings; None where the cases must be asked: near the end, where those come that have no day."""
    sort = sort_of(name)
    asked = behind(ordered(rows, name, OF_STANDINGS), name, after, OF_STANDINGS).values_list("case_id", flat=True)
    if not sort.of_standing:
        return None if sort.kind == "text" else _first(asked, name, after, today, many)
    if after.startswith(NONE):
        return None
    told = asked.filter(**{f"{OF_STANDINGS.to(sort)}__isnull": False})
    if name == "due":
        begin = max(_day(after.rpartition("_")[0]) or today, today)
        for days in WINDOWS:
            found = list(told.filter(due__lte=begin + timedelta(days=days))[:many])
            if len(found) == many:
                return found
    found = list(told[:many])
    return found if len(found) == many else None


def _place(case: Case, name: str) -> str:
    sort = sort_of(name)
    of = getattr(case, "standing", None) if sort.of_standing else case
    value = None if of is None else getattr(of, sort.column)
    return f"{NONE if value is None else value.isoformat() if isinstance(value, date) else value}_{case.id}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
