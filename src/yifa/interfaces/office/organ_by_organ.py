"""The first rows of a list over several organs: the first of each organ, and of these the first.

A database sorts all rows of several organs before it gives the first; those of one organ lie in their order already,
where an index has it. So a long list is asked for organ by organ, with a query that is put together once; of more
organs than rows are wanted, of those alone whose first row comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import OuterRef, QuerySet, Subquery

from yifa.interfaces.office.known_lists import Query, ask, part
from yifa.record.organs.models import Organ
from yifa.record.scope import Remembered, current

Row = TypeVar("Row")
FEW = 4
"""Up to so many times as many rows as are wanted are sorted here."""
AT_FIRST = 10
"""So many rows of each organ are looked at first."""


def first_rows(
    rows: Callable[..., QuerySet[Any, Row]],
    many: int,
    order: Callable[[Row], Any],
    *values: date | int,
    organ: int | None = None,
    key: Hashable | None = None,
) -> list[Row]:
    """So many rows of what an ordered query finds within the scope, in their order.

    `rows` begins the query of some values, of cases or of what has `organ` and `case`. `order`: by what the rows are
    sorted, the least first; `organ`: the only one of which rows are asked for; `key`: by what the query is known again
    (`known_lists`).
    """
    scope = current()
    if scope is None or scope.is_everything:
        return list(rows(*values)[:many])
    if organ is not None:
        return ask(part(key, "of one"), lambda one, *of: rows(*of).filter(organ=one)[:many], organ, *values)
    few: list[Row] = ask(part(key, "few"), lambda *of: rows(*of).order_by()[: many * FEW + 1], *values)
    if len(few) <= many * FEW:
        return sorted(few, key=order)[:many]
    organs = sorted(scope.organs)
    asked = organs if len(organs) <= many else _leading(rows, organs, many, values, key)
    found = _of_each(rows, asked, many, order, values, key)
    if opened := sorted(scope.cases | scope.whole):  # of other organs
        begun = rows(*values)
        one_of = {f"{getattr(begun.model, 'case_path', 'case')}__in": opened}
        found += begun.filter(**one_of).exclude(organ__in=organs)[:many]
    return sorted(found, key=order)[:many]


def _leading(
    rows: Callable[..., QuerySet[Any, Any]],
    organs: Sequence[int],
    many: int,
    values: Sequence[date | int],
    key: Hashable | None,
) -> list[int]:
    """So many organs, those whose first row comes first; the first rows of all are of no other."""

    def query(*of: date | int) -> QuerySet[Any, Any]:
        first = rows(*of).filter(organ=OuterRef("pk")).values("pk")[:1]
        of_each = Organ.objects.filter(id__in=organs).annotate(first_row=Subquery(first)).values("first_row")
        return rows(*of).filter(pk__in=of_each).values_list("organ")[:many]

    return [organ for (organ,) in ask(part(key, "leading"), query, *values)]


def _of_each(
    rows: Callable[..., QuerySet[Any, Row]],
    organs: Sequence[int],
    many: int,
    order: Callable[[Row], Any],
    values: Sequence[date | int],
    key: Hashable | None,
) -> list[Row]:
    """The rows of each organ that may be among the first so many: some of each, then more of those that need it."""
    some = min(AT_FIRST, many)
    first = _asked(part(key, "of each"), lambda one, *of: rows(*of).filter(organ=one)[:some], values)
    found = {one: first(one) for one in organs}
    least = sorted(order(row) for several in found.values() for row in several)[:many]
    last = least[-1] if len(least) == many else None
    more = [one for one, of in found.items() if len(of) == some < many and (last is None or order(of[-1]) <= last)]
    if more:
        whole = _asked(part(key, "all of each"), lambda one, *of: rows(*of).filter(organ=one)[:many], values)
        found |= {one: whole(one) for one in more}
    return [row for several in found.values() for row in several]


def _asked(key: Hashable | None, query: Query, values: Sequence[date | int]) -> Callable[[int], list[Any]]:
    """A query of a number, and of values that stay, that is asked several times."""
    if key is None:
        asked: Remembered[Any] = Remembered(query, int, *(type(one) for one in values))
        return lambda number: asked(number, *values)
    return lambda number: ask(key, query, number, *values)
