"""The first of several acts of which some have no day, or a field that is blank."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.law.invented import duty, engine, outcome

SEVERAL = engine(duty("time-limit", "from: applied\ndone: [decided, published]\nwithin: 20 working days"))
WHERE = engine(duty("time-limit", "from: applied\ndone: reviewed (result = pass)\nwithin: 20 working days"))
EARLY = engine(duty("time-limit", "from: applied\ndone: decided\nat-least: 30 calendar days\nunit-reason: x"))
HOURS = engine(duty("time-limit", "for: each applied\ndone: [decided, published]\nwithin: 2 hours"))
APPLIED = {"on": "2024-03-01", "act": "applied"}  # the twentieth working day is 2024-03-29


def on(day: str | None, act: str, **fields: Any) -> dict[str, Any]:
    return {"on": day, "act": act, **fields}


@pytest.mark.parametrize(
    ("of", "acts", "line"),
    [
        (SEVERAL, [on("2024-03-29", "decided"), on(None, "published")], "met"),
        (SEVERAL, [on("2024-04-01", "decided"), on(None, "published")], "unknown"),
        (SEVERAL, [on("2024-03-29", "decided"), on(None, "decided")], "met"),
        (WHERE, [on("2024-04-02", "reviewed", result="pass"), on("2024-04-01", "reviewed")], "unmet"),
        (WHERE, [on("2024-04-02", "reviewed", result="pass"), on("2024-03-28", "reviewed")], "unknown"),
        (WHERE, [on("2024-03-29", "reviewed", result="pass"), on("2024-03-28", "reviewed")], "met"),
        (WHERE, [on("2024-04-02", "reviewed")], "unmet"),
        (EARLY, [on("2024-03-30", "decided"), on(None, "decided")], "unmet"),
        (EARLY, [on("2024-03-31", "decided"), on(None, "decided")], "unknown"),
    ],
)
def test_one_without_a_day_can_only_have_been_the_first(of: Any, acts: list[dict[str, Any]], line: str) -> None:
    assert outcome(of, [APPLIED, *acts], as_of=date(2024, 6, 20)).split()[0] == line


def test_the_minute_of_the_act_that_was_done_counts_by_the_hour() -> None:
    begun = on("2025-12-01T09:00", "applied")
    assert outcome(HOURS, [begun, on("2025-12-01T11:00", "decided")]) == "met 2025-12-01T11:00"
    assert outcome(HOURS, [begun, on("2025-12-01T11:01", "published")]) == "unmet violation 2025-12-01T11:00"
