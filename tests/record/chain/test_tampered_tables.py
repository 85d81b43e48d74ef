"""Whatever somebody who owns the database changes in any table of the record, it shows, and in which row it is."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from tests.record.chain.owner import triggers_gone
from tests.record.register import TODAY, register
from tests.record.verbs import VERBS, prepare
from yifa.record.chain.actions import seal
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.chain.models import EntryRow, HeadRow, KeptValue, SealRow
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.chain.under_way import verb_under_way

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("reading_everything")]
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]
ALSO = ("make_up", "note_recording", "read_file", "grant_leave", "delegate", "note_fact", "link", "transfer", "explain")
TAMPERINGS = 1_000
KEPT_ELSEWHERE: dict[int, str] = {}
"""The seal that somebody else keeps."""


@pytest.fixture
def tables() -> list[Any]:
    """The tables of a sealed record that hold something, without a trigger left."""
    prepare(register())
    for name in ALSO:
        VERBS[name]()
    made = seal(TODAY)
    KEPT_ELSEWHERE[made.number] = made.digest
    triggers_gone()
    return [one for one in (EntryRow, SealRow, KeptValue, HeadRow, *CHAINED) if one._base_manager.exists()]


def test_random_tamperings_of_rows_are_all_detected_and_located(tables: list[Any]) -> None:
    missed, elsewhere, done = [], [], Counter[str]()
    for seed in range(TAMPERINGS):
        drawn = Random(seed)
        model = drawn.choice(tables)
        with transaction.atomic():
            told = tampered(model, drawn)
            if told is not None:
                how, places = told
                done[how] += 1
                rows = {(one.table, one.id) for one in row_faults(CHAINED)}
                chained = faults(KEPT_ELSEWHERE)
                if not rows and not chained:
                    missed.append((seed, how, model.__name__))
                elif places and not rows & places:
                    elsewhere.append((seed, how, model.__name__, sorted(rows)[:3]))
            transaction.set_rollback(True)
    assert (missed[:5], elsewhere[:5]) == ([], [])
    assert done.keys() == {"changed", "taken away", "put in"}
    assert sum(done.values()) > TAMPERINGS // 2


@pytest.mark.parametrize("share", range(4))
def test_rubbish_in_any_column_of_any_row_is_located(tables: list[Any], share: int) -> None:
    """Nothing that a column was made to hold keeps the rest from being verified."""
    columns = [(model, one) for model in tables if issubclass(model, Chained) for one in model._meta.concrete_fields]
    missed, done = [], 0
    for model, field in columns[share::4]:
        table, column = model._meta.db_table, connection.ops.quote_name(field.column)
        id_ = model._base_manager.order_by("-id").values_list("id", flat=True)[0]
        for rubbish in RUBBISH if not field.primary_key else ():
            with transaction.atomic():
                said = rubbish.format(column=column)
                if changed_to(said, table, column, id_):
                    done += 1
                    located = any((one.table, one.id) == (table, id_) for one in row_faults([model]))
                    missed += [] if located else [(table, said)]
                transaction.set_rollback(True)
    assert (missed, done > 20) == ([], True)


RUBBISH = ["'rubbish'", "77", "'infinity'", "{column} || 'x'"]
if connection.vendor == "sqlite":
    RUBBISH += [
        "2.5",
        "CAST({column} AS BLOB)",
        "x'00ff'",
        "CAST(x'ff' AS TEXT)",
        "replace(hex(zeroblob(2500)), '0', '[')",
    ]


def changed_to(said: str, table: str, column: str, id_: int) -> bool:
    """Write it beside the verbs; False where the database refuses it, or it comes to what stood there."""
    token = verb_under_way.set("as the owner of the database")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"CREATE TEMPORARY TABLE before AS SELECT {column} AS one FROM {table} WHERE id = {id_}")  # noqa: S608
            cursor.execute(f"UPDATE {table} SET {column} = {said} WHERE id = {id_}")  # noqa: S608
            is_ = "IS NOT DISTINCT FROM" if connection.vendor == "postgresql" else "IS"
            cursor.execute(f"SELECT count(*) FROM {table}, before WHERE id = {id_} AND {column} {is_} one")  # noqa: S608
            [same] = cursor.fetchone()
            cursor.execute("DROP TABLE before")
    except DatabaseError:
        return False
    finally:
        verb_under_way.reset(token)
    return not same


def tampered(model: Any, drawn: Random) -> tuple[str, set[tuple[str, int]]] | None:
    """Change, take away or put in one row; how, and in which rows it must show; None where the database refuses it."""
    table, key = model._meta.db_table, model._meta.pk.column
    row = drawn.choice(list(model._base_manager.order_by("pk")))
    of = {(table, row.pk)} if issubclass(model, Chained) else set()
    how = drawn.choice(["changed", "changed", "taken away", "put in"])
    columns = [one for one in model._meta.concrete_fields if not one.primary_key]
    if model is KeptValue:
        of = {(table, row.pk)} if how == "changed" else rows_that_commit_to(row.commitment)
        if how == "put in" or not of:
            return None
    # In the statements stand names of our own tables and columns alone.
    if how == "changed":
        field = drawn.choice(columns)
        sql = f"UPDATE {table} SET {field.column} = %s WHERE {key} = %s"  # noqa: S608
        values = [other(field, row), row.pk]
    elif how == "taken away":
        sql, values = f"DELETE FROM {table} WHERE {key} = %s", [row.pk]  # noqa: S608
    elif issubclass(model, Chained):
        of, names = {(table, 900_000)}, ", ".join(one.column for one in columns)
        copied = f"SELECT 900000, {names} FROM {table} WHERE {key} = %s"  # noqa: S608
        sql, values = f"INSERT INTO {table} ({key}, {names}) {copied}", [row.pk]
    else:
        return None
    token = verb_under_way.set("as the owner of the database")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except DatabaseError:
        return None
    finally:
        verb_under_way.reset(token)
    return how, of


def rows_that_commit_to(commitment: str) -> set[tuple[str, int]]:
    return {
        (model._meta.db_table, id_)
        for model in CHAINED
        for one in model._meta.concrete_fields
        if isinstance(one, PersonalField)
        for id_ in model._base_manager.filter(**{one.attname: commitment}).values_list("id", flat=True)
    }


def other(field: models.Field[Any, Any], row: Any) -> Any:
    """Another value of a column, of its own kind."""
    value = field.value_from_object(row)
    match field:
        case models.BooleanField():
            return not value
        case models.DateTimeField():
            return "2001-01-01 00:00:00+00:00"
        case models.DateField():
            return "2001-01-01"
        case models.JSONField():
            return '{"other": 1}'
        case models.IntegerField() | models.ForeignKey() if not isinstance(value, str):
            return (value or 0) + 1
    return f"{value[1:]}x" if value else "x"
