"""Tests with real transactions are emptied afterwards by force: the database refuses it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from yifa.record.scope import everything


@pytest.fixture(scope="session", autouse=True)
def emptied_by_force(django_db_setup: None) -> None:
    """Let Django empty the tables between tests: without triggers, which stand again at once."""
    flush = connection.ops.execute_sql_flush

    def forced(statements: list[str]) -> None:
        with everything("empty the tables after a test"), connection.cursor() as cursor:
            triggers = _taken_away(cursor)
            try:
                flush(statements)
            finally:
                _put_back(cursor, triggers)

    connection.ops.execute_sql_flush = forced  # type: ignore[method-assign]


@pytest.fixture
def reading_everything() -> Iterator[None]:
    """The scope of everything, for tests that are not about scopes."""
    with everything("a test"):
        yield


def _taken_away(cursor: Any) -> list[str]:
    if connection.vendor == "postgresql":
        cursor.execute("SET session_replication_role = replica")
        return []
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in found]


def _put_back(cursor: Any, triggers: list[str]) -> None:
    if connection.vendor == "postgresql":
        cursor.execute("SET session_replication_role = DEFAULT")
    for sql in triggers:
        cursor.execute(sql)
