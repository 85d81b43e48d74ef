"""Compares the values kept apart with what the chain committed to: one that was changed shows, and one that is gone.

A value may be gone where an act of the chain erased it, and for no other reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from django.db import connection
from django.db.models import Exists, OuterRef

from yifa.record.chain.as_stored import entry_texts, stored, stored_by_id
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.chain.commitments import opens_text
from yifa.record.chain.faults import RowFault, RowFaultKind
from yifa.record.chain.models import KeptValue, sought_by

ERASED = "values-erased"
"""The act that erases values; its entry names the commitments."""
_AT_ONCE = 5_000


def value_faults(models: Sequence[type[Chained]]) -> Iterator[RowFault]:
    """What is wrong with the values kept apart, and with those that rows of some tables commit to."""
    for id_, *kept in stored_by_id("chain_value", {"commitment": str, "value": str, "salt": str, "sought_by": str}):
        commitment, text, salt, sought = kept
        if None in kept or not opens_text(commitment, text, salt) or sought != sought_by(text):
            yield RowFault(RowFaultKind.VALUE_CHANGED, KeptValue._meta.db_table, id_)
    gone = list(_without_value(models))
    erased = _erased() if gone else set()
    for table, id_, commitment in gone:
        if commitment not in erased:
            yield RowFault(RowFaultKind.VALUE_GONE, table, id_)


def _without_value(models: Sequence[type[Chained]]) -> Iterator[tuple[str, int, str | None]]:
    """Rows that commit to a value that is not kept: table, number, commitment (None where it is none)."""
    for model in models:
        for name in (one.attname for one in model._meta.concrete_fields if isinstance(one, PersonalField)):
            kept = Exists(KeptValue.objects.filter(commitment=OuterRef(name)))
            rows = model._base_manager.exclude(**{name: ""}).filter(~kept).order_by("id")
            ids = list(rows.values_list("id", flat=True))
            for at in range(0, len(ids), _AT_ONCE):
                which = f"WHERE id IN ({', '.join(map(str, ids[at : at + _AT_ONCE]))}) ORDER BY id"
                for id_, held in stored(model._meta.db_table, {"id": int, connection.ops.quote_name(name): str}, which):
                    yield model._meta.db_table, id_, held


def _erased() -> set[str]:
    """The commitments whose values acts of the chain erased."""
    found: set[str] = set()
    for text in entry_texts(f'"act":"{ERASED}"'):
        try:
            what = json.loads(text)["what"]
            if what["act"] == ERASED:
                found.update(map(str, what["commitments"]))
        except (ValueError, KeyError, TypeError, RecursionError):  # changed: the chain tells it
            continue
    return found
