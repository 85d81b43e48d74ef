"""A tree taken apart is yes where the tree is yes, and where it is no: tried on all values of small trees."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from yifa.law.conditions.columns import Column, CrossCount
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    And,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    IsKnown,
    Not,
    OneOf,
    Or,
    Read,
    either,
)
from yifa.law.run.compiling import compiled
from yifa.law.run.rails import Rails, all_of, not_yes

FLAGS = [CrossCount("p"), CrossCount("q")]
NUMBERS = [CrossCount("m"), CrossCount("n")]
PLACES: dict[Column, int] = {column: place for place, column in enumerate([*FLAGS, *NUMBERS])}
ROWS = list(product((True, False, None), (True, False, None), (1, 2, None), (1, 2, None)))

numbers = st.sampled_from([*map(Read, NUMBERS), Constant(1), Constant(2)])
leaves = st.one_of(
    st.sampled_from([*map(Read, FLAGS), YES, NO, NULL]),
    st.builds(Compare, st.sampled_from(Comparison), numbers, numbers),
    st.builds(IsKnown, st.sampled_from([*map(Read, FLAGS), *map(Read, NUMBERS)])),
    st.builds(OneOf, st.sampled_from([*map(Read, NUMBERS)]), st.just((1, 3))),
)


def larger(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, some),
        st.builds(Or, some),
        st.builds(Not, inner),
        st.builds(Choose, inner, inner, inner),
        st.builds(lambda of, instead: Coalesce((of, Constant(instead))), inner, st.booleans()),
        st.builds(lambda of, other: Coalesce((of, other)), inner, inner),
    )


@given(st.recursive(leaves, larger, max_leaves=8))
def test_the_rails_are_yes_just_where_the_tree_is_yes_and_where_it_is_no(expr: Expr) -> None:
    rails = Rails()
    whole, yes, no = (compiled(one, PLACES) for one in (expr, rails.yes(expr), rails.no(expr)))
    for row in ROWS:
        assert (yes(row) is True) == (whole(row) is True), row
        assert (no(row) is True) == (whole(row) is False), row


@given(st.recursive(leaves, larger, max_leaves=6))
def test_not_yes_is_never_null(expr: Expr) -> None:
    whole, other = compiled(expr, PLACES), compiled(not_yes(expr), PLACES)
    assert [other(row) for row in ROWS] == [whole(row) is not True for row in ROWS]


def test_all_of_leaves_parts_whole_and_takes_null_as_no() -> None:
    one, other = And((Read(FLAGS[0]), Read(FLAGS[1]))), Read(FLAGS[0])
    assert all_of(one, YES, other, one) == And((one, other))
    assert (all_of(), all_of(one), all_of(one, NULL), all_of(NO, one)) == (YES, one, NO, NO)


def test_choices_between_yes_and_no_fall_apart() -> None:
    p, late = Read(FLAGS[0]), Compare(Comparison.LESS, Read(NUMBERS[0]), Read(NUMBERS[1]))
    rails = Rails()
    assert rails.yes(Choose(late, YES, p)) == either(late, p)
    assert rails.yes(Choose(late, p, NULL)) == And((late, p))
    assert rails.no(Choose(late, NULL, p)) == And((Not(Coalesce((late, NO))), Not(p)))
    assert rails.no(late) == Compare(Comparison.AT_LEAST, Read(NUMBERS[0]), Read(NUMBERS[1]))
