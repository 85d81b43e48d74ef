from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.reader.figures.dates import find_dates


@settings(deadline=None)
@given(st.dates())
def test_a_day_is_packed_as_year_month_and_day(day):
    if day.year < 1900 or day.year > 2099:
        return
    written = f"于{day.year}年{day.month}月{day.day}日印发"
    (date,) = find_dates(written)
    assert (date.value, date.unit, written[date.start : date.end]) == (
        Decimal(day.year * 10000 + day.month * 100 + day.day),
        "年月日",
        f"{day.year}年{day.month}月{day.day}日",
    )


def test_months_that_are_lengths_of_time_are_no_dates():
    assert [*find_dates("3个月内，三个月后，近几个月，每两个月")] == []


def test_two_figures_before_nian_are_a_year_only_beside_a_month_or_an_earlier_time():
    assert [date.value for date in find_dates("21年3月起，22年同期，近20年来")] == [Decimal(202103), Decimal(2022)]
