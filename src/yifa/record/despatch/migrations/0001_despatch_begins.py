"""The tables of numbers and approval sheets: rows change version by version."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """Series, numbers and their count; sheets and their steps."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("paper", models.CharField(max_length=60)),
                ("letters", models.CharField(max_length=60)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="series", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "despatch_series",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="NumberCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                ("series", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="despatch.series")),
            ],
            options={
                "db_table": "despatch_count",
            },
        ),
        migrations.CreateModel(
            name="Number",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("year", models.PositiveSmallIntegerField()),
                ("place", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("reserved", "Reserved"), ("used", "Used"), ("voided", "Voided")], max_length=10
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="numbers", to="despatch.series"
                    ),
                ),
            ],
            options={
                "db_table": "despatch_number",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("act", models.SlugField(max_length=60)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("proposal", yifa.record.chain.chained.PersonalField()),
                ("drawn_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("under-way", "Under Way"),
                            ("signed", "Signed"),
                            ("refused", "Refused"),
                            ("taken-back", "Taken Back"),
                        ],
                        default="under-way",
                        max_length=12,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "act_row",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="cases.act"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="cases.case"
                    ),
                ),
                (
                    "drawn_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "despatch_sheet",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("round", models.PositiveSmallIntegerField()),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("propose", "Propose"),
                            ("review", "Review"),
                            ("countersign", "Countersign"),
                            ("sign", "Sign"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "rank",
                    models.CharField(
                        choices=[
                            ("principal", "Principal"),
                            ("deputy", "Deputy"),
                            ("section-head", "Section Head"),
                            ("officer", "Officer"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("open", "Open"),
                            ("passed", "Passed"),
                            ("returned", "Returned"),
                            ("forwarded", "Forwarded"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=12,
                    ),
                ),
                ("opinion", yifa.record.chain.chained.PersonalField(blank=True)),
                ("decided_on", models.DateField(null=True)),
                ("in_place_of_holder", models.BooleanField(default=False)),
                ("on_paper", models.CharField(blank=True, max_length=64)),
                ("urged", models.PositiveSmallIntegerField(default=0)),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decided",
                        to="organs.officer",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="organs.post",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="despatch.sheet"
                    ),
                ),
            ],
            options={
                "db_table": "despatch_step",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["post", "state", "id"], name="despatch_step_waits"),
                    models.Index(fields=["decided_by", "sheet"], name="despatch_step_decided"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(fields=("organ", "letters"), name="despatch_series_letters"),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(fields=("organ", "paper"), name="despatch_series_paper"),
        ),
        migrations.AddConstraint(
            model_name="numbercount",
            constraint=models.UniqueConstraint(fields=("series", "year"), name="despatch_count_once"),
        ),
        migrations.AddConstraint(
            model_name="number",
            constraint=models.UniqueConstraint(fields=("series", "year", "place"), name="despatch_number_once"),
        ),
        migrations.AddConstraint(
            model_name="number",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "voided"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="despatch_number_voided_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_by__isnull", True), ("decided_on__isnull", True)),
                    models.Q(("decided_by__isnull", False), ("decided_on__isnull", False)),
                    _connector="OR",
                ),
                name="despatch_step_decided_by_somebody_on_a_day",
            ),
        ),
        Versioned("despatch_series"),
        Versioned("despatch_number"),
        Versioned("despatch_sheet"),
        Versioned("despatch_step"),
    ]
