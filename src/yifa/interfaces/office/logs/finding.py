"""Which entries of the chains a log is asked for, the newest first: the record is looked through from its end.

Who acted stands in the text of an entry, for which there is no index; so entries are looked at one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet

from yifa.interfaces.office.last_entries import newest_first
from yifa.interfaces.office.logs.asking import AskedOfLog
from yifa.interfaces.office.logs.between import first_since
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import EntryRow, KeptValue, sought_by
from yifa.record.organs.models import Officer, Organ

AT_FIRST, AT_ONCE, LOOKED_AT = 60, 500, 3_000
"""So many entries are fetched at first, then at once; so many are looked at together for who acted."""
_BY = re.compile(r'"by":"(officer[0-9]+|nobody)[" ]')


def entries(asked: AskedOfLog, organs: Iterable[int], before: int | None = None) -> Iterator[EntryRow]:
    """The entries that are asked for, of the chains of these organs, the newest first; `before`: only older ones."""
    rows, at_once = _rows(asked, organs), AT_FIRST
    if asked.who:
        yield from _of(_called(asked.who), rows, before)
        return
    while True:
        some = list(_before(rows, before)[:at_once])
        yield from some
        if len(some) < at_once:
            return
        before, at_once = some[-1].id, AT_ONCE


def _of(by: set[str], rows: QuerySet[EntryRow], before: int | None) -> Iterator[EntryRow]:
    """Those in which some people acted."""
    while True:
        texts = list(_before(rows, before).values_list("id", "text")[:LOOKED_AT])
        wanted = [id_ for id_, text in texts if (found := _BY.search(text)) is not None and found[1] in by]
        yield from EntryRow.objects.filter(id__in=wanted).order_by("-id")
        if len(texts) < LOOKED_AT:
            return
        before = texts[-1][0]


def _before(rows: QuerySet[EntryRow], before: int | None) -> QuerySet[EntryRow]:
    return rows if before is None else rows.filter(id__lt=before)


def many_entries(asked: AskedOfLog, organs: Iterable[int]) -> int:
    """How many there are."""
    return sum(1 for _ in entries(asked, organs)) if asked.who else _rows(asked, organs).count()


def _rows(asked: AskedOfLog, organs: Iterable[int]) -> QuerySet[EntryRow]:
    """The entries of these days and chains, whoever acted, the newest first."""
    chosen = {int(asked.organ)} & set(organs) if asked.organ else set(organs)
    codes = list(Organ.objects.filter(id__in=chosen).values_list("code", flat=True))
    rows: QuerySet[Any] = EntryRow.objects.filter(id__gte=first_since(asked.begins))
    if asked.ends is not None:
        rows = rows.filter(id__lt=first_since(asked.ends))
    if asked.verb:
        rows = rows.filter(text__contains=f'"act":{canonical(asked.verb)}')
    return newest_first(rows, codes)


def _called(said: str) -> set[str]:
    """As whom those acted, as entries have it, who are called so."""
    return {f"officer{one}" for one in officers_called(said)}


def officers_called(said: str) -> list[int]:
    """The officers one may look at who have this number, whole name or account."""
    named = KeptValue.objects.filter(sought_by=sought_by(canonical(said))).values("commitment")
    asked = Q(number=said) | Q(name__in=named) | Q(account__username=said.lower())
    return list(Officer.objects.filter(asked).values_list("id", flat=True))
