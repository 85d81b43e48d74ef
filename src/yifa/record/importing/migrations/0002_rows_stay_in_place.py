"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("importing", "0001_importing_begins"),
    ]

    operations = [
        Irreplaceable(
            "importing_ledger",
            (
                (
                    "organ_id",
                    "procedure",
                    "file",
                    "part",
                ),
            ),
        ),
    ]
