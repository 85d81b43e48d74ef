"""The tables of papers: documents and services change version by version, forms never; drafts are free."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """As they begin."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("despatch", "0001_despatch_begins"),
        ("evidence", "0001_evidence_begins"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "openness",
                    models.CharField(
                        choices=[("open", "Open"), ("on-request", "On Request"), ("closed", "Closed")],
                        default="on-request",
                        max_length=12,
                    ),
                ),
                (
                    "openness_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("state-security", "State Security"),
                            ("forbidden", "Forbidden"),
                            ("business-secret", "Business Secret"),
                            ("privacy", "Privacy"),
                            ("internal", "Internal"),
                            ("process", "Process"),
                            ("enforcement-file", "Enforcement File"),
                        ],
                        max_length=20,
                    ),
                ),
                ("openness_reason", models.CharField(blank=True, max_length=300)),
                ("circle", models.TextField(blank=True)),
                ("act", models.SlugField(max_length=60)),
                ("paper", models.CharField(max_length=60)),
                ("title", yifa.record.chain.chained.PersonalField()),
                ("text", yifa.record.chain.chained.PersonalField(blank=True)),
                ("number_text", models.CharField(blank=True, max_length=100)),
                ("issued_on", models.DateField()),
                ("sealed_on", models.DateField(null=True)),
                (
                    "part",
                    models.CharField(
                        choices=[("main", "Main"), ("secondary", "Secondary")], default="main", max_length=10
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=1)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "act_row",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="cases.act"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="cases.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="papers.document",
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="made_papers",
                        to="evidence.item",
                    ),
                ),
                (
                    "number",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="despatch.number",
                    ),
                ),
                (
                    "printed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed_papers",
                        to="evidence.item",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="evidence.item",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="despatch.sheet",
                    ),
                ),
            ],
            options={
                "db_table": "papers_document",
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["-issued_on", "-id"], name="papers_document_last")],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("direct", "Direct"),
                            ("left", "Left"),
                            ("mailed", "Mailed"),
                            ("entrusted", "Entrusted"),
                            ("electronic", "Electronic"),
                            ("public-notice", "Public Notice"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("under-way", "Under Way"), ("served", "Served"), ("failed", "Failed")],
                        default="under-way",
                        max_length=10,
                    ),
                ),
                ("begun_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("grounds", models.CharField(blank=True, max_length=300)),
                ("failed_because", models.CharField(blank=True, max_length=300)),
                (
                    "act_row",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="services", to="cases.act"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="services", to="papers.document"
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="evidence.item",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="cases.participant",
                    ),
                ),
            ],
            options={
                "db_table": "papers_service",
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["state", "begun_on", "id"], name="papers_service_under_way")],
            },
        ),
        migrations.CreateModel(
            name="Template",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("procedure", models.SlugField(max_length=60)),
                ("act", models.SlugField(max_length=60)),
                ("paper", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("first", models.DateField()),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveIntegerField(default=0)),
                ("file", models.CharField(blank=True, max_length=200)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="templates", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "papers_template",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("act", models.SlugField(max_length=60)),
                ("paper", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                (
                    "part",
                    models.CharField(
                        choices=[("main", "Main"), ("secondary", "Secondary")], default="main", max_length=10
                    ),
                ),
                ("edited_at", models.DateTimeField()),
                ("from_form", models.BooleanField(default=False)),
                ("values", models.JSONField(blank=True, default=dict)),
                ("edited", models.BinaryField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="cases.case"
                    ),
                ),
                (
                    "drafter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="organs.officer"
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="papers.template",
                    ),
                ),
            ],
            options={
                "db_table": "papers_draft",
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("openness", "closed"), _negated=True),
                    models.Q(("openness_ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="papers_document_closed_on_a_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects__isnull", True), ("edition", 1)),
                    models.Q(("corrects__isnull", False), ("edition__gt", 1), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="papers_document_corrected_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(fields=("corrects",), name="papers_document_corrected_once"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", True), ("state", "under-way")),
                    models.Q(models.Q(("state", "under-way"), _negated=True), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="papers_service_ended_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("means", "public-notice"), _negated=True),
                    models.Q(("grounds", ""), _negated=True),
                    _connector="OR",
                ),
                name="papers_service_public_on_grounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "failed"), _negated=True),
                    models.Q(("failed_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="papers_service_failed_because",
            ),
        ),
        migrations.AddConstraint(
            model_name="template",
            constraint=models.UniqueConstraint(
                fields=("organ", "procedure", "act", "paper", "number"), name="papers_template_once"
            ),
        ),
        Versioned("papers_document"),
        Versioned("papers_service"),
        AppendOnly("papers_template"),
    ]
