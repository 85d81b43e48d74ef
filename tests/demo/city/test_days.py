"""The city's own counting of days agrees with a wall calendar."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from demo.city.days import calendar, months_after, number, told
from demo.city.stories import last_lawful


def days(*texts: str) -> np.ndarray:
    return np.array([number(text) for text in texts])


def texts(numbers: np.ndarray) -> list[str]:
    return [told(one) for one in numbers.tolist()]


def test_make_up_days_are_worked_and_holidays_are_not() -> None:
    asked = days("2025-09-28", "2025-10-01", "2025-10-08", "2025-10-09", "2025-10-11", "2025-10-12", "2026-02-23")
    assert calendar().is_working(asked).tolist() == [1, 0, 0, 1, 1, 0, 0]


def test_a_day_off_goes_on_to_the_next_working_day_and_back_to_the_one_before() -> None:
    off = days("2025-10-01", "2025-07-05", "2025-07-07")
    assert texts(calendar().onward(off)) == ["2025-10-09", "2025-07-07", "2025-07-07"]
    assert texts(calendar().back(off)) == ["2025-09-30", "2025-07-04", "2025-07-07"]


def test_working_days_are_counted_over_national_day() -> None:
    assert texts(calendar().after(days("2025-09-30", "2025-09-30", "2025-10-04"), np.array([1, 3, 0]))) == [
        "2025-10-09",
        "2025-10-11",
        "2025-10-09",
    ]
    assert texts(calendar().ahead(days("2025-10-13", "2025-10-09"), np.array([2, 1]))) == ["2025-10-10", "2025-09-30"]
    assert calendar().between(days("2025-09-30"), days("2025-10-13")).tolist() == [4]


def test_a_month_without_the_day_ends_on_its_last() -> None:
    assert texts(months_after(days("2025-08-31", "2024-02-29", "2025-01-15"), 6)) == [
        "2026-02-28",
        "2024-08-29",
        "2025-07-15",
    ]


class Term(NamedTuple):
    start: str
    count: int
    unit: str
    rolls: bool
    last: str


@pytest.mark.parametrize(
    "term",
    [
        Term("2025-07-01", 90, "days", True, "2025-09-29"),
        Term("2025-07-07", 90, "days", True, "2025-10-09"),
        Term("2025-07-07", 90, "days", False, "2025-10-05"),
        Term("2025-09-29", 7, "workdays", True, "2025-10-15"),
        Term("2025-08-31", 6, "months", False, "2026-02-28"),
        Term("2024-02-29", 2, "years", True, "2026-02-28"),  # a Saturday that is worked
        Term("2024-03-01", 2, "years", True, "2026-03-02"),
    ],
)
def test_the_last_day_of_a_term_is_what_the_wall_calendar_says(term: Term) -> None:
    assert texts(last_lawful(days(term.start), calendar(), term.count, term.unit, rolls=term.rolls)) == [term.last]
