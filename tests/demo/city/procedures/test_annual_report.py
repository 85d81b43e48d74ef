"""The work of a year is looked at when it has ended."""

from __future__ import annotations

import numpy as np

from demo.city.days import calendar, number, told
from demo.city.draws import Draws
from demo.city.procedures.annual_report import YEAR_END
from demo.city.stories import Moment


def test_a_year_ends_on_its_last_day() -> None:
    at = Moment(np.array([number("2025-03-03"), number("2025-11-20")]), np.full(2, 600))
    assert [told(day) for day in YEAR_END.move(at, calendar(), Draws("gaps")).day] == ["2025-12-31", "2025-12-31"]
