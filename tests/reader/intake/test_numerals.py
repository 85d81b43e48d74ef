"""Numbers of paragraphs in the formats of word processors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.reader.intake.numerals import numeral


@pytest.mark.parametrize(
    ("n", "style", "written"),
    [
        (3, "decimal", "3"),
        (3, "no such format", "3"),
        (0, "chineseCounting", "0"),
        (10, "chineseCounting", "十"),
        (19, "japaneseCounting", "十九"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (10, "ideographDigital", "一〇"),
        (12, "decimalFullWidth", "１２"),
        (11, "ideographTraditional", "甲"),
        (12, "ideographZodiac", "亥"),
        (21, "decimalEnclosedCircle", "㉑"),
        (51, "decimalEnclosedCircle", "51"),
        (3, "decimalEnclosedParen", "⑶"),
        (14, "lowerRoman", "xiv"),
        (4000, "upperRoman", "4000"),
        (27, "upperLetter", "AA"),
        (5, "decimalZero", "05"),
        (112, "ordinal", "112th"),
        (22, "ordinal", "22nd"),
        (3, "bullet", ""),
        (3, "none", ""),
    ],
)
def test_numbers_are_written_as_on_the_page(n: int, style: str, written: str) -> None:
    assert numeral(n, style) == written


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_different_numbers_are_written_differently(one: int, other: int) -> None:
    assert (numeral(one, "chineseCounting") == numeral(other, "chineseCounting")) == (one == other)
