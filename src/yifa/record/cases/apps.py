"""Cases as a part of the site."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases, acts, who takes part, and how cases hang together."""

    name = "yifa.record.cases"
    label = "cases"
