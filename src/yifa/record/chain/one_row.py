"""Verbs that write one row and nothing beside it: on PostgreSQL in one statement, the row, its entry and the head.

There every way to the server costs as much as what is done at its end. So the number of the row and the end of the
chain are asked for first, the entry is made here, and one statement writes all of it, a transaction of its own: if the
chain ends where it did. Where somebody joined another entry meanwhile it writes nothing, and is made anew; a few times,
and then the verb waits for the others as any verb does.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from yifa.record.chain.chained import Chained, personal_columns
from yifa.record.chain.entries import Chain
from yifa.record.chain.instances import column_types, names_of, values_to_write
from yifa.record.chain.known_statements import held, known_cursor
from yifa.record.chain.plain_rows import sequence_of
from yifa.record.chain.under_way import is_writing, verb_under_way
from yifa.record.chain.writing import AnyRow, Writing, verb

TRIES = 3
"""So often somebody else may be quicker."""
_ASKED = "SELECT nextval(%s::regclass), number, digest FROM chain_head WHERE organ = %s"


def write_one(
    row: AnyRow,
    act: str,
    *,
    organ: str,
    by: str,
    on: date,
    recorded: datetime,
    because: str = "",
    about: Mapping[str, Any] | None = None,
) -> AnyRow:
    """The verb that puts one row into its table; what it is told by is as with `verb`."""
    django = held()
    alone = not (django.in_atomic_block or is_writing() or personal_columns(type(row)))
    if alone and django.vendor == "postgresql":
        writing = Writing(act, organ, by, on, recorded, because, about or {}, parts=[[row]])
        if _is_written(row, writing):
            return row
    with verb(act, organ=organ, by=by, on=on, recorded=recorded, because=because, about=about) as writing:
        writing.insert(row)
    return row


def _is_written(row: Chained, writing: Writing) -> bool:
    """Write the row and its entry at once; False where others were quicker each time, or the chain has not begun."""
    model, organ = type(row), writing.organ
    token = verb_under_way.set(writing.act)
    try:
        values = values_to_write(row)
        for _ in range(TRIES):
            with known_cursor() as cursor:
                cursor.execute(_ASKED, [sequence_of(model), organ])
                if (found := cursor.fetchone()) is None:
                    break
                row.id, *head = found
                [what] = writing.told()
                entry, _ = Chain(organ, *head).next(what, writing.recorded, writing.algorithm)
                told = [entry.digest, organ, *head, row.id, *values, organ, entry.text, entry.digest]
                cursor.execute(_statement(model), told)
                if cursor.fetchone() is not None:
                    row._state.adding, row._state.db = False, held().alias
                    writing.joined([entry])
                    return True
    except BaseException:
        row.id = None  # it has none, since nothing was written
        raise
    finally:
        verb_under_way.reset(token)
    row.id = None  # it gets another
    return False


@cache
def _statement(model: type[Chained]) -> str:
    """Moves the head if it is where it was, and only then writes the row and its entry."""
    marks = ", ".join(f"%s::{one}" for one in column_types(model))
    return (
        "WITH moved AS (UPDATE chain_head SET number = number + 1, digest = %s "  # noqa: S608 - names of ours
        "WHERE organ = %s AND number = %s AND digest = %s RETURNING number), "
        f"written AS (INSERT INTO {names_of(model)} SELECT %s::bigint, {marks} FROM moved) "
        "INSERT INTO chain_entry (organ, number, text, digest) SELECT %s, number, %s, %s FROM moved RETURNING number"
    )
