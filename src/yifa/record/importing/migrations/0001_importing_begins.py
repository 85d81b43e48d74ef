"""The table of sent ledgers: rows change version by version."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """What the columns of sent ledgers carry."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="SentLedger",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("procedure", models.SlugField(max_length=60)),
                ("file", models.CharField(max_length=300)),
                ("part", models.PositiveSmallIntegerField(default=1)),
                ("carries", models.JSONField(default=dict)),
                ("reach", models.DateField(null=True)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ledgers", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "importing_ledger",
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organ", "procedure", "file", "part"), name="importing_ledger_of_a_file"
                    )
                ],
            },
        ),
        Versioned("importing_ledger"),
    ]
