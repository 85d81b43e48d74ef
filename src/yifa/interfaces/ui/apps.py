"""The shared part of pages, as a part of the site: it brings assets and no tables."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Assets of all pages."""

    name = "yifa.interfaces.ui"
    label = "ui"
