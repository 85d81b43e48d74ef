"""The tables of notices: they can be made again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """As they begin."""

    initial = True

    dependencies = [
        ("accounts", "0001_accounts_begin"),
        ("cases", "0001_cases_begin"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Place",
            fields=[
                ("of", models.CharField(max_length=70, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "notices_place",
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("address", models.EmailField(blank=True, max_length=254)),
                ("sent_on", models.DateField(null=True)),
                ("tried_at", models.DateTimeField(null=True)),
                ("feed", models.CharField(max_length=64, null=True, unique=True)),
                ("feed_on", models.DateField(null=True)),
            ],
            options={
                "db_table": "notices_wish",
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=300)),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("due", "Due"),
                            ("clue", "Clue"),
                            ("clues", "Clues"),
                            ("screened", "Screened"),
                            ("explained", "Explained"),
                            ("asked", "Asked"),
                            ("answered", "Answered"),
                            ("urged", "Urged"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told", models.JSONField(default=dict)),
                ("on", models.DateField()),
                ("read_on", models.DateField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "notices_notice",
                "indexes": [
                    models.Index(fields=["officer", "-id"], name="notices_notice_of"),
                    models.Index(
                        condition=models.Q(("read_on", None)), fields=["officer"], name="notices_notice_unread"
                    ),
                    models.Index(fields=["on"], name="notices_notice_day"),
                ],
                "constraints": [models.UniqueConstraint(fields=("officer", "key"), name="notices_notice_once")],
            },
        ),
    ]
