"""Every chained table refuses to change or lose a row, whatever program asks; checked on each with a row in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import UniqueConstraint

from tests.record.register import CLERK, NOW, TODAY, register
from tests.record.verbs import VERBS, prepare
from yifa.record.access.choices import ReadHow
from yifa.record.access.readings import note_reading
from yifa.record.cases.actions import open_case
from yifa.record.chain.chained import Chained
from yifa.record.chain.under_way import verb_under_way
from yifa.record.organs.actions import appoint
from yifa.record.parties.actions import note_party
from yifa.record.parties.choices import ReadHow as PartyReadHow
from yifa.record.parties.reads import note_read
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
MADE_BY = (
    "import_cases",
    "note_recording",
    "read_file",
    "make_up",
    "put_template",
    "qualify_reviewer",
    "delegate",
    "grant_leave",
)
MADE_BY += ("note_fact", "note_certificate", "link", "take_part", "urge_handlers", "transfer", "merge_market")
ROOMS = ("organs", "parties", "lists", "cases", "despatch", "evidence", "papers", "dossiers", "access")
GROWN = [model for model in apps.get_models() if issubclass(model, Chained)]


def test_every_chained_table_refuses_to_change_or_lose_a_row() -> None:
    with everything("a test"):
        prepare(register())
        for name in MADE_BY:
            VERBS[name]()
        here = [model for model in GROWN if model._meta.app_label in ROOMS]
        empty = [model.__name__ for model in here if not model._base_manager.exists()]
        changed = [sql for model in GROWN for sql in attacks(model) if not refused(sql)]
    assert (changed, empty) == ([], [])


def test_who_read_what_is_never_changed_though_no_entry_tells_of_it() -> None:
    market = register().market
    with everything("a test"):
        officer = appoint(market, "1", "江临川", actor=CLERK, on=TODAY)
        party = note_party(market, "柳三春", actor=CLERK, on=TODAY)
        case = open_case(market, "licence", "1", actor=CLERK, on=TODAY)
        note_read([party], officer, PartyReadHow.PAGE, NOW)
        note_reading(officer, case, ReadHow.CIRCLE, NOW)
    changes = ("UPDATE {} SET officer = 9", "UPDATE {} SET at = at", "DELETE FROM {}")
    tables = ("access_reading", "parties_read")
    assert [sql for table in tables for one in changes if not refused(sql := one.format(table))] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite replaces rows")
def test_no_row_takes_the_place_of_another_by_its_key_in_a_program_that_asks_no_trigger() -> None:
    with everything("a test"):
        prepare(register())
        for name in MADE_BY:
            VERBS[name]()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = OFF")
            tried = {model._meta.db_table: list(replacements(model)) for model in GROWN if keys(model)}
            let = [sql for several in tried.values() for sql in several if not refused(sql)]
            cursor.execute("PRAGMA recursive_triggers = ON")
    several = {table for table, statements in tried.items() if any(one.startswith("UPDATE") for one in statements)}
    assert (let, {"organs_organ", "cases_case", "organs_officer"} - several) == ([], set())


def keys(model: type[Chained]) -> list[tuple[str, ...]]:
    """The unique columns of a table beside its `id`."""
    meta = model._meta
    found = [(str(one.column),) for one in meta.concrete_fields if one.unique and not one.primary_key]
    unique = [one for one in meta.constraints if isinstance(one, UniqueConstraint)]
    return found + [tuple(str(meta.get_field(name).column) for name in one.fields) for one in unique]


def replacements(model: type[Chained]) -> Iterator[str]:
    """Statements that put a row in the place of another: under a new `id`, and by changing one into another."""
    table, columns = model._meta.db_table, [str(one.column) for one in model._meta.concrete_fields]
    plain = ", ".join(f'"{one}"' for one in columns if one != "id")
    for key in keys(model):
        with connection.cursor() as cursor:
            held = " AND ".join(f'"{one}" IS NOT NULL' for one in key)
            cursor.execute(f"SELECT id FROM {table} WHERE {held} ORDER BY id")  # noqa: S608 - names of ours
            ids = [one for (one,) in cursor.fetchall()]
        for row in ids[:1]:
            same = f"SELECT 900001, {plain} FROM {table} WHERE id = {row}"  # noqa: S608 - names of ours
            yield f"INSERT OR REPLACE INTO {table} (id, {plain}) {same}"
        for row, other in pairwise(ids[:2]):
            of_row = f"FROM {table} WHERE id = {row}"
            taken = ", ".join(f'"{one}" = (SELECT "{one}" {of_row})' for one in columns[2:])
            yield f"UPDATE OR REPLACE {table} SET version = version + 1, {taken} WHERE id = {other}"  # noqa: S608


def attacks(model: type[Chained]) -> list[str]:
    """Statements that change a row without a next version, skip one, or take all rows away."""
    if not model._base_manager.exists():
        return []
    table = model._meta.db_table
    changes = ("UPDATE {} SET version = version", "UPDATE {} SET version = version + 2", "DELETE FROM {}")
    return [change.format(table) for change in changes]


def refused(sql: str) -> bool:
    token = verb_under_way.set("an attack past the guard at the connection")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except IntegrityError:
        return True
    finally:
        verb_under_way.reset(token)
    return False
