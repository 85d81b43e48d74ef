"""Statements that are sent all day in the same words: PostgreSQL plans them once for each connection.

Statements that Django puts together bring their values in their text, which the server reads and plans anew each time.
Many rows at once come by a COPY.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


def held() -> Any:
    """The connection of this thread itself: what Django calls `connection` looks for it anew at every word."""
    return connections[DEFAULT_DB_ALIAS]


def known_cursor(*, binary: bool = False) -> Any:
    """A cursor whose statements, sent a few times, are known to the server; with the guard before it as before all.

    `binary`: what is found comes as PostgreSQL holds it, and not as text that is read again here.
    """
    django = held()
    if django.vendor != "postgresql":
        return django.cursor()
    if django.connection is None:
        django.ensure_connection()
    with django.wrap_database_errors:
        cursor = _server_binding()(django.connection)
        cursor.format = int(binary)
    return django._prepare_cursor(cursor)


@cache
def _server_binding() -> Any:
    from django.db.backends.postgresql.base import ServerBindingCursor  # noqa: PLC0415 - only where it is the database

    return ServerBindingCursor


def copy_in(sql: str, rows: bytes) -> None:
    """Hand rows to PostgreSQL by a COPY, in its text format; with the guard before it as before all."""
    django = held()
    with django.cursor() as cursor:

        def sent(sql: str, *_: Any) -> None:
            with django.wrap_database_errors, cursor.cursor.copy(sql) as copy:
                copy.write(rows)

        cursor._execute_with_wrappers(sql, None, many=False, executor=sent)
