"""Enforcement on the wrong days: festivals the law names, and weekends that are off and no festival."""

from __future__ import annotations

import numpy as np
import pytest

from demo.city.days import calendar, number, told
from demo.city.draws import Draws
from demo.city.procedures.enforcement_breaches import ON_FESTIVAL, ON_WEEKEND
from demo.city.stories import Gap, Moment


def moved(gap: Gap, *days: str) -> list[str]:
    at = Moment(np.array([number(day) for day in days]), np.full(len(days), 600))
    return [told(day) for day in gap.move(at, calendar(), Draws("gaps")).day]


@pytest.mark.parametrize(
    ("from_day", "festival"),
    [
        ("2025-07-07", "2025-10-01"),
        ("2025-10-09", "2026-01-01"),
        ("2026-01-05", "2026-02-17"),
        ("2026-03-02", "2026-05-01"),
    ],
)
def test_a_festival_is_the_next_one_the_law_names(from_day: str, festival: str) -> None:
    assert moved(ON_FESTIVAL, from_day) == [festival]


@pytest.mark.parametrize(
    ("from_day", "weekend", "why"),
    [
        ("2025-07-07", "2025-07-12", "Monday: the Saturday of that week"),
        ("2025-09-24", "2025-09-27", "Saturday off; Sunday 28 September is worked"),
        ("2026-02-11", "2026-02-15", "Saturday 14 February is worked, Sunday is off"),
        ("2026-04-02", "2026-04-04", "Saturday; Sunday 5 April would be Tomb Sweeping Day itself"),
        ("2026-04-29", "2026-05-03", "2 May is a festival day, 3 May is a Sunday off"),
    ],
)
def test_a_weekend_is_off_and_no_festival(from_day: str, weekend: str, why: str) -> None:
    assert moved(ON_WEEKEND, from_day) == [weekend], why
