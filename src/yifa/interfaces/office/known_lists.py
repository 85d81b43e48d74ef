"""Queries of lists that are asked for again and again, put together once for what is asked, by whom, on which day.

What is asked stands in the address; so the same list is the same query, with other days or numbers each time. The scope
is asked anew: a query is put together within each (`Remembered`), and never what was answered is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yifa.record.scope import OfEach, OfMany, Remembered

KEPT = 1_000
Query = Callable[..., QuerySet[Any, Any]]
_known: OrderedDict[Hashable, Remembered[Any]] = OrderedDict()
_of_many: OrderedDict[Hashable, OfMany[Any]] = OrderedDict()
_of_each: OrderedDict[Hashable, OfEach[Any]] = OrderedDict()


def ask(key: Hashable | None, query: Query, *values: date | int) -> list[Any]:
    """The rows that a query of some values finds. `key`: by what it is known again; None: by nothing.

    What is known again must hang on the key and on the values alone, and begin with the managers each time.
    """
    if key is None:
        return list(query(*values))
    try:
        known = _known[key]
        _known.move_to_end(key)
    except KeyError:
        known = _known[key] = Remembered(query, *(type(one) for one in values))
        while len(_known) > KEPT:
            _known.popitem(last=False)
    return known(*values)


def ask_many(key: Hashable | None, query: Callable[[Any], QuerySet[Any, Any]], several: Collection[int]) -> list[Any]:
    """The same of a query of several numbers."""
    if key is None:
        return list(query(list(several)))
    known = _of_many.get(key)
    if known is None:
        known = _of_many[key] = OfMany(query, int)
        while len(_of_many) > KEPT:
            _of_many.popitem(last=False)
    return known(several)


def ask_each(
    key: Hashable | None, query: Query, organs: Collection[int], *values: date | int, most: int | None = None
) -> list[Any]:
    """The same of a query of the number of an organ, and of values, asked of several organs at once (`OfEach`).

    `most`: so many rows of all together, of whichever organs.
    """
    kinds = [type(one) for one in values]
    if key is None:
        return OfEach(query, *kinds)(organs, *values, most=most)
    known = _of_each.get(key)
    if known is None:
        known = _of_each[key] = OfEach(query, *kinds)
        while len(_of_each) > KEPT:
            _of_each.popitem(last=False)
    return known(organs, *values, most=most)


def part(key: Hashable | None, name: str) -> Hashable | None:
    """By what one of several queries of a list is known again."""
    return None if key is None else (key, name)
