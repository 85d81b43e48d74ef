"""What is no party: an identifier with a wrong check digit, or none where one is said."""

from __future__ import annotations


class NotAParty(ValueError):
    """An identifier that cannot be, or a fact that does not hold together."""
