"""Saved views: the tables begin."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As it is."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Chosen",
            fields=[
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="organs.officer",
                    ),
                ),
                ("columns", models.JSONField(default=list)),
            ],
            options={
                "db_table": "views_chosen",
            },
        ),
        migrations.CreateModel(
            name="View",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("query", models.CharField(blank=True, max_length=1000)),
                ("columns", models.JSONField(default=list)),
                ("shared", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="organs.officer"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="organs.organ"),
                ),
            ],
            options={
                "db_table": "views_view",
                "indexes": [models.Index(fields=["organ", "shared"], name="views_view_shared")],
                "constraints": [models.UniqueConstraint(fields=("officer", "name"), name="views_view_name")],
            },
        ),
    ]
