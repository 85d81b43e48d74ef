"""An empty database beside the record, into which a backup is brought back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def elsewhere(place: Path) -> Iterator[None]:
    """Point this process to an empty database beside the record, and back again."""
    told = connection.settings_dict
    own = told["NAME"]
    other = str(place / "restored.sqlite3") if connection.vendor == "sqlite" else f"{own}_restored"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{other}"')
            cursor.execute(f'CREATE DATABASE "{other}"')
    connection.close()
    told["NAME"] = other
    try:
        yield
    finally:
        connection.close()
        told["NAME"] = own
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{other}"')
