"""authority: by one of those who may, on a ground that holds."""

from __future__ import annotations

import pytest

from tests.law.invented import duty, engine, outcome

HEAD = engine(
    duty("authority", "for: each decided\nwho: it.approver\none-of: [head, deputy]\nrequire: it.signed otherwise yes")
)


@pytest.mark.parametrize(
    ("approver", "signed", "line"),
    [
        ("head", True, "met"),
        ("deputy", None, "met"),
        ("clerk", True, "unmet violation"),
        ("head", False, "unmet violation"),
        (None, True, "unknown"),
        (None, False, "unmet violation"),
    ],
)
def test_only_who_may(approver: str | None, signed: bool | None, line: str) -> None:
    assert outcome(HEAD, [{"on": "2024-03-01", "act": "decided", "approver": approver, "signed": signed}]) == line
