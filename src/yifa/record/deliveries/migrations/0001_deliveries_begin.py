"""The tables of deliveries begin."""

import django.db.models.deletion
from django.db import migrations, models

from yifa.record.chain.append_only import Versioned


class Migration(migrations.Migration):
    """Subscriptions, their places, deliveries."""

    initial = True

    dependencies = [
        ("organs", "0002_officers_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                ("label", models.CharField(max_length=100)),
                ("url", models.CharField(max_length=500)),
                ("acts", models.JSONField(blank=True, default=list)),
                ("begins_after", models.BigIntegerField(default=0)),
                ("nonce", models.CharField(max_length=32)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="subscriptions", to="organs.officer"
                    ),
                ),
            ],
            options={
                "db_table": "deliveries_subscription",
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organ", models.CharField(max_length=64)),
                ("number", models.BigIntegerField()),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="deliveries.subscription",
                    ),
                ),
            ],
            options={
                "db_table": "deliveries_position",
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organ", models.CharField(max_length=64)),
                ("number", models.BigIntegerField()),
                ("event", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("delivered", "Delivered"), ("dead", "Dead")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("due", models.DateTimeField(null=True)),
                ("said", models.CharField(blank=True, max_length=200)),
                ("made", models.DateTimeField()),
                ("done", models.DateTimeField(null=True)),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="deliveries.subscription",
                    ),
                ),
            ],
            options={
                "db_table": "deliveries_delivery",
            },
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="deliveries_subscription_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(fields=("subscription", "organ"), name="deliveries_position_once"),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["state", "due"], name="deliveries_delivery_due"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("subscription", "organ", "number"), name="deliveries_delivery_once"
            ),
        ),
        Versioned("deliveries_subscription"),
    ]
