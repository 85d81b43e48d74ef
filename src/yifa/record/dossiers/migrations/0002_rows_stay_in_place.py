"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("dossiers", "0001_dossiers_begin"),
    ]

    operations = [
        Irreplaceable(
            "dossiers_dossier",
            (
                (
                    "case_id",
                    "number",
                ),
            ),
        ),
    ]
