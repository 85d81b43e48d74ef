"""Exported lists as a part of the site."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    """Who asked for which list."""

    name = "yifa.interfaces.office.exports"
    label = "exports"
