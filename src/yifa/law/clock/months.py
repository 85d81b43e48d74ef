"""Corresponding days: where a term of months or years ends (民法典 202).

It ends on the day of the same number; a month that has no such day lends its last one.

>>> date.fromordinal(corresponding_day(date(2023, 8, 31).toordinal(), 6))
datetime.date(2024, 2, 29)
>>> date.fromordinal(corresponding_day(date(2024, 2, 29).toordinal(), 12))
datetime.date(2025, 2, 28)
>>> date.fromordinal(corresponding_day(date(2024, 3, 31).toordinal(), -1))
datetime.date(2024, 2, 29)
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import numpy as np
from numpy.typing import NDArray


def corresponding_day(ordinal: int, months: int) -> int:
    """The corresponding day so many months later (earlier when negative), as a proleptic ordinal."""
    if months == 0:
        return ordinal
    day = date.fromordinal(ordinal)
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).toordinal()


def corresponding_days(days: NDArray[np.int64], months: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same for columns; days are counted from 1970-01-01, as NumPy counts them."""
    start = days.astype("datetime64[D]")
    month = start.astype("datetime64[M]")
    in_month = (start - month.astype("datetime64[D]")).astype(np.int64)
    target = month + months.astype("timedelta64[M]")
    first = target.astype("datetime64[D]").astype(np.int64)
    length = (target + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64) - first
    corresponding: NDArray[np.int64] = first + np.minimum(in_month, length - 1)
    return corresponding
