"""Lengths in every form people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.law.clock import Length, NotALength, Unit, parse_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("20 working days", Length(20, Unit.WORKING_DAYS)),
        ("20-working-days", Length(20, Unit.WORKING_DAYS)),
        ("7wd", Length(7, Unit.WORKING_DAYS)),
        ("1 working day", Length(1, Unit.WORKING_DAYS)),
        ("二十个工作日", Length(20, Unit.WORKING_DAYS)),
        ("15 calendar days", Length(15, Unit.CALENDAR_DAYS)),
        ("90日", Length(90, Unit.STATUTORY_DAYS)),
        ("六十天", Length(60, Unit.STATUTORY_DAYS)),
        ("一百二十日", Length(120, Unit.STATUTORY_DAYS)),
        ("两年", Length(2, Unit.YEARS)),
        ("３个月", Length(3, Unit.MONTHS)),
        ("24小时", Length(24, Unit.HOURS)),
        ("90 minutes", Length(90, Unit.MINUTES)),
    ],
)
def test_lengths_are_read(text: str, length: Length) -> None:
    assert parse_length(text) == length


@pytest.mark.parametrize(
    "text", ["", "20", "days", "0 days", "-3 days", "2.5 days", "20 fortnights", "20 working days or so"]
)
def test_what_is_no_length_is_refused_with_examples(text: str) -> None:
    with pytest.raises(NotALength, match="expected a whole number with its unit") as caught:
        parse_length(text)
    assert repr(text) in str(caught.value)


@given(st.integers(1, 999), st.sampled_from(Unit))
def test_what_is_written_is_read_back(n: int, unit: Unit) -> None:
    assert parse_length(str(Length(n, unit))) == Length(n, unit)
