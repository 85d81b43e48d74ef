"""The tables of roles, grants and readings: roles and grants change version by version, readings only grow."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """Roles held, files opened, and who read what."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("officer", models.BigIntegerField()),
                ("organ", models.BigIntegerField()),
                ("case", models.BigIntegerField()),
                ("matter", models.CharField(max_length=200)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("circle", "Circle"),
                            ("grant", "Grant"),
                            ("other-organ", "Other Organ"),
                            ("file", "File"),
                        ],
                        max_length=15,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "access_reading",
                "indexes": [models.Index(fields=["organ", "-id"], name="access_reading_of")],
                "constraints": [
                    models.UniqueConstraint(fields=("officer", "case", "on", "how"), name="access_reading_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("task", models.CharField(max_length=200)),
                ("secondary", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to="cases.case"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "access_grant",
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                        name="access_grant_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleHeld",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("handler", "Handler"),
                            ("reviewer", "Reviewer"),
                            ("leader", "Leader"),
                            ("supervisor", "Supervisor"),
                            ("reconsideration", "Reconsideration"),
                            ("disclosure", "Disclosure"),
                            ("report-writer", "Report Writer"),
                            ("system-administrator", "System Administrator"),
                            ("security-administrator", "Security Administrator"),
                            ("auditor", "Auditor"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roles", to="organs.officer"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roles", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "access_role",
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                        name="access_role_in_order",
                    )
                ],
            },
        ),
        Versioned("access_role"),
        Versioned("access_grant"),
        AppendOnly("access_reading"),
    ]
