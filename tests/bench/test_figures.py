"""The workload of the figures runs, and what is counted is what SQL by hand counts."""

from __future__ import annotations

from bench.figures import WORKLOADS
from bench.workload import Size


def test_the_figures_of_a_year_are_those_of_sql_by_hand() -> None:
    outcome = WORKLOADS[0].measure(Size.TINY)
    assert outcome.faults == ()
    assert [goal.limit for goal in outcome.goals] == [1.6, 5]
