"""Terms lived through in every way in which what stops or prolongs them may have been."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.invented import duty, engine, judged, outcome
from yifa.law.facts import Source

TERM = engine(
    duty(
        "time-limit",
        "from: applied\ndone: decided\nwithin: 20 working days\npauses: [test]\n"
        "extension: {act: extended, by: [head], at-most: 10 working days, needs-told: told}",
    )
)
APPLIED = {"on": "2023-03-06", "act": "applied"}  # the twentieth working day is 2023-04-03
IN_ORDER = {"approver": "head", "told": True}


def decided(day: str) -> dict[str, Any]:
    return {"on": day, "act": "decided"}


def pause(begun: str | None, ended: str | None, **told: Any) -> list[dict[str, Any]]:
    return [{"on": begun, "act": "tested", **told}, {"on": ended, "act": "test-done"}]


def extended(day: str | None, **fields: Any) -> dict[str, Any]:
    return {"on": day, "act": "extended", **fields}


@pytest.mark.parametrize(
    ("facts", "day", "line"),
    [
        ([extended(None, **IN_ORDER)], "2023-04-03", "met"),
        ([extended(None, **IN_ORDER)], "2023-04-04", "unknown"),
        ([extended(None, **IN_ORDER)], "2023-04-19", "unmet violation"),
        ([extended("2023-04-03", told=True)], "2023-04-18", "unknown"),
        ([extended("2023-04-03", approver="head")], "2023-04-18", "unknown"),
        ([extended("2023-04-03", approver="clerk")], "2023-04-18", "unmet violation"),
        (pause("2023-03-13", "2023-03-20"), "2023-04-10", "unknown"),
        (pause("2023-03-13", "2023-03-20"), "2023-04-12", "unmet violation"),
        (pause(None, "2023-03-20", told=True), "2023-04-10", "unknown"),
        (pause("2023-03-13", None, told=True), "2023-06-10", "unknown"),
        (pause("2023-03-13", None, told=False), "2023-06-10", "unmet violation"),
    ],
)
def test_what_is_in_doubt_is_taken_both_ways(facts: list[dict[str, Any]], day: str, line: str) -> None:
    said = outcome(TERM, [APPLIED, *facts, decided(day)]).rsplit(" ", 1)
    assert (said[0] if said[-1][:2] == "20" else " ".join(said)) == line


def test_a_finding_whatever_the_way_has_the_later_and_the_earlier_day() -> None:
    (one,) = judged(TERM, [APPLIED, extended(None, **IN_ORDER), decided("2023-05-10")])
    assert (str(one.due), str(one.earliest)) == ("2023-04-18", "2023-04-03")


def test_what_a_source_does_not_tell_is_in_order() -> None:
    silent = Source("s", fields=frozenset())
    assert outcome(TERM, [APPLIED, extended("2023-04-03"), decided("2023-04-18")], source=silent) == "met 2023-04-18"


def test_more_doubts_than_can_be_taken_apart_are_taken_together() -> None:
    facts = [one for day in range(13, 22) for one in pause(f"2023-03-{day}", f"2023-03-{day + 1}")]
    assert outcome(TERM, [APPLIED, *facts, decided("2023-04-03")]).split()[0] == "met"
    assert outcome(TERM, [APPLIED, *facts, decided("2023-04-10")]).split()[0] == "unknown"
    assert outcome(TERM, [APPLIED, *facts, decided("2023-06-10")]).split()[0] == "unmet"


def test_two_open_starts_of_one_kind_are_told_each_for_itself() -> None:
    untold, told = (
        {"on": "2023-03-13", "act": "tested", "told": False},
        {"on": "2023-06-05", "act": "tested", "told": True},
    )
    assert outcome(TERM, [APPLIED, untold, told, decided("2023-06-20")]) == "unmet violation 2023-04-03"
