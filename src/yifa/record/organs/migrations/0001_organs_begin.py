"""The tables of organs and officers: rows change version by version and never go."""

import django.db.models.deletion
from django.db import migrations, models

import yifa.record.chain.chained
from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """Organs, names, relations; officers, certificates, posts, reviewers."""

    initial = True

    dependencies = []

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
        migrations.CreateModel(
            name="Organ",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("code", models.SlugField(max_length=64, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "Government"),
                            ("department", "Department"),
                            ("branch", "Branch"),
                            ("zone", "Zone"),
                            ("empowered", "Empowered"),
                            ("entrusted", "Entrusted"),
                            ("section", "Section"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("township", "Township"),
                            ("county", "County"),
                            ("city", "City"),
                            ("province", "Province"),
                            ("national", "National"),
                        ],
                        max_length=10,
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=12)),
                ("credit_code", models.CharField(blank=True, max_length=18)),
            ],
            options={
                "db_table": "organs_organ",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                        name="organs_organ_in_order",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="officer",
            name="organ",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="officers", to="organs.organ"
            ),
        ),
        migrations.CreateModel(
            name="OrganName",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("name", models.CharField(max_length=200)),
                ("short", models.CharField(blank=True, max_length=60)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="names", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_name",
            },
        ),
        migrations.CreateModel(
            name="OrganProfile",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("profile", models.SlugField(max_length=40)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="profiles", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_profile",
            },
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
            name="Relation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("belongs-to", "Belongs To"),
                            ("branch-of", "Branch Of"),
                            ("vertical", "Vertical"),
                            ("dual", "Dual"),
                            ("zone-of", "Zone Of"),
                            ("entrusted-by", "Entrusted By"),
                            ("empowered-by", "Empowered By"),
                            ("centralised-from", "Centralised From"),
                            ("section-of", "Section Of"),
                        ],
                        max_length=20,
                    ),
                ),
                ("items", models.JSONField(blank=True, default=list)),
                ("basis", models.CharField(blank=True, max_length=200)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relations", to="organs.organ"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="related", to="organs.organ"
                    ),
                ),
            ],
            options={
                "db_table": "organs_relation",
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
            name="Succession",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[("merged", "Merged"), ("split", "Split"), ("abolished", "Abolished")], max_length=10
                    ),
                ),
                ("on", models.DateField()),
                ("items", models.JSONField(blank=True, default=list)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="organs.organ"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="organs.organ",
                    ),
                ),
            ],
            options={
                "db_table": "organs_succession",
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
        migrations.AddIndex(
            model_name="organname",
            index=models.Index(fields=["name"], name="organs_name_name"),
        ),
        migrations.AddConstraint(
            model_name="organname",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_name_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="organprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_profile_in_order",
            ),
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
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="organs_relation_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("organ", models.F("to")), _negated=True), name="organs_relation_to_another"
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
        Versioned("organs_organ"),
        Versioned("organs_name"),
        Versioned("organs_profile"),
        Versioned("organs_post"),
        Versioned("organs_delegation"),
        Versioned("organs_relation"),
        Versioned("organs_reviewer"),
        Versioned("organs_succession"),
        Versioned("organs_leave"),
    ]
