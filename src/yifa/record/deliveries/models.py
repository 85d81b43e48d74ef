"""Subscriptions, their places in the chains, and deliveries. The chain tells of subscriptions, not of what is sent."""

from __future__ import annotations

from django.db import models

from yifa.record.chain.models import DIGEST
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.organs.models import Dated, Officer, in_order
from yifa.record.scope import ScopedManager


class Subscription(Dated):
    """A system that is told, in the place of an officer: it learns of what he may read."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="subscriptions")
    label = models.CharField(max_length=100)
    url = models.CharField(max_length=500)
    """Where events are sent to: https, or this machine."""
    acts = models.JSONField(default=list, blank=True)
    """Verbs of which it is told; all, where none is named."""
    begins_after = models.BigIntegerField(default=0)
    """The entry of the record after which it begins; 0: with the first."""
    nonce = models.CharField(max_length=32)
    """What its signing key is made from, with the secret of this installation; another nonce, another key."""

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "deliveries_subscription"
        base_manager_name = "objects"
        constraints = (in_order("deliveries_subscription"),)

    def __str__(self) -> str:
        return self.label


class Position(models.Model):
    """Up to which entry of an organ's chain a subscription was looked through."""

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="positions")
    organ = models.CharField(max_length=64)
    number = models.BigIntegerField()

    class Meta:
        db_table = "deliveries_position"
        constraints = (models.UniqueConstraint(fields=("subscription", "organ"), name="deliveries_position_once"),)

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.organ} {self.number}"


class Delivery(models.Model):
    """One event on its way to one subscription."""

    id = models.BigAutoField(primary_key=True)
    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="deliveries")
    organ = models.CharField(max_length=64)
    number = models.BigIntegerField()
    event = models.CharField(max_length=DIGEST)
    """The digest of the entry."""
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(null=True)
    """When it is tried next."""
    said = models.CharField(max_length=200, blank=True)
    """What came of the last attempt."""
    made = models.DateTimeField()
    done = models.DateTimeField(null=True)

    class Meta:
        db_table = "deliveries_delivery"
        constraints = (
            models.UniqueConstraint(fields=("subscription", "organ", "number"), name="deliveries_delivery_once"),
        )
        indexes = (models.Index(fields=("state", "due"), name="deliveries_delivery_due"),)

    def __str__(self) -> str:
        return f"{self.organ} {self.number} to {self.subscription_id}"
