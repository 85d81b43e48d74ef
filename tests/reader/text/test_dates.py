"""Days as written, and days the calendar does not have."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.reader.text.dates import eaten_days, find_days, impossible_days
from yifa.reader.text.numbering import written_as

DAYS = st.dates(date(1990, 1, 1), date(2089, 12, 31))
SHAPES = ("{d.year}年{d.month}月{d.day}日", "{d.year}.{d.month}.{d.day}", "{d:%Y-%m-%d}", "{d.year}/{d.month}/{d.day}")


@given(DAYS, st.sampled_from(SHAPES))
def test_a_day_in_any_shape_is_read_back(day: date, shape: str) -> None:
    assert [found.day for found in find_days(f"县政府{shape.format(d=day)}")] == [day]


@given(DAYS.filter(lambda day: day.year >= 2000))
def test_a_day_in_chinese_numerals_is_read_back(day: date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))

    assert [found.day for found in find_days(f"{year}年{written_as(day.month)}月{written_as(day.day)}日")] == [day]


@given(DAYS)
def test_a_day_that_exists_is_not_impossible(day: date) -> None:
    assert list(impossible_days(f"{day.year}年{day.month}月{day.day}日")) == []


@pytest.mark.parametrize(
    ("text", "known", "after", "day", "certain"),
    [
        ("2022115", None, None, None, False),
        ("202211", None, None, date(2022, 1, 1), True),
        ("20221341", None, None, None, None),
        ("县政府", None, None, None, None),
        ("2022129", date(2022, 2, 1), None, date(2022, 1, 29), False),
        ("2022129", None, 2021, date(2022, 1, 29), False),
        ("2022129", None, None, None, False),
        ("2022312", None, None, date(2022, 3, 12), True),
    ],
)
def test_a_day_without_its_signs_is_read_where_only_one_can_be_meant(
    text: str, known: date | None, after: int | None, day: date | None, certain: bool | None
) -> None:
    found = eaten_days(text, known, after)

    assert (found and (found[0].day, found[1])) == (None if certain is None else (day, certain))
