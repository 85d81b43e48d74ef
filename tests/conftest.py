"""For all tests: what takes long to lay is laid once. Tests that share it stay together where several processes run.

Tests with real transactions are emptied afterwards by force: the database refuses it otherwise.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import Any

import pytest

LAID_FOR_A_MODULE = frozenset(("ground", "laid", "shown", "site"))
"""Fixtures that hold for a module and take seconds."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Keep the tests of a module together that share such a fixture."""
    for item in items:
        if LAID_FOR_A_MODULE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


def pytest_collection_finish() -> None:
    """Ten thousand tests stay to the end: whoever looks for what can go need not look through them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """The database of the tests. Django may empty its tables between tests: without triggers, which stand again."""
    from django.db import connection  # noqa: PLC0415 - not every test has a database

    from yifa.record.scope import everything  # noqa: PLC0415

    flush = connection.ops.execute_sql_flush

    def forced(statements: list[str]) -> None:
        with everything("empty the tables after a test"), connection.cursor() as cursor:
            triggers = _taken_away(connection.vendor, cursor)
            try:
                flush(statements)
            finally:
                _put_back(connection.vendor, cursor, triggers)

    connection.ops.execute_sql_flush = forced  # type: ignore[method-assign]


def _taken_away(vendor: str, cursor: Any) -> list[str]:
    if vendor == "postgresql":
        cursor.execute("SET session_replication_role = replica")
        return []
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in found]


def _put_back(vendor: str, cursor: Any, triggers: list[str]) -> None:
    if vendor == "postgresql":
        cursor.execute("SET session_replication_role = DEFAULT")
    for sql in triggers:
        cursor.execute(sql)
