from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.figures.plain import prepared
from yifa.reader.figures import find_numbers
from yifa.reader.figures.numerals import chinese_value, read_arabic, read_words
from yifa.reader.reading import COUNTING_KINDS

DIGITS = "零一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def in_words(value: int, *, two: str = "二", short_ten: bool = True) -> str:
    """A whole number below 10^12 in Chinese numerals, as officials write it."""
    if value == 0:
        return "〇"
    written = ""
    for scale, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group, value = divmod(value, scale)
        if group == 0:
            continue
        if written and group < 1000:
            written += "零"
        written += _group(group, two) + sign
    if short_ten and written.startswith("一十"):
        written = written[1:]
    return written


def _group(group: int, two: str) -> str:
    written = ""
    zero = False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, scale)
        if digit == 0:
            zero = bool(written)
            continue
        if zero:
            written += "零"
            zero = False
        written += (two if digit == 2 and scale >= 100 else DIGITS[digit]) + sign
    return written


def grouped(value: int) -> str:
    return f"{value:,}"


def wide(value: int) -> str:
    return str(value).translate(WIDE)


def read_back(written: str, unit: str = "件") -> list[tuple[Decimal, str | None]]:
    numbers = find_numbers(prepared(f"全县共办理各类案件{written}{unit}，其余正在办理。"))
    return [(number.value, number.unit) for number in numbers if number.kind in COUNTING_KINDS]


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_a_whole_number_in_arabic_figures_is_read_back(value):
    assert read_back(str(value)) == [(Decimal(value), "件")]


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_separators_and_wide_figures_change_nothing(value):
    assert read_back(grouped(value)) == [(Decimal(value), "件")]
    assert read_back(wide(value)) == [(Decimal(value), "件")]


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 3), st.sampled_from(["百", "千", "万", "亿", "百万", "千万"]))
def test_decimals_with_a_scale_are_multiplied_out(value, decimals, scale):
    worth = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7}[scale]
    number = Decimal(value).scaleb(-decimals)
    assert read_back(f"{number:f}{scale}") == [(number * worth, "件")]


@settings(deadline=None)
@given(st.integers(11, 10**9), st.sampled_from("二两"), st.booleans())
def test_chinese_numerals_from_eleven_on_are_read_back(value, two, short_ten):
    written = in_words(value, two=two, short_ten=short_ten)
    only_scale = written in ("百", "千", "万", "亿", "一百", "一千", "一万", "一亿", "十万", "一十万")
    found = read_back(written)
    assert found == [(Decimal(value), "件")] or (only_scale and found == [])


@settings(deadline=None)
@given(st.integers(0, 10**11))
def test_the_value_of_a_chinese_numeral_is_that_of_its_arabic_figures(value):
    assert chinese_value(in_words(value)) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("两千零五十", 2050),
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("一百零五", 105),
        ("一百五", 150),
        ("三万二", 32000),
        ("十五", 15),
        ("二〇", 20),
        ("一〇五", 105),
        ("三点五", Decimal("3.5")),
        ("九十八点五", Decimal("98.5")),
        ("十百", None),
        ("三五", None),
        ("七八", None),
        ("两两", None),
    ],
)
def test_a_chinese_numeral_has_a_value_or_is_none(written, value):
    assert chinese_value(written) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "precision", "scale", "inner"),
    [
        ("1亿2000万元", 120_000_000, 0, 10_000, None),
        ("106万3千件", 1_063_000, 0, 1000, None),
        ("2.7万条", 27_000, 1, 10_000, None),
        ("10余万件", 100_000, 0, 10_000, "余"),
        ("5千多件", 5000, 0, 1000, "多"),
        ("300+家", 300, 0, 1, "以上"),
        ("3千克", 3, 0, 1, None),
        ("1,234件", 1234, 0, 1, None),
        ("12,34件", 12, 0, 1, None),
    ],
)
def test_a_numeral_in_arabic_figures_is_read_whole(text, value, precision, scale, inner):
    numeral = read_arabic(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.precision, numeral.scale, numeral.inner) == (Decimal(value), precision, scale, inner)


def test_a_run_of_figures_too_long_for_a_number_is_none():
    assert read_arabic("1" * 40, 0) is None
    assert read_words("一" * 40, 0) is None
