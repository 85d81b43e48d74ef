"""The office as a part of the site: it brings pages and no tables."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Pages of the office."""

    name = "yifa.interfaces.office"
    label = "office"
