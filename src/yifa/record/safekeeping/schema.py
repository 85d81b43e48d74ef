"""Whether the tables of a database are those of this release: nothing is read or written where they are another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

_COLUMNS = {
    "sqlite": "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'",
    "postgresql": """
        SELECT t.relname, c.attname FROM pg_attribute AS c
        JOIN pg_class AS t ON t.oid = c.attrelid JOIN pg_namespace AS s ON s.oid = t.relnamespace
        WHERE s.nspname = current_schema() AND t.relkind IN ('r', 'p') AND c.attnum > 0 AND NOT c.attisdropped""",
}


class Made(Enum):
    """How the tables of a database came to be."""

    HERE = auto()
    """by this release, or as it would"""
    NOT_YET = auto()
    """not at all, or by an earlier release: steps are open"""
    LATER = auto()
    """by a later release, whose steps this one does not know"""
    OTHERWISE = auto()
    """by the same steps, and they are others all the same"""


def made() -> Made:
    """How the tables of this database came to be. Raises `DatabaseError`."""
    executor = MigrationExecutor(connection)
    if is_later(executor.loader.applied_migrations):
        return Made.LATER
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return Made.NOT_YET
    return Made.OTHERWISE if next(differing(), None) else Made.HERE


def is_later(steps: Iterable[tuple[str, str]]) -> bool:
    """Whether some steps, app and name each, are a later release's. Those of the framework are its own affair."""
    others = {one.label for one in apps.get_app_configs() if not one.name.startswith("yifa.")}
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return any(app not in others and (app, name) not in known for app, name in steps)


def differing() -> Iterator[str]:
    """Columns that are not there, or that nobody knows, as `cases_case.number`."""
    wanted = {
        (model._meta.db_table, str(field.column))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
        for field in model._meta.concrete_fields
    }
    known = {table for table, _ in wanted}
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS[connection.vendor])
        there = {(table, column) for table, column in cursor.fetchall() if table in known}
    yield from (f"{table}.{column}" for table, column in sorted(wanted ^ there))
