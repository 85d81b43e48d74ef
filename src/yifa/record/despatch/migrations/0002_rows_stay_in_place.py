"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("despatch", "0001_despatch_begins"),
    ]

    operations = [
        Irreplaceable(
            "despatch_series",
            (
                (
                    "organ_id",
                    "letters",
                ),
                (
                    "organ_id",
                    "paper",
                ),
            ),
        ),
        Irreplaceable(
            "despatch_number",
            (
                (
                    "series_id",
                    "year",
                    "place",
                ),
            ),
        ),
    ]
