"""A run in parts finds what a run at once finds, and no case is split."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.run.test_many_engines import taken_in, worked
from yifa.law.run.case_tables import as_tables
from yifa.law.run.engines import duckdb_engine
from yifa.law.run.findings_table import KEY, findings_table
from yifa.law.run.many_cases import Comparing, Coverage, many_engine, plainly
from yifa.law.run.parts import coverage_of, cut, in_parts


def in_order(tables: Iterable[pa.Table]) -> list[dict[str, Any]]:
    rows = [row for table in tables for row in table.to_pylist()]
    return sorted(rows, key=lambda row: tuple(row[name] for name in KEY))


@pytest.mark.parametrize(
    ("at_most", "made"), [pytest.param(1, None, marks=pytest.mark.slow), (25, duckdb_engine), (10_000, None)]
)
def test_a_run_in_parts_finds_what_a_run_at_once_finds(at_most: int, made: Callable[[], Comparing] | None) -> None:
    asked, many = list(islice(worked("licence"), 0, None, 60)), many_engine("licence")
    acts, cases = as_tables(asked, many.whole.folder.procedure)
    sources = [one.source for one in asked]
    whole = many.judge(taken_in("licence", asked))
    found = list(
        in_parts(
            many,
            acts.to_batches(max_chunksize=7),
            cases.to_batches(max_chunksize=3),
            comparing=plainly if made is None else made(),
            sources=sources,
            counted=True,
            at_most=at_most,
        )
    )
    assert sum(part.cases for part in found) == len(asked)
    assert sum(part.acts for part in found) == acts.num_rows
    assert [part.number for part in found] == list(range(len(found)))
    assert (len(found) == 1) == (at_most == 10_000)
    assert in_order(part.findings for part in found) == in_order([findings_table(whole)])
    assert coverage_of(part.coverage for part in found) == sorted(
        whole.coverage(), key=lambda line: (line.source, line.duty)
    )


def cases_of(numbers: list[int]) -> pa.Table:
    return pa.table({"case": pa.array(numbers, pa.int64())})


@given(
    st.lists(st.integers(0, 6), max_size=12),
    st.integers(1, 9),
    st.integers(1, 5),
    st.integers(1, 5),
)
def test_no_case_is_split_and_none_is_left_out(many: list[int], at_most: int, act_rows: int, case_rows: int) -> None:
    acts = cases_of([case for case, times in enumerate(many) for _ in range(times)])
    cases = cases_of(list(range(len(many))))
    batches = acts.to_batches(max_chunksize=act_rows) or [pa.RecordBatch.from_pylist([], acts.schema)]
    found = list(cut(batches, cases.to_batches(max_chunksize=case_rows), at_most))
    assert [case for _, some in found for case in some["case"].to_pylist()] == list(range(len(many)))
    assert [case for some, _ in found for case in some["case"].to_pylist()] == acts["case"].to_pylist()
    for some_acts, some_cases in found:
        assert set(some_acts["case"].to_pylist()) <= set(some_cases["case"].to_pylist())
        assert some_acts.num_rows <= at_most or len(set(some_acts["case"].to_pylist())) == 1


def test_keys_that_do_not_ascend_are_refused() -> None:
    good, bad = cases_of([1, 2, 3]), cases_of([1, 3, 2])
    with pytest.raises(ValueError, match="in the order of the case's key"):
        list(cut(bad.to_batches(), good.to_batches(), 5))
    with pytest.raises(ValueError, match="in the order of the case's key"):
        list(cut(good.to_batches(), [*good.to_batches(), *good.to_batches()], 1))


def test_acts_without_any_case_are_refused() -> None:
    with pytest.raises(ValueError, match="there are acts, but no cases"):
        list(cut(cases_of([1]).to_batches(), [], 5))


def test_no_batch_of_acts_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one batch of acts"):
        list(cut([], cases_of([1]).to_batches(), 5))


def test_lines_of_coverage_are_added_up() -> None:
    parts = [[Coverage("a", "x", 2), Coverage("b", "x", 1)], [Coverage("a", "x", 3)]]
    assert coverage_of(parts) == [Coverage("a", "x", 5), Coverage("b", "x", 1)]
