from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.figures.plain import examples, prepared, told, untouched
from yifa.reader.figures import find_numbers
from yifa.reader.reading import COUNTING_KINDS, FigureKind
from yifa.reader.text import normalise

EXAMPLES = Path(__file__).parent / "examples"
COUNTING = [one for path in sorted(EXAMPLES.glob("*.yaml")) if path.stem != "given" for one in examples(path)]

# Signs that reports and the reader's patterns are made of: what could go wrong goes wrong among these.
SIGNS = (
    "0123456789０１.．,，、。；：:%％‰-—－～至到比第前一二两三十百千万亿〇余多几半件人次个元月年日时号级"
    "成倍分之约近超其中共办结《》“”()（）〔〕\n\t |＋+/ABx"
)


def expected(line: str) -> str:
    written, equals, rest = line.partition(" = ")
    return f"{normalise(written).text}{equals}{rest}"


@pytest.mark.parametrize(("topic", "text", "figures"), COUNTING, ids=lambda value: str(value)[:30])
def test_the_figures_of_an_example_are_read_and_nothing_else(topic, text, figures):
    found = [told(number) for number in find_numbers(prepared(text)) if number.kind in COUNTING_KINDS]
    assert found == [expected(line) for line in figures]


@pytest.mark.parametrize(
    ("topic", "text", "figures"), examples(EXAMPLES / "given.yaml"), ids=lambda value: str(value)[:30]
)
def test_dates_codes_ordinals_and_ranks_are_given_with_their_values(topic, text, figures):
    assert [told(number) for number in find_numbers(prepared(text))] == list(figures)


@settings(deadline=None)
@given(st.text(SIGNS, max_size=60))
def test_whatever_is_read_lies_in_the_text_in_order_and_apart(text):
    numbers = find_numbers(untouched(text))
    assert all(text[number.start : number.end] == number.written for number in numbers)
    counting = [number for number in numbers if number.kind in COUNTING_KINDS]
    assert all(before.end <= after.start for before, after in pairwise(counting))


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_is_too_odd_to_be_read(text):
    numbers = find_numbers(untouched(text))
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)


@settings(deadline=None)
@given(st.text(SIGNS, max_size=40), st.text(SIGNS, max_size=40))
def test_a_range_opens_below_where_it_closes(before, behind):
    numbers = find_numbers(untouched(f"{before}3—5件{behind}"))
    ranges = [number for number in numbers if number.value_to is not None and number.kind in COUNTING_KINDS]
    assert all(number.value < number.value_to for number in ranges)


@pytest.mark.parametrize(
    "pattern",
    [
        "1",
        "1,",
        "111 ",
        "一",
        "三五",
        "1万",
        "12、",
        "12-",
        "5%-",
        "第1、",
        "半年",
        "1:2",
        "(",
        "“",
        "《",
        "<a",
        "a@",
        "1\t",
        "办结12|",
    ],
)
def test_long_runs_of_one_pattern_are_read_to_their_end(pattern):
    text = pattern * (60_000 // len(pattern))
    assert all(number.end <= len(text) for number in find_numbers(untouched(text)))


def test_a_number_says_how_it_was_written():
    (amount,) = find_numbers(prepared("罚款约2.10亿元。"))
    assert (amount.value, amount.precision, amount.scale, amount.unit, amount.kind, amount.qualifiers) == (
        Decimal(210_000_000),
        2,
        100_000_000,
        "元",
        FigureKind.AMOUNT,
        ("约",),
    )


def test_82_per_cent_and_82_point_0_are_the_same_value_at_different_precision():
    plain, exact = find_numbers(prepared("通过率82%，合格率82.0%。"))
    assert (plain.value, plain.precision, exact.value, exact.precision) == (Decimal(82), 0, Decimal(82), 1)


def test_members_of_a_list_say_that_their_unit_stands_elsewhere():
    numbers = find_numbers(prepared("受理、办结案件分别为35、32件。"))
    assert [(number.written, number.unit, number.shared_unit) for number in numbers] == [
        ("35", "件", True),
        ("32件", "件", False),
    ]
