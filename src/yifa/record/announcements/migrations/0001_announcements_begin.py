"""The tables of announcements: they change version by version."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """What everybody is told, and who put it away."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Announcement",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("text", models.CharField(max_length=500)),
                ("grave", models.BooleanField(default=False)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="announcements", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "announcements_announcement",
            },
        ),
        migrations.CreateModel(
            name="Dismissed",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "announcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dismissed",
                        to="announcements.announcement",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dismissed", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "announcements_dismissed",
            },
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="announcements_announcement_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="dismissed",
            constraint=models.UniqueConstraint(fields=("announcement", "officer"), name="announcements_dismissed_once"),
        ),
        Versioned("announcements_announcement"),
    ]
