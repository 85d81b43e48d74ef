"""The scope as a part of the site: it puts the guard at the connections."""

from django.apps import AppConfig

from yifa.record.scope.guard import guard_connections


class ScopeConfig(AppConfig):
    """No tables of its own."""

    name = "yifa.record.scope"
    label = "scope"

    def ready(self) -> None:
        """Guard every connection."""
        guard_connections()
