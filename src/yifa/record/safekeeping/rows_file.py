"""A database as rows: any database can be made from it, for moving to another and where `pg_dump` is missing.

Compressed lines: for each table one that names it and its columns, then one for each row.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from django.core.management.color import no_style
from django.db import connection, models, transaction

from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.tallies import columns, lines, tables

AT_ONCE = 1_000


def write_rows(path: Path) -> None:
    """Write every table into a file."""
    with gzip.open(path, "wt", encoding="utf-8", newline="\n", compresslevel=5) as file:
        for name, model in tables().items():
            head = {"table": name, "columns": [field.attname for field in columns(model)]}
            file.write(json.dumps(head) + "\n")
            file.writelines(f"{line}\n" for line in lines(model))


def read_rows(path: Path) -> None:
    """Put every row of a file into the empty tables of this database, in one transaction. Raises `NotKept`."""
    there = tables()
    with transaction.atomic(), gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        _empty(list(there.values()))
        head = _next(file)
        while head is not None:
            model = there.get(head["table"])
            if model is None or head["columns"] != [field.attname for field in columns(model)]:
                raise NotKept(
                    f"{path.name}: table {head['table']} is not one of this release, expected the same release"
                )
            head = _put(file, model)
    statements = connection.ops.sequence_reset_sql(no_style(), list(there.values()))
    with connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)


def _empty(models_: list[type[models.Model]]) -> None:
    """Take away what making the tables put into them: kinds of rows and permissions of the framework."""
    for model in reversed(models_):
        rows = model._base_manager.all()
        if rows.exists():
            rows._raw_delete(rows.db)


def _next(file: TextIO) -> Any:
    line = file.readline()
    return json.loads(line) if line else None


def _put(file: TextIO, model: type[models.Model]) -> Any:
    """Put rows into a table until another begins; its head."""
    fields = columns(model)
    after: list[Any] = []

    def rows() -> Iterator[models.Model]:
        for line in file:
            held = json.loads(line)
            if isinstance(held, dict):
                after.append(held)
                return
            row = model()
            for field, value in zip(fields, held, strict=True):
                setattr(row, field.attname, value if value is None else _read(field, value))
            yield row

    left = rows()
    with _times_as_told(fields):
        while some := list(islice(left, AT_ONCE)):
            model._base_manager.bulk_create(some)
    return after[0] if after else None


@contextmanager
def _times_as_told(fields: list[models.Field[Any, Any]]) -> Iterator[None]:
    """Let columns that say when a row is made say when it was made."""
    own = [one for one in fields if getattr(one, "auto_now", False) or getattr(one, "auto_now_add", False)]
    before = [(one.auto_now, one.auto_now_add) for one in own]  # type: ignore[attr-defined]
    for one in own:
        one.auto_now = one.auto_now_add = False  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for one, (now, added) in zip(own, before, strict=True):
            one.auto_now, one.auto_now_add = now, added  # type: ignore[attr-defined]


def _read(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.BinaryField):
        return bytes.fromhex(value)
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    return target.to_python(value)
