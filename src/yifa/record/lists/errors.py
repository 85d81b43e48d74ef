"""What lists refuse.

NotListed
├── WrongState      an edition that is not a draft, or not in force
├── OutOfOrder      days that do not follow one another
└── WrongItem       an item that is twice there, or that the list has not
"""

from __future__ import annotations


class NotListed(ValueError):
    """Something that cannot be done with a list."""


class WrongState(NotListed):
    """An edition that is not a draft, or not in force."""


class OutOfOrder(NotListed):
    """Days that do not follow one another."""


class WrongItem(NotListed):
    """An item that is twice there, or that the list has not."""
