"""What deliveries refuse."""

from __future__ import annotations


class NotSubscribed(ValueError):
    """A subscription that cannot be, or a delivery that cannot be sent again."""
