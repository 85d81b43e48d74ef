"""What is kept of ledgers gives the same book, holds nobody, and is not read once somebody changed it."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.oversight.reporting.kept import gathered
from yifa.law.facts import Source
from yifa.law.figures import Period
from yifa.law.run.counting import Tables
from yifa.oversight.reporting.book_data import book_data, row_files
from yifa.oversight.reporting.canonical import sealed
from yifa.oversight.reporting.figure_book import make_book
from yifa.oversight.reporting.gathering import Gathered
from yifa.oversight.reporting.snapshot import NotASnapshot, is_snapshot, read_snapshot, write_snapshot

DAY = date(2024, 12, 31)


def book_of(some: Gathered) -> bytes:
    book = make_book(some, Period.year(2024), as_of=DAY)
    return sealed(book_data(book, row_files(book)))


def test_a_book_of_a_snapshot_is_the_book_of_the_ledgers(tmp_path):
    assert not is_snapshot(tmp_path)
    write_snapshot(tmp_path, gathered(), DAY)
    kept = read_snapshot(tmp_path)
    assert is_snapshot(tmp_path)
    assert kept.as_of == DAY
    assert book_of(kept.gathered) == book_of(gathered())


def test_only_what_is_counted_from_is_kept_and_where_cases_stand(tmp_path):
    whole = gathered()
    (one, *_) = whole.tables
    acts = one.acts.append_column("field.party_id", pa.array(["罗远山"] * one.acts.num_rows))
    cases = one.cases.append_column("shows.party", pa.array(["罗远山"] * one.cases.num_rows))
    write_snapshot(tmp_path, Gathered((Tables(one.procedure, acts, cases),), whole.organs), DAY)
    kept = [set(pq.read_schema(tmp_path / f"penalty-ordinary-{name}.parquet").names) for name in ("acts", "cases")]
    assert kept == [
        {"case", "act", "day", "field.result", "field.fine", "field.gains_confiscated", "field.penalties"},
        {"case", "organ", "number", "file", "sheet", "row"},
    ]


def test_what_sources_carry_comes_back(tmp_path):
    (one, *_) = gathered().tables
    sources = (
        Source("a", frozenset(("case-filed",)), None, frozenset(("decision-made.fine",))),
        Source("b", counts=True),
    )
    write_snapshot(tmp_path, Gathered((Tables(one.procedure, one.acts, one.cases, sources),)), DAY)
    assert read_snapshot(tmp_path).gathered.tables[0].sources == sources


@pytest.mark.parametrize("changed", ["snapshot.json", "reconsideration-acts.parquet"])
def test_a_snapshot_that_was_changed_is_not_read(tmp_path, changed):
    write_snapshot(tmp_path, gathered(), DAY)
    path = tmp_path / changed
    path.write_bytes(path.read_bytes().replace(b'"held":1', b'"held":0') + b" ")
    with pytest.raises(NotASnapshot, match=changed):
        read_snapshot(tmp_path)
