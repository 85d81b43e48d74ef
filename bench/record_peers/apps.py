"""The peers as a part of the site that is measured."""

from django.apps import AppConfig


class RecordPeersConfig(AppConfig):
    """An act three times over."""

    name = "bench.record_peers"
    label = "record_peers"

    def ready(self) -> None:
        """Let the second library follow its model."""
        from auditlog.registry import auditlog  # noqa: PLC0415 - once models are there

        from bench.record_peers.models import AuditedAct  # noqa: PLC0415 - once models are there

        auditlog.register(AuditedAct)
