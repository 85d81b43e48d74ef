"""document-element: every element is there."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

PAPER = engine(duty("document-element", "for: each decided\npaper: 决定书\nelements: [signed, major]"))


@pytest.mark.parametrize(
    ("signed", "major", "line"),
    [
        (True, True, "met"),
        (True, False, "unmet violation"),
        (None, False, "unmet violation"),
        (True, None, "unknown"),
    ],
)
def test_one_element_missing_breaks_it(signed: bool | None, major: bool | None, line: str) -> None:
    assert outcome(PAPER, [{"on": "2024-03-01", "act": "decided", "signed": signed, "major": major}]) == line
