"""Pages of a long list: each goes on behind the last line of the one before, however far down that is.

A list is sorted by a column that is there, in its usual direction or (with `-`) the other way round; what is blank in
it comes at the end either way, and what is equal goes by the number of the row. What lies in this order in an index of
each organ is asked of each organ, by one statement (`OfEach`), and merged here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, NamedTuple, TypeGuard, TypeVar

from django.db.models import F, Q, QuerySet

from yifa.interfaces.office.known_lists import Query, ask, ask_each, part
from yifa.oversight.standing.models import Standing
from yifa.record.cases.models import Case
from yifa.record.scope import OfMany, Scope, current

PAGE = 50
UNSEEN = ("facts", "came_from", "source", "openness_reason", "told_as")
"""Columns that no list shows; some are long."""
LEAST, SPREAD = 4, 3
"""So many rows of each organ are looked at first, at least; and so many times those that each would have of a page."""


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


def _narrow(scope: Scope | None) -> TypeGuard[Scope]:
    """Whether a scope is one of some organs."""
    return scope is not None and not scope.is_everything


def counted(rows: Rows, most: int, key: Hashable | None = None, *, few: bool = False) -> int:
    """How many there are of some cases, or of their standings, up to so many; `key` and `few` as in `cut`.

    Organ by organ too: of many organs a database may think it sooner done to go over every case there is.
    """
    scope = current()
    if few or not _narrow(scope):
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
    scope, what = current(), way.id
    if page.few or page.name not in IN_ORDER or way.to(sort_of(page.name)) != page.name or not _narrow(scope):
        return page.ask(what, lambda: rows().values_list(way.id)[: page.many])
    organs, order = sorted(scope.organs), IN_ORDER[page.name]
    columns = page.name, way.id, "organ"
    found = _of_each(lambda: rows().values_list(*columns), organs, page, what)
    if opened := sorted(scope.cases | scope.whole):  # of other organs
        others = rows().filter(**{f"{way.id}__in": opened}).exclude(organ__in=organs)
        found += others.values_list(*columns)[: page.many]
    return [number for _, number, _ in sorted(found, key=order)[: page.many]]


def _of_each(rows: Rows, organs: Sequence[int], page: _Page, what: str) -> list[tuple[date, int, int]]:
    """The rows of each organ that may be among the first so many: some of each, then all of those that need it."""
    order, some = IN_ORDER[page.name], min(page.many, max(LEAST, SPREAD * page.many // max(len(organs), 1)))

    def asked(which: Sequence[int], many: int) -> list[tuple[date, int, int]]:
        key = part(page.key, f"{what}, {many} of each")
        return ask_each(key, lambda organ: rows().filter(organ=organ)[:many], which)

    found = asked(organs, some)
    least = sorted(map(order, found))[: page.many]
    of_each: dict[int, list[tuple[date, int, int]]] = defaultdict(list)
    for row in found:
        of_each[row[2]].append(row)
    cut_off = [rows for rows in of_each.values() if len(rows) == some < page.many]
    more = [one[-1][2] for one in cut_off if len(least) < page.many or order(one[-1]) <= least[-1]]
    if not more:
        return found
    return [row for row in found if row[2] not in more] + asked(more, page.many)


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
