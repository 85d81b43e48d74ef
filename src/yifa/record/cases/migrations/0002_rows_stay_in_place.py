"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("cases", "0001_cases_begin"),
    ]

    operations = [
        Irreplaceable(
            "cases_case",
            (
                (
                    "organ_id",
                    "procedure",
                    "number",
                ),
            ),
        ),
    ]
