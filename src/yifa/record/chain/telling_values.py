"""Compares the values kept apart with what the chain committed to: one that was changed shows, and one that is gone.

A value may be gone where an act of the chain erased it, and for no other reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from django.db.models import Exists, OuterRef

from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.chain.commitments import opens_text
from yifa.record.chain.faults import RowFault, RowFaultKind
from yifa.record.chain.models import EntryRow, KeptValue, sought_by

ERASED = "values-erased"
"""The act that erases values; its entry names the commitments."""
_AT_ONCE = 5_000


def value_faults(models: Sequence[type[Chained]]) -> Iterator[RowFault]:
    """What is wrong with the values kept apart, and with those that rows of some tables commit to."""
    kept = KeptValue.objects.order_by("id").values_list("id", "commitment", "value", "salt", "sought_by")
    for id_, commitment, text, salt, sought in kept.iterator(chunk_size=_AT_ONCE):
        if not opens_text(commitment, text, salt) or sought != sought_by(text):
            yield RowFault(RowFaultKind.VALUE_CHANGED, KeptValue._meta.db_table, id_)
    gone = list(_without_value(models))
    erased = _erased() if gone else set()
    for table, id_, commitment in gone:
        if commitment not in erased:
            yield RowFault(RowFaultKind.VALUE_GONE, table, id_)


def _without_value(models: Sequence[type[Chained]]) -> Iterator[tuple[str, int, str]]:
    """Rows that commit to a value that is not kept: table, number, commitment."""
    for model in models:
        for name in (one.attname for one in model._meta.concrete_fields if isinstance(one, PersonalField)):
            kept = Exists(KeptValue.objects.filter(commitment=OuterRef(name)))
            rows = model._base_manager.exclude(**{name: ""}).filter(~kept).order_by("id").values_list("id", name)
            yield from ((model._meta.db_table, id_, held) for id_, held in rows.iterator(chunk_size=_AT_ONCE))


def _erased() -> set[str]:
    """The commitments whose values acts of the chain erased."""
    told = EntryRow.objects.filter(text__contains=f'"act":"{ERASED}"').values_list("text", flat=True)
    found: set[str] = set()
    for text in told.iterator(chunk_size=_AT_ONCE):
        try:
            what = json.loads(text)["what"]
        except (ValueError, KeyError):  # changed: the chain tells it
            continue
        if what.get("act") == ERASED:
            found.update(what["commitments"])
    return found
