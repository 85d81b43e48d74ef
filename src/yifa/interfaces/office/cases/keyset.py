"""Pages of a long list: each goes on behind the last line of the one before, however far down that is.

A list is sorted by a column that is there, in its usual direction or (with `-`) the other way round; what is blank in
it comes at the end either way, and what is equal goes by the number of the row. What lies in this order in an index of
each organ is found organ by organ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, NamedTuple, TypeVar

from django.db.models import F, Q, QuerySet

from yifa.interfaces.office.known_lists import Query, ask, ask_each, part
from yifa.interfaces.office.organ_by_organ import first_rows, is_narrow
from yifa.oversight.standing.models import Standing
from yifa.record.cases.models import Case
from yifa.record.scope import OfMany, current

PAGE = 50
UNSEEN = ("facts", "came_from", "source", "openness_reason", "told_as")
"""Columns that no list shows; some are long."""


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
USUAL, DUE = "opened", "due"
IN_ORDER: Mapping[str, Callable[[tuple[date, int, int]], tuple[int, int]]] = {
    USUAL: lambda row: (-row[0].toordinal(), -row[1]),
    DUE: lambda row: (row[0].toordinal(), -row[1]),
}
"""Sorts that lie in their order in an index of each organ; the order of rows of day, case, organ."""


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
    if name in ("", USUAL):
        return rows.filter(Q(opened__lte=value) & later)  # said apart, so that an index is entered there
    if sort.of_standing:
        later |= Q(**{f"{path}__isnull": True})
    return rows.filter(later)


Rows = Callable[[], QuerySet[Any]]
"""Begins a query anew, within the scope that holds."""


def cut(
    cases: Callable[[], QuerySet[Case]],
    name: str,
    after: str,
    many: int | None = None,
    standings: Callable[[], QuerySet[Standing]] | None = None,
    key: Hashable | None = None,
    few: bool = False,
) -> tuple[Sequence[Case], str]:
    """A page, and the place from which the next goes on; blank at the end.

    `standings`: the same cases by how they stand, where that is the sooner way to find them. `key`: by what both are
    known again. `few`: they are somebody's, and no more than can be sorted.
    """
    many = PAGE if many is None else many
    page = _Page(name or USUAL, after, many + 1, None if after or key is None else (key, many), few)
    ids = None if standings is None else _by_standing(standings, page)
    if ids is None:
        ids = _first(lambda: behind(ordered(cases(), name), name, after), page, OF_CASES)
    found = {one.id: one for one in shown_cases(ids)}
    shown = [found[one] for one in ids if one in found]
    if len(shown) <= many:
        return shown, ""
    return shown[:many], _place(shown[many - 1], name)


def counted(rows: Rows, most: int, key: Hashable | None = None, *, few: bool = False) -> int:
    """How many there are of some cases, or of their standings, up to so many; `key` and `few` as in `cut`.

    Organ by organ too: of many organs a database may think it sooner done to go over every case there is.
    """
    scope = current()
    if few or not is_narrow(scope):
        return len(ask(part(key, "count"), lambda: rows().order_by().values_list("pk")[:most]))
    organs, opened = sorted(scope.organs), sorted(scope.cases | scope.whole)

    def of_one(organ: int) -> QuerySet[Any]:
        return rows().order_by().filter(organ=organ).values_list("pk")[:most]

    found = len(ask_each(part(key, "count of each"), of_one, organs, most=most))
    if opened and found < most:  # of other organs
        others = rows().order_by().filter(pk__in=opened).exclude(organ__in=organs)
        found += len(others.values_list("pk")[: most - found])
    return found


shown_cases = OfMany(lambda ids: Case.objects.filter(id__in=ids).select_related("standing").defer(*UNSEEN), int)
"""Cases by their numbers as lists show them, each with how it stands."""


class _Page(NamedTuple):
    """A page that is asked for: in which order, behind which place, of how many; `key` and `few` as in `cut`."""

    name: str
    after: str
    many: int
    key: Hashable | None
    few: bool

    def ask(self, what: str, query: Query) -> list[int]:
        """The numbers a query finds."""
        return [number for (number,) in ask(part(self.key, what), query)]


def _first(rows: Rows, page: _Page, way: Way) -> list[int]:
    """The numbers of so many cases, in their order."""
    what, name = way.id, page.name
    if page.few or name not in IN_ORDER or way.to(sort_of(name)) != name:
        return page.ask(what, lambda: rows().values_list(way.id)[: page.many])
    columns = name, way.id, "organ"
    found = first_rows(lambda: rows().values_list(*columns), page.many, IN_ORDER[name], key=part(page.key, what))
    return [number for _, number, _ in found]


def _by_standing(standings: Rows, page: _Page) -> list[int] | None:
    """The same of standings; None where the cases must be asked: near the end, where those come that have no day."""
    sort = sort_of(page.name)

    def rows() -> QuerySet[Any]:
        return behind(ordered(standings(), page.name, OF_STANDINGS), page.name, page.after, OF_STANDINGS)

    if not sort.of_standing:
        return None if sort.kind == "text" else _first(rows, page, OF_STANDINGS)
    if page.after.startswith(NONE):
        return None
    told = {f"{OF_STANDINGS.to(sort)}__isnull": False}
    found = _first(lambda: rows().filter(**told), page, OF_STANDINGS)
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
