from datetime import date

import pytest

from yifa.law.figures import Period
from yifa.law.figures.periods import month_number


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-01..2025-11", date(2025, 1, 1), date(2025, 11, 30)),
        ("2024..2025", date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_reaches_from_its_first_day_to_its_last(text, first, last):
    period = Period.read(text)
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize("text", ["25", "2025-13", "2025-1-1", "2025-02..2025-01", "", "今年"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match=r"period|month"):
        Period.read(text)


def test_the_period_before_is_the_same_months_a_year_earlier():
    assert str(Period.read("2025-01..2025-11").before) == "2024-01..2024-11"
    assert month_number(2024, 12) + 1 == month_number(2025, 1)
