"""The workloads of supervising run on an invented township, and cases that get lost are a fault."""

from __future__ import annotations

from typing import Any

import pytest

from bench import supervise
from bench.workload import Size

pytestmark = pytest.mark.slow


def test_a_township_goes_from_ledgers_to_findings() -> None:
    outcome = supervise.measure_city(Size.TINY)
    assert outcome.faults == ()
    assert "findings" in outcome.notes[0]
    assert [goal.unit for goal in outcome.goals] == ["GB"], "no time is asked of a township"


def test_cases_that_get_lost_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    written: Any = supervise.write
    monkeypatch.setattr(supervise, "write", lambda *given: 2 * written(*given))
    assert len(supervise.measure_city(Size.TINY).faults) == 1


def test_every_way_of_opening_counts_the_same_sheets() -> None:
    outcome = supervise.measure_reading(Size.TINY)
    assert outcome.faults == ()
    assert len(set(outcome.races[0].answers.values())) == 1
