"""What is not taken into the evidence of a case.

NotKept
├── WrongFile       empty, too large, of a kind that is not kept, damaged or locked
├── NotThere        not in the scope of who asks, or destroyed
└── Damaged         the file is missing, or is not what was taken in
"""

from __future__ import annotations


class NotKept(ValueError):
    """Something that is not kept, or cannot be read."""


class WrongFile(NotKept):
    """A file that is not taken in."""


class NotThere(NotKept):
    """A file that is not there for who asks."""


class Damaged(NotKept):
    """A file that is missing or is not what was taken in."""
