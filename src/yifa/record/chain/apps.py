"""The chain as a part of the site."""

from django.apps import AppConfig


class ChainConfig(AppConfig):
    """Entries, seals and the values behind commitments."""

    name = "yifa.record.chain"
    label = "chain"
