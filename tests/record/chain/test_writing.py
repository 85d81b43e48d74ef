"""Verbs: one transaction, one entry, and every row told; what was changed beside them shows."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from tests.record.register import BEGAN, CLERK, NOW, TODAY, register
from yifa.record.chain.chained import Chained
from yifa.record.chain.faults import RowFault, RowFaultKind
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults, rows
from yifa.record.chain.telling_rows import row_faults
from yifa.record.chain.writing import NotWriting, Overtaken, verb
from yifa.record.organs.actions import rename
from yifa.record.organs.models import Organ, OrganName
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]


def all_row_faults() -> list[RowFault]:
    with everything("a test"):
        return list(row_faults(CHAINED))


def test_a_verb_is_told_in_one_entry_with_the_images_of_its_rows() -> None:
    held = register()
    rename(held.market, "青屏县市场监管局", actor=CLERK, on=TODAY)
    *_, (number, text, _) = rows("qp-market")
    told = json.loads(text)
    old, new = OrganName.objects.filter(organ=held.market).order_by("id")
    assert (number, told["what"]["act"], told["what"]["by"], told["what"]["on"]) == (
        3,
        "organ-renamed",
        "clerk 1",
        "2026-03-02",
    )
    common = {"organ_id": held.market.id, "short": ""}
    assert [one["row"] for one in told["what"]["rows"]] == [
        {
            **common,
            "id": old.id,
            "version": 2,
            "name": "青屏县市场监督管理局",
            "first": "2019-03-01",
            "last": "2026-03-01",
        },
        {**common, "id": new.id, "version": 1, "name": "青屏县市场监管局", "first": "2026-03-02"},
    ]
    assert (faults(), all_row_faults()) == ([], [])


def test_a_verb_that_fails_leaves_nothing_and_verbs_do_not_stand_inside_one_another() -> None:
    held = register()
    before = EntryRow.objects.count(), OrganName.objects.count()
    with pytest.raises(NotWriting, match="inner: a verb is already being written"):
        inside(held.market)
    assert (EntryRow.objects.count(), OrganName.objects.count()) == before


def inside(organ: Organ) -> None:
    with verb("outer", organ=organ.code, by="clerk", on=TODAY, recorded=NOW) as writing:
        writing.insert(OrganName(organ=organ, name="x", first=TODAY))
        with verb("inner", organ=organ.code, by="clerk", on=TODAY, recorded=NOW):
            pass


def test_a_batch_is_one_verb_with_an_entry_for_each_part() -> None:
    held = register()
    with verb("names-imported", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing:
        for number in range(3):
            writing.part()
            writing.insert(OrganName(organ=held.market, name=f"name {number}", first=TODAY))
    told = [[one["row"]["name"] for one in json.loads(one.text)["what"]["rows"]] for one in writing.entries]
    assert told == [["name 0"], ["name 1"], ["name 2"]]
    assert (faults(), all_row_faults()) == ([], [])


def test_who_changes_a_row_that_somebody_changed_before_is_told() -> None:
    held = register()
    one, other = (OrganName.objects.get(organ=held.market) for _ in range(2))
    with verb("first", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing:
        writing.change(one, short="市监局")
    with (
        pytest.raises(Overtaken, match=r"organs_name \d+: somebody changed it since version 1 was read; read it again"),
        verb("second", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing,
    ):
        writing.change(other, short="市场局")
    assert OrganName.objects.get(organ=held.market).short == "市监局"


def test_rows_changed_beside_the_verbs_show() -> None:
    held = register()
    name = OrganName.objects.get(organ=held.market)
    with everything("a test"), connection.cursor() as cursor:
        cursor.execute("UPDATE organs_name SET name = 'x', version = 2 WHERE id = %s", [name.id])
        cursor.execute(
            "INSERT INTO organs_name (id, version, organ_id, name, short, first) VALUES (9999, 1, %s, 'y', '', %s)",
            [held.market.id, date(2026, 1, 1)],
        )
    assert all_row_faults() == [
        RowFault(RowFaultKind.CHANGED, "organs_name", name.id),
        RowFault(RowFaultKind.UNTOLD, "organs_name", 9999),
    ]


@pytest.mark.parametrize("model", CHAINED, ids=lambda model: model._meta.db_table)
def test_the_database_holds_every_table_of_rows_that_the_chain_tells(model: type[Chained]) -> None:
    register()
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        names = {name.removeprefix(f"{table}_") for (name,) in cursor.fetchall()}
    last = "no_replace" if connection.vendor == "sqlite" else "no_truncate"
    by_key = {"no_other_in_place", "no_change_into_another"}
    assert names - by_key in ({"no_delete", "next_version", last}, {"no_delete", "no_update", last})
    assert names & by_key in (set(), by_key if connection.vendor == "sqlite" else set())


def test_a_row_goes_to_its_next_version_or_not_at_all() -> None:
    register()
    taken = []
    for statement in (
        "DELETE FROM organs_name",
        "UPDATE organs_name SET name = 'x'",
        "UPDATE organs_name SET name = 'x', version = version + 2",
        "UPDATE organs_name SET id = id + 1000, version = version + 1",
        "INSERT INTO organs_name (id, version, organ_id, name, short, first) "
        "SELECT id, 1, organ_id, 'x', '', first FROM organs_name LIMIT 1",
    ):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
            taken.append(statement)
        except DatabaseError:
            pass
    assert taken == []
    assert OrganName.objects.filter(first=BEGAN).count() == 8
