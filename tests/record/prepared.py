"""A database in which something is prepared once, and copies of it: quick to make, and nobody had them open before.

A test that lets processes die takes a copy, never the database of the tests with its contents put back. SQLite knows a
file again that anything in the process still has open, be it a connection that was closed in the midst of a statement:
what connects to the file then shares what that one knew of its log, and where contents and log were changed behind its
back, reads and writes fail. A copy is another file.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections


class Prepared:
    """The database of the tests as it is once something was done to it, in a place of its own."""

    def __init__(self, folder: Path, prepare: Callable[[], object]) -> None:
        named = str(connection.settings_dict["NAME"])
        of_files = connection.vendor == "sqlite"
        self.name, self._copy = (
            str(folder / f"{one}.sqlite3") if of_files else f"{named}_{folder.name}_{one}"
            for one in ("prepared", "copy")
        )
        if of_files:
            connection.ensure_connection()
            with closing(sqlite3.connect(self.name)) as first:
                connection.connection.backup(first)
        else:
            _copy(named, self.name)
        with self.itself():
            prepare()
            _write_back()

    @contextmanager
    def itself(self) -> Iterator[None]:
        """Let the database be what was prepared: for tests that take back what they do."""
        with _at(self.name):
            yield

    @contextmanager
    def copy(self) -> Iterator[None]:
        """Let the database be a copy that nobody has touched; it goes afterwards."""
        _copy(self.name, self._copy)
        try:
            with _at(self._copy):
                yield
        finally:
            _remove(self._copy)

    def close(self) -> None:
        """Remove what the copies were made of."""
        _remove(self.name)


@contextmanager
def _at(name: str) -> Iterator[None]:
    """Let the connection be one to this database."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _write_back() -> None:
    """Let everything stand in the file itself, and nothing in its log."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            [(busy, _, _)] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        assert not busy


def _copy(name: str, copy: str) -> None:
    if connection.vendor == "sqlite":
        shutil.copyfile(name, copy)
        return
    connection.close()
    with connections[connection.alias]._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')


def _remove(name: str) -> None:
    if connection.vendor == "sqlite":
        for end in ("", "-wal", "-shm"):
            Path(name + end).unlink(missing_ok=True)
        return
    with connections[connection.alias]._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
