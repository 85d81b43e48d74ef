"""What cannot be: each says of whom, what was found and what was expected.

CannotBe
├── AlreadyThere    a code or a number that is taken
├── NotInForce      an organ, a post or a certificate that does not hold on the day
├── NobodyLeft      somebody who stands in for himself
└── OutOfOrder      days that do not follow one another
    └── InACircle   organs that would stand under themselves
"""

from __future__ import annotations

from datetime import date


class CannotBe(ValueError):
    """A change of the register of organs that cannot be. `what`: of which organ, officer, certificate …

    `first` and `last` are the days between which it could be, as far as days are the reason.
    """

    def __init__(self, told: str, *, what: str = "", first: date | None = None, last: date | None = None) -> None:
        super().__init__(told)
        self.what = what
        self.first = first
        self.last = last


class AlreadyThere(CannotBe):
    """A code or number that is taken."""


class NotInForce(CannotBe):
    """Something that does not hold on the day."""


class OutOfOrder(CannotBe):
    """Days that do not follow one another."""


class InACircle(OutOfOrder):
    """Organs that would stand under themselves."""


class NobodyLeft(CannotBe):
    """Something that would leave nobody, or needs somebody else: a deputy who is the holder himself."""
