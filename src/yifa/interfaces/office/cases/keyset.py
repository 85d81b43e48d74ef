"""Pages of a long list: each goes on behind the last line of the one before, however far down that is.

A list is sorted by a column that is there, in its usual direction or (with `-`) the other way round; what is blank in
it comes at the end either way, and what is equal goes by the number of the row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from django.db.models import F, Q, QuerySet

from yifa.record.cases.models import Case

PAGE = 50
WINDOWS = (14, 112, 900)
"""Days back from where a page begins, tried one after the other."""


@dataclass(frozen=True)
class Sort:
    """A column to sort by: the way to it, whether the greatest comes first, and of which kind its values are."""

    path: str
    falls: bool
    kind: Literal["day", "number", "text"] = "day"

    def __neg__(self) -> Sort:
        return Sort(self.path, not self.falls, self.kind)


SORTS: Mapping[str, Sort] = {
    "opened": Sort("opened", falls=True),
    "due": Sort("standing__due", falls=False),
    "last_act": Sort("standing__last_act", falls=True),
    "amount": Sort("standing__amount", falls=True, kind="number"),
    "number": Sort("number", falls=False, kind="text"),
}
"""By the name of the column; the first where nothing is said."""
USUAL = "opened"


def sort_of(name: str) -> Sort:
    """The sort that an address says."""
    found = SORTS.get(name.removeprefix("-"), SORTS[USUAL])
    return -found if name.startswith("-") else found


def ordered(rows: QuerySet[Case], name: str) -> QuerySet[Case]:
    """In the order that is asked for."""
    sort = sort_of(name)
    if "__" not in sort.path:
        return rows.order_by(f"{'-' if sort.falls else ''}{sort.path}", "-id")
    column = F(sort.path)
    return rows.order_by(column.desc(nulls_last=True) if sort.falls else column.asc(nulls_last=True), "-id")


def behind(rows: QuerySet[Case], name: str, after: str) -> QuerySet[Case]:
    """Those behind a place; all, where it is none."""
    sort = sort_of(name)
    said, _, number = after.rpartition("_")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return rows
    below = Q(id__lt=int(number))
    if "__" in sort.path and said == "none":
        return rows.filter(Q(**{f"{sort.path}__isnull": True}) & below)
    try:
        value: Any = _day(said) if sort.kind == "day" else int(said) if sort.kind == "number" else said
    except ValueError:
        return rows
    if value is None:
        return rows
    later = Q(**{f"{sort.path}__{'lt' if sort.falls else 'gt'}": value}) | Q(**{sort.path: value}) & below
    if "__" in sort.path:
        later |= Q(**{f"{sort.path}__isnull": True})
    return rows.filter(later)


def cut(
    rows: QuerySet[Case], name: str, after: str, today: date, many: int | None = None
) -> tuple[Sequence[Case], str]:
    """A page, and the place from which the next goes on; blank at the end."""
    many = PAGE if many is None else many
    found = _first(behind(ordered(rows, name), name, after), name, after, today, many + 1)
    if len(found) <= many:
        return found, ""
    return found[:many], _place(found[many - 1], name)


def _first(rows: QuerySet[Case], name: str, after: str, today: date, many: int) -> list[Case]:
    """So many. Of what is sorted by its newest day, only the last weeks are looked at first, then more and more.

    A database sorts all cases of several organs before it gives the first; so it has few to sort.
    """
    if (name or USUAL) == USUAL:
        day = _day(after.rpartition("_")[0]) or today
        for days in WINDOWS:
            found = list(rows.filter(opened__gte=day - timedelta(days=days))[:many])
            if len(found) == many:
                return found
    return list(rows[:many])


def _place(case: Case, name: str) -> str:
    way = sort_of(name).path.split("__")
    of = getattr(case, "standing", None) if len(way) > 1 else case
    value = None if of is None else getattr(of, way[-1])
    return f"{'none' if value is None else value.isoformat() if isinstance(value, date) else value}_{case.id}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
