"""On SQLite no row takes the place of another by its key, whatever program asks."""

from django.db import migrations

from yifa.record.chain.append_only import Irreplaceable


class Migration(migrations.Migration):
    """Refused by the database, also where `recursive_triggers` is off."""

    dependencies = [
        ("tokens", "0001_tokens_begin"),
    ]

    operations = [
        Irreplaceable("tokens_token", (("digest",),)),
    ]
