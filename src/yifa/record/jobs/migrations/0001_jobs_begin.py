"""The tables of jobs begin."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Schedule, workers, progress, outcomes."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("job", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("asked_by", models.BigIntegerField(null=True)),
                ("done", models.PositiveBigIntegerField(default=0)),
                ("whole", models.PositiveBigIntegerField(default=0)),
                ("told", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "jobs_progress",
            },
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("last", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "jobs_schedule",
            },
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("seen", models.DateTimeField()),
            ],
            options={
                "db_table": "jobs_worker",
            },
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("well", models.BooleanField()),
                ("told", models.JSONField(default=dict)),
            ],
            options={
                "db_table": "jobs_outcome",
                "indexes": [models.Index(fields=["name", "-id"], name="jobs_outcome_last")],
            },
        ),
    ]
