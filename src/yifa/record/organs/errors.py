"""What cannot be: each says of whom, what was found and what was expected.

CannotBe
├── AlreadyThere    a code or a number that is taken
├── NotInForce      an organ, a post or a certificate that does not hold on the day
└── OutOfOrder      days that do not follow one another, or relations that go in a circle
"""

from __future__ import annotations


class CannotBe(ValueError):
    """A change of the register of organs that cannot be."""


class AlreadyThere(CannotBe):
    """A code or number that is taken."""


class NotInForce(CannotBe):
    """Something that does not hold on the day."""


class OutOfOrder(CannotBe):
    """Days that do not follow one another, or relations that go in a circle."""
