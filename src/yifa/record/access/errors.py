"""What access refuses: a role beside another that stands against it, or a file that must not be opened to somebody."""

from __future__ import annotations


class NotGranted(ValueError):
    """A role or a file that cannot be given."""
