"""What safekeeping refuses."""

from __future__ import annotations


class NotKept(RuntimeError):
    """A backup that could not be made, read or restored; says what was found and what was expected."""
