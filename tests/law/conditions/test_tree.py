"""Trees: three-valued truth, and what is read of them."""

from __future__ import annotations

from itertools import product

import pytest

from yifa.law.conditions.columns import AsOf, Attribute, Column
from yifa.law.conditions.reading import Plain, read
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
    Greatest,
    IsKnown,
    Least,
    Not,
    OneOf,
    Or,
    Read,
    Sign,
    both,
    columns_needed,
    columns_of,
    either,
    negated,
    replaced,
    surely,
)

TRUTH = (True, None, False)
A, B, C = (Attribute("case", name) for name in "abc")


def row(**values: Plain) -> object:
    return lambda column: values[column.name]


def come_to(expr: Expr, **values: Plain) -> Plain:
    def of(column: Column) -> Plain:
        assert isinstance(column, Attribute)
        return values[column.name]

    return read(expr, of)


@pytest.mark.parametrize(
    ("a", "b", "and_", "or_"),
    [
        (True, True, True, True),
        (True, None, None, True),
        (True, False, False, True),
        (None, True, None, True),
        (None, None, None, None),
        (None, False, False, None),
        (False, True, False, True),
        (False, None, False, None),
        (False, False, False, False),
    ],
)
def test_and_or_are_those_of_kleene(a: bool | None, b: bool | None, and_: bool | None, or_: bool | None) -> None:
    assert come_to(And((Read(A), Read(B))), a=a, b=b) is and_
    assert come_to(Or((Read(A), Read(B))), a=a, b=b) is or_


def test_not_leaves_unknown_unknown() -> None:
    assert [come_to(Not(Read(A)), a=a) for a in TRUTH] == [False, None, True]


@pytest.mark.parametrize("how", Comparison)
def test_a_comparison_with_an_unknown_side_is_unknown(how: Comparison) -> None:
    assert [come_to(Compare(how, Read(A), Read(B)), a=a, b=b) for a, b in ((None, 1), (1, None), (None, None))] == [
        None,
        None,
        None,
    ]


def test_nodes_that_are_not_strict() -> None:
    assert come_to(Coalesce((Read(A), Read(B))), a=None, b=3) == 3
    assert come_to(Least((Read(A), Read(B))), a=None, b=3) == 3
    assert come_to(Greatest((Read(A), Read(B))), a=None, b=None) is None
    assert come_to(IsKnown(Read(A)), a=None) is False
    assert [come_to(Choose(Read(A), Constant(1), Constant(2)), a=a) for a in TRUTH] == [1, 2, 2]
    assert come_to(OneOf(Read(A), (1, 2)), a=None) is None
    assert come_to(Arithmetic(Sign.TIMES, Read(A), Constant(0)), a=None) is None


@pytest.mark.parametrize(("a", "b", "c"), list(product(TRUTH, repeat=3)))
def test_shortened_trees_mean_the_same(a: bool | None, b: bool | None, c: bool | None) -> None:
    long = And((YES, And((Read(A), Read(B))), Not(Not(Read(C)))))
    assert come_to(both(YES, And((Read(A), Read(B))), negated(negated(Read(C)))), a=a, b=b, c=c) is come_to(
        long, a=a, b=b, c=c
    )
    assert come_to(either(NO, Read(A), Read(A)), a=a) is a
    assert come_to(surely(Read(A)), a=a) is (a is True)


def test_trees_are_written_as_short_as_it_goes() -> None:
    assert both() == YES
    assert both(Read(A), NO) == NO
    assert both(Read(A), Read(A)) == Read(A)
    assert either(Read(A), YES) == YES
    assert negated(NULL) == NULL


def test_columns_are_listed_once_in_order() -> None:
    expr = And((Read(B), Choose(Read(A), Read(B), Read(AsOf()))))
    assert list(columns_of(expr)) == [B, A, AsOf()]


def test_a_column_with_a_value_to_fall_back_on_is_not_needed() -> None:
    assert list(columns_needed(And((Coalesce((Read(A), NO)), IsKnown(Read(B)), Read(C))))) == [C]


def test_a_column_can_be_replaced_by_a_tree() -> None:
    expr = Choose(Not(Read(A)), Least((Read(A), Read(B))), Coalesce((Read(A), Constant(1))))
    assert replaced(expr, lambda column: Read(C) if column == A else None) == Choose(
        Not(Read(C)), Least((Read(C), Read(B))), Coalesce((Read(C), Constant(1)))
    )
