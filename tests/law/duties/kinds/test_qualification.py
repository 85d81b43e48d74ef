"""qualification: enough people, each with a certificate that day."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

TWO = engine(duty("qualification", "for: each heard\npeople: it.officers\nat-least: 2\ncertified: yes"))
EXAM = engine(duty("qualification", "for: each heard\nrequire: it.signed"))
MISSED = {"on": "2024-01-01", "act": "certificate-check-missed", "officer": "b"}


@pytest.mark.parametrize(
    ("officers", "more", "line"),
    [
        (["a", "b"], [], "met"),
        (["a"], [], "unmet violation"),
        (["a", "a"], [], "unmet violation"),
        (["a", "b", "c"], [MISSED], "unmet violation"),
        (["a", "c"], [MISSED], "met"),
        (None, [], "unknown"),
    ],
)
def test_two_certified_people(officers: list[str] | None, more: list[dict[str, str]], line: str) -> None:
    assert outcome(TWO, [*more, {"on": "2024-03-01", "act": "heard", "officers": officers}]) == line


def test_a_condition_on_them() -> None:
    lines = [outcome(EXAM, [{"on": "2024-03-01", "act": "heard", "signed": signed}]) for signed in (True, False, None)]
    assert lines == ["met", "unmet violation", "unknown"]
