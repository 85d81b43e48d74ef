"""Compares the rows of the record with what the chain tells of them: whatever was changed beside the verbs shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import JSONField, TextField
from django.db.models.functions import Cast

from yifa.record.chain.canonical import canonical
from yifa.record.chain.chained import Chained
from yifa.record.chain.digests import digest
from yifa.record.chain.faults import RowFault, RowFaultKind
from yifa.record.chain.models import EntryRow
from yifa.record.chain.plain_rows import Ready, told_rows
from yifa.record.chain.telling_values import value_faults

_AT_ONCE = 5_000
_ROWS = '"rows":['
"""How the rows of an entry begin: nothing before them is an object, so this stands nowhere else before."""
_DECODER = json.JSONDecoder()


def row_faults(models: Sequence[type[Chained]]) -> Iterator[RowFault]:
    """Compare all rows of some tables with the last image of each in the chain, and the values kept apart."""
    told = _last_images({model._meta.db_table for model in models})
    for model in models:
        table = model._meta.db_table
        expected = told.get(table, {})
        rows, place = _rows(model), [field.attname for field in model._meta.concrete_fields].index("id")
        while some := list(islice(rows, _AT_ONCE)):
            for row, text in zip(some, told_rows(model, some), strict=True):
                held = expected.pop(row[place], None)
                if held is None:
                    yield RowFault(RowFaultKind.UNTOLD, table, row[place])
                elif held[1] != digest(text.encode()):
                    yield RowFault(RowFaultKind.CHANGED, table, row[place])
        yield from (RowFault(RowFaultKind.MISSING, table, id_) for id_ in sorted(expected))
    yield from value_faults(models)


def _rows(model: type[Chained]) -> Iterator[list[Any]]:
    """The rows of a table, values in the order of its columns; what is no JSON any more counts as a text."""
    fields = model._meta.concrete_fields
    json_ = {place: f"text_{field.attname}" for place, field in enumerate(fields) if isinstance(field, JSONField)}
    names = [json_.get(place, field.attname) for place, field in enumerate(fields)]
    texts = {name: Cast(fields[place].attname, TextField()) for place, name in json_.items()}
    rows = model._base_manager.annotate(**texts).order_by("id").values_list(*names)
    for row in rows.iterator(chunk_size=_AT_ONCE):
        values = list(row)
        for place in json_:
            values[place] = _ready(values[place])
        yield values


def _ready(text: str | None) -> Ready | None:
    if text is None:
        return None
    try:
        return Ready(canonical(json.loads(text)))
    except ValueError:
        return Ready(canonical(text))


def _last_images(tables: set[str]) -> dict[str, dict[int, tuple[int, bytes]]]:
    """By table and row: the version and digest of the last image that the chain tells."""
    found: dict[str, dict[int, tuple[int, bytes]]] = {table: {} for table in tables}
    for text in EntryRow.objects.order_by("id").values_list("text", flat=True).iterator(chunk_size=5_000):
        try:
            images = list(_images(text))
        except (ValueError, IndexError):  # changed: the chain tells it
            continue
        for image, told in images:
            held = found.get(image["table"])
            if held is not None:
                row = image["row"]
                if row["id"] not in held or held[row["id"]][0] < row["version"]:
                    held[row["id"]] = row["version"], digest(told.encode())
    return found


def _images(text: str) -> Iterator[tuple[Any, str]]:
    """The rows that an entry tells of, each with its own stretch of the text, which is canonical as the whole is."""
    at = text.find(_ROWS) + len(_ROWS)
    while at >= len(_ROWS) and text[at] == "{":
        image, end = _DECODER.raw_decode(text, at)
        yield image, text[at:end]
        at = end + 1 if text[end] == "," else end
