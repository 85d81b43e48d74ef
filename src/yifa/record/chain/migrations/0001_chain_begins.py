"""The tables of the chain: entries, heads, seals and the values behind commitments."""

from django.db import migrations, models

from yifa.record.chain.append_only import AppendOnly, InOrder


class Migration(migrations.Migration):
    """Entries and seals only grow, one after the other; values may be erased, and never changed."""

    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organ", models.CharField(max_length=64)),
                ("number", models.BigIntegerField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "chain_entry",
                "constraints": [models.UniqueConstraint(fields=("organ", "number"), name="chain_entry_place")],
            },
        ),
        migrations.CreateModel(
            name="HeadRow",
            fields=[
                ("organ", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"db_table": "chain_head"},
        ),
        migrations.CreateModel(
            name="SealRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(unique=True)),
                ("day", models.DateField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"db_table": "chain_seal"},
        ),
        migrations.CreateModel(
            name="KeptValue",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("commitment", models.CharField(max_length=64)),
                ("salt", models.CharField(max_length=64)),
                ("value", models.TextField()),
                ("sought_by", models.CharField(max_length=16)),
            ],
            options={
                "db_table": "chain_value",
                "constraints": [models.UniqueConstraint(fields=("commitment",), name="chain_value_commitment")],
                "indexes": [models.Index(fields=["sought_by"], name="chain_value_sought_by")],
            },
        ),
        AppendOnly("chain_entry", keys=(("organ", "number"),)),
        InOrder("chain_entry", "number", within="organ"),
        AppendOnly("chain_seal", keys=(("number",),)),
        InOrder("chain_seal", "number"),
        AppendOnly("chain_value", keys=(("commitment",),), erasable=True),
    )
