"""required-act: what must be so at an act, or before another, or some time."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

AT_IT = engine(duty("required-act", "for: each decided\nwhen: large\nrequire: reviewed before it"))
UNTIL = engine(duty("required-act", "for: each applied\nrequire: reviewed after it\nuntil: decided"))
OPEN = engine(duty("required-act", "for: each decided\nrequire: published after it\nuntil: open"))
BIG = {"on": "2024-03-01", "act": "applied", "trees": 101}
DECIDED = {"on": "2024-03-20", "act": "decided"}


@pytest.mark.parametrize(
    ("events", "line"),
    [
        ([BIG, {"on": "2024-03-20", "act": "reviewed"}, DECIDED], "met"),
        ([BIG, {"on": "2024-03-21", "act": "reviewed"}, DECIDED], "unmet violation"),
        ([BIG, DECIDED], "unmet violation"),
        ([BIG, {"on": None, "act": "reviewed"}, DECIDED], "unknown"),
        ([{**BIG, "trees": 100}, DECIDED], "not-applicable"),
        ([{**BIG, "trees": None}, DECIDED], "unknown"),
    ],
)
def test_what_is_required_at_an_act(events: list[dict[str, object]], line: str) -> None:
    assert outcome(AT_IT, events) == line


def test_nothing_is_missing_before_the_event_at_which_it_is_judged() -> None:
    assert outcome(UNTIL, [BIG]) == "pending"
    assert outcome(UNTIL, [BIG, DECIDED]) == "unmet violation"
    assert outcome(UNTIL, [BIG, {"on": "2024-03-01", "act": "reviewed"}, DECIDED]) == "met"


def test_without_any_time_it_is_pending_until_done() -> None:
    assert outcome(OPEN, [DECIDED, {"on": "2034-03-20", "act": "heard"}]) == "pending"
    assert outcome(OPEN, [DECIDED, {"on": "2034-03-20", "act": "published"}]) == "met"
