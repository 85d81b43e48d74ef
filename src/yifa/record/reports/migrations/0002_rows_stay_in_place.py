"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("reports", "0001_reports_begin"),
    ]

    operations = [
        Irreplaceable(
            "reports_issued",
            (
                (
                    "organ_id",
                    "seal",
                ),
            ),
        ),
    ]
