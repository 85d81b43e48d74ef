"""Dossiers as a part of the site."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Dossiers and what lies in them."""

    name = "yifa.record.dossiers"
    label = "dossiers"
