"""Lists as a part of the site."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """Lists, their editions and items."""

    name = "yifa.record.lists"
    label = "lists"
