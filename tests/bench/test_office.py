"""The workload of the desk runs on both databases, through the site as it is served; a child that stops is a fault."""

from __future__ import annotations

import pytest

from bench import office
from bench.workload import Size

pytestmark = pytest.mark.slow


def test_a_desk_is_asked_on_both_databases() -> None:
    outcome = office.measure(Size.TINY)

    assert outcome.faults == ()
    told = [note for note in outcome.notes if "p50 / p95" in note]
    assert [note.partition(":")[0] for note in told] == list(office.DATABASES)
