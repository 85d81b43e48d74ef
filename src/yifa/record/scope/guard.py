"""The guard at the connection: SQL that reads or changes tables of the record past the scope is stopped.

A query of the scoped manager bears its mark. Verbs write without one, and read back what they write. Everything else
needs the scope of everything. What makes and alters tables is not looked at, nor how SQLite moves rows for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.db.backends.signals import connection_created

from yifa.record.chain.under_way import is_writing
from yifa.record.scope.managers import MARK, ScopedManager
from yifa.record.scope.scopes import Unscoped, current

_LOOKED_AT = re.compile(
    r"\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE|COPY|TRUNCATE|EXPLAIN|VALUES|\()", re.IGNORECASE
)


@cache
def _scoped_tables() -> re.Pattern[str]:
    """The tables of models with a scoped manager, as they may be named in SQL."""
    tables = sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if isinstance(model._meta.default_manager, ScopedManager)
    )
    return re.compile(rf"(?<![A-Za-z0-9_])(?:{'|'.join(map(re.escape, tables)) or '(?!)'})(?![A-Za-z0-9_])")


_MOVES_ROWS = re.compile(r'INSERT INTO "new__')
"""How Django alters a table on SQLite: it makes a new one, moves the rows, and takes its name."""


@lru_cache(maxsize=2_000)
def _goes_past(sql: str) -> str | None:
    """The table of the record that a statement reaches past the scope; the same statements are sent all day."""
    if MARK in sql or not _LOOKED_AT.match(sql) or _MOVES_ROWS.match(sql):
        return None
    found = _scoped_tables().search(sql)
    return None if found is None else found.group()


def guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Let a statement through, or raise `Unscoped`."""
    if not is_writing():
        scope = current()
        if (scope is None or not scope.is_everything) and (table := _goes_past(sql)) is not None:
            raise Unscoped(f"{table} was to be reached past the scope: {sql.strip()[:80]}")
    return execute(sql, params, many, context)


def guard_connections() -> None:
    """Put the guard at every connection from now on."""
    connection_created.connect(_guarded, dispatch_uid="yifa.record.scope")


def _guarded(connection: Any, **_: Any) -> None:
    if guard not in connection.execute_wrappers:
        connection.execute_wrappers.append(guard)
