"""Tallies: what every table of the record comes to, the same on every database.

A row is a line: its columns in order of their names, as JSON. A tally is how many lines a table has, and the digest of
them all in order of their keys.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.db import models

PASSING = frozenset({"accounts_remembered", "django_tasks_database_dbtaskresult", "jobs_worker", "jobs_progress"})
"""Tables of what is going on just now: kept where the database is copied whole, and never compared."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows a table has, and the digest of them all (hex)."""

    rows: int
    digest: str


def tables() -> dict[str, type[models.Model]]:
    """Every table of the record by name, those that others refer to first."""
    found: dict[str, type[models.Model]] = {}
    waiting = [
        one
        for one in apps.get_models(include_auto_created=True)
        if one._meta.managed and not one._meta.proxy and one._meta.db_table not in PASSING
    ]
    while waiting:
        ready = [one for one in waiting if _refers_to(one) <= set(found)]
        for one in sorted(ready or waiting, key=lambda model: model._meta.db_table):
            found[one._meta.db_table] = one
        waiting = [one for one in waiting if one._meta.db_table not in found]
    return found


def _refers_to(model: type[models.Model]) -> set[str]:
    own = model._meta.db_table
    related = (field.related_model for field in model._meta.concrete_fields if field.is_relation)
    return {one._meta.db_table for one in related if isinstance(one, type)} - {own}


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a table in order of their names."""
    return sorted(model._meta.concrete_fields, key=lambda field: field.attname)


def lines(model: type[models.Model]) -> Iterator[str]:
    """Every row of a table as a line, in order of its key."""
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in columns(model)))
    for row in rows.iterator(chunk_size=5_000):
        yield json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> str:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case uuid.UUID():
            return str(value)
        case bytes() | memoryview():
            return bytes(value).hex()
    raise TypeError(f"found {type(value).__name__} in a row, expected a text, a number, a day or a moment")


def tally(rows: Iterator[str]) -> Tally:
    """What some lines come to."""
    made, count = hashlib.sha256(), 0
    for line in rows:
        made.update(line.encode())
        made.update(b"\n")
        count += 1
    return Tally(count, made.hexdigest())


def tallies() -> Mapping[str, Tally]:
    """What every table comes to."""
    return {name: tally(lines(model)) for name, model in tables().items()}
