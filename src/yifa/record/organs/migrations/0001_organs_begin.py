"""The tables of organs: rows change version by version and never go."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """Organs, names, profiles, relations, successions."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Organ",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("code", models.SlugField(max_length=64, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "Government"),
                            ("department", "Department"),
                            ("branch", "Branch"),
                            ("zone", "Zone"),
                            ("empowered", "Empowered"),
                            ("entrusted", "Entrusted"),
                            ("section", "Section"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("township", "Township"),
                            ("county", "County"),
                            ("city", "City"),
                            ("province", "Province"),
                            ("national", "National"),
                        ],
                        max_length=10,
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=12)),
                ("credit_code", models.CharField(blank=True, max_length=18)),
            ],
            options={
                "db_table": "organs_organ",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                        name="organs_organ_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganName",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("name", models.CharField(max_length=200)),
                ("short", models.CharField(blank=True, max_length=60)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="names", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_name",
            },
        ),
        migrations.CreateModel(
            name="OrganProfile",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("profile", models.SlugField(max_length=40)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="profiles", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_profile",
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("belongs-to", "Belongs To"),
                            ("branch-of", "Branch Of"),
                            ("vertical", "Vertical"),
                            ("dual", "Dual"),
                            ("zone-of", "Zone Of"),
                            ("entrusted-by", "Entrusted By"),
                            ("empowered-by", "Empowered By"),
                            ("guided-by", "Guided By"),
                            ("centralised-from", "Centralised From"),
                            ("section-of", "Section Of"),
                        ],
                        max_length=20,
                    ),
                ),
                ("items", models.JSONField(blank=True, default=list)),
                ("basis", models.CharField(blank=True, max_length=200)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relations", to="organs.organ"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="related", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_relation",
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[("merged", "Merged"), ("split", "Split"), ("abolished", "Abolished")], max_length=10
                    ),
                ),
                ("on", models.DateField()),
                ("items", models.JSONField(blank=True, default=list)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="organs.organ"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="organs.organ",
                    ),
                ),
            ],
            options={
                "db_table": "organs_succession",
            },
        ),
        migrations.AddIndex(
            model_name="organname",
            index=models.Index(fields=["name"], name="organs_name_name"),
        ),
        migrations.AddConstraint(
            model_name="organname",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_name_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="organprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_profile_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_relation_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("organ", models.F("to")), _negated=True), name="organs_relation_to_another"
            ),
        ),
        Versioned("organs_organ"),
        Versioned("organs_name"),
        Versioned("organs_profile"),
        Versioned("organs_relation"),
        Versioned("organs_succession"),
    ]
