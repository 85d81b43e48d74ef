"""Ten million cases of ledgers, at the least size: the engines agree, and a changed case is judged as before."""

from __future__ import annotations

import pytest

from bench import ledgers
from bench.workload import Size


@pytest.mark.slow
def test_engines_agree_over_all_procedures_of_the_city() -> None:
    outcome = ledgers.measure_parquet(Size.TINY)
    assert outcome.faults == ()


@pytest.mark.slow
def test_what_changed_comes_to_what_it_came_to() -> None:
    outcome = ledgers.measure_next_day(Size.TINY)
    assert outcome.faults == ()
