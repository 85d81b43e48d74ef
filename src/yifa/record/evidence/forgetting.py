"""Files that go with a party that is forgotten, and those that were told to be destroyed and are there yet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from yifa.record.cases.forgetting import Forgotten
from yifa.record.chain.writing import Writing
from yifa.record.evidence.models import Item
from yifa.record.evidence.queries import store


def forget_files(of: Forgotten, writing: Writing) -> None:
    """Destroy the files of the cases a party took part in; one that another case has too stays for that one."""
    digests = set()
    for item in Item.objects.filter(case__in=of.cases, destroyed_on__isnull=True).order_by("id"):
        writing.change(item, destroyed_on=of.on)
        digests.add(item.digest)
    transaction.on_commit(partial(_destroy, digests - _kept(digests)))


def destroy_what_is_left() -> int:
    """Take away the files of which every row says that they were destroyed, and that a power cut left; how many.

    In the scope of everything.
    """
    gone = set(Item.objects.filter(destroyed_on__isnull=False).values_list("digest", flat=True))
    left = (gone - _kept(gone)).intersection(store().digests()) if gone else set()
    _destroy(left)
    return len(left)


def _kept(digests: Iterable[str]) -> set[str]:
    """Those of some files that a row still has, of whichever organ."""
    held: QuerySet[Item] = QuerySet(Item).filter(digest__in=sorted(digests), destroyed_on__isnull=True)
    return set(held.values_list("digest", flat=True))


def _destroy(digests: Iterable[str]) -> None:
    for digest in sorted(digests):
        store().destroy(digest)
