"""Compares the rows of the record with what the chain tells of them: whatever was changed beside the verbs shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKey,
    IntegerField,
    JSONField,
    TextField,
)
from django.db.models.functions import Cast

from yifa.record.chain.as_stored import entry_texts, stored
from yifa.record.chain.canonical import canonical
from yifa.record.chain.chained import Chained
from yifa.record.chain.digests import digest
from yifa.record.chain.faults import RowFault, RowFaultKind
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
        for id_, text in _told(model):
            held = expected.pop(id_, None)
            if held is None:
                yield RowFault(RowFaultKind.UNTOLD, table, id_)
            elif text is None or held[1] != digest(text.encode()):
                yield RowFault(RowFaultKind.CHANGED, table, id_)
        yield from (RowFault(RowFaultKind.MISSING, table, id_) for id_ in sorted(expected))
    yield from value_faults(models)


def _told(model: type[Chained]) -> Iterator[tuple[int, str | None]]:
    """Every row of a table as the chain would tell of it; None where a value in it is none that the column can hold."""
    after = -(2**63)
    while ids := list(model._base_manager.filter(id__gt=after).order_by("id").values_list("id", flat=True)[:_AT_ONCE]):
        strange = set(_of_another_kind(model, after, ids[-1]))
        try:
            told = told_rows(model, _rows(model, after, ids[-1]))
            yield from ((id_, None if id_ in strange else text) for id_, text in zip(ids, told, strict=True))
        except _STRANGE:
            yield from ((id_, None if id_ in strange else _told_alone(model, id_)) for id_ in ids)
        after = ids[-1]


_STRANGE = (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, DatabaseError)
"""What comes of reading what a column cannot hold."""


def _of_another_kind(model: type[Chained], after: int, upto: int) -> list[int]:
    """Rows of which a column holds what it is not for, also where Django reads nothing or the same out of it.

    PostgreSQL refuses such values by itself.
    """
    if connection.vendor != "sqlite":
        return []
    wrong = " OR ".join(filter(None, map(_is_of_another_kind, model._meta.concrete_fields)))
    which = f"WHERE id > %s AND id <= %s AND ({wrong})"
    return [id_ for (id_,) in stored(model._meta.db_table, {"id": int}, which, [after, upto])]


def _is_of_another_kind(field: Any) -> str:
    """The condition of that in SQLite's words; empty for kinds that no table of the record has."""
    name = connection.ops.quote_name(field.column)
    match field.target_field if isinstance(field, ForeignKey) else field:
        case DateTimeField():
            return f"typeof({name}) NOT IN ('text', 'null') OR (datetime({name}) IS NULL AND {name} IS NOT NULL)"
        case DateField():
            return f"typeof({name}) NOT IN ('text', 'null') OR {name} IS NOT date({name})"
        case BooleanField():
            return f"{name} NOT IN (0, 1)"
        case IntegerField():
            return f"typeof({name}) NOT IN ('integer', 'null')"
        case CharField() | TextField() | JSONField():
            return f"typeof({name}) NOT IN ('text', 'null')"
    return ""


def _told_alone(model: type[Chained], id_: int) -> str | None:
    try:
        [text] = told_rows(model, _rows(model, id_ - 1, id_))
    except _STRANGE:
        return None
    return text


def _rows(model: type[Chained], after: int, upto: int) -> list[list[Any]]:
    """Some rows of a table, values in the order of its columns; what is no JSON any more counts as a text."""
    fields = model._meta.concrete_fields
    json_ = {place: f"text_{field.attname}" for place, field in enumerate(fields) if isinstance(field, JSONField)}
    names = [json_.get(place, field.attname) for place, field in enumerate(fields)]
    texts = {name: Cast(fields[place].attname, TextField()) for place, name in json_.items()}
    rows = model._base_manager.annotate(**texts).filter(id__gt=after, id__lte=upto).order_by("id").values_list(*names)
    found = [list(row) for row in rows]
    for values in found:
        for place in json_:
            values[place] = _ready(values[place])
    return found


def _ready(text: str | None) -> Ready | None:
    if text is None:
        return None
    try:
        return Ready(canonical(json.loads(text)))
    except (ValueError, RecursionError):
        return Ready(canonical(text))


def _last_images(tables: set[str]) -> dict[str, dict[int, tuple[int, bytes]]]:
    """By table and row: the version and digest of the last image that the chain tells."""
    found: dict[str, dict[int, tuple[int, bytes]]] = {table: {} for table in tables}
    for text in entry_texts():
        try:
            images = [(str(one["table"]), *_which(one["row"]), told) for one, told in _images(text)]
        except (ValueError, LookupError, TypeError, RecursionError):  # changed: the chain tells it
            continue
        for table, id_, version, told in images:
            held = found.get(table)
            if held is not None and (id_ not in held or held[id_][0] < version):
                held[id_] = version, digest(told.encode())
    return found


def _which(row: Any) -> tuple[int, int]:
    """Number and version of a row that an entry tells of. Raises `TypeError` where it tells of none."""
    id_, version = row["id"], row["version"]
    if type(id_) is not int or type(version) is not int:
        raise TypeError("a row without a number")
    return id_, version


def _images(text: str) -> Iterator[tuple[Any, str]]:
    """The rows that an entry tells of, each with its own stretch of the text, which is canonical as the whole is."""
    at = text.find(_ROWS) + len(_ROWS)
    while at >= len(_ROWS) and text[at] == "{":
        image, end = _DECODER.raw_decode(text, at)
        yield image, text[at:end]
        at = end + 1 if text[end] == "," else end
