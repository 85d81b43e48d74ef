"""The table of issued reports: it only grows."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import AppendOnly


class Migration(migrations.Migration):
    """What was issued."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="IssuedReport",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("year", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("number", models.CharField(max_length=100)),
                ("dated", models.DateField()),
                ("seal", models.CharField(max_length=64)),
                ("text", models.PositiveIntegerField()),
                ("issued_by", models.CharField(max_length=64)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issued_reports", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "reports_issued",
            },
        ),
        migrations.AddConstraint(
            model_name="issuedreport",
            constraint=models.UniqueConstraint(fields=("organ", "seal"), name="reports_issued_once"),
        ),
        AppendOnly("reports_issued"),
    ]
