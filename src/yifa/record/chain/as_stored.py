"""Rows as the database holds them, read so that whatever it was made to hold instead stops nobody who verifies.

SQLite lets a column hold any kind of value, also a text that is none; PostgreSQL lets a day be without end. Such a
value is read as None, and told as a fault like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection

Kinds = Mapping[str, type]
"""The columns that are read, each with what it holds: `str` (a day too) or `int`."""
_AT_ONCE = 5_000


def stored(table: str, kinds: Kinds, rest: str = "", values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Rows of a small table; `rest` follows its name in the statement."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_columns(kinds)} FROM {table} {rest}", list(values))  # noqa: S608 - names of ours
        return [tuple(map(_as_told, row)) for row in cursor.fetchall()]


def stored_by_id(table: str, kinds: Kinds, which: str = "", at_once: int = _AT_ONCE) -> Iterator[tuple[Any, ...]]:
    """Rows of a large table in the order of their numbers, with these first; `which`: a condition."""
    after, condition = -(2**63), f"AND {which}" if which else ""
    while found := stored(
        table, {"id": int, **kinds}, f"WHERE id > %s {condition} ORDER BY id LIMIT %s", [after, at_once]
    ):
        yield from found
        after = found[-1][0]


def entry_texts(saying: str = "") -> Iterator[str]:
    """The texts of all entries in the order in which they were written; `saying`: those alone in which it stands."""
    which = "" if not saying else f"position('{saying}' in text) > 0"
    if connection.vendor == "sqlite":
        which = "" if not saying else f"instr(text, '{saying}') > 0"
    yield from (text for _, text in stored_by_id("chain_entry", {"text": str}, which) if text is not None)


def strange_organs() -> list[str]:
    """In whose name entries stand that is no name, or that stand at no place: as well as it can be told."""
    if connection.vendor == "postgresql":
        return ["?"] * len(stored("chain_entry", {"id": int}, "WHERE organ IS NULL OR number IS NULL"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT typeof(organ), CAST(organ AS BLOB), number IS NULL FROM chain_entry")
        found = cursor.fetchall()
    return [
        "?" if raw is None else raw.decode("utf-8", "replace")
        for kind, raw, nowhere in found
        if kind != "text" or nowhere or _as_told(raw) is None
    ]


def _columns(kinds: Kinds) -> str:
    return ", ".join(_held(name, kind) for name, kind in kinds.items())


def _held(name: str, kind: type) -> str:
    """How a value is asked for, if it is of its kind."""
    if connection.vendor == "postgresql":
        return name if kind is int else f"{name}::text"
    if kind is int:
        return f"CASE typeof({name}) WHEN 'integer' THEN {name} END"
    return f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) END"


def _as_told(value: Any) -> Any:
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError:
        return None
