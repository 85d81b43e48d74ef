"""The last entries of some chains: read from the end of the record, whichever chain each is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Concat

from yifa.record.chain.models import EntryRow

AT_ONCE = 100


def newest_first(rows: QuerySet[EntryRow], codes: Sequence[str]) -> QuerySet[EntryRow]:
    """The entries of some chains among others, the newest first.

    Those of one chain lie in their order; those of several are not looked for chain by chain, of each of which all
    would be sorted, but along the record.
    """
    if len(codes) == 1:
        return rows.filter(organ=codes[0]).order_by("-number")
    along: QuerySet[Any] = rows.annotate(of=Concat("organ", Value("")))
    return along.filter(of__in=codes).order_by("-id")


def last_texts(codes: Sequence[str], most: int) -> Iterator[str]:
    """The texts of the last entries of some chains, the newest first; so many at the most."""
    rows, read = newest_first(EntryRow.objects.all(), codes).values_list("id", "text"), 0
    while read < most:
        some = list(rows[:AT_ONCE])
        yield from (text for _, text in some)
        if len(some) < AT_ONCE:
            return
        read, rows = read + len(some), rows.filter(id__lt=some[-1][0])
