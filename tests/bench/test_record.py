"""The workloads of the record run on both databases, and their answers agree; a child that stops is a fault."""

from __future__ import annotations

import pytest

from bench import record
from bench.workload import Size

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("workload", record.WORKLOADS, ids=lambda one: one.name)
def test_a_workload_runs_on_both_databases(workload: record.Workload) -> None:
    outcome = workload.measure(Size.TINY)
    assert outcome.faults == ()
    told = [*(race.title for race in outcome.races), *outcome.notes]
    assert {name for name in record.DATABASES if any(text.startswith(name) for text in told)} == set(record.DATABASES)


def test_what_stops_is_a_fault() -> None:
    outcome = record.measure("nothing of the kind", Size.TINY)
    assert [fault.partition(":")[0] for fault in outcome.faults] == ["SQLite", "PostgreSQL"]
