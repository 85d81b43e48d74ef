"""Pages of a long list: each goes on behind the last line of the one before, however far down that is.

A list is sorted by a column that is there, in its usual direction or (with `-`) the other way round; what is blank in
it comes at the end either way, and what is equal goes by the number of the row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, TypeVar

from django.db.models import F, Q, QuerySet

from yifa.interfaces.office.known_lists import Query, ask, part
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


Rows = Callable[[], QuerySet[Any]]
"""Begins a query anew, within the scope that holds."""


def cut(
    cases: Callable[[], QuerySet[Case]],
    name: str,
    after: str,
    today: date,
    many: int | None = None,
    standings: Callable[[], QuerySet[Standing]] | None = None,
    key: Hashable | None = None,
) -> tuple[Sequence[Case], str]:
    """A page, and the place from which the next goes on; blank at the end.

    `standings`: the same cases by how they stand, where that is the sooner way to find them. `key`: by what both are
    known again.
    """
    many = PAGE if many is None else many
    page = _Page(name, after, today, many + 1, None if after or key is None else (key, many))
    ids = None if standings is None else _by_standing(standings, page)
    if ids is None:
        ids = _first(lambda: behind(ordered(cases(), name), name, after).values_list("id"), page, "cases")
    found = {one.id: one for one in shown_cases(ids)}
    shown = [found[one] for one in ids if one in found]
    if len(shown) <= many:
        return shown, ""
    return shown[:many], _place(shown[many - 1], name)


shown_cases = OfMany(lambda ids: Case.objects.filter(id__in=ids).select_related("standing").defer(*UNSEEN), int)
"""Cases by their numbers as lists show them, each with how it stands."""


class _Page(NamedTuple):
    """A page that is asked for: in which order, behind which place, on which day, of how many; `key` as in `cut`."""

    name: str
    after: str
    today: date
    many: int
    key: Hashable | None

    def ask(self, what: str, query: Query, *days: date) -> list[int]:
        """The numbers a query finds."""
        return [number for (number,) in ask(part(self.key, what), query, *days)]


def _first(rows: Rows, page: _Page, what: str) -> list[int]:
    """The numbers of so many. Of what is sorted by its newest day, the last weeks are looked at first, then more.

    A database sorts all cases of several organs before it gives the first; so it has few to sort.
    """
    if (page.name or USUAL) == USUAL:
        begin = _day(page.after.rpartition("_")[0]) or page.today
        for days in WINDOWS:
            first = begin - timedelta(days=days)
            found = page.ask(f"{what} since", lambda day: rows().filter(opened__gte=day)[: page.many], first)
            if len(found) == page.many:
                return found
    return page.ask(what, lambda: rows()[: page.many])


def _by_standing(standings: Rows, page: _Page) -> list[int] | None:
    """The same of standings; None where the cases must be asked: near the end, where those come that have no day."""
    sort = sort_of(page.name)

    def rows() -> QuerySet[Any]:
        found = behind(ordered(standings(), page.name, OF_STANDINGS), page.name, page.after, OF_STANDINGS)
        return found.values_list("case_id")

    if not sort.of_standing:
        return None if sort.kind == "text" else _first(rows, page, "standings")
    if page.after.startswith(NONE):
        return None
    told = {f"{OF_STANDINGS.to(sort)}__isnull": False}
    if page.name == "due":
        begin = max(_day(page.after.rpartition("_")[0]) or page.today, page.today)
        for days in WINDOWS:
            last = begin + timedelta(days=days)
            found = page.ask("due", lambda day: rows().filter(**told).filter(due__lte=day)[: page.many], last)
            if len(found) == page.many:
                return found
    found = page.ask("standings", lambda: rows().filter(**told)[: page.many])
    return found if len(found) == page.many else None


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
