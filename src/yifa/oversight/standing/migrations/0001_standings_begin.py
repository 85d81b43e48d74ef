"""How cases stand: the tables begin."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As it is."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("chain", "0001_chain_begins"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Followed",
            fields=[
                ("organ", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "standing_followed",
            },
        ),
        migrations.CreateModel(
            name="Gram",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("gram", models.BigIntegerField()),
                (
                    "place",
                    models.PositiveSmallIntegerField(choices=[(1, "Number"), (2, "Paper"), (3, "Party"), (4, "Title")]),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
                (
                    "value",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="chain.keptvalue"
                    ),
                ),
            ],
            options={
                "db_table": "standing_gram",
                "indexes": [
                    models.Index(fields=["gram", "organ", "-case"], name="standing_gram_found"),
                    models.Index(fields=["case", "gram"], name="standing_gram_of"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("open", models.BooleanField()),
                ("duty", models.CharField(max_length=120)),
                ("subject", models.CharField(max_length=120)),
                ("outcome", models.CharField(max_length=20)),
                ("finding", models.CharField(blank=True, max_length=12)),
                ("due", models.DateField(null=True)),
                ("minute", models.PositiveSmallIntegerField(null=True)),
                ("earliest", models.DateField(null=True)),
                ("not_before", models.BooleanField(default=False)),
                ("of_party", models.BooleanField(default=False)),
                ("done_on", models.DateField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="cases.case"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "standing_mark",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(("open", True)),
                        fields=["organ", "outcome", "due", "id"],
                        name="standing_mark_due",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("case", "duty", "subject"), name="standing_mark_once")],
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="standing",
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                ("opened", models.DateField()),
                ("open", models.BooleanField()),
                ("broken", models.PositiveSmallIntegerField(default=0)),
                ("doubtful", models.PositiveSmallIntegerField(default=0)),
                ("waiting", models.PositiveSmallIntegerField(default=0)),
                ("due", models.DateField(null=True)),
                ("duty", models.CharField(blank=True, max_length=120)),
                ("missed", models.DateField(null=True)),
                ("missed_duty", models.CharField(blank=True, max_length=120)),
                ("last_act", models.DateField(null=True)),
                ("amount", models.BigIntegerField(null=True)),
                ("good_until", models.DateField(null=True)),
                ("basis", models.CharField(max_length=40)),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "standing_case",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["organ", "due", "broken", "case"], name="standing_case_due"),
                    models.Index(fields=["organ", "-opened", "-case", "broken", "due"], name="standing_case_opened"),
                    models.Index(fields=["good_until"], name="standing_case_until"),
                ],
            },
        ),
    ]
