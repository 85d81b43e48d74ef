"""The chain in a database: it grows, it is sealed, and the database itself refuses anything else."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from tests.record.chain.records import CHINA
from yifa.record.chain import Fault, FaultKind, commit, opens
from yifa.record.chain.actions import OutsideTransaction, Personal, append, erase, seal
from yifa.record.chain.models import EntryRow, HeadRow, KeptValue, SealRow
from yifa.record.chain.queries import faults, rows, seals, value

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=CHINA)
FILED = {"act": "case-filed", "case": "青市监案〔2026〕1号"}

pytestmark = pytest.mark.django_db


def recorded(organ: str, *whats: dict[str, Any]) -> None:
    with transaction.atomic():
        append(organ, whats or [FILED], NOW)


def test_entries_follow_one_another_in_each_chain() -> None:
    recorded("qp-market", FILED, {"act": "decision-made"})
    recorded("qp-justice")
    recorded("qp-market", {"act": "decision-served"})
    told = [(organ, number) for organ in ("qp-justice", "qp-market") for number, _, _ in rows(organ)]
    assert told == [("qp-justice", 1), ("qp-market", 1), ("qp-market", 2), ("qp-market", 3)]
    assert faults() == []


def test_a_seal_closes_what_is_new_and_names_every_head() -> None:
    recorded("qp-market")
    seal(date(2026, 3, 2))
    recorded("qp-justice")
    seal(date(2026, 3, 3))
    seal(date(2026, 3, 4))
    told = [
        (one.number, one.leaves, {organ: head.number for organ, head in one.heads.items()}) for one, _ in seals()[0]
    ]
    assert told == [
        (1, 1, {"qp-market": 1}),
        (2, 1, {"qp-justice": 1, "qp-market": 1}),
        (3, 0, {"qp-justice": 1, "qp-market": 1}),
    ]
    assert faults() == []


def test_personal_values_are_chained_as_commitments_and_can_be_erased() -> None:
    recorded("qp-market", {**FILED, "party": {"name": Personal("柳三春")}, "officers": [Personal("a"), Personal("b")]})
    seal(date(2026, 3, 2))
    kept = KeptValue.objects.get(value='"柳三春"')
    [(_, text, _)] = rows("qp-market")
    assert ("柳三春" in text, kept.commitment in text, value(kept.commitment)) == (False, True, "柳三春")
    assert opens(kept.commitment, "柳三春", kept.salt)
    assert commit("柳三春", kept.salt).digest == kept.commitment
    erase("qp-market", [kept.commitment], because="本人申请", by="officer 7", recorded=NOW)
    assert (value(kept.commitment), KeptValue.objects.count(), EntryRow.objects.count()) == (None, 2, 2)
    assert faults() == []


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_the_transaction_of_a_verb() -> None:
    with pytest.raises(
        OutsideTransaction, match="chain of qp-market: an entry is recorded in the transaction of a verb"
    ):
        append("qp-market", [FILED], NOW)
    assert EntryRow.objects.count() == 0


@transaction.atomic
def cut_off() -> None:
    append("qp-market", [{"act": "decision-made", "party": Personal("柳三春")}], NOW)
    raise RuntimeError("power cut")


def test_a_verb_that_fails_leaves_nothing_behind() -> None:
    recorded("qp-market")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="power cut"):
            cut_off()
    assert (EntryRow.objects.count(), KeptValue.objects.count(), HeadRow.objects.get().number) == (1, 0, 1)
    assert faults() == []


REFUSED = {
    "an entry changed": "UPDATE chain_entry SET text = 'x'",
    "an entry taken away": "DELETE FROM chain_entry",
    "a seal changed": "UPDATE chain_seal SET digest = 'x'",
    "a seal taken away": "DELETE FROM chain_seal",
    "a value changed": "UPDATE chain_value SET value = 'x'",
    "an entry put in": "INSERT INTO chain_entry (organ, number, text, digest) VALUES ('qp-market', 1, 'x', 'x')",
    "an entry left out": "INSERT INTO chain_entry (organ, number, text, digest) VALUES ('qp-market', 3, 'x', 'x')",
    "a chain begun in the middle": "INSERT INTO chain_entry (organ, number, text, digest) VALUES ('new', 2, 'x', 'x')",
    "a seal left out": "INSERT INTO chain_seal (number, day, text, digest) VALUES (3, '2026-03-03', 'x', 'x')",
}
ON_SQLITE = {
    "an entry replaced": (
        "REPLACE INTO chain_entry (id, organ, number, text, digest) VALUES (1, 'qp-market', 1, 'x', 'x')"
    ),
    "an entry replaced by its place": (
        "INSERT OR REPLACE INTO chain_entry (organ, number, text, digest) VALUES ('qp-market', 1, 'x', 'x')"
    ),
    "a value replaced": (
        "INSERT OR REPLACE INTO chain_value (commitment, salt, value, sought_by) "
        "SELECT commitment, 'x', 'x', 'x' FROM chain_value"
    ),
    "an entry changed on conflict": (
        "INSERT INTO chain_entry (organ, number, text, digest) VALUES ('qp-market', 1, 'x', 'x') "
        "ON CONFLICT (organ, number) DO UPDATE SET text = 'x'"
    ),
}
ON_POSTGRES = {
    "all entries taken away": "TRUNCATE chain_entry",
    "all seals taken away": "TRUNCATE chain_seal CASCADE",
    "all values taken away": "TRUNCATE chain_value",
    "an entry changed on conflict": (
        "INSERT INTO chain_entry (organ, number, text, digest) VALUES ('qp-market', 1, 'x', 'x') "
        "ON CONFLICT (organ, number) DO UPDATE SET text = 'x'"
    ),
}


def statements() -> dict[str, str]:
    return REFUSED | (ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRES)


def test_the_database_refuses_to_change_or_take_away_a_row() -> None:
    recorded("qp-market", {**FILED, "party": Personal("柳三春")})
    seal(date(2026, 3, 2))
    taken = []
    for name, statement in statements().items():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
            taken.append(name)
        except DatabaseError:
            pass
    assert taken == []
    assert faults() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a file is SQLite's")
def test_another_program_without_our_settings_is_refused_too() -> None:
    recorded("qp-market", {**FILED, "party": Personal("柳三春")})
    seal(date(2026, 3, 2))
    other = sqlite3.connect(connection.settings_dict["NAME"])
    for statement in [*REFUSED.values(), *ON_SQLITE.values()]:
        with pytest.raises(sqlite3.IntegrityError):
            other.execute(statement)
    other.close()
    assert faults() == []


def without_triggers(statement: str) -> None:
    """What somebody does who owns the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            for table in ("chain_entry", "chain_seal", "chain_value"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "UPDATE chain_entry SET text = replace(text, '1号', '2号') WHERE number = 1",
            [Fault(FaultKind.CHANGED, "qp-market", 1)],
        ),
        ("DELETE FROM chain_entry WHERE number = 2", [Fault(FaultKind.MISSING, "qp-market", 2, 2)]),
        (
            "DELETE FROM chain_entry WHERE number = 3",
            [Fault(FaultKind.CUT_OFF, "qp-market", 3), Fault(FaultKind.CUT_OFF, "qp-market", 3, 3)],
        ),
        ("DELETE FROM chain_seal", []),
        ("UPDATE chain_seal SET text = 'x'", [Fault(FaultKind.UNKNOWN_FORM, "", 1)]),
        ("UPDATE chain_head SET number = 2", [Fault(FaultKind.CHANGED, "qp-market", 3)]),
    ],
)
def test_what_the_owner_of_the_database_changes_shows(statement: str, found: list[Fault]) -> None:
    recorded("qp-market", FILED, {"act": "decision-made"}, {"act": "decision-served"})
    sealed = seal(date(2026, 3, 2))
    without_triggers(statement)
    assert faults() == found
    assert faults({sealed.number: sealed.digest}) != []


def test_two_seals_never_have_the_same_number() -> None:
    seal(date(2026, 3, 2))
    with pytest.raises(DatabaseError), transaction.atomic():
        SealRow.objects.create(number=1, day=date(2026, 3, 2), text="x", digest="x")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL is told how to pack")
def test_long_texts_are_packed_quickly_where_the_server_can() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression'")
        [(known,)] = cursor.fetchall()
        cursor.execute(
            "SELECT attcompression FROM pg_attribute WHERE attrelid = 'chain_entry'::regclass AND attname = 'text'"
        )
        [(packed,)] = cursor.fetchall()
    assert packed == ("l" if "lz4" in known else "")
    long = {"act": "decision-made", "grounds": "事实清楚，证据确凿。" * 2000}
    recorded("qp-market", long)
    [(_, text, _)] = rows("qp-market")
    assert (len(text) > len(long["grounds"]), faults()) == (True, [])
