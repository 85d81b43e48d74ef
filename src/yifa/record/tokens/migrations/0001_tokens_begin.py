"""The tables of tokens begin."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """Tokens, and what was answered to them."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("label", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("writes", models.BooleanField(default=False)),
                ("revoked", models.BooleanField(default=False)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tokens", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "tokens_token",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200)),
                ("asked", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField(default=0)),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "token",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="tokens.token"
                    ),
                ),
            ],
            options={
                "db_table": "tokens_answer",
            },
        ),
        migrations.AddConstraint(
            model_name="token",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="tokens_token_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(fields=["at"], name="tokens_answer_at"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("token", "key"), name="tokens_answer_once"),
        ),
        Versioned("tokens_token"),
    ]
