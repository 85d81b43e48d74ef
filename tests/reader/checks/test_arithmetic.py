"""What a figure may stand for, and what rounds to what: worked cases, and laws that hold for any numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.checks.passages import document
from yifa.reader.checks.arithmetic import (
    Reach,
    Wholes,
    cut_to,
    decimal,
    earlier_values,
    parts_of,
    plain,
    reach,
    rounds_to,
    step,
    wholes_of,
)

PARTS = st.integers(1, 5000)
PLACES = st.integers(0, 3)


def _half_up(value: Fraction, unit: Fraction) -> Fraction:
    return (value / unit + Fraction(1, 2)).__floor__() * unit


def _cut(value: Fraction, unit: Fraction) -> Fraction:
    return (value / unit).__floor__() * unit


@pytest.mark.parametrize(
    ("written", "low", "high", "loose"),
    [
        ("32件", 32, 32, False),
        ("50余件", 50, 59, True),
        ("163余条", 163, 169, True),
        ("22000余名", 22000, 22999, True),
        ("1万余条", 10000, 19999, True),
        ("1.2万余条", 12000, 12999, True),
        ("100多个", 100, 199, True),
        ("近200家", 100, 200, True),
        ("不足50件", 40, 50, True),
        ("约130条", 120, 140, True),
        ("超过300件", 300, None, True),
        ("98%以上", 98, 100, True),
        ("36—40个", 36, 40, True),
        ("1.2万件", 11500, 12500, False),
        ("2.10亿元", 209_500_000, 210_500_000, False),
        ("617.55万元", 6_175_450, 6_175_550, False),
    ],
)
def test_a_figure_stands_for(written: str, low: int, high: int | None, loose: bool) -> None:
    (figure,) = document(f"{{{written}}}").figures
    found = reach(figure)
    assert found == Reach(Fraction(figure.value), Fraction(low), None if high is None else Fraction(high), loose)


def test_the_last_digit_written_is_the_step() -> None:
    figures = document("{82%}{82.0%}{2.10亿元}{3.5万件}").figures
    assert [step(one) for one in figures] == [1, Fraction(1, 10), 1_000_000, 1000]


def test_a_half_goes_up_or_to_the_even_digit() -> None:
    assert rounds_to(Fraction(5, 2), Fraction(3), Fraction(1))
    assert rounds_to(Fraction(5, 2), Fraction(2), Fraction(1))
    assert not rounds_to(Fraction(7, 2), Fraction(3), Fraction(1))


def test_cutting_off_never_goes_up() -> None:
    assert cut_to(Fraction(999, 10), Fraction(99), Fraction(1))
    assert not cut_to(Fraction(999, 10), Fraction(100), Fraction(1))


@pytest.mark.parametrize(
    ("part", "rate", "found"),
    [
        (371, "99.28", None),
        (9412, "99.85", Wholes(9426, 9426)),
        (464, "97.8", Wholes(474, 474, cut=True)),
        (16745, "94.86", Wholes(17652, 17653)),
    ],
)
def test_wholes_of_a_part(part: int, rate: str, found: Wholes | None) -> None:
    assert wholes_of(part, Fraction(rate), Fraction(1, 10 ** len(rate.partition(".")[2]))) == found


@pytest.mark.parametrize(("whole", "rate", "found"), [(32, "90", Wholes(29, 29, cut=True)), (17, "96.5", None)])
def test_parts_of_a_whole(whole: int, rate: str, found: Wholes | None) -> None:
    assert parts_of(whole, Fraction(rate), Fraction(1, 10 ** len(rate.partition(".")[2]))) == found


@pytest.mark.parametrize(
    ("now", "growth", "found"), [(41, "150", None), (40, "150", Wholes(16, 16)), (5, "-37.5", Wholes(8, 8))]
)
def test_values_of_the_year_before(now: int, growth: str, found: Wholes | None) -> None:
    assert earlier_values(now, Fraction(growth), Fraction(1, 10 ** len(growth.partition(".")[2]))) == found


@given(PARTS, st.integers(0, 5000), PLACES)
def test_the_true_whole_is_always_among_those_found(part: int, more: int, places: int) -> None:
    whole, unit = part + more, Fraction(1, 10**places)
    exact = Fraction(100 * part, whole)
    for stated in (_half_up(exact, unit), _cut(exact, unit)):
        if stated > 0:
            found = wholes_of(part, stated, unit)
            assert found
            assert found.low <= whole <= found.high or not rounds_to(exact, stated, unit)


@given(PARTS, st.integers(0, 5000), PLACES)
def test_the_true_part_is_always_among_those_found(part: int, more: int, places: int) -> None:
    whole, unit = part + more, Fraction(1, 10**places)
    stated = _half_up(Fraction(100 * part, whole), unit)
    found = parts_of(whole, stated, unit)
    assert found
    assert found.low <= part <= found.high


@given(PARTS, PARTS, PLACES)
def test_the_true_year_before_is_always_among_those_found(now: int, before: int, places: int) -> None:
    unit = Fraction(1, 10**places)
    growth = Fraction(100 * (now - before), before)
    if growth > -98:
        sign = 1 if growth >= 0 else -1
        found = earlier_values(now, sign * _half_up(abs(growth), unit), unit)
        assert found
        assert found.low <= before <= found.high


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_decimal_is_written_so_that_it_reads_back(value: Decimal) -> None:
    text = decimal(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert not text.endswith(".")
    assert "." not in text or text[-1] != "0"


def test_decimals_as_written() -> None:
    values = ["82", "82.0", "82.50", "7562601100", "1E+3", "0.00"]
    assert [decimal(Decimal(one)) for one in values] == ["82", "82", "82.5", "7562601100", "1000", "0"]


def test_fractions_are_shown_rounded_half_up() -> None:
    assert [plain(Fraction(2465, 1000), 2), plain(Fraction(-1, 200), 2), plain(Fraction(5, 2), 0)] == [
        "2.47",
        "-0.01",
        "3",
    ]
