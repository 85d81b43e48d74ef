from typing import Any

import pytest

from yifa.ledgers.values.readings import BLANK, NONE, UNKNOWN, bad, value
from yifa.ledgers.values.words import length, of_list, read_text, yes_no


@pytest.mark.parametrize("cell", ["是", "√", "有", "Y", "yes", "TRUE", True, 1, "１", " 是 "])
def test_yes_is_read_in_all_its_forms(cell: Any) -> None:
    assert yes_no()(cell) == value(True)


@pytest.mark.parametrize("cell", ["否", "×", "未", "N", "false", False, 0, "无", "不适用"])
def test_no_is_read_in_all_its_forms(cell: Any) -> None:
    assert yes_no()(cell) == value(False)


def test_a_column_may_have_words_of_its_own() -> None:
    read = yes_no(["已交付"], ["拒绝"])
    assert [read("已交付"), read("拒绝"), read("是")] == [value(True), value(False), value(True)]


@pytest.mark.parametrize(("cell", "said"), [("", BLANK), ("不详", UNKNOWN), ("是的吧", bad("not-yes-or-no"))])
def test_other_words_are_neither_yes_nor_no(cell: str, said: object) -> None:
    assert yes_no()(cell) == said


def test_a_word_of_a_list_is_read_by_what_it_means() -> None:
    read = of_list({"直接送达": "direct", "直接": "direct", "个体工商户": None})
    assert [read(cell) for cell in ("直接", " 直接 送达", "个体工商户", "", "无", "托人")] == [
        value("direct"),
        value("direct"),
        UNKNOWN,
        BLANK,
        NONE,
        bad("not-on-the-list"),
    ]


def test_free_words_stand_as_they_are() -> None:
    assert read_text(" 城东  分局\n") == value("城东 分局")
    assert read_text(20250018.0) == value("20250018")


@pytest.mark.parametrize(
    ("cell", "unit", "said"),
    [
        ("30日", None, value("30 calendar days")),
        ("15个工作日", None, value("15 working days")),
        ("三个月", None, value("3 months")),
        (30, "days", value("30 calendar days")),
        ("15", "working-days", value("15 working days")),
        ("15日", "working-days", value("15 working days")),
        (0, "days", NONE),
        (30, None, bad("length-without-unit")),
        ("很久", "days", bad("not-a-length")),
        ("", None, BLANK),
        ("无", None, NONE),
    ],
)
def test_a_length_keeps_its_unit(cell: Any, unit: str | None, said: object) -> None:
    assert length(unit)(cell) == said
