"""What engines would not all do alike is refused, in a tree of ours and in what a compiler made of it."""

from __future__ import annotations

from typing import Any

import ibis
import pytest

from yifa.law.conditions.columns import CrossCount
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    And,
    Arithmetic,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    Least,
    Not,
    OneOf,
    Read,
    Sign,
)
from yifa.law.run.portable import NotPortable, faults, faults_of_tree, refuse

DAY, BLANK = Read(CrossCount("day")), Read(CrossCount("blank"))
TOLD = CrossCount("told")
YES_NO = Read(TOLD)

REFUSED: list[tuple[Expr, list[str]]] = [
    (Constant(1 << 63), ["9223372036854775808 does not fit into 64 bits"]),
    (Compare(Comparison.EQUAL, YES_NO, DAY), ["a truth value is compared with a number"]),
    (Compare(Comparison.LESS, DAY, Constant("head")), ["words have no order: «<» stands beside one"]),
    (Compare(Comparison.AT_LEAST, YES_NO, NO), ["truth values have no order: «>=» stands beside one"]),
    (Arithmetic(Sign.PLUS, DAY, YES_NO), ["«+» stands beside what is no number"]),
    (Arithmetic(Sign.TIMES, DAY, Constant("head")), ["«*» stands beside what is no number"]),
    (OneOf(DAY, ()), ["a value is looked for among none"]),
    (OneOf(DAY, (1, "head")), ["a value is looked for among those of another kind"]),
    (OneOf(YES_NO, (1,)), ["a value is looked for among those of another kind"]),
    (Least((DAY, YES_NO)), ["the least or greatest is asked of what are no numbers"]),
    (Not(DAY), ["and, or, not stand beside what is no truth value"]),
    (And((YES_NO, DAY)), ["and, or, not stand beside what is no truth value"]),
    (Choose(DAY, DAY, DAY), ["a choice hangs on what is no truth value"]),
    (Choose(YES_NO, DAY, NO), ["a choice lies between a truth value and a number"]),
    (Coalesce((DAY, NO)), ["a truth value stands in for a number"]),
]
ALLOWED: list[Expr] = [
    And((YES_NO, NULL, Not(YES_NO))),
    Compare(Comparison.EQUAL, DAY, Constant("head")),
    Compare(Comparison.UNEQUAL, YES_NO, YES),
    OneOf(DAY, ("head", "deputy")),
    Choose(Compare(Comparison.LESS, DAY, BLANK), Arithmetic(Sign.MINUS, DAY, Constant(1)), NULL),
    Coalesce((Least((DAY, BLANK)), Constant(0))),
]


@pytest.mark.parametrize(("expr", "expected"), REFUSED, ids=[str(number) for number in range(len(REFUSED))])
def test_a_tree_that_mixes_kinds_is_refused(expr: Expr, expected: list[str]) -> None:
    assert list(faults_of_tree(expr, {TOLD})) == expected
    assert list(faults_of_tree(Choose(YES_NO, NULL, Choose(YES_NO, expr, NULL)), {TOLD})) == expected


@pytest.mark.parametrize("expr", ALLOWED, ids=[str(number) for number in range(len(ALLOWED))])
def test_a_tree_of_one_kind_is_portable(expr: Expr) -> None:
    assert list(faults_of_tree(expr, {TOLD})) == []


TABLE = ibis.table(
    {"n": "int64", "m": "int32", "small": "int8", "told": "boolean", "word": "string", "on": "date", "part": "float64"},
    name="t",
)
PORTABLE: dict[str, Any] = {
    "arithmetic": TABLE.n * 2 + TABLE.m - 1,
    "comparison": (TABLE.n > TABLE.m) & ~TABLE.told | TABLE.n.isnull(),
    "choices": ibis.ifelse(TABLE.told, ibis.coalesce(TABLE.n, 0), ibis.least(TABLE.n, TABLE.m).nullif(3)),
    "bits": ibis.ifelse(TABLE.told, ibis.literal(4, "int64"), ibis.literal(0, "int64")) | TABLE.n,
    "range": TABLE.n.between(1, 3) & TABLE.m.isin([1, 2]),
}
UNPORTABLE: dict[str, tuple[Any, list[str]]] = {
    "division": (TABLE.n // 2, ["FloorDivide: whole-number division and remainders differ for negatives and zero"]),
    "remainder": (TABLE.n % 7, ["Modulus: whole-number division and remainders differ for negatives and zero"]),
    "a narrow column": (
        TABLE.small + TABLE.small,
        [
            "Add: int16 wraps silently on one engine; widen to int64 when it is read",
            "Field: int8 wraps silently on one engine; widen to int64 when it is read",
        ],
    ),
    "a text": (
        TABLE.word == "a",
        [
            "Field: string is no whole number and no truth value",
            "Literal: string is no whole number and no truth value",
        ],
    ),
    "the length of a text": (
        TABLE.word.length(),
        [
            "StringLength: lengths of texts count bytes on one engine and characters on others",
            "Field: string is no whole number and no truth value",
        ],
    ),
    "a date": (TABLE.on, ["Field: date is no whole number and no truth value"]),
    "a date moved": (
        TABLE.on + ibis.interval(months=6),
        [
            "DateAdd: months and date differences differ: days are whole numbers here, the clock does the rest",
            "Field: date is no whole number and no truth value",
            "Literal: interval('M') is no whole number and no truth value",
        ],
    ),
    "a fraction cut": (
        TABLE.part.cast("int64"),
        [
            "Cast: from float64 to int64: engines round, cut or refuse; only widening is alike",
            "Field: float64 is no whole number and no truth value",
        ],
    ),
    "a window": (
        TABLE.n.max().over(ibis.window()),
        ["Max: not in the portable core", "WindowFunction: window functions are not translated for Polars"],
    ),
    "today": (ibis.today(), ["DateNow: today is an argument, never the day of the machine"]),
}


def told(expr: Any) -> list[str]:
    return list(dict.fromkeys(faults(expr)))


@pytest.mark.parametrize("name", PORTABLE)
def test_an_expression_of_the_core_is_portable(name: str) -> None:
    assert told(TABLE.select(x=PORTABLE[name]).filter(ibis._.x.notnull())) == []


@pytest.mark.parametrize("name", UNPORTABLE)
def test_an_expression_beyond_the_core_is_refused_with_the_reason(name: str) -> None:
    expr, expected = UNPORTABLE[name]
    assert sorted(told(expr)) == sorted(expected)
    with pytest.raises(NotPortable):
        refuse(faults(expr))


def test_joins_go_by_equality_alone() -> None:
    other = ibis.table({"n": "int64", "until": "int64"}, name="o")
    by_range = TABLE.join(other, TABLE.n < other.until).select(TABLE.m)
    outer = TABLE.join(other, "n", how="outer").select(TABLE.m)
    assert told(TABLE.join(other, "n").select(TABLE.m)) == []
    assert told(TABLE.left_join(other, "n").select(TABLE.m)) == []
    assert "JoinLink: joins go by equality alone; others are missing on an engine" in told(by_range)
    assert "outer join: not in the portable core" in told(outer)


def test_groups_and_orders_are_beyond_the_core() -> None:
    assert "Aggregate: not in the portable core" in told(TABLE.group_by("m").aggregate(n=TABLE.n.sum()))
    assert "Sort: not in the portable core" in told(TABLE.select("n").order_by("n"))


def test_every_fault_is_said_once() -> None:
    with pytest.raises(NotPortable) as caught:
        refuse(iter(("one", "other", "one")))
    assert caught.value.faults == ("one", "other")
    assert str(caught.value) == "one; other"
