"""What access refuses: a role beside another that stands against it, or a file that must not be opened to somebody."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a role or a file cannot be given or taken so; told in words where somebody sits."""

    APART = "apart"
    """三员分立"""
    HELD = "held"
    """he has it already"""
    OWN = "own"
    """nobody gives or takes his own"""
    LAST = "last"
    """nobody else would be left who could do so"""
    DAYS = "days"
    """it would end before it begins"""
    OWN_ORGAN = "own-organ"
    """a file of his own organ is read by roles, not opened"""
    NO_TASK = "no-task"
    NO_CASE = "no-case"
    """no case of the organ has the number"""


class NotGranted(ValueError):
    """A role or a file that cannot be given."""

    def __init__(self, reason: Reason, told: str) -> None:
        super().__init__(told)
        self.reason = reason
