"""Every workload of the clock runs, and its variants give the same days."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from bench import clock
from bench.histories import SHARES, columns, mixed
from bench.workload import Size, Workload
from yifa.law.catalogue import calendar
from yifa.law.clock import Unit

GOALS = {
    "clock.columns": [(2e6, "a second", True)],
    "clock.single": [(0.1, "ms", False)],
    "clock.peers": [],
}


@pytest.mark.slow
@pytest.mark.parametrize("workload", clock.WORKLOADS, ids=lambda workload: workload.name)
def test_a_workload_runs_at_tiny_size_and_its_answers_agree(workload: Workload) -> None:
    outcome = workload.measure(Size.TINY)

    assert outcome.faults == ()
    assert [(goal.limit, goal.unit, goal.at_least) for goal in outcome.goals] == GOALS[workload.name]
    assert len(outcome.races) == 1


def test_an_answer_that_differs_from_the_one_case_is_a_fault() -> None:
    law = calendar()
    batch = columns(50, Unit.CALENDAR_DAYS, first=clock.FIRST, last=clock.LAST_START)
    dues = batch.dues(law)
    assert list(clock.differing_rows(law, batch, dues, extensions=True)) == []

    dues.latest[7] += 1

    faults = list(clock.differing_rows(law, batch, dues, extensions=True))
    assert len(faults) == 1
    assert str(batch.case(7)) in faults[0]


def test_a_peer_that_must_agree_and_does_not_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock.chinese_calendar, "is_workday", lambda day: day.weekday() < 5)

    faults = clock.measure_peers(Size.TINY).faults

    assert [fault.partition(": ")[0] for fault in faults] == [clock.IS_WORKDAY]


def test_the_peers_are_told_apart_by_what_they_know_of_make_up_days() -> None:
    known, naive = clock.measure_peers(Size.TINY).notes

    assert known == "holidays: 0 of 40 last days differ from ours, and 0 of 2,922 single days."
    assert naive.startswith("A loop that skips weekends")
    assert ": 0 of" not in naive


def test_walking_leaves_the_first_day_out() -> None:
    assert clock.walk(lambda day: day.weekday() < 5, date(2024, 3, 1), 1) == date(2024, 3, 4)


def test_histories_are_the_same_every_time_and_in_the_shares_stated() -> None:
    ours, again = (mixed(1_000, first=clock.FIRST, last=clock.LAST_START, least_pauses=1) for _ in range(2))

    assert {batch.unit: len(batch.start) / 1_000 for batch in ours} == SHARES
    for one, other in zip(ours, again, strict=True):
        assert {name for name, column in vars(one).items() if not np.array_equal(column, vars(other)[name])} == set()
    used = np.concatenate([(batch.begins > 0).sum(axis=1) for batch in ours])
    assert sorted(set(used.tolist())) == [1, 2, 3]


def test_a_row_by_itself_is_asked_with_or_without_what_happened() -> None:
    batch = columns(40, Unit.MONTHS, first=clock.FIRST, last=clock.LAST_START, least_pauses=3)
    rows = range(len(batch.start))

    def counted(**what: Any) -> tuple[int, int]:
        cases = [batch.case(row, **what) for row in rows]
        return sum(len(case.pauses) for case in cases), sum(len(case.extensions) for case in cases)

    granted = int((batch.approved > 0).sum())
    assert counted() == (120, granted)
    assert counted(pauses=False) == (0, granted)
    assert counted(extensions=False) == (120, 0)
    assert granted > 0
