"""Subscriptions and deliveries, as the API tells them."""

from __future__ import annotations

from datetime import date, datetime

from yifa.interfaces.api.shapes.fields import Told


class DeliveryShape(Told):
    """A delivery to another system."""

    id: int
    subscription: int
    organ: str
    number: int
    event: str
    state: str
    attempts: int
    due: datetime | None
    said: str
    made: datetime


class DeliveryPage(Told):
    """Some deliveries; `next`: what to ask for `after` to get those that follow."""

    deliveries: list[DeliveryShape]
    next: int | None


class SubscriptionShape(Told):
    """A system that is told of events, in the place of an officer."""

    id: int
    label: str
    address: str
    acts: list[str]
    first: date
    last: date | None


class SubscriptionList(Told):
    """Systems that are told."""

    subscriptions: list[SubscriptionShape]
