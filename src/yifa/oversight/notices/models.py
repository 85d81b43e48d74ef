"""Notices of officers, how they want to have them, and up to where what they are made from was followed."""

from __future__ import annotations

from django.db import models

from yifa.oversight.notices.choices import About
from yifa.record.accounts.models import Account
from yifa.record.cases.models import Case
from yifa.record.organs.models import Officer


class Notice(models.Model):
    """Something one officer is told, once. `key`: what it is about, so that it is not told twice.

    It names a case by its number in the tables alone; whether it may be read is asked when the notice is shown.
    """

    id = models.BigAutoField(primary_key=True)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=300)
    about = models.CharField(max_length=10, choices=About)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="+")
    told = models.JSONField(default=dict)
    """What it says beside: a duty, a subject, a day, a sheet, a count; never a name."""
    on = models.DateField()
    read_on = models.DateField(null=True)

    class Meta:
        db_table = "notices_notice"
        constraints = (models.UniqueConstraint(fields=("officer", "key"), name="notices_notice_once"),)
        indexes = (
            models.Index(fields=("officer", "-id"), name="notices_notice_of"),
            models.Index(fields=("officer",), condition=models.Q(read_on=None), name="notices_notice_unread"),
            models.Index(fields=("on",), name="notices_notice_day"),
        )

    def __str__(self) -> str:
        return f"{self.officer_id} {self.key}"


class Wish(models.Model):
    """How the holder of an account wants to be told outside the office.

    `feed`: digest of the secret in the address of his calendar; the secret itself is kept nowhere.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="+")
    address = models.EmailField(blank=True)
    """Where the daily e-mail goes; blank: none is wanted."""
    sent_on = models.DateField(null=True)
    """The day of the last daily e-mail."""
    tried_at = models.DateTimeField(null=True)
    """When it was tried to send one and did not succeed."""
    feed = models.CharField(max_length=64, null=True, unique=True)
    feed_on = models.DateField(null=True)

    class Meta:
        db_table = "notices_wish"

    def __str__(self) -> str:
        return f"{self.account_id}"


class Place(models.Model):
    """Up to which entry of a chain, or which turn of clues, notices were made."""

    of = models.CharField(max_length=70, primary_key=True)
    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "notices_place"

    def __str__(self) -> str:
        return f"{self.of} {self.number}"
