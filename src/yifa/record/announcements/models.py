"""Announcements, each from a day to a day, and who has put one out of the way."""

from __future__ import annotations

from django.db import models

from yifa.record.organs.models import Dated, Officer, Organ, in_order

LONGEST = 500
"""Signs of one announcement: it stands over every page."""


class Announcement(Dated):
    """What the officers of an organ, and of those it supervises, are told."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="announcements")
    text = models.CharField(max_length=LONGEST)
    grave = models.BooleanField(default=False)
    """It cannot be put out of the way."""

    class Meta:
        db_table = "announcements_announcement"
        constraints = (in_order("announcements_announcement"),)

    def __str__(self) -> str:
        return self.text[:40]


class Dismissed(models.Model):
    """Somebody has put an announcement out of his way."""

    id = models.BigAutoField(primary_key=True)
    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="dismissed")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="dismissed")

    class Meta:
        db_table = "announcements_dismissed"
        constraints = (
            models.UniqueConstraint(fields=("announcement", "officer"), name="announcements_dismissed_once"),
        )

    def __str__(self) -> str:
        return f"{self.announcement_id} {self.officer_id}"
