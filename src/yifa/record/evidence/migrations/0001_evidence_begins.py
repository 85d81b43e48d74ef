"""The tables of evidence: files change version by version, recordings and readings only grow."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """As they begin."""

    initial = True

    dependencies = [
        ("cases", "0001_cases_begin"),
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
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
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("document", "Document"),
                            ("object", "Object"),
                            ("audio-visual", "Audio Visual"),
                            ("electronic", "Electronic"),
                            ("witness", "Witness"),
                            ("statement", "Statement"),
                            ("expert", "Expert"),
                            ("record", "Record"),
                            ("scan", "Scan"),
                            ("receipt", "Receipt"),
                            ("paper", "Paper"),
                        ],
                        max_length=15,
                    ),
                ),
                ("title", yifa.record.chain.chained.PersonalField()),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("size", models.BigIntegerField()),
                (
                    "media",
                    models.CharField(
                        choices=[
                            ("pdf", "Pdf"),
                            ("ofd", "Ofd"),
                            ("docx", "Docx"),
                            ("doc", "Doc"),
                            ("xlsx", "Xlsx"),
                            ("txt", "Text"),
                            ("jpg", "Jpeg"),
                            ("png", "Png"),
                            ("tif", "Tiff"),
                            ("wav", "Wav"),
                            ("mp3", "Mp3"),
                            ("m4a", "M4A"),
                        ],
                        max_length=5,
                    ),
                ),
                ("pages", models.PositiveIntegerField(null=True)),
                (
                    "part",
                    models.CharField(
                        choices=[("main", "Main"), ("secondary", "Secondary")], default="main", max_length=10
                    ),
                ),
                ("sensitive", models.BooleanField(default=False)),
                ("taken_on", models.DateField()),
                ("source", models.CharField(blank=True, max_length=200)),
                ("destroyed_on", models.DateField(null=True)),
                (
                    "act",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="items", to="cases.act"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="cases.case"
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="organs.officer",
                    ),
                ),
            ],
            options={
                "db_table": "evidence_item",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("at", models.DateTimeField()),
                ("purpose", models.CharField(max_length=300)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="evidence.item"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "evidence_reading",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Recording",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("device", models.CharField(max_length=100)),
                ("begins", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("place", models.CharField(max_length=300)),
                ("digest", models.CharField(max_length=64)),
                ("kept_until", models.DateField(null=True)),
                (
                    "act",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recordings",
                        to="cases.act",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recordings", to="cases.case"
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recordings",
                        to="organs.officer",
                    ),
                ),
            ],
            options={
                "db_table": "evidence_recording",
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("openness", "closed"), _negated=True),
                    models.Q(("openness_ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="evidence_item_closed_on_a_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="recording",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("begins"))), name="evidence_recording_in_order"
            ),
        ),
        Versioned("evidence_item"),
        AppendOnly("evidence_recording"),
        AppendOnly("evidence_reading"),
    ]
