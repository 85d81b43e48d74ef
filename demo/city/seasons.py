"""On which days cases start: fewer around Spring Festival, a rush before the end of the year, none on days off."""

from __future__ import annotations

import numpy as np

from demo.city.days import Days, calendar, number
from demo.city.draws import Draws

FIRST_DAY, LAST_DAY = "2025-07-01", "2026-06-30"
AS_OF = "2026-08-31"
QUIET = (("2026-01-26", "2026-03-06"),)
RUSH = (("2025-11-17", "2025-12-26"),)


def starts(n: int, draws: Draws, between: tuple[str, str] | None = None) -> Days:
    """n days on which cases start, working days all of them."""
    first, last = between or (FIRST_DAY, LAST_DAY)
    days = np.arange(number(first), number(last) + 1)
    weight = calendar().is_working(days) * 10
    for spans, times in ((QUIET, 4), (RUSH, 17)):
        for begin, end in spans:
            inside = (days >= number(begin)) & (days <= number(end))
            weight = np.where(inside, weight * times // 10, weight)
    return days[draws.weighted(n, weight)]
