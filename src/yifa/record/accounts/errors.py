"""What accounts refuse, and why: the reason is told in words where somebody sits."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an account cannot be opened, changed or closed so."""

    NAME = "name"
    """not a name that accounts have"""
    TAKEN = "taken"
    HAS_ONE = "has-one"
    """the officer has an account already"""
    WEAK = "weak"
    """the password is not good enough; what is missing is said beside"""
    CLOSED = "closed"
    STOPPED = "stopped"
    NOT_STOPPED = "not-stopped"
    OWN = "own"
    """nobody sees to his own account as its administrator"""
    NOT_A_CERTIFICATE = "not-a-certificate"
    LINKED = "linked"
    """the certificate, or the name elsewhere, is another account's"""


class NoAccount(ValueError):
    """An account that cannot be opened, changed or closed so. `said`: what is missing, in the language spoken."""

    def __init__(self, reason: Reason, told: str, said: str = "") -> None:
        super().__init__(told)
        self.reason = reason
        self.said = said
