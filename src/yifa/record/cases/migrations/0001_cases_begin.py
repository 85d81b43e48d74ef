"""The tables of cases: acts only grow, the rest changes version by version."""

from django.db import migrations, models
from django.db.models.deletion import CASCADE, PROTECT

import yifa.record.chain.chained
from yifa.record.chain.append_only import AppendOnly, Versioned


class Migration(migrations.Migration):
    """Cases, acts, participants, links."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
        ("parties", "0001_parties_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
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
                ("procedure", models.SlugField(db_index=False, max_length=60)),
                ("number", models.CharField(max_length=100)),
                ("came_as", models.CharField(blank=True, max_length=100)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("title", yifa.record.chain.chained.PersonalField(blank=True)),
                ("opened", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("concluded", "Concluded"),
                            ("closed", "Closed"),
                            ("merged", "Merged"),
                            ("transferred", "Transferred"),
                            ("sent", "Sent"),
                            ("void", "Void"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("came_from", models.JSONField(blank=True, default=dict)),
                ("told_as", yifa.record.chain.chained.PersonalField(blank=True)),
                (
                    "organ",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="cases", to="organs.organ"),
                ),
            ],
            options={
                "db_table": "cases_case",
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["procedure"], name="cases_case_under")],
            },
        ),
        migrations.CreateModel(
            name="Act",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("kind", models.SlugField(db_index=False, max_length=60)),
                ("on", models.DateField(null=True)),
                ("minute", models.PositiveSmallIntegerField(null=True)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=64)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("withdrawn", models.BooleanField(default=False)),
                ("came_from", models.JSONField(blank=True, default=dict)),
                (
                    "corrects",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=PROTECT,
                        related_name="corrections",
                        to="cases.act",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="acts", to="cases.case"),
                ),
            ],
            options={
                "db_table": "cases_act",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["case", "id"], name="cases_act_case"),
                    models.Index(
                        condition=models.Q(("corrects__isnull", False)), fields=["corrects"], name="cases_act_corrects"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("challenges", "Challenges"),
                            ("arises-from", "Arises From"),
                            ("rectifies", "Rectifies"),
                            ("merged-into", "Merged Into"),
                            ("split-from", "Split From"),
                            ("transferred-to", "Transferred To"),
                        ],
                        max_length=20,
                    ),
                ),
                ("on", models.DateField()),
                ("last", models.DateField(null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=PROTECT, related_name="links", to="cases.case"),
                ),
                (
                    "to",
                    models.ForeignKey(on_delete=PROTECT, related_name="linked", to="cases.case"),
                ),
            ],
            options={
                "db_table": "cases_link",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "Party"),
                            ("third-party", "Third Party"),
                            ("representative", "Representative"),
                            ("witness", "Witness"),
                            ("handler", "Handler"),
                            ("assistant", "Assistant"),
                            ("reviewer", "Reviewer"),
                            ("named", "Named"),
                        ],
                        max_length=20,
                    ),
                ),
                ("first", models.DateField()),
                ("last", models.DateField(null=True)),
                (
                    "left_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("avoidance", "Avoidance"),
                            ("replaced", "Replaced"),
                            ("moved", "Moved"),
                            ("mistaken", "Mistaken"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=PROTECT, related_name="participants", to="cases.case"),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=PROTECT,
                        related_name="parts",
                        to="organs.officer",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_index=False, null=True, on_delete=PROTECT, related_name="parts", to="parties.party"
                    ),
                ),
            ],
            options={
                "db_table": "cases_participant",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(officer__isnull=False), fields=["officer"], name="cases_participant_officer"
                    ),
                    models.Index(
                        condition=models.Q(party__isnull=False), fields=["party"], name="cases_participant_party"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("ground", models.CharField(max_length=500)),
                ("sent_on", models.DateField()),
                ("answered_on", models.DateField(null=True)),
                ("answered_by", models.CharField(blank=True, max_length=64)),
                ("receipt", models.CharField(blank=True, max_length=100)),
                ("declined", models.CharField(blank=True, max_length=500)),
                (
                    "arrived",
                    models.ForeignKey(on_delete=PROTECT, related_name="arrivals", to="cases.case"),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=PROTECT, related_name="transfers", to="cases.case"),
                ),
                (
                    "to",
                    models.ForeignKey(on_delete=PROTECT, related_name="transfers", to="organs.organ"),
                ),
            ],
            options={
                "db_table": "cases_transfer",
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["organ", "state", "-opened", "-id"], name="cases_case_list"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["organ", "-opened", "-id"], name="cases_case_opened"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["organ", "procedure", "state", "-opened", "-id"], name="cases_case_procedure"),
        ),
        migrations.CreateModel(
            name="ActDraft",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("kind", models.SlugField(max_length=60)),
                ("typed", models.JSONField(default=dict)),
                ("edited_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(on_delete=CASCADE, related_name="act_drafts", to="cases.case"),
                ),
                (
                    "drafter",
                    models.ForeignKey(on_delete=PROTECT, related_name="act_drafts", to="organs.officer"),
                ),
            ],
            options={
                "db_table": "cases_act_draft",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Urging",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", models.CharField(blank=True, max_length=300)),
                ("urged_by", models.CharField(max_length=64)),
                ("on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(on_delete=PROTECT, related_name="urgings", to="cases.case"),
                ),
                (
                    "officer",
                    models.ForeignKey(on_delete=PROTECT, related_name="urgings", to="organs.officer"),
                ),
            ],
            options={
                "db_table": "cases_urging",
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("organ", "procedure", "number"), name="cases_case_number"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("openness", "closed"), _negated=True),
                    models.Q(("openness_ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="cases_case_closed_on_a_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(("minute__isnull", True), ("on__isnull", False), _connector="OR"),
                name="cases_act_minute_of_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn", False), ("corrects__isnull", False), _connector="OR"),
                name="cases_act_withdraws_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(("case", models.F("to")), _negated=True), name="cases_link_to_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(("officer__isnull", True), ("party__isnull", True), _connector="XOR"),
                name="cases_participant_officer_or_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("last__isnull", True), ("left_for", "")),
                    models.Q(("last__isnull", False), models.Q(("left_for", ""), _negated=True)),
                    _connector="OR",
                ),
                name="cases_participant_left_for_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_on__isnull", True), ("declined", ""), ("receipt", "")),
                    models.Q(
                        ("answered_on__isnull", False), ("declined", ""), models.Q(("receipt", ""), _negated=True)
                    ),
                    models.Q(
                        ("answered_on__isnull", False), ("receipt", ""), models.Q(("declined", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="cases_transfer_answered_one_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="actdraft",
            constraint=models.UniqueConstraint(fields=("case", "kind", "drafter"), name="cases_act_draft_one"),
        ),
        AppendOnly("cases_act"),
        AppendOnly("cases_urging"),
        Versioned("cases_case"),
        Versioned("cases_participant"),
        Versioned("cases_link"),
        Versioned("cases_transfer"),
    ]
