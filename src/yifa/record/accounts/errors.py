"""What accounts refuse."""

from __future__ import annotations


class NoAccount(ValueError):
    """An account that cannot be opened, changed or closed so."""
