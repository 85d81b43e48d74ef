"""cross-case: a count handed in by whoever has all the cases."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome
from yifa.law.facts import Source

ONCE = engine(
    duty(
        "cross-case",
        "for: each decided\nwhen: it.amount > 0 yuan\n"
        "count: {procedures: [tree-felling], act: decided, same: [officers], where: amount > 0 yuan}\nat-most: 0",
    )
)
FINED = [{"on": "2024-03-01", "act": "decided", "amount": 5}]


@pytest.mark.parametrize(("count", "line"), [(0, "met"), (1, "unmet violation")])
def test_not_more_often_than_allowed(count: int, line: str) -> None:
    assert outcome(ONCE, FINED, counts={"cut-1": count}) == line


def test_without_a_count_it_cannot_be_assessed() -> None:
    assert outcome(ONCE, FINED, source=Source("one case")) == "not-assessable"
    assert outcome(ONCE, FINED) == "unknown"
    assert outcome(ONCE, [{**FINED[0], "amount": 0}]) == "not-applicable"
