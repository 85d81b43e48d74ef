"""What is no party: an identifier with a wrong check digit; what cannot be noted of one, or erased."""

from __future__ import annotations

from datetime import date


class NotAParty(ValueError):
    """An identifier that cannot be, or a fact that does not hold together. `first`: the day from which it could be."""

    def __init__(self, told: str, *, first: date | None = None) -> None:
        super().__init__(told)
        self.first = first


class WrongIdentifier(NotAParty):
    """An identifier whose check digit is wrong."""


class StillNeeded(NotAParty):
    """A party that cannot be erased: a case of it is still being handled."""
