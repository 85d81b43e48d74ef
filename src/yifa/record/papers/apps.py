"""Papers as a part of the site."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Drafts, documents and their service."""

    name = "yifa.record.papers"
    label = "papers"
