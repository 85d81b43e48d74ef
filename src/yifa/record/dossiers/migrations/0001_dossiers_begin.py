"""The tables of dossiers: what lies in one never changes."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """As they begin."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("made_on", models.DateField()),
                (
                    "retention",
                    models.CharField(
                        choices=[("permanent", "Permanent"), ("30-years", "Thirty Years"), ("10-years", "Ten Years")],
                        max_length=10,
                    ),
                ),
                ("note", yifa.record.chain.chained.PersonalField(blank=True)),
                ("main_pages", models.PositiveIntegerField(default=0)),
                ("secondary_pages", models.PositiveIntegerField(default=0)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossiers", to="cases.case"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossiers", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "dossiers_dossier",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("part", models.CharField(choices=[("main", "Main"), ("secondary", "Secondary")], max_length=10)),
                ("place", models.PositiveIntegerField()),
                ("heading", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("document", "Document"),
                            ("receipt", "Receipt"),
                            ("sheet", "Sheet"),
                            ("item", "Item"),
                            ("recording", "Recording"),
                        ],
                        max_length=10,
                    ),
                ),
                ("of", models.BigIntegerField()),
                ("on", models.DateField()),
                ("first_page", models.PositiveIntegerField()),
                ("last_page", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="dossiers.dossier"
                    ),
                ),
            ],
            options={
                "db_table": "dossiers_entry",
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(fields=("case", "number"), name="dossiers_dossier_once"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("dossier", "part", "place"), name="dossiers_entry_place"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_page__gte", models.F("first_page"))), name="dossiers_entry_pages"
            ),
        ),
        Versioned("dossiers_dossier"),
        AppendOnly("dossiers_entry", keys=(("dossier_id", "part", "place"),)),
    ]
