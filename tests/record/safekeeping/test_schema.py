"""Tables of another release are known as such."""

from __future__ import annotations

import pytest
from django.db import connection

from yifa.record.safekeeping.schema import Made, differing, made

pytestmark = pytest.mark.django_db
CHANGES = {
    "by an earlier release": ("DELETE FROM django_migrations WHERE app = 'announcements'", Made.NOT_YET),
    "by a later release": (
        "INSERT INTO django_migrations (app, name, applied) VALUES ('cases', '0900', '2026-01-01')",
        Made.LATER,
    ),
    "by a release with another room": (
        "INSERT INTO django_migrations (app, name, applied) VALUES ('room', '0001', '2026-01-01')",
        Made.LATER,
    ),
    "without a column": ("ALTER TABLE views_chosen RENAME TO views_former", Made.OTHERWISE),
    "with a column more": ("ALTER TABLE views_view ADD COLUMN colour integer", Made.OTHERWISE),
}


@pytest.mark.parametrize(("sql", "how"), CHANGES.values(), ids=CHANGES.keys())
def test_how_tables_were_made_is_told(sql: str, how: Made) -> None:
    assert (made(), list(differing())) == (Made.HERE, [])
    with connection.cursor() as cursor:
        cursor.execute(sql)
    assert made() is how
