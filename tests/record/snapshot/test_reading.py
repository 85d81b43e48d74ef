"""Tables come out as columns: what a scoped query would give, blanks blank, and all of it again from Parquet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from django.db import DatabaseError, connection, transaction

from tests.record.register import CLERK, TODAY, register
from tests.record.there import WITH_REASON
from tests.record.verbs import ACCEPTED, RECEIVED
from yifa.record.as_ledgers.taking_out import snapshot
from yifa.record.cases.actions import correct, open_case, record
from yifa.record.cases.models import Act, Case
from yifa.record.scope import Scope, Unscoped, everything, within
from yifa.record.snapshot.beside import tables_of
from yifa.record.snapshot.reading import read_parquet, write_parquet

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def organs() -> tuple[int, int]:
    """The market bureau with two cases and a corrected act, the justice bureau with one."""
    held = register()
    with everything("a test"):
        for number in ("1", "2"):
            open_case(held.market, "licence", number, actor=CLERK, on=TODAY, acts=(RECEIVED,))
        record(Case.objects.get(number="1"), ACCEPTED, actor=CLERK)
        correct(Act.objects.get(kind="application-accepted"), ACCEPTED, actor=WITH_REASON)
        open_case(held.justice, "licence", "它的'3'", actor=CLERK, on=TODAY)
    return held.market.id, held.justice.id


def test_a_snapshot_is_a_read_under_a_scope(organs: tuple[int, int]) -> None:
    with pytest.raises(Unscoped, match="was to be read without a scope"):
        snapshot()
    market, justice = organs
    for seen, cases, acts in (({market}, ["1", "2"], 4), ({justice}, ["它的'3'"], 0), (set(organs), None, 4)):
        with within(Scope.of(seen)):
            frames = snapshot()
            assert frames["cases"]["number"].to_list() == list(
                Case.objects.order_by("id").values_list("number", flat=True)
            )
        assert cases is None or frames["cases"]["number"].to_list() == cases
        assert frames["acts"].height == acts
        assert frames["organs"].height == 8, "organs are public"


def test_what_is_blank_stays_blank_and_moments_are_those_of_the_record(organs: tuple[int, int]) -> None:
    with everything("a test"):
        acts = snapshot()["acts"].sort("id")
        rows = list(
            Act.objects.order_by("id").values_list("id", "on", "minute", "corrects_id", "recorded_at", "withdrawn")
        )
    told = acts.select("id", "on", "minute", "corrects_id", "recorded_at", "withdrawn").rows()
    assert told == [(*row[:4], row[4].replace(tzinfo=None), row[5]) for row in rows]
    assert (acts["minute"].null_count(), acts["corrects_id"].null_count()) == (4, 3)


TRIES_TO_WRITE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0).execute("BEGIN IMMEDIATE")
    print("writes")
except sqlite3.OperationalError as error:
    print(error)
"""


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="locks on files are SQLite's")
def test_a_snapshot_lets_nobody_write_in_the_midst_of_a_transaction(organs: tuple[int, int]) -> None:
    file = str(connection.settings_dict["NAME"])
    with everything("a test"), transaction.atomic():
        assert snapshot()["cases"].height == 3
        done = subprocess.run(
            [sys.executable, "-I", "-c", TRIES_TO_WRITE, file], capture_output=True, text=True, check=True
        )
    assert done.stdout == "database is locked\n"


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="there the process is begun")
def test_what_goes_wrong_in_the_process_that_reads_is_raised_here(organs: tuple[int, int]) -> None:
    file = Path(connection.settings_dict["NAME"])
    with pytest.raises(DatabaseError, match="no such table: no_such"):
        dict(tables_of(file, {"one": "SELECT 1 AS c0", "other": "SELECT 1 FROM no_such"}))


def test_parquet_holds_the_same_tables(organs: tuple[int, int], tmp_path: Path) -> None:
    with everything("a test"):
        frames = snapshot()
    names = [path.name for path in write_parquet(frames, tmp_path)]
    again = read_parquet(tmp_path)
    assert sorted(names) == sorted(f"{name}.parquet" for name in frames)
    assert all(again[name].equals(frame) for name, frame in frames.items() if frame.height)
    assert not any("江" in str(row) for frame in again.values() for row in frame.select(pl.col(pl.String)).rows())
