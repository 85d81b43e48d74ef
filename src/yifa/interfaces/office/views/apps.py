"""Saved views as a part of the site."""

from django.apps import AppConfig


class ViewsConfig(AppConfig):
    """Views and columns of officers."""

    name = "yifa.interfaces.office.views"
    label = "views"
