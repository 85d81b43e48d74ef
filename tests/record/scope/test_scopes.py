"""A scope only becomes narrower, and everything needs a reason."""

from __future__ import annotations

import pytest

from yifa.record.chain.under_way import verb_under_way
from yifa.record.scope import Scope, Unscoped, between, current, everything, within


def test_a_scope_inside_another_only_becomes_narrower() -> None:
    with within(Scope.of([1, 2, 3])), within(Scope.of([2, 3, 4])):
        assert current() == Scope.of([2, 3])
    assert current() is None


def test_within_everything_a_scope_narrows() -> None:
    with everything("verify the record"), within(Scope.of([2])):
        assert current() == Scope.of([2])


def test_everything_needs_a_reason_and_is_not_reached_from_within_a_scope() -> None:
    with pytest.raises(Unscoped, match="reading everything needs a reason"), everything(""):
        pass
    with (
        within(Scope.of([1])),
        pytest.raises(Unscoped, match=r"everything was to be read \(curiosity\) inside the scope of 1 organs"),
        everything("curiosity"),
    ):
        pass
    assert current() is None


def test_the_rows_of_several_organs_are_reached_inside_a_verb_alone() -> None:
    with pytest.raises(Unscoped, match="outside a verb"), between([1, 2]):
        pass
    token = verb_under_way.set("case-received")
    with within(Scope.of([1])), between([1, 2]):
        assert current() == Scope.of([1, 2])
    verb_under_way.reset(token)
