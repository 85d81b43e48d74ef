"""The tables of clues: what was said to one is only added to."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import AppendOnly


class Migration(migrations.Migration):
    """As they begin."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Clue",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("procedure", models.SlugField(db_index=False, max_length=60)),
                ("duty", models.CharField(max_length=120)),
                ("subject", models.CharField(max_length=120)),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("violation", "Violation"),
                            ("loss", "Loss"),
                            ("advisory", "Advisory"),
                            ("auto", "Auto"),
                        ],
                        max_length=12,
                    ),
                ),
                ("severity", models.CharField(max_length=12)),
                ("gravity", models.PositiveSmallIntegerField()),
                ("due", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("print", models.CharField(max_length=64)),
                ("here", models.BooleanField(default=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("again", "Again"),
                            ("wait", "Wait"),
                            ("untrue", "Untrue"),
                            ("true", "True"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("explained", models.BooleanField(default=False)),
                ("found_on", models.DateField()),
                (
                    "turned",
                    models.CharField(
                        choices=[("new", "New"), ("moved", "Moved"), ("gone", "Gone"), ("back", "Back")],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("turned_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="clues", to="cases.case"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                    ),
                ),
            ],
            options={
                "db_table": "clues_clue",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(("here", True)),
                        fields=["organ", "stage", "gravity", "-found_on", "-id"],
                        name="clues_clue_gravity",
                    ),
                    models.Index(
                        condition=models.Q(("here", True)),
                        fields=["organ", "stage", "-found_on", "-id"],
                        name="clues_clue_found",
                    ),
                    models.Index(
                        condition=models.Q(("here", True)),
                        fields=["organ", "stage", "due", "id"],
                        name="clues_clue_due",
                    ),
                    models.Index(
                        condition=models.Q(("here", False)),
                        fields=["organ", "gravity", "-found_on", "-id"],
                        name="clues_clue_gone",
                    ),
                    models.Index(
                        condition=models.Q(("explained", True), ("here", True)),
                        fields=["organ", "gravity", "-found_on", "-id"],
                        name="clues_clue_explained",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("case", "duty", "subject"), name="clues_clue_once")],
            },
        ),
        migrations.CreateModel(
            name="Explanation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("duty", models.CharField(max_length=120)),
                ("subject", models.CharField(max_length=120)),
                ("on", models.DateField()),
                ("told", models.JSONField(default=dict)),
                ("text", yifa.record.chain.chained.PersonalField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "explained_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "clues_explanation",
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["case", "duty", "subject", "id"], name="clues_explanation_of")],
            },
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("duty", models.CharField(max_length=120)),
                ("subject", models.CharField(max_length=120)),
                ("on", models.DateField()),
                ("told", models.JSONField(default=dict)),
                (
                    "verdict",
                    models.CharField(choices=[("true", "True"), ("untrue", "Untrue"), ("wait", "Wait")], max_length=8),
                ),
                ("reason", yifa.record.chain.chained.PersonalField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "screened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "clues_screening",
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["case", "duty", "subject", "id"], name="clues_screening_of")],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("duty", models.CharField(max_length=120)),
                ("subject", models.CharField(max_length=120)),
                (
                    "turned",
                    models.CharField(
                        choices=[("new", "New"), ("moved", "Moved"), ("gone", "Gone"), ("back", "Back")], max_length=8
                    ),
                ),
                ("on", models.DateField()),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("violation", "Violation"),
                            ("loss", "Loss"),
                            ("advisory", "Advisory"),
                            ("auto", "Auto"),
                        ],
                        max_length=12,
                    ),
                ),
                ("due", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("was_due", models.DateField(null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"),
                ),
                (
                    "organ",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"),
                ),
            ],
            options={
                "db_table": "clues_turn",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["case", "id"], name="clues_turn_case"),
                    models.Index(fields=["organ", "-on", "-id"], name="clues_turn_day"),
                ],
            },
        ),
        AppendOnly("clues_screening"),
        AppendOnly("clues_explanation"),
    ]
