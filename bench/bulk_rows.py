"""Rows by the million, made inside the database: laid out once as patterns, multiplied there by `INSERT … SELECT`.

Past Django, past its constraints and with the indexes made afterwards: for measurements in a database of their own.
"""

# ruff: noqa: S608 - the words are our own, and so is the database

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, models, transaction

AT_ONCE = 20_000
"""So many rows are handed over at once."""
_TYPES = {"number": "bigint", "text": "text"}


def _on_postgresql() -> bool:
    return connection.vendor == "postgresql"


def run(sql: str) -> None:
    """One statement, whatever its scope."""
    with connection.cursor() as cursor:
        cursor.execute(sql)


@contextmanager
def loading(*several: type[models.Model]) -> Iterator[None]:
    """Let tables be filled without indexes, foreign keys, and a journal; what was left out is made at the end."""
    tables = [one._meta.db_table for one in several]
    if _on_postgresql():
        run("SET session_replication_role = replica")
        run("SET synchronous_commit = off")
        run("SET maintenance_work_mem = '768MB'")
        run("SET work_mem = '128MB'")
    else:
        for pragma in ("foreign_keys=OFF", "journal_mode=MEMORY", "synchronous=OFF", "cache_size=-400000"):
            run(f"PRAGMA {pragma}")
    made = list(_indexes(tables))
    for name, _ in made:
        run(f'DROP INDEX "{name}"')
    yield
    for _, sql in made:
        run(sql)
    if _on_postgresql():
        for table in tables:
            run(f"ANALYZE {table}")
        for table in (one._meta.db_table for one in several if one._meta.pk.name == "id"):
            run(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
    else:
        run("PRAGMA journal_mode=WAL")
    connection.close()  # what was set goes with it


def _indexes(tables: Sequence[str]) -> list[tuple[str, str]]:
    """The indexes that stand for no constraint: their names, and how they are made."""
    named = ", ".join(f"'{one}'" for one in tables)
    with connection.cursor() as cursor:
        if _on_postgresql():
            kept = "SELECT conname FROM pg_constraint WHERE conindid <> 0"
            cursor.execute(
                f"SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ({named}) AND indexname NOT IN ({kept})"
            )
        else:
            cursor.execute(
                f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ({named}) AND sql <> ''"
            )
        return list(cursor.fetchall())


def laid_out(table: str, columns: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
    """A table for the time of the connection, with these columns (`number` or `text`) and rows, found by the first."""
    told = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in columns.items())
    run(f'CREATE TEMPORARY TABLE "{table}" ({told})')
    _copied(table, list(columns), rows)
    run(f'CREATE INDEX "{table}_found" ON "{table}" ("{next(iter(columns))}")')
    if _on_postgresql():
        run(f'ANALYZE "{table}"')


def kept_apart(model: type[models.Model], column: str) -> str:
    """The rows that are there, copied into a table for the time of the connection: its name. Found by a column."""
    table, name = model._meta.db_table, f"of_{model._meta.db_table}"
    run(f'CREATE TEMPORARY TABLE "{name}" AS SELECT * FROM "{table}"')
    run(f'CREATE INDEX "{name}_found" ON "{name}" ("{column}")')
    if _on_postgresql():
        run(f'ANALYZE "{name}"')
    return name


def _copied(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    names = ", ".join(f'"{one}"' for one in columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if _on_postgresql():
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks, plain = ", ".join("?" * len(columns)), connection.connection.cursor()
        left = iter(rows)
        while some := list(islice(left, AT_ONCE)):
            plain.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', some)


def loaded(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows of a model with the columns told; the others as they are in a blank one."""
    others = {name: value for name, value in _usual(model).items() if name not in columns}
    _copied(model._meta.db_table, [*columns, *others], ([*row, *others.values()] for row in rows))


def multiplied(model: type[models.Model], columns: Mapping[str, str], of: str) -> None:
    """Rows of a model made by a query: its columns, each by an expression; the others as they are in a blank one."""
    usual = {name: value for name, value in _usual(model).items() if name not in columns}
    names = ", ".join(f'"{one}"' for one in (*columns, *usual))
    values = ", ".join([*columns.values(), *map(_written, usual.values())])
    run(f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {values} FROM {of}')


def _usual(model: type[models.Model]) -> dict[str, Any]:
    blank = model()
    fields = (one for one in model._meta.concrete_fields if one.attname != "id")
    found = ((str(one.column), one.get_db_prep_save(getattr(blank, one.attname), connection)) for one in fields)
    return {name: _bare(value) for name, value in found if value is not None}


def _bare(value: Any) -> Any:
    """What stands in the column: JSON as its text."""
    held = getattr(value, "obj", value)
    return json.dumps(held) if isinstance(held, dict | list) else held


def _written(value: Any) -> str:
    """A value as SQL has it."""
    if isinstance(value, bool):
        return ("true" if value else "false") if _on_postgresql() else str(int(value))
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def days_before(day: str, days: str) -> str:
    """So many days before a day."""
    return f"({day} - ({days})::int)" if _on_postgresql() else f"date({day}, '-' || {days} || ' days')"


def as_moment(moment: datetime) -> str:
    """A moment as a column keeps it."""
    return _written(moment.isoformat() if _on_postgresql() else connection.ops.adapt_datetimefield_value(moment))


def each_of(table: str, numbers: str) -> str:
    """A table with a row for each number of a text such as `[1, 2]`, called `value`."""
    if _on_postgresql():
        made = f"SELECT one::bigint AS value FROM jsonb_array_elements_text({numbers}::jsonb) AS one"
        return f"{table} CROSS JOIN LATERAL ({made}) AS made"
    return f"{table} JOIN json_each({numbers})"
