"""The compiled function against the plain reading of trees: random trees, random rows, no difference."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.law.conditions.columns import Attribute, Column
from yifa.law.conditions.reading import read
from yifa.law.conditions.tree import (
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
)
from yifa.law.run.compiling import compiled

TRUTHS: tuple[Column, ...] = tuple(Attribute("case", name) for name in ("t1", "t2", "t3"))
NUMBERS: tuple[Column, ...] = tuple(Attribute("case", name) for name in ("n1", "n2", "n3"))
PLACES = {column: place for place, column in enumerate((*TRUTHS, *NUMBERS))}


def numbers() -> st.SearchStrategy[Expr]:
    leaf: st.SearchStrategy[Expr] = st.one_of(
        st.sampled_from(NUMBERS).map(Read), st.sampled_from([None, -1, 0, 1, 2, 20_000]).map(Constant)
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(Arithmetic, st.sampled_from(Sign), inner, inner),
            st.builds(Coalesce, st.tuples(inner, inner)),
            st.builds(Least, st.tuples(inner, inner, inner)),
            st.builds(Greatest, st.tuples(inner, inner)),
        ),
        max_leaves=4,
    )


def truths() -> st.SearchStrategy[Expr]:
    leaf: st.SearchStrategy[Expr] = st.one_of(
        st.sampled_from(TRUTHS).map(Read),
        st.sampled_from([True, False, None]).map(Constant),
        st.builds(Compare, st.sampled_from(Comparison), numbers(), numbers()),
        st.builds(OneOf, numbers(), st.just((0, 1))),
        st.builds(IsKnown, numbers()),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(And, st.lists(inner, min_size=1, max_size=3).map(tuple)),
            st.builds(Or, st.lists(inner, min_size=1, max_size=3).map(tuple)),
            st.builds(Not, inner),
            st.builds(Choose, inner, inner, inner),
            st.builds(Coalesce, st.tuples(inner, inner)),
        ),
        max_leaves=8,
    )


ROWS = st.tuples(*[st.sampled_from([True, False, None])] * 3, *[st.sampled_from([None, -1, 0, 1, 2])] * 3)


@settings(max_examples=150, deadline=None)
@given(truths(), st.lists(ROWS, min_size=4, max_size=4))
def test_the_compiled_function_is_the_plain_reading(expr: Expr, rows: list[tuple[Any, ...]]) -> None:
    function = compiled(expr, PLACES)
    for row in rows:
        assert function(row) == read(expr, lambda column: row[PLACES[column]])  # noqa: B023


def test_a_word_is_compared_and_never_run() -> None:
    word = "') or __import__('os').system('true') or ('"
    function = compiled(Compare(Comparison.EQUAL, Read(NUMBERS[0]), Constant(word)), PLACES)
    assert function([None, None, None, word]) is True
    assert function([None, None, None, "other"]) is False


@pytest.mark.parametrize("value", [True, False, None, 0, -7, "信访部门", 'a"b'])
def test_constants_are_written_as_they_are(value: object) -> None:
    assert compiled(Constant(value), PLACES)([]) == value  # type: ignore[arg-type]
