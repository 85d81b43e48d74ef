"""Organs as a part of the site."""

from django.apps import AppConfig


class OrgansConfig(AppConfig):
    """Organs, their relations and their officers."""

    name = "yifa.record.organs"
    label = "organs"
