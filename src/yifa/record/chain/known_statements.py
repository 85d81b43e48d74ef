"""Cursors for statements that are sent all day in the same words: PostgreSQL plans them once for each connection.

Statements that Django puts together bring their values in their text, which the server reads and plans anew each time.
"""

from __future__ import annotations

from typing import Any

from django.db import connection


def known_cursor(*, binary: bool = False) -> Any:
    """A cursor whose statements, sent a few times, are known to the server; with the guard before it as before all.

    `binary`: what is found comes as PostgreSQL holds it, and not as text that is read again here.
    """
    if connection.vendor != "postgresql":
        return connection.cursor()
    from django.db.backends.postgresql.base import ServerBindingCursor  # noqa: PLC0415 - only where it is the database

    django: Any = connection
    made: Any = ServerBindingCursor
    django.ensure_connection()
    with django.wrap_database_errors:
        cursor = made(django.connection)
        cursor.format = int(binary)
    return django._prepare_cursor(cursor)
