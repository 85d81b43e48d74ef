"""Exported lists: the table begins."""

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
            name="Export",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("asked", models.JSONField(default=dict)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(max_length=5)),
                ("asked_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waits", "Waits"),
                            ("runs", "Runs"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("gone", "Gone"),
                        ],
                        default="waits",
                        max_length=8,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("whole", models.PositiveIntegerField(default=0)),
                ("left", models.PositiveIntegerField(default=0)),
                ("file", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("ends", models.DateField()),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "exports_export",
                "indexes": [
                    models.Index(fields=["officer", "-id"], name="exports_export_own"),
                    models.Index(fields=["state", "ends"], name="exports_export_ends"),
                ],
            },
        ),
    ]
