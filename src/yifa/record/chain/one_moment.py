"""Reads of one moment: whoever goes on recording meanwhile, what is read here is the record as it was when it began.

On SQLite it is a transaction that only reads, and so holds nobody up; on PostgreSQL a snapshot, which a process that
helps can share. Within a transaction that is already open it is that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, connections

_under_way: ContextVar[bool] = ContextVar("one_moment", default=False)


@contextmanager
def one_moment() -> Iterator[None]:
    """Let all that is read in here, by this thread, be of one moment. Nothing can be written in here."""
    if _under_way.get() or not can_be_read_beside():
        yield
        return
    token = _under_way.set(True)
    try:
        with _beside(""):
            yield
    finally:
        _under_way.reset(token)


def can_be_read_beside() -> bool:
    """Whether another connection sees what this one sees."""
    django: Any = connection
    return not (connection.in_atomic_block or (connection.vendor == "sqlite" and django.is_in_memory_db()))


def moment() -> str:
    """The moment that is read, by which another process can name it; empty where it needs no name."""
    if connection.vendor != "postgresql" or not _under_way.get():
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        return str(cursor.fetchone()[0])


@contextmanager
def same_moment(named: str) -> Iterator[None]:
    """Read in a process that was begun for it, on a connection of its own, what the other one reads."""
    _INHERITED.append(connections[connection.alias])
    with _beside(named):
        yield


_INHERITED: list[Any] = []
"""Connections of the process this one was begun from: not ours to use, nor to close."""


@contextmanager
def _beside(named: str) -> Iterator[None]:
    """Read on a connection of its own, in a transaction that can only read."""
    alias = connection.alias
    before = connections[alias]
    made = connections.create_connection(alias)
    made.settings_dict = before.settings_dict
    connections[alias] = made
    try:
        with connection.cursor() as cursor:
            for statement in _begun(named):
                cursor.execute(statement)
        yield
    finally:
        made.close()
        connections[alias] = before


def _begun(named: str) -> Iterator[str]:
    if connection.vendor == "postgresql":
        yield "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
        if named:
            yield f"SET TRANSACTION SNAPSHOT '{named}'"
        return
    yield "PRAGMA query_only = ON"
    yield "BEGIN"
    yield "SELECT count(*) FROM sqlite_master"  # the moment is that of the first read
