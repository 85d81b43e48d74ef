"""Instances of models, one by one: put into their table, and told as the chain tells of them.

The same row as Django puts in and the same image as `plain_rows` gives, with what does not change from row to row
worked out once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db import connection, models

from yifa.record.chain.canonical import quoted
from yifa.record.chain.chained import Chained
from yifa.record.chain.known_statements import held, known_cursor
from yifa.record.chain.plain_rows import image_columns


def write_instance(row: Chained) -> None:
    """Put a new row into its table and give it its `id`. Raises `Unscoped` as its manager does."""
    django, values = held(), values_to_write(row)
    with known_cursor() as cursor:
        cursor.execute(_statement(type(row), django.vendor), values)
        row.id = cursor.fetchone()[0] if django.vendor == "postgresql" else cursor.lastrowid
    row._state.adding, row._state.db = False, django.alias


def values_to_write(row: Chained) -> list[Any]:
    """The values of all columns but `id`, as the database takes them. Raises `Unscoped` as its manager does."""
    model, django = type(row), held()
    scoped = getattr(model._base_manager, "scope", None)
    if scoped is not None:
        scoped()
    row._prepare_related_fields_for_save(operation_name="insert")  # type: ignore[attr-defined]  # as Django does
    return [field.get_db_prep_save(field.pre_save(row, True), django) for field in _fields(model)]


def names_of(model: type[Chained]) -> str:
    """A table with its columns as an INSERT names them, `id` first."""
    quote = connection.ops.quote_name
    return f"{quote(model._meta.db_table)} (id, {', '.join(quote(str(one.column)) for one in _fields(model))})"


def column_types(model: type[Chained]) -> list[str]:
    """The types of all columns but `id`, as PostgreSQL calls them."""
    plain = [one.target_field if isinstance(one, models.ForeignKey) else one for one in _fields(model)]
    kinds = [str(one.db_type(connection)).partition("(")[0] for one in plain]
    return [{"serial": "integer", "bigserial": "bigint"}.get(kind, kind) for kind in kinds]


@cache
def _fields(model: type[Chained]) -> tuple[models.Field[Any, Any], ...]:
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)


@cache
def _statement(model: type[Chained], vendor: str) -> str:
    """How a row is put in."""
    fields, quote = _fields(model), connection.ops.quote_name
    names, marks = ", ".join(quote(str(field.column)) for field in fields), ", ".join("%s" for _ in fields)
    back = " RETURNING id" if vendor == "postgresql" else ""
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks}){back}"  # noqa: S608 - names


def told_instance(row: Chained) -> str:
    """How the chain tells of a row, as it is now."""
    columns, end = _columns(type(row), held().vendor)
    told = [key + image(value) for name, key, image in columns if (value := getattr(row, name)) is not None]
    return f'{{"row":{{{",".join(told)}{end}'


@cache
def _columns(model: type[Chained], vendor: str) -> tuple[tuple[tuple[str, str, Callable[[Any], str]], ...], str]:
    """The columns in the order of their names: name in an instance, key, and how a value is told; and what follows."""
    names = {str(field.column): str(field.attname) for field in model._meta.concrete_fields}
    columns = sorted(image_columns(model, vendor), key=lambda one: one.name)
    end = f'}},"table":{quoted(model._meta.db_table)}}}'
    return tuple((names[one.name], one.key, one.image) for one in columns), end
