"""order: earlier, later, and later than the end of a period."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, judged, outcome, said

EARLIER = engine(duty("order", "for: each decided\nearlier: reviewed (result = pass)"))
LATER = engine(duty("order", "for: each heard\nwhen: happened reviewed\nlater: reviewed"))
WINDOW = engine(
    duty("time-limit", "from: warned\ndone: reviewed\nwithin: 5 working days\nunit-reason: x")
    + """\
- id: cut-2
  kind: order
  title: {zh: 乙, en: Two}
  for: each decided
  later-than: due cut-1
  law: 行政许可法 42
  breach: REVOKE
"""
)


@pytest.mark.parametrize(
    ("reviews", "line"),
    [
        ([("2024-03-20", "pass")], "met"),
        ([("2024-03-19", "fail"), ("2024-03-20", "pass")], "met"),
        ([("2024-03-21", "pass")], "unmet violation"),
        ([("2024-03-20", "fail")], "unmet violation"),
        ([("2024-03-20", None)], "unknown"),
        ([("2024-03-21", None)], "unmet violation"),
        ([(None, "pass")], "unknown"),
        ([], "unmet violation"),
    ],
)
def test_what_must_come_earlier(reviews: list[tuple[str | None, str | None]], line: str) -> None:
    events = [{"on": on, "act": "reviewed", "result": result} for on, result in reviews]
    assert outcome(EARLIER, [*events, {"on": "2024-03-20", "act": "decided"}]) == line


def test_acts_of_one_day_are_ordered_by_their_times_if_both_have_one() -> None:
    decided = {"on": "2024-03-20T10:00", "act": "decided"}
    for on, line in (
        ("2024-03-20T09:59", "met"),
        ("2024-03-20T10:00", "met"),
        ("2024-03-20T10:01", "unmet violation"),
        ("2024-03-20", "met"),
    ):
        assert outcome(EARLIER, [{"on": on, "act": "reviewed", "result": "pass"}, decided], as_of=None) == line


@pytest.mark.parametrize(
    ("reviewed", "line"),
    [
        (["2024-03-21"], "met"),
        (["2024-03-20"], "met"),
        (["2024-03-19"], "unmet violation"),
        (["2024-03-19", "2024-03-21"], "met"),
        ([], "not-applicable"),
    ],
)
def test_what_must_come_later(reviewed: list[str], line: str) -> None:
    events = [{"on": on, "act": "reviewed"} for on in reviewed]
    assert outcome(LATER, [*events, {"on": "2024-03-20", "act": "heard"}]) == line


@pytest.mark.parametrize(
    ("warned", "decided", "line"),
    [
        ("2024-09-26", "2024-10-09", "unmet violation 2024-10-10"),
        ("2024-09-26", "2024-10-10", "met 2024-10-10"),
        ("2027-09-27", "2027-10-08", "pending 2027-10-20"),
        ("2027-09-27", "2027-09-30", "unmet violation 2027-10-20"),
    ],
)
def test_what_may_be_done_only_after_a_period(warned: str, decided: str, line: str) -> None:
    events = [{"on": warned, "act": "warned"}, {"on": decided, "act": "decided"}]
    lines = {result.duty: said(result) for result in judged(WINDOW, events)}
    assert lines["cut-2"] == line


def test_without_the_period_there_is_nothing_to_wait_for() -> None:
    lines = {result.duty: said(result) for result in judged(WINDOW, [{"on": "2024-10-09", "act": "decided"}])}
    assert lines["cut-2"] == "not-applicable"
