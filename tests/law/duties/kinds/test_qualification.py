"""qualification: enough people, each with a certificate that day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.invented import duty, engine, outcome

TWO = engine(duty("qualification", "for: each heard\npeople: it.officers\nat-least: 2\ncertified: yes"))
EXAM = engine(duty("qualification", "for: each heard\nrequire: it.signed"))


@pytest.mark.parametrize(
    ("officers", "more", "line"),
    [
        (["a", "b"], [], "met"),
        (["a"], [], "unmet violation"),
        (["a", "a"], [], "unmet violation"),
        (["a", "b"], [{"on": "2024-04-01", "act": "certificate-issued", "officer": "b"}], "unmet violation"),
        (None, [], "unknown"),
    ],
)
def test_two_certified_people(officers: list[str] | None, more: list[dict[str, str]], line: str) -> None:
    assert outcome(TWO, [*more, {"on": "2024-03-01", "act": "heard", "officers": officers}]) == line


@pytest.mark.parametrize(
    ("missed", "on", "officers", "profiles", "line"),
    [
        ("2024-01-01", "2024-03-01", ["a", "b", "c"], ["samr"], "unmet violation"),
        ("2024-01-01", "2024-03-01", ["a", "c"], ["samr"], "met"),
        ("2024-01-01", "2024-03-01", ["a", "b"], [], "met"),  # the text is of another sector
        ("2019-01-01", "2019-12-31", ["a", "b"], ["samr"], "met"),  # and not yet in force
        ("2019-01-01", "2020-01-01", ["a", "b"], ["samr"], "unmet violation"),
        (None, "2024-03-01", ["a", "b"], ["samr"], "unknown"),
        (None, "2024-03-01", ["a", "b"], [], "met"),
        ("2024-01-01", None, ["a", "b"], ["samr"], "unknown"),
    ],
)
def test_what_ends_a_certificate_does_so_only_where_and_while_its_text_holds(
    missed: str | None, on: str | None, officers: list[str], profiles: list[str], line: str
) -> None:
    ended = {"on": missed, "act": "certificate-check-missed", "officer": "b"}
    events = [ended, {"on": on, "act": "heard", "officers": officers}]
    assert outcome(TWO, events, *profiles, as_of=date(2024, 6, 1)) == line


def test_a_condition_on_them() -> None:
    lines = [outcome(EXAM, [{"on": "2024-03-01", "act": "heard", "signed": signed}]) for signed in (True, False, None)]
    assert lines == ["met", "unmet violation", "unknown"]
