"""The tables of lists, editions and items: rows change version by version, items only grow."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """As they begin."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
        ("parties", "0001_parties_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrganList",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("powers", "Powers"),
                            ("permits", "Permits"),
                            ("discretion", "Discretion"),
                            ("leniency", "Leniency"),
                            ("enterprises", "Enterprises"),
                            ("inspections", "Inspections"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lists", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "lists_list",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("number", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("dropped", "Dropped"),
                            ("in-force", "In Force"),
                            ("amended", "Amended"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200)),
                ("first", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                ("published_on", models.DateField(null=True)),
                ("came_from", models.JSONField(blank=True, default=dict)),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="lists.organlist"
                    ),
                ),
            ],
            options={
                "db_table": "lists_edition",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ListItem",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("key", models.CharField(max_length=300)),
                ("place", models.PositiveIntegerField()),
                ("values", models.JSONField(default=dict)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="lists.edition"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="list_items",
                        to="parties.party",
                    ),
                ),
            ],
            options={
                "db_table": "lists_item",
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("edition", "key"), name="lists_item_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="organlist",
            constraint=models.UniqueConstraint(fields=("organ", "kind"), name="lists_list_once"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("list", "number"), name="lists_edition_number"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first__isnull", True), ("last__isnull", True), ("state__in", ["draft", "dropped"])),
                    models.Q(("first__isnull", False), ("last__isnull", True), ("state", "in-force")),
                    models.Q(
                        ("first__isnull", False),
                        ("last__gte", models.F("first")),
                        ("last__isnull", False),
                        ("state__in", ["amended", "withdrawn"]),
                    ),
                    _connector="OR",
                ),
                name="lists_edition_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in-force")), fields=("list",), name="lists_edition_one_in_force"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")), fields=("list",), name="lists_edition_one_draft"
            ),
        ),
        Versioned("lists_list"),
        Versioned("lists_edition"),
        AppendOnly("lists_item", keys=(("edition_id", "key"),)),
    ]
