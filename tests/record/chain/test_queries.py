"""The whole record verified from the database: by two processes, of one moment, whatever the order it lies in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction

from tests.record.chain.records import CHINA
from yifa.record.chain import Fault, FaultKind, queries, shares
from yifa.record.chain.actions import append, seal
from yifa.record.chain.models import EntryRow
from yifa.record.chain.one_moment import one_moment
from yifa.record.chain.queries import faults

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=CHINA)
ORGANS = ("qp-justice", "qp-market", "qp-青云镇")


def recorded(organ: str, *said: str) -> None:
    with transaction.atomic():
        append(organ, [{"act": "case-filed", "case": f"青市监案〔2026〕{one}号"} for one in said], NOW)


@pytest.fixture(autouse=True)
def in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine entries of three organs under two seals, three not sealed yet; much enough for two processes."""
    monkeypatch.setattr(shares, "MUCH", 1)
    for day in (2, 3, 4):
        for organ in ORGANS:
            recorded(organ, str(day))
        if day < 4:
            seal(date(2026, 3, day))


@contextmanager
def as_owner() -> Iterator[Any]:
    """What somebody does who owns the database, and can take its triggers away."""
    on_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if on_postgresql:
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = [] if on_postgresql else cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        try:
            yield cursor
        finally:
            for put_back in (
                ["SET session_replication_role = DEFAULT"] if on_postgresql else [sql for _, sql in triggers]
            ):
                cursor.execute(put_back)


def test_much_is_read_by_two_processes_and_what_goes_wrong_there_is_raised_here() -> None:
    with one_moment():
        (first, *one), (second, *other) = shares.in_shares(lambda *ids: (os.getpid(), *ids), 1, 9, 9)
    assert (first == os.getpid(), second != first, one, other) == (True, True, [0, 5], [5, 9])

    def read(after: int, upto: int) -> None:
        if after:
            raise LookupError(f"{after} to {upto}")

    with pytest.raises(LookupError, match="5 to 9"), one_moment():
        shares.in_shares(read, 1, 9, 9)


def test_a_sound_record_is_not_read_closely_and_what_either_process_finds_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as closely:
        closely.setattr(queries, "verify_chain", None)
        assert faults() == []
    changed = "UPDATE chain_entry SET text = replace(text, %s, %s) WHERE organ = 'qp-market' AND number = %s"
    with as_owner() as cursor:
        for number in (1, 2, 3):
            cursor.execute(changed, ["2026", "2025", number])
            assert faults() == [Fault(FaultKind.CHANGED, "qp-market", number)]
            cursor.execute(changed, ["2025", "2026", number])
    assert faults() == []


def test_rows_that_lie_in_another_order_are_as_they_were_and_one_put_in_before_all_others_is_found() -> None:
    with as_owner() as cursor:
        cursor.execute("UPDATE chain_entry SET id = 1000 - id")
        assert faults() == []
        cursor.execute("UPDATE chain_entry SET text = replace(text, '〕3号', '〕9号') WHERE organ = 'qp-青云镇'")
        assert faults() == [Fault(FaultKind.CHANGED, "qp-青云镇", 2)]
        cursor.execute(
            "INSERT INTO chain_entry (organ, number, text, digest) "
            "SELECT organ, 0, text, digest FROM chain_entry WHERE organ = 'qp-market' AND number = 1"
        )
        assert Fault(FaultKind.MISPLACED, "qp-market", 0) in faults()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="columns of PostgreSQL hold one kind of value")
def test_a_column_that_was_made_to_hold_another_kind_of_value_is_found() -> None:
    missed = []
    for change in (
        "digest = CAST(digest AS BLOB)",
        "number = 'two'",
        "text = text || char(10) || text",
        "organ = x'00'",
    ):
        with as_owner() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM chain_entry")
            cursor.execute(f"UPDATE chain_entry SET {change} WHERE organ = 'qp-market' AND number = 2")  # noqa: S608
            missed += [] if faults() else [change]
            cursor.execute("DELETE FROM chain_entry")
            cursor.execute("INSERT INTO chain_entry SELECT * FROM kept")
            cursor.execute("DROP TABLE kept")
    assert (missed, faults()) == ([], [])


def test_who_records_while_it_is_verified_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = queries.reach

    def meanwhile() -> Any:
        other = Thread(target=lambda: (recorded("qp-market", "9"), connection.close()))
        other.start()
        other.join()
        return ends()

    monkeypatch.setattr(queries, "reach", meanwhile)
    before = EntryRow.objects.count()
    assert faults() == []
    assert EntryRow.objects.count() == before + 1
