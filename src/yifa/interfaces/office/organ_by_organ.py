"""The first rows of a list over several organs: the first of each organ, and of these the first.

A database sorts all rows of several organs before it gives the first; those of one organ lie in their order already,
where an index has it. So a long list is asked of each organ, by one statement (`OfEach`), and merged here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, TypeGuard, TypeVar

from django.db.models import QuerySet

from yifa.interfaces.office.known_lists import ask, ask_each, part
from yifa.record.scope import Scope, current

Row = TypeVar("Row", bound=tuple[Any, ...])
Rows = Callable[..., QuerySet[Any, Row]]
"""Begins an ordered query of some values anew, within the scope that holds."""
LEAST, SPREAD = 4, 3
"""So many rows of each organ are looked at first, at least; and so many times those that each would have."""


def first_rows(
    rows: Rows[Row],
    many: int,
    order: Callable[[Row], Any],
    *values: date | int,
    organ: int | None = None,
    key: Hashable | None = None,
) -> list[Row]:
    """So many rows of what a query finds within the scope, in its order.

    `rows`: of cases or of what has `organ` and `case`; its rows are tuples that tell the organ last. `order`: by what
    they are sorted, the least first; `organ`: the only one of which rows are asked for; `key`: by what the query is
    known again (`known_lists`).
    """
    scope = current()
    if not is_narrow(scope):
        return ask(part(key, "of all"), lambda *of: rows(*of)[:many], *values)
    if organ is not None:
        return ask(part(key, "of one"), lambda one, *of: rows(*of).filter(organ=one)[:many], organ, *values)
    organs = sorted(scope.organs)
    found = _of_each(rows, organs, many, order, values, key)
    if opened := sorted(scope.cases | scope.whole):  # of other organs
        begun = rows(*values)
        one_of = {f"{begun.model.case_path}__in": opened}
        found += begun.filter(**one_of).exclude(organ__in=organs)[:many]
    return sorted(found, key=order)[:many]


def is_narrow(scope: Scope | None) -> TypeGuard[Scope]:
    """Whether a scope is one of some organs."""
    return scope is not None and not scope.is_everything


def _of_each(
    rows: Rows[Row],
    organs: Sequence[int],
    many: int,
    order: Callable[[Row], Any],
    values: Sequence[date | int],
    key: Hashable | None,
) -> list[Row]:
    """The rows of each organ that may be among the first so many: some of each, then all of those that need it."""
    some = min(many, max(LEAST, SPREAD * many // max(len(organs), 1)))

    def asked(which: Sequence[int], most: int) -> list[Row]:
        of_each = part(key, f"{most} of each")
        return ask_each(of_each, lambda organ, *of: rows(*of).filter(organ=organ)[:most], which, *values)

    found = asked(organs, some)
    least = sorted(map(order, found))[:many]
    by_organ: dict[int, list[Row]] = defaultdict(list)
    for row in found:
        by_organ[row[-1]].append(row)
    cut_off = {organ: of for organ, of in by_organ.items() if len(of) == some < many}
    more = [organ for organ, of in cut_off.items() if len(least) < many or order(of[-1]) <= least[-1]]
    return [row for row in found if row[-1] not in more] + asked(more, many) if more else found
