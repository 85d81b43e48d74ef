"""The words for clues. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class Sort(TextChoices):
    """What the duties say of it: the class of the finding."""

    VIOLATION = "violation"
    LOSS = "loss"
    """a right or power of the organ that has lapsed"""
    ADVISORY = "advisory"
    """contested: readings differ"""
    AUTO = "auto"
    """taken as so by law"""


class Verdict(TextChoices):
    """What a person says to a clue."""

    TRUE = "true"
    """属实"""
    UNTRUE = "untrue"
    """不属实"""
    WAIT = "wait"
    """待查: something has to be found out first"""


class Stage(TextChoices):
    """How far a clue is looked into."""

    NEW = "new"
    """nobody said anything to it yet"""
    AGAIN = "again"
    """somebody did, and what it rests on is another since"""
    WAIT = "wait"
    UNTRUE = "untrue"
    TRUE = "true"


class Turned(TextChoices):
    """What became of a clue."""

    NEW = "new"
    MOVED = "moved"
    """still there, on another day or by other facts"""
    GONE = "gone"
    BACK = "back"
    """there again after it was gone"""


GRAVITY = ("VOID", "REVOKE", "VOID-risk", "REVOKE-risk", "BAR", "LOSS", "MINOR", "DISC", "DEFECT", "AUTO", "MGMT")
"""Consequences that the law names, the graver first."""
