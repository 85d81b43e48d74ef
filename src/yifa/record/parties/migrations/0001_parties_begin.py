"""The tables of parties: rows change version by version; who looked at them only grows."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """Parties and dated facts of them."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("organisation", "Organisation"),
                            ("sole-trader", "Sole Trader"),
                        ],
                        max_length=15,
                    ),
                ),
                ("name", yifa.record.chain.chained.PersonalField(blank=True)),
                ("identifier", yifa.record.chain.chained.PersonalField(blank=True)),
                (
                    "identified_by",
                    models.CharField(
                        choices=[
                            ("credit-code", "Credit Code"),
                            ("identity-number", "Identity Number"),
                            ("other", "Other"),
                            ("none", "None"),
                        ],
                        default="none",
                        max_length=20,
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parties", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "parties_party",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PartyFact",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("credit-grade", "Credit Grade"),
                            ("abnormal-list", "Abnormal List"),
                            ("serious-list", "Serious List"),
                            ("exempt-list", "Exempt List"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.CharField(blank=True, max_length=60)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="parties.party"
                    ),
                ),
            ],
            options={
                "db_table": "parties_fact",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PartyRead",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("officer", models.BigIntegerField()),
                (
                    "how",
                    models.CharField(
                        choices=[("page", "Page"), ("identifier", "Identifier"), ("workbook", "Workbook")],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "organ",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="parties.party"
                    ),
                ),
            ],
            options={
                "db_table": "parties_read",
            },
        ),
        migrations.AddIndex(
            model_name="partyread",
            index=models.Index(fields=["organ", "-id"], name="parties_read_last"),
        ),
        migrations.AddIndex(
            model_name="party",
            index=models.Index(fields=["identifier"], name="parties_party_identifier"),
        ),
        migrations.AddConstraint(
            model_name="partyfact",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="parties_fact_in_order",
            ),
        ),
        Versioned("parties_party"),
        Versioned("parties_fact"),
        AppendOnly("parties_read"),
    ]
