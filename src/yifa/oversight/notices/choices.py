"""The words for notices. What each says is told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class About(TextChoices):
    """What a notice tells."""

    DUE = "due"
    """something of mine is due soon"""
    CLUE = "clue"
    """a clue about a matter of mine came, moved, went or came back"""
    CLUES = "clues"
    """so many new clues on a day among those I supervise"""
    SCREENED = "screened"
    """somebody said whether a clue about a matter of mine is so"""
    EXPLAINED = "explained"
    """an organ explained a clue"""
    ASKED = "asked"
    """an approval sheet waits for me"""
    ANSWERED = "answered"
    """a sheet that I drew up was signed, sent back or refused"""
    URGED = "urged"
    """somebody urged me to get on with a matter"""
