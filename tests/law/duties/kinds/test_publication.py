"""publication: in time, or (without a term) before it is judged."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

IN_TIME = engine(
    duty("publication", "for: each decided\nwhen: it.major\ndone: published\nwithin: 3 working days\nunit-reason: x")
)
AT_ALL = engine(duty("publication", "for: each decided\ndone: published"))
UNTIL = engine(duty("publication", "for: each applied\ndone: published\nuntil: decided"))
D = {"on": "2025-09-26", "act": "decided", "major": True}


@pytest.mark.parametrize(
    ("published", "line"),
    [("2025-09-30", "met 2025-09-30"), ("2025-10-09", "unmet violation 2025-09-30"), (None, "unknown 2025-09-30")],
)
def test_published_in_time_or_late(published: str | None, line: str) -> None:
    events = [D, {"on": published, "act": "published"}, {"on": "2025-10-10", "act": "heard"}]
    assert outcome(IN_TIME, events) == line


def test_without_a_term_it_stays_pending_until_done() -> None:
    later = {"on": "2035-10-10", "act": "heard"}
    assert outcome(AT_ALL, [D, later]) == "pending"
    assert outcome(AT_ALL, [D, {"on": "2030-01-01", "act": "published"}]) == "met"


def test_with_until_it_is_judged_at_that_event() -> None:
    begun = {"on": "2025-01-02", "act": "applied"}
    assert outcome(UNTIL, [begun]) == "pending"
    assert outcome(UNTIL, [begun, D]) == "unmet violation"
    assert outcome(UNTIL, [begun, {"on": "2025-01-03", "act": "published"}, D]) == "met"
