"""Importing as a part of the site."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """What sent ledgers carry."""

    name = "yifa.record.importing"
    label = "importing"
