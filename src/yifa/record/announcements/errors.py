"""What announcements refuse, and why."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an announcement cannot be put up so."""

    TEXT = "text"
    """it says nothing, or too much"""
    DAYS = "days"
    """it would end before it begins"""
    OVER = "over"
    """it is over already"""


class NotAnnounced(ValueError):
    """An announcement that cannot be put up or taken down so."""

    def __init__(self, reason: Reason, told: str) -> None:
        super().__init__(told)
        self.reason = reason
