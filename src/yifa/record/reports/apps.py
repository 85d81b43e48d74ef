"""Issued reports as a part of the site."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What was issued."""

    name = "yifa.record.reports"
    label = "reports"
