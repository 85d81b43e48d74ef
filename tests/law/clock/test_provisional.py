"""Past the last notice: the true day, once known, must lie within the range that was given before."""

from __future__ import annotations

import pytest

from tests.law.clock.histories import UNITS, columns
from yifa.law.catalogue import calendar
from yifa.law.catalogue.vectors import calendar_until
from yifa.law.clock import Unit


@pytest.mark.parametrize("year", range(2019, 2026))
@pytest.mark.parametrize("unit", UNITS[:3])
def test_the_day_that_came_true_lay_between_earliest_and_latest(year: int, unit: Unit) -> None:
    before, after = calendar_until(year), calendar()
    part = columns(1500, unit, rolls=True, seed=year)

    guessed, known = part.dues(before), part.dues(after)

    settled = ~known.provisional & ~known.beyond & ~guessed.beyond
    assert (guessed.provisional & settled).sum() > 50
    wrong = settled & ((known.latest < guessed.earliest) | (known.latest > guessed.latest))
    assert [str(part.row(place)) for place in wrong.nonzero()[0]] == []
