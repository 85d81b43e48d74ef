"""value-limit: bounds by condition, bounds that move, days counted by the clock."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

BY_CASE = engine(
    duty(
        "value-limit",
        """\
for: each decided
value: it.amount
limits:
- {when: it.major, at-most: 3000 yuan}
- {when: not it.major, at-most: 200 yuan, at-least: 50 yuan}
""",
    )
)
MOVING = engine(
    duty(
        "value-limit",
        """\
for: each decided
days: {run: {from: applied, to: it, pauses: [test]}}
value: it.amount
limits: [{at-most: 3 yuan * run}]
""",
    )
)
COUNTED = engine(duty("value-limit", "for: each decided\nvalue: count last reviewed before it\nlimits: [{at-most: 1}]"))


@pytest.mark.parametrize(
    ("major", "amount", "line"),
    [
        (True, 3000, "met"),
        (True, 3001, "unmet violation"),
        (False, 200, "met"),
        (False, 201, "unmet violation"),
        (False, 50, "met"),
        (False, 49, "unmet violation"),
        (True, None, "unknown"),
        (None, 100, "unknown"),
    ],
)
def test_the_first_limit_that_holds_counts(major: bool | None, amount: int | None, line: str) -> None:
    assert outcome(BY_CASE, [{"on": "2024-03-01", "act": "decided", "major": major, "amount": amount}]) == line


@pytest.mark.parametrize(
    ("amount", "pause", "line"),
    [
        (30, [], "met"),
        (31, [], "unmet violation"),
        (18, [("2024-03-03", "2024-03-07")], "met"),
        (19, [("2024-03-03", "2024-03-07")], "unmet violation"),
        (6, [("2024-03-03", None)], "met"),
        (7, [("2024-03-03", None)], "unmet violation"),
    ],
)
def test_days_are_counted_without_pauses(amount: int, pause: list[tuple[str, str | None]], line: str) -> None:
    pauses = [
        event
        for begun, ended in pause
        for event in (
            {"on": begun, "act": "tested", "told": True},
            *([{"on": ended, "act": "test-done"}] if ended else []),
        )
    ]
    events = [{"on": "2024-03-01", "act": "applied"}, *pauses, {"on": "2024-03-11", "act": "decided", "amount": amount}]
    assert outcome(MOVING, events) == line


@pytest.mark.parametrize(("amount", "line"), [(200, "met"), (201, "unknown"), (3001, "unmet violation")])
def test_where_it_is_open_which_limit_holds_all_that_may_must_agree(amount: int, line: str) -> None:
    of = engine(
        duty(
            "value-limit",
            "for: each decided\nvalue: it.amount\n"
            "limits:\n- {when: it.major, at-most: 200 yuan}\n- {at-most: 3000 yuan}",
        )
    )
    assert outcome(of, [{"on": "2024-03-01", "act": "decided", "amount": amount}]) == line


def test_beside_days_that_did_not_run_nothing_is_asked() -> None:
    assert outcome(MOVING, [{"on": "2024-03-11", "act": "decided", "amount": 7}]) == "not-applicable"


@pytest.mark.parametrize("tested", [{}, {"told": True, "on": None}], ids=["not said whether told", "no day"])
def test_days_are_open_while_a_pause_is_in_doubt(tested: dict[str, object]) -> None:
    pause = {"on": "2024-03-03", "act": "tested", **tested}
    decided = {"on": "2024-03-11", "act": "decided", "amount": 7}
    assert outcome(MOVING, [{"on": "2024-03-01", "act": "applied"}, pause, decided]) == "unknown"


def test_a_number_of_acts_can_be_bounded() -> None:
    reviews = [{"on": f"2024-03-0{day}", "act": "reviewed"} for day in (1, 2)]
    decided = {"on": "2024-03-05", "act": "decided"}
    assert outcome(COUNTED, [reviews[0], decided]) == "met"
    assert outcome(COUNTED, [*reviews, decided]) == "unmet violation"
