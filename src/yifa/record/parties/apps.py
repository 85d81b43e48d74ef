"""Parties as a part of the site."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Parties and what holds of them from one day to another."""

    name = "yifa.record.parties"
    label = "parties"
