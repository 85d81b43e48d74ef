"""Entries in the order in which they were written, many at once, as columns.

Handing over row by row costs PostgreSQL and us more than all else: it puts each column together, and we take it apart.
What was put together wrongly does not read as a sound record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from yifa.record.chain.known_statements import known_cursor
from yifa.record.chain.models import EntryRow
from yifa.record.chain.soundness import Block, Unsound

_AT_ONCE = 1_000
"""So many entries at once."""
_SOME = "FROM chain_entry WHERE id > %s AND id <= %s ORDER BY id LIMIT %s"
_ROWS = f"SELECT id, organ, number, CAST(text AS BLOB), digest {_SOME}"
_JOINED = f"""
SELECT max(id), count(*), count(organ) + count(number) + count(text) + count(digest),
       string_agg(organ, chr(10)), string_agg(number::text, chr(10)),
       convert_to(string_agg(text, chr(10)), 'UTF8'), string_agg(digest, chr(10))
FROM (SELECT id, organ, number, text, digest {_SOME}) AS part
"""  # noqa: S608 - no value in it


def reach() -> tuple[int, int] | None:
    """The least and the greatest `id` of all entries; None where there are none."""
    ids = EntryRow.objects.order_by("id").values_list("id", flat=True)
    first, last = ids.first(), ids.last()
    return None if first is None or last is None else (first, last)


def blocks(after: int, upto: int) -> Iterator[Block]:
    """The entries with an `id` after one and up to another. Raises `Unsound` where a column holds what it cannot."""
    read = _of_rows if connection.vendor == "sqlite" else _of_columns
    with known_cursor(binary=True) as cursor:
        while (found := read(cursor, [after, upto, _AT_ONCE])) is not None:
            after, block = found
            yield block


def _of_rows(cursor: Any, asked: list[int]) -> tuple[int, Block] | None:
    cursor.execute(_ROWS, asked)
    if not (rows := cursor.fetchall()):
        return None
    ids, *columns = zip(*rows, strict=True)
    if [set(map(type, column)) for column in columns] != [{str}, {int}, {bytes}, {str}]:
        raise Unsound
    return ids[-1], Block(*columns)


def _of_columns(cursor: Any, asked: list[int]) -> tuple[int, Block] | None:
    cursor.execute(_JOINED, asked)
    last, many, values, *joined = cursor.fetchone()
    if not many:
        return None
    if values != 4 * many:
        raise Unsound
    organs, numbers, texts, digests = (column.split(b"\n" if isinstance(column, bytes) else "\n") for column in joined)
    if {len(organs), len(numbers), len(texts), len(digests)} != {many}:
        raise Unsound
    return last, Block(organs, list(map(int, numbers)), texts, digests)
