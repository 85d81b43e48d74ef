"""Queries of many numbers or texts, put together once for each scope: `id__in=[…]` with as many places as are filled.

    _NAMES = OfMany(lambda ids, on: OrganName.objects.filter(organ__in=ids, first__lte=on), int, date)
    _NAMES([3, 5, 8], today)

There are queries of a few sizes. Where fewer are asked for than a query has places, the first stands in the others too,
so that what is found is the same. The numbers are what rows are found by: SQLite, which keeps no statistics, would go
over all rows of the organs of the scope instead, where these are fewer than the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from yifa.record.chain.known_statements import held
from yifa.record.scope.managers import MARK
from yifa.record.scope.remembered import Ready, Remembered

SIZES = (1, 8, 60, 120)
"""Places of a query; of more, one part is asked after the other."""
Found = TypeVar("Found")


class OfMany(Generic[Found]):
    """A query of several of a kind (`int` or `str`), and of further values of these kinds.

    Rows come in the order of the query; of more than a query has places, those of one part behind those of the other.
    """

    def __init__(self, asked: Callable[..., QuerySet[Any, Found]], kind: type, *kinds: type) -> None:
        self._sizes = {size: _ByNumber(_of(asked, size), *(kind,) * size, *kinds) for size in SIZES}

    def __call__(self, several: Collection[Any], *values: int | str | date) -> list[Found]:
        """All rows of these, within the scope that holds. Raises `Unscoped` where the query does."""
        found: list[Found] = []
        for some in _parts(sorted(set(several))):
            size = next(one for one in SIZES if one >= len(some))
            filled = [*some, *[some[0]] * (size - len(some))]
            found += self._sizes[size](*filled, *values)
        return found


class _ByNumber(Remembered[Found]):
    """A query whose rows are found by its numbers, and only then looked at whether they lie in the scope."""

    def _put_together(self) -> Ready | None:
        ready = super()._put_together()
        if ready is None or held().vendor != "sqlite":
            return ready
        return ready._replace(sql=_ORGANS.sub(r"+\1", ready.sql))


_ORGANS = re.compile(rf'("\w+"\."organ_id" IN \([%s, ]+\) {re.escape(MARK)})')
"""The organs of the scope; with a sign before it a column is entered by no index on SQLite."""


def _of(asked: Callable[..., QuerySet[Any, Found]], size: int) -> Callable[..., QuerySet[Any, Found]]:
    return lambda *values: asked(list(values[:size]), *values[size:])


def _parts(several: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(several), SIZES[-1]):
        yield several[start : start + SIZES[-1]]
