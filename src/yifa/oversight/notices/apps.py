"""Notices as a part of the site."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices and how somebody wants to have them."""

    name = "yifa.oversight.notices"
    label = "notices"
