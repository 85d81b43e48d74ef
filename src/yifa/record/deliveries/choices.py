"""The words for deliveries."""

from __future__ import annotations

from django.db.models import TextChoices


class DeliveryState(TextChoices):
    """Where a delivery stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"
    """failed too often: a person looks at it and sends it again"""
