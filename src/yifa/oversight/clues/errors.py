"""What clues refuse.

NotScreened
├── NotEntitled    whoever says it does not supervise the organ, does not handle its cases, or takes part in the case
├── NoReason       nothing was said why
└── Outdated       the clue is gone, or is another than the one that was looked at
"""

from __future__ import annotations


class NotScreened(ValueError):
    """Something that was not put on record about a clue."""


class NotEntitled(NotScreened):
    """Somebody who may not say it."""


class NoReason(NotScreened):
    """A word on a clue without a reason."""


class Outdated(NotScreened):
    """A clue that is no longer what was looked at."""
