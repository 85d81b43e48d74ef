"""Whatever somebody makes a column of the chain hold instead, verifying tells it and never falls over."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from tests.record.chain.owner import triggers_gone
from tests.record.chain.records import CHINA
from yifa.record.chain import Fault, FaultKind
from yifa.record.chain.actions import Personal, append, seal
from yifa.record.chain.faults import RowFault
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=CHINA)
COLUMNS = {
    "chain_entry": ("organ", "number", "text", "digest"),
    "chain_head": ("organ", "number", "digest"),
    "chain_seal": ("number", "day", "text", "digest"),
    "chain_value": ("commitment", "salt", "value", "sought_by"),
}
BOTH = (
    "NULL", "-1", "0", "77", "9223372036854775807", "'rubbish'", "''", "' '", "'2026-13-45'", "'infinity'",
    "{column} || 'x'", "{column} || chr(10) || {column}", "{column} + 1", "repeat('[', 5000)",
    """'{{"form":"yifa.entry/1","hash":"sha256","number":1,"organ":"qp-market","previous":"","recorded":"","what":[]}}'""",
    """'{{"form":"yifa.entry/1","hash":"sm9","what":{{"rows":[{{"row":{{"id":[],"version":{{}}}},"table":{{}}}}]}}}}'""",
    """'{{"what":{{"act":"values-erased","commitments":3}}}}'""",
    "replace({column}, '\"sha256\"', '\"sm9\"')", "replace({column}, '\"number\":2', '\"number\":1')",
    "replace({column}, '\"leaves\":', '\"leaves\":-')", "replace({column}, '\"number\":', '\"number\":9999999999')",
    "(SELECT {column} FROM {table} AS other ORDER BY {column} LIMIT 1)",
)  # fmt: skip
SQLITE = (
    "2.5", "1e400", "x''", "x'00ff'", "CAST(x'ff' AS TEXT)", "CAST({column} AS BLOB)", "CAST({column} AS TEXT)",
    "CAST({column} || x'ff' AS TEXT)", "'a' || char(0) || 'b'", "CAST({column} AS REAL) + 0.5",
)  # fmt: skip


@pytest.fixture
def trusted() -> dict[int, str]:
    """A record of two organs under two seals, with values kept apart; the seals that somebody else keeps."""
    found = {}
    for day in (2, 3):
        for organ in ("qp-justice", "qp-market"):
            append(organ, [{"act": "case-filed", "case": str(one), "name": Personal(f"柳{one}")} for one in "123"], NOW)
        made = seal(date(2026, 3, day))
        found[made.number] = made.digest
    assert (faults(found), list(row_faults([]))) == ([], [])
    triggers_gone()
    return found


def spoiled(table: str, column: str, rubbish: str) -> bool:
    """Put rubbish into a column of one row; False where the database refuses it, or it is what stood there."""
    said = rubbish.format(column=column, table=table)
    if connection.vendor == "sqlite":
        said = said.replace("chr(10)", "char(10)").replace(
            "repeat('[', 5000)", "replace(hex(zeroblob(2500)), '0', '[')"
        )
    key = "organ" if table == "chain_head" else "id"
    which = f"{key} = (SELECT max({key}) FROM {table})"  # noqa: S608
    same = "IS NOT DISTINCT FROM" if connection.vendor == "postgresql" else "IS"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {which} AND {column} {same} ({said})")  # noqa: S608
            if cursor.fetchone()[0]:
                return False
            cursor.execute(f"UPDATE {table} SET {column} = {said} WHERE {which}")  # noqa: S608
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {which} AND {column} {same} ({said})")  # noqa: S608
    except DatabaseError:
        return False
    return True


@pytest.mark.parametrize(("table", "column"), [(table, one) for table, held in COLUMNS.items() for one in held])
def test_rubbish_in_a_column_of_the_chain_is_told(table: str, column: str, trusted: dict[int, str]) -> None:
    missed, done = [], 0
    for rubbish in (*BOTH, *(SQLITE if connection.vendor == "sqlite" else ())):
        with transaction.atomic():
            if spoiled(table, column, rubbish):
                done += 1
                found: list[Fault | RowFault] = [*faults(trusted), *row_faults([])]
                missed += [] if found else [rubbish]
            transaction.set_rollback(True)
    assert (missed, done > 2) == ([], True)


@pytest.mark.parametrize("rubbish", SQLITE)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="columns of PostgreSQL hold one kind of value")
def test_an_entry_put_in_under_no_name_is_told(rubbish: str, trusted: dict[int, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO chain_entry (organ, number, text, digest) "  # noqa: S608
            f"SELECT {rubbish.format(column='organ')}, 9, text, digest FROM chain_entry WHERE id = 1"
        )
    assert Counter(one.kind for one in faults(trusted)).total() > 0


def test_a_seal_whose_day_is_none_is_told_by_its_number(trusted: dict[int, str]) -> None:
    rubbish = "'infinity'" if connection.vendor == "postgresql" else "'rubbish'"
    assert spoiled("chain_seal", "day", rubbish)
    assert faults(trusted) == [Fault(FaultKind.SEAL_CHANGED, "", 2)]


def test_seals_that_changed_places_are_told(trusted: dict[int, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE chain_seal SET (day, text, digest) = "
            "(SELECT day, text, digest FROM chain_seal AS other WHERE other.number = 3 - chain_seal.number)"
        )
    found = faults(trusted)
    assert {(one.kind, one.number) for one in found} >= {(FaultKind.SEAL_CHANGED, 1), (FaultKind.SEAL_CHANGED, 2)}
