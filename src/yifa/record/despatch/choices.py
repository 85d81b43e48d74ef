"""The words for numbers and approval sheets."""

from __future__ import annotations

from django.db.models import TextChoices


class NumberState(TextChoices):
    """What a number is."""

    RESERVED = "reserved"
    USED = "used"
    VOIDED = "voided"


class SheetState(TextChoices):
    """Where an approval sheet stands."""

    UNDER_WAY = "under-way"
    SIGNED = "signed"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"


class StepRole(TextChoices):
    """What somebody does with a sheet."""

    PROPOSE = "propose"
    """拟办"""
    REVIEW = "review"
    """审核"""
    COUNTERSIGN = "countersign"
    """会签"""
    SIGN = "sign"
    """签发"""


class StepState(TextChoices):
    """Where a step stands."""

    WAITING = "waiting"
    """one before it is open"""
    OPEN = "open"
    PASSED = "passed"
    RETURNED = "returned"
    """退回, to an earlier step"""
    FORWARDED = "forwarded"
    """转办, to somebody else"""
    DROPPED = "dropped"
    """no longer asked, because the sheet went back or came to an end"""
