"""Accounts of officers begin."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As it is."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("username", models.CharField(max_length=40, unique=True)),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("stopped_on", models.DateField(null=True)),
                ("password_set_on", models.DateField()),
                ("password_by_another", models.BooleanField(default=True)),
                ("certificate", models.CharField(blank=True, max_length=200)),
                ("outside_name", models.CharField(blank=True, max_length=200)),
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="account", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "accounts_account",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("certificate", ""), _negated=True),
                        fields=("certificate",),
                        name="accounts_certificate",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("outside_name", ""), _negated=True),
                        fields=("outside_name",),
                        name="accounts_outside",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Remembered",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "accounts_remembered"},
        ),
    ]
