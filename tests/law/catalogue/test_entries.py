"""Rules that rest on a yes/no entry alone are told from those that days, acts, amounts or persons decide."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.entries import entered_only
from yifa.law.catalogue.folders import folder


@pytest.mark.parametrize(
    ("procedure", "rule", "entered"),
    [
        ("licence", "lic-list-only", True),
        ("licence", "lic-decide-20wd", False),
        ("licence", "moon-landing", False),
        ("penalty-ordinary", "pen-show-id", True),
        ("penalty-ordinary", "pen-decide-90d", False),
        ("penalty-ordinary", "pen-two-qualified-officers", False),
        ("reconsideration", "rec-committee", False),
    ],
)
def test_a_rule_rests_on_entries_or_on_the_record(procedure: str, rule: str, entered: bool) -> None:
    assert entered_only(folder(procedure), rule) is entered
