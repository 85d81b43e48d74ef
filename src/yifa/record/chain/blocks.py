"""Entries in the order in which they were written, many at once, as columns.

Handing over row by row costs PostgreSQL and us more than all else: it puts each column together, and we take it apart.
What was put together wrongly does not read as a sound record. A column that is put together is kept small: what is
larger than some 128 KB memory is asked of the system for, page by page, and given back at once, which costs both sides
more than the reading.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.db import connection

from yifa.record.chain.known_statements import known_cursor
from yifa.record.chain.models import EntryRow
from yifa.record.chain.soundness import Block, Unsound

_ROWS_AT_ONCE = 1_000
_ROWS = """
SELECT id, typeof(organ) = 'text' AND typeof(number) = 'integer' AND typeof(text) = 'text' AND typeof(digest) = 'text',
       CAST(organ AS BLOB), CAST(number AS INTEGER), CAST(text AS BLOB), CAST(digest AS BLOB)
FROM chain_entry WHERE id > %s AND id <= %s ORDER BY id LIMIT %s
"""

_SPANS = 16
"""So many blocks are asked for at once."""
_MOST = 500
"""So many entries a block at most."""
_SMALL = 50_000
"""About so many bytes of text a block."""
_JOINED = f"""
SELECT block.* FROM unnest(%s::bigint[], %s::bigint[]) AS span (after, upto), LATERAL (
  SELECT max(id), count(*), count(organ) + count(number) + count(text) + count(digest),
         string_agg(organ, chr(10)), string_agg(int8send(number), ''),
         convert_to(string_agg(text, chr(10)), 'UTF8'), string_agg(digest, chr(10))
  FROM (
    SELECT id, organ, number, text, digest FROM chain_entry
    WHERE id > span.after AND id <= span.upto ORDER BY id LIMIT {_MOST}
  ) AS part
) AS block
"""  # noqa: S608 - no value in it; the limit, never reached, tells who plans it how few they are


def reach() -> tuple[int, int] | None:
    """The least and the greatest `id` of all entries; None where there are none."""
    ids = EntryRow.objects.order_by("id").values_list("id", flat=True)
    first, last = ids.first(), ids.last()
    return None if first is None or last is None else (first, last)


def blocks(after: int, upto: int) -> Iterator[Block]:
    """The entries with an `id` after one and up to another. Raises `Unsound` where a column holds what it cannot."""
    read = _of_rows if connection.vendor == "sqlite" else _of_columns
    with known_cursor(binary=True) as cursor:
        yield from read(cursor, after, upto)


def _of_rows(cursor: Any, after: int, upto: int) -> Iterator[Block]:
    while True:
        cursor.execute(_ROWS, [after, upto, _ROWS_AT_ONCE])
        if not (rows := cursor.fetchall()):
            return
        ids, kinds, organs, numbers, texts, digests = zip(*rows, strict=True)
        if not all(kinds):
            raise Unsound
        try:
            names = {raw: raw.decode() for raw in set(organs)}
        except UnicodeDecodeError:
            raise Unsound from None
        yield Block([names[raw] for raw in organs], list(numbers), texts, list(digests))
        after = ids[-1]


def _of_columns(cursor: Any, after: int, upto: int) -> Iterator[Block]:
    each = 16
    while after < upto:
        starts = list(range(after, min(after + _SPANS * each, upto), each))
        ends = [min(start + each, upto) for start in starts]
        cursor.execute(_JOINED, [starts, ends])
        found = sorted(row for row in cursor.fetchall() if row[1])
        if found:
            yield _taken_apart(found)
            many, size = sum(row[1] for row in found), sum(len(row[5]) for row in found)
            each = min(_MOST, max(1, _SMALL * many // max(1, size)))
            after = ends[-1]
        else:  # as rows were never written that far apart, somebody moved them
            cursor.execute("SELECT min(id) FROM chain_entry WHERE id > %s", [ends[-1]])
            [next_] = cursor.fetchone()
            if next_ is None:
                return
            after = next_ - 1


def _taken_apart(rows: list[tuple[Any, ...]]) -> Block:
    """Columns that were joined part by part. Raises `Unsound` where a value is missing or holds the sign between."""
    names: list[str] = []
    places: list[int] = []
    lines: list[bytes] = []
    held: list[bytes] = []
    for _, many, values, organs, numbers, texts, digests in rows:
        if values != 4 * many:
            raise Unsound
        first = organs.partition("\n")[0]
        names.extend([first] * many if organs == "\n".join([first] * many) else organs.split("\n"))
        places.extend(struct.unpack(f">{many}q", numbers))
        lines.extend([line[:-1] for line in BytesIO(texts + b"\n").readlines()])  # much quicker than `split`
        held.extend(digests.encode().split(b"\n"))
        if {len(names), len(lines), len(held)} != {len(places)}:
            raise Unsound
    return Block(names, places, lines, held)
