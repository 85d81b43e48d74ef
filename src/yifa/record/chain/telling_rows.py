"""Compares the rows of the record with what the chain tells of them: whatever was changed beside the verbs shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yifa.record.chain.canonical import canonical
from yifa.record.chain.chained import Chained
from yifa.record.chain.digests import digest
from yifa.record.chain.models import EntryRow


class RowFaultKind(StrEnum):
    """What is wrong with a row."""

    CHANGED = "row-changed"
    """It does not say what the chain tells of its last version."""
    MISSING = "row-missing"
    """The chain tells of it, and it is not there."""
    UNTOLD = "row-untold"
    """It is there, and the chain does not tell of it."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """One row that is not what the chain tells."""

    kind: RowFaultKind
    table: str
    id: int


def row_faults(models: Sequence[type[Chained]]) -> Iterator[RowFault]:
    """Compare all rows of some tables with the last image of each in the chain."""
    told = _last_images({model._meta.db_table for model in models})
    for model in models:
        table = model._meta.db_table
        expected = told.get(table, {})
        rows = model._base_manager.order_by("id")
        for row in rows.iterator(chunk_size=5_000):
            held = expected.pop(row.id, None)
            if held is None:
                yield RowFault(RowFaultKind.UNTOLD, table, row.id)
            elif held[1] != _digest(row.image()):
                yield RowFault(RowFaultKind.CHANGED, table, row.id)
        yield from (RowFault(RowFaultKind.MISSING, table, id_) for id_ in sorted(expected))


def _last_images(tables: set[str]) -> dict[str, dict[int, tuple[int, bytes]]]:
    """By table and row: the version and digest of the last image that the chain tells."""
    found: dict[str, dict[int, tuple[int, bytes]]] = {table: {} for table in tables}
    for text in EntryRow.objects.order_by("id").values_list("text", flat=True).iterator(chunk_size=5_000):
        for told in json.loads(text)["what"].get("rows", ()):
            if told["table"] in found:
                row, held = told["row"], found[told["table"]]
                if row["id"] not in held or held[row["id"]][0] < row["version"]:
                    held[row["id"]] = row["version"], _digest(row)
    return found


def _digest(image: object) -> bytes:
    return digest(canonical(image).encode())  # type: ignore[arg-type]
