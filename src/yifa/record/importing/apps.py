"""Importing as a part of the site."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """What sent ledgers carry."""

    name = "yifa.record.importing"
    label = "importing"

    def ready(self) -> None:
        """Say what cases carry that came with ledgers."""
        from yifa.record.cases.concluding import SOURCES  # noqa: PLC0415 - models must stand first
        from yifa.record.importing.states import ledger_of  # noqa: PLC0415 - as above

        if ledger_of not in SOURCES:
            SOURCES.append(ledger_of)
