"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("lists", "0001_lists_begin"),
    ]

    operations = [
        Irreplaceable(
            "lists_list",
            (
                (
                    "organ_id",
                    "kind",
                ),
            ),
        ),
        Irreplaceable(
            "lists_edition",
            (
                (
                    "list_id",
                    "number",
                ),
                ("list_id",),
            ),
            only={
                ("list_id",): (
                    "{row}.state = 'in-force'",
                    "{row}.state = 'draft'",
                )
            },
        ),
    ]
