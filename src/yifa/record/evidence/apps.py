"""Evidence as a part of the site."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Files of cases, recordings kept elsewhere, who read what is sensitive."""

    name = "yifa.record.evidence"
    label = "evidence"

    def ready(self) -> None:
        """Say which files cases have."""
        from yifa.record.cases.kept_files import KEEPERS  # noqa: PLC0415 - models must stand first
        from yifa.record.evidence.queries import keeps  # noqa: PLC0415 - as above

        if keeps not in KEEPERS:
            KEEPERS.append(keeps)
