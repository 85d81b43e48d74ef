"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        Irreplaceable("organs_organ", (("code",),)),
        Irreplaceable(
            "organs_officer",
            (
                (
                    "organ_id",
                    "number",
                ),
            ),
        ),
    ]
