"""separation: nobody on both sides."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

CHAIR = engine(duty("separation", "for: each heard\none: it.chair\nnever-among: [applied.officers, reviewed.officers]"))


@pytest.mark.parametrize(
    ("chair", "line"),
    [("a", "unmet violation"), ("c", "unmet violation"), ("d", "unmet violation"), ("e", "met"), (None, "unknown")],
)
def test_the_chair_is_none_of_those_who_worked_on_the_case(chair: str | None, line: str) -> None:
    events = [
        {"on": "2024-03-01", "act": "applied", "officers": ["a", "b"]},
        {"on": "2024-03-02", "act": "reviewed", "officers": ["c"]},
        {"on": "2024-03-03", "act": "reviewed", "officers": ["d"]},
        {"on": "2024-03-04", "act": "heard", "chair": chair},
    ]
    assert outcome(CHAIR, events) == line


def test_a_blank_list_leaves_it_open_only_where_nobody_is_found() -> None:
    blank = {"on": "2024-03-02", "act": "reviewed"}
    found = {"on": "2024-03-03", "act": "reviewed", "officers": ["e"]}
    heard = {"on": "2024-03-04", "act": "heard", "chair": "e"}
    assert outcome(CHAIR, [blank, heard]) == "unknown"
    assert outcome(CHAIR, [blank, found, heard]) == "unmet violation"
