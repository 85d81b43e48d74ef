"""Access as a part of the site."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Roles and grants."""

    name = "yifa.record.access"
    label = "access"
