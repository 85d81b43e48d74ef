"""Equal parts of trees are one, and what several use is worked out in a stage before."""

from __future__ import annotations

from yifa.law.conditions.columns import CrossCount
from yifa.law.conditions.tree import (
    NO,
    YES,
    And,
    Arithmetic,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Not,
    OneOf,
    Or,
    Read,
    Sign,
)
from yifa.law.run.sharing import Shared, Stage

A, B, C = (Read(CrossCount(name)) for name in "abc")


def late() -> Compare:
    return Compare(Comparison.MORE, Arithmetic(Sign.PLUS, A, B), Constant(3))


def test_equal_parts_have_one_number_and_are_one_object() -> None:
    shared = Shared()
    one, other = shared.number(Not(late())), shared.number(And((late(), C)))
    assert shared.exprs[one] == Not(late())
    assert shared.exprs[other] == And((late(), C))
    assert shared.exprs[one].of is shared.exprs[other].parts[0]  # type: ignore[union-attr]
    assert shared.number(late()) == shared.parts[one][0]


def test_yes_is_not_the_number_one() -> None:
    shared = Shared()
    numbers = [shared.number(one) for one in (YES, Constant(1), NO, Constant(0), OneOf(A, (1,)), OneOf(A, (True,)))]
    assert len(set(numbers)) == 6


def test_a_part_that_two_use_is_worked_out_first_and_handed_on() -> None:
    shared = Shared()
    roots = [shared.number(one) for one in (Not(late()), Or((late(), C)))]
    part, column = shared.number(late()), shared.number(C)
    assert shared.stages(roots) == (Stage((part,), tuple(sorted((part, column)))),)


def test_a_small_part_is_not_worth_a_stage() -> None:
    shared = Shared()
    roots = [shared.number(one) for one in (Coalesce((Not(A), NO)), And((Not(A), B)))]
    assert shared.stages(roots) == ()
    assert shared.stages(roots, least=2) != ()


def test_parts_of_parts_have_stages_in_order_and_nothing_is_handed_on_in_vain() -> None:
    shared = Shared()
    inner = Arithmetic(Sign.TIMES, Arithmetic(Sign.PLUS, A, B), B)
    outer = Or((Compare(Comparison.MORE, inner, C), Compare(Comparison.LESS, inner, Constant(0))))
    roots = [shared.number(one) for one in (Not(outer), Coalesce((outer, NO)))]
    low, high, c = shared.number(inner), shared.number(outer), shared.number(C)
    assert shared.stages(roots) == (Stage((low,), tuple(sorted((low, c)))), Stage((high,), (high,)))


def test_a_root_that_another_uses_is_worked_out_once() -> None:
    shared = Shared()
    roots = [shared.number(one) for one in (late(), And((late(), C)))]
    assert [stage.works_out for stage in shared.stages(roots)] == [(roots[0],)]
    assert roots[0] in shared.stages(roots)[0].hands_on
