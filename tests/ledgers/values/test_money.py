from typing import Any

import pytest

from yifa.ledgers.values.money import chinese_number, read_money, read_number
from yifa.ledgers.values.readings import BLANK, NONE, UNKNOWN, bad, value


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        (5000, 500_000),
        (5000.5, 500_050),
        (0.1, 10),
        ("5000", 500_000),
        ("5,000.00元", 500_000),
        ("￥５，０００", 500_000),
        ("人民币5000元整", 500_000),
        ("0.5万元", 500_000),
        ("1.5万", 1_500_000),
        ("壹万元整", 1_000_000),
        ("伍仟零伍拾元陆角", 505_060),
        ("叁拾伍万陆仟元整", 35_600_000),
        ("一万二千元", 1_200_000),
        ("1e3", 100_000),
        (0, 0),
    ],
)
def test_an_amount_is_read_in_fen(cell: Any, fen: int) -> None:
    assert read_money(cell) == value(fen)


def test_a_bare_number_counts_in_the_unit_of_the_heading() -> None:
    assert read_money(0.123456, factor=10_000) == value(123_456)
    assert read_money("0.5", factor=10_000) == value(500_000)


@pytest.mark.parametrize("cell", ["5000元", "伍仟元", "0.5万元"])
def test_an_amount_that_says_its_unit_has_that_unit(cell: str) -> None:
    assert read_money(cell, factor=10_000) == value(500_000)


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ("罚款5000", "not-money"),
        ("五千多", "not-money"),
        (-3, "negative"),
        (True, "not-money"),
        ("9" * 30, "not-money"),
    ],
)
def test_what_is_no_amount_is_told(cell: Any, wrong: str) -> None:
    assert read_money(cell) == bad(wrong)


@pytest.mark.parametrize(("cell", "said"), [("", BLANK), ("无", NONE), ("待定", UNKNOWN)])
def test_no_amount_at_all_is_no_fault(cell: str, said: object) -> None:
    assert read_money(cell) == said


@pytest.mark.parametrize(
    ("cell", "number"), [(3, 3), (3.0, 3), ("3人", 3), ("十二", 12), ("1,200件", 1200), ("18周岁", 18)]
)
def test_a_whole_number_is_read(cell: Any, number: int) -> None:
    assert read_number(cell) == value(number)


@pytest.mark.parametrize("cell", [3.5, "三个半", "很多", True])
def test_what_is_no_whole_number_is_told(cell: Any) -> None:
    assert read_number(cell) == bad("not-a-number")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("十", 10),
        ("二十", 20),
        ("一百零五", 105),
        ("壹拾万", 100_000),
        ("三亿二千万", 320_000_000),
        ("两万五", None),
    ],
)
def test_chinese_numerals_are_read(text: str, number: int | None) -> None:
    assert chinese_number(text) == number
