"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("papers", "0001_papers_begin"),
    ]

    operations = [
        Irreplaceable(
            "papers_template",
            (
                (
                    "organ_id",
                    "procedure",
                    "act",
                    "paper",
                    "number",
                ),
            ),
        ),
        Irreplaceable("papers_document", (("corrects_id",),)),
    ]
