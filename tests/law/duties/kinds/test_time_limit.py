"""time-limit: each way of setting a day, on both sides of its boundary."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.law.invented import duty, engine, judged, outcome, said

CASES = YAML(typ="safe").load(Path(__file__).with_name("terms.yaml"))
WITHIN = engine(duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days"))
TESTED = engine(
    duty(
        "time-limit",
        "from: applied\ndone: [decided, published]\nwithin: 20 working days\npauses: [test]\n"
        "extension: {act: extended, by: [head], at-most: 10 working days, needs-told: told}",
    )
)
UNBOUNDED = engine(
    duty(
        "time-limit",
        "from: applied\ndone: decided\nwithin: 20 working days\n"
        "extension: {act: extended, by: [head], at-most: none, times: any}",
    )
)
UPTO = engine(duty("time-limit", "for: each applied\ndone: decided\nupto: it.expires"))
THAT_DAY = engine(duty("time-limit", "upto: applied\ndone: decided\nrolls: no"))
MONTHS = engine(duty("time-limit", "from: applied\ndone: decided\nwithin: 6 months\nunit-reason: x"))
SEIZURE = engine(
    duty("time-limit", "from: applied\ndone: decided\nwithin: 30 calendar days\nrolls: no\nunit-reason: x")
)
LIMIT = engine(duty("time-limit", "from: applied\ndone: decided\nwithin: 2 years\nrolls: no\nlast-day-contested: yes"))
HOURS = engine(duty("time-limit", "for: each applied\ndone: decided\nwithin: 24 hours"))
TWO = engine(
    duty(
        "time-limit",
        "from: applied\ndone: decided\nwithin: 60 calendar days\nunit-reason: x\n"
        "further:\n- {from: accepted, within: 1 year}",
    )
)
AHEAD = engine(duty("time-limit", "for: each heard\ndone: warned\nahead: 7 working days\nunit-reason: x"))
EXPIRY = engine(
    duty("time-limit", "for: each applied\nfrom: it.expires\ndone: it\nahead: 30 calendar days\nwho: party")
)
AT_LEAST = engine(duty("time-limit", "from: applied\ndone: decided\nat-least: 30 calendar days\nunit-reason: x"))
AFTER = engine(duty("time-limit", "from: applied\ndone: decided\nafter: 10 working days\nunit-reason: x"))
CLEAR = engine(duty("time-limit", "from: applied\ndone: decided\nclear: 7 working days\nunit-reason: x"))
YEARLY = engine(duty("time-limit", "for: each year\ndone: published (year = it.year)\nby: 04-01\nbefore-word: yes"))


def on(day: str | None, act: str, **fields: Any) -> dict[str, Any]:
    return {"on": day, "act": act, **fields}


@pytest.mark.parametrize("case", CASES["terms"], ids=lambda case: f"{case['of']}: {case['comes-to']}")
def test_in_time_and_one_unit_late(case: dict[str, Any]) -> None:
    assert outcome(globals()[case["of"]], case["acts"]) == case["comes-to"]


@pytest.mark.parametrize("case", CASES["years"], ids=lambda case: str(case["comes-to"]))
def test_a_year_nobody_reported_on_is_found(case: dict[str, Any]) -> None:
    years = (2022, 2023) if len(case["comes-to"]) > 1 else ()
    results = judged(YEARLY, case["acts"], as_of=case.get("as-of"), years=years)
    assert {result.subject: said(result) for result in results} == case["comes-to"]


def test_days_past_the_last_notice_are_waited_for_in_the_latest_reading() -> None:
    begun = on("2027-09-20", "applied")
    lines = [outcome(WITHIN, [begun, on(day, "decided")]) for day in ("2027-10-13", "2027-11-09", "2027-11-10")]
    assert [line.split()[0] for line in lines] == ["met", "pending", "unmet"]


def test_each_occurrence_has_its_own_term() -> None:
    of = engine(duty("time-limit", "for: each applied\ndone: decided\nwithin: 3 working days"))
    results = judged(
        of,
        [
            on("2024-03-01", "applied"),
            on("2024-03-06", "decided"),
            on("2024-03-07", "applied", id="b"),
            on("2024-03-13", "decided"),
        ],
    )
    assert {result.subject: said(result) for result in results} == {
        "applied#1": "met 2024-03-06",
        "applied#b": "unmet violation 2024-03-12",
    }


def test_hours_that_are_not_over_yet_are_pending() -> None:
    begun = [on("2024-09-30T17:30", "applied")]
    assert outcome(HOURS, begun, as_of=datetime(2024, 10, 1, 17, 30)) == "pending 2024-10-01T17:30"
    assert outcome(HOURS, begun, as_of=datetime(2024, 10, 1, 17, 31)) == "unmet violation 2024-10-01T17:30"
