"""Evidence as a part of the site."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Files of cases, recordings kept elsewhere, who read what is sensitive."""

    name = "yifa.record.evidence"
    label = "evidence"
