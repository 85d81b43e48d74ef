"""Deliveries as a part of the site."""

from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    """Subscriptions, their places in the chains, and what waits to be sent."""

    name = "yifa.record.deliveries"
    label = "deliveries"
