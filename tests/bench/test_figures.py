"""The workloads of figures run, what is counted is what SQL by hand counts, and a report comes in all its forms."""

from __future__ import annotations

import pytest

from bench import figures, report
from bench.workload import Size

LIMITS = {"figures.book": [1.6, 5], "figures.many": [1.6, 20]}


@pytest.mark.parametrize("workload", figures.WORKLOADS, ids=lambda workload: workload.name)
def test_the_figures_of_a_year_are_those_of_sql_by_hand(workload) -> None:
    outcome = workload.measure(Size.TINY)
    assert outcome.faults == ()
    assert [goal.limit for goal in outcome.goals] == LIMITS[workload.name]


@pytest.mark.slow
def test_a_report_is_drafted_checked_and_written_in_three_forms() -> None:
    outcome = report.WORKLOADS[0].measure(Size.TINY)
    assert outcome.faults == ()
    assert [goal.limit for goal in outcome.goals] == [5]
    assert outcome.notes[0].endswith("written: 工作稿.docx, 工作稿.html, 工作稿.pdf.")
