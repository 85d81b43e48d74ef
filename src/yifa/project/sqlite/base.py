"""Django's SQLite, where who writes takes a turn, and a connection that stays open is of the file that is there.

SQLite waits for another writer by sleeping and looking again, longer each time: with several writers the file is often
free while all of them sleep. So a transaction takes its turn before it begins. What keeps writers apart is SQLite
itself; the turn only gives them an order, and who has waited for one in vain asks SQLite all the same.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from yifa.project.sqlite.turns import Turns, turns_of


@lru_cache(maxsize=2_000)
def _with_marks(sql: str) -> str:
    """A statement with the marks of SQLite for its values: the same statements are sent all day."""
    return str(base.FORMAT_QMARK_REGEX.sub("?", sql).replace("%%", "%"))


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that knows statements again."""

    def convert_query(self, query: str, *, param_names: Any = None) -> Any:
        """The statement as SQLite wants it."""
        return super().convert_query(query, param_names=param_names) if param_names else _with_marks(query)


_Django: Any = base.DatabaseWrapper


class DatabaseWrapper(_Django):  # type: ignore[misc]  # what a backend of its own overrides has no types
    """A connection to a file of SQLite."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._turn: Turns | None = None
        self._file: tuple[int, int] | None = None

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file, and know it again."""
        made = super().get_new_connection(conn_params)
        self._file = self._there()
        return made

    def create_cursor(self, name: Any = None) -> Any:
        """A cursor of the connection."""
        return self.connection.cursor(factory=Cursor)

    def is_usable(self) -> bool:
        """Whether the file that was opened still lies there: a copy that was put in its place is another one."""
        return self._file == self._there()

    def _there(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self.settings_dict["NAME"])
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._give_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._give_turn()

    def _take_turn(self) -> None:
        if self._turn is None and not self.is_in_memory_db():
            turn = turns_of(Path(self.settings_dict["NAME"]))
            if turn.take(float(self.settings_dict["OPTIONS"].get("timeout", 5.0))):
                self._turn = turn

    def _give_turn(self) -> None:
        if self._turn is not None:
            turn, self._turn = self._turn, None
            turn.give()
