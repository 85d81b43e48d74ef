"""The report on the responsibility system is made in December."""

from __future__ import annotations

import numpy as np

from demo.city.days import calendar, number, told
from demo.city.draws import Draws
from demo.city.procedures.supervision import IN_DECEMBER
from demo.city.stories import Moment


def test_a_report_in_december_is_on_a_working_day_of_december() -> None:
    at = Moment(np.full(60, number("2025-08-04")), np.full(60, 600))
    days = IN_DECEMBER.move(at, calendar(), Draws("gaps")).day
    assert {told(day)[:7] for day in days} == {"2025-12"}
    assert calendar().is_working(days).all()
