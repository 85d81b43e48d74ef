"""The tables of officers: rows change version by version and never go."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """Officers, certificates, posts, delegations, leave, reviewers."""

    dependencies = [
        ("organs", "0001_organs_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("number", models.CharField(max_length=40)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("scope_of_work", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "db_table": "organs_certificate",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("number", models.CharField(max_length=40)),
                ("name", yifa.record.chain.chained.PersonalField()),
            ],
            options={
                "db_table": "organs_officer",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="CertificateEvent",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("checked", "Checked"),
                            ("suspended", "Suspended"),
                            ("restored", "Restored"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="organs.certificate"
                    ),
                ),
            ],
            options={
                "db_table": "organs_certificate_event",
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="certificate",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="certificates", to="organs.officer"
            ),
        ),
        migrations.AddField(
            model_name="officer",
            name="organ",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="officers", to="organs.organ"
            ),
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("title", models.CharField(max_length=100)),
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
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="organs.officer"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_post",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("matters", models.JSONField(blank=True, default=list)),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delegated", to="organs.officer"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to="organs.post"
                    ),
                ),
            ],
            options={
                "db_table": "organs_delegation",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReviewerQualification",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("passed_legal_examination", models.BooleanField()),
                ("reviewed_before", models.BooleanField(default=False)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="qualifications", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "organs_reviewer",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Leave",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leaves", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "organs_leave",
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                        name="organs_leave_in_order",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_certificate_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="officer",
            constraint=models.UniqueConstraint(fields=("organ", "number"), name="organs_officer_number"),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_post_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_delegation_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewerqualification",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_reviewer_in_order",
            ),
        ),
        Versioned("organs_certificate"),
        Versioned("organs_officer"),
        Versioned("organs_certificate_event"),
        Versioned("organs_post"),
        Versioned("organs_delegation"),
        Versioned("organs_reviewer"),
        Versioned("organs_leave"),
    ]
