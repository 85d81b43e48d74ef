"""Rows written many at once, without a model instance for each: an import writes some twenty rows for every case.

A row is a dictionary by the names of columns (`case_id`, `fields` …), with the values a model would have; what is left
out has the default of its field. It comes to the same row in the table, and the same image in the chain, as an
instance (`instances`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from django.db import connection, models

from yifa.record.chain.canonical import canonical, is_canonical_text, quoted
from yifa.record.chain.chained import PersonalField
from yifa.record.chain.known_statements import copy_in, known_cursor

PlainRow = dict[str, Any]
"""A row by the names of its columns; `id` is put in when it is written."""


class Ready(str):
    """A value of a JSON column that is canonical text already, made of nothing that has none."""


class Column(NamedTuple):
    """A column: how a value stands in an image, and how it is stored (None: as it is; "image": as in the image)."""

    name: str
    key: str
    image: Callable[[Any], str]
    stored: Callable[[Any], Any] | Literal["image"] | None
    default: Any


def write_plain(model: type[models.Model], rows: Sequence[PlainRow], told: bool = True) -> list[str]:
    """Put rows into their table, give each its `id`, and hand back how the chain tells of each.

    Not `told`, they get neither. All of them have the same columns; personal values are committed to before.
    """
    if not rows:
        return []
    columns = image_columns(model, connection.vendor)
    if told:
        for row, id_ in zip(rows, _ids(model, len(rows)), strict=True):
            row["id"] = id_
    else:
        columns = tuple(one for one in columns if one.name != "id")
    made = [_made(one, rows, told=told) for one in columns]
    _insert(model, columns, [stored for _, stored in made])
    return _told(model, columns, [images for images, _ in made]) if told else []


def told_rows(model: type[models.Model], rows: Sequence[Sequence[Any]]) -> list[str]:
    """How the chain tells of rows of a table, each with the values of all columns in their order."""
    columns = image_columns(model, connection.vendor)
    values: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) if rows else []
    images = [
        [None if value is None else one.image(value) for value in column]
        for one, column in zip(columns, values, strict=False)
    ]
    return [_in_one_way(text) for text in _told(model, columns, images)] if rows else []


def _in_one_way(text: str) -> str:
    return text if is_canonical_text(text) else canonical(json.loads(text))


def _made(column: Column, rows: Sequence[PlainRow], *, told: bool) -> tuple[list[Any], list[Any]]:
    """A column of many rows: as the images have it, and as it is stored."""
    name, given = column.name, column.name in rows[0]
    values = [row[name] for row in rows] if given else [column.default]
    images: list[Any] = values
    if told or column.stored == "image":
        image = column.image
        images = [None if value is None else image(value) for value in values]
    stored = values
    if callable(column.stored):
        way = column.stored
        stored = [None if value is None else way(value) for value in values]
    elif column.stored is not None:
        stored = images
    return (images, stored) if given else (images * len(rows), stored * len(rows))


def _told(model: type[models.Model], columns: Sequence[Column], images: Sequence[Sequence[str | None]]) -> list[str]:
    """What the chain tells of each row: canonical text, its columns in the order of their names."""
    order = sorted(range(len(columns)), key=lambda place: columns[place].name)
    texts = [[None if image is None else columns[place].key + image for image in images[place]] for place in order]
    end = f'}},"table":{quoted(model._meta.db_table)}}}'
    return ['{"row":{' + ",".join(filter(None, row)) + end for row in zip(*texts, strict=True)]


def _insert(model: type[models.Model], columns: Sequence[Column], stored: Sequence[list[Any]]) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    names = ", ".join(connection.ops.quote_name(one.name) for one in columns)
    if connection.vendor == "postgresql":
        lines = "\n".join(map("\t".join, zip(*map(_copied, stored), strict=True)))
        copy_in(f"COPY {table} ({names}) FROM STDIN", f"{lines}\n".encode())
        return
    with connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(zip(*stored, strict=True)))


def _copied(texts: Sequence[str | None]) -> Sequence[str]:
    """A column as COPY reads it. Hardly any has signs that mean something to it, so the whole is looked at first."""
    whole = "".join(text for text in texts if text) if None in texts else "".join(texts)  # type: ignore[arg-type]
    means_something = any(sign in whole for sign in _MEANINGS)
    if not means_something and None not in texts:
        return texts  # type: ignore[return-value]
    told = _literal if means_something else str
    return [_NOTHING if text is None else told(text) for text in texts]


def _literal(text: str) -> str:
    """A text with the signs that mean something to COPY written as it wants them."""
    for sign, written in _MEANINGS.items():
        text = text.replace(sign, written)
    return text


_MEANINGS = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
"""The signs that mean something to COPY, the one that stands before others first."""
_NOTHING = r"\N"


def _ids(model: type[models.Model], many: int) -> Sequence[int]:
    """The numbers of the next rows of a table; nobody else gets them."""
    if connection.vendor == "postgresql":
        with known_cursor(binary=True) as cursor:
            cursor.execute("SELECT nextval(%s::regclass) FROM generate_series(1, %s)", [sequence_of(model), many])
            return [row[0] for row in cursor.fetchall()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        found = cursor.fetchone()
    last = found[0] if found else 0
    return range(last + 1, last + 1 + many)


@cache
def sequence_of(model: type[models.Model]) -> str:
    """What gives rows of a table their numbers on PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [connection.ops.quote_name(model._meta.db_table)])
        return str(cursor.fetchone()[0])


@cache
def image_columns(model: type[models.Model], vendor: str) -> tuple[Column, ...]:
    """The columns of a table in their order."""
    return tuple(_column(field, vendor) for field in model._meta.concrete_fields)


def _column(field: Any, vendor: str) -> Column:
    name = field.column
    image, stored = _ways(field, vendor)
    default = field.get_default() if field.has_default() else None if field.null or field.primary_key else ""
    return Column(name, f"{quoted(name)}:", image, stored, default)


def _ways(field: Any, vendor: str) -> tuple[Callable[[Any], str], Callable[[Any], Any] | Literal["image"] | None]:
    """How a value is told, and how it is stored: on SQLite as a value, on PostgreSQL as a text."""
    sqlite = vendor == "sqlite"
    match field:
        case PersonalField():
            return (lambda value: f'{{"commitment":{quoted(value)}}}' if value else '""'), None
        case models.JSONField():
            return _plain, "image"
        case models.DateTimeField():
            return _moment, (_moment_of_sqlite if sqlite else _moment_of_postgresql)
        case models.DateField():
            return (lambda value: f'"{value.isoformat()}"'), date.isoformat
        case models.BooleanField():
            return (lambda value: '"yes"' if value else '"no"'), (None if sqlite else _yes_no_of_postgresql)
        case models.CharField() | models.TextField():
            return quoted, str
    return str, (None if sqlite else "image")


def _plain(value: Any) -> str:
    return value if isinstance(value, Ready) else canonical(value)


@lru_cache(maxsize=64)
def _moment(value: datetime) -> str:
    return f'"{value.astimezone(UTC).isoformat()}"'


@lru_cache(maxsize=64)
def _moment_of_sqlite(value: datetime) -> str:
    return str(connection.ops.adapt_datetimefield_value(value))


@lru_cache(maxsize=64)
def _moment_of_postgresql(value: datetime) -> str:
    return value.isoformat()


def _yes_no_of_postgresql(value: bool) -> str:
    return "t" if value else "f"
