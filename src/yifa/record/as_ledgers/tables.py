"""The ledgers that came, as a table of a snapshot."""

from __future__ import annotations

from yifa.record.importing.models import SentLedger
from yifa.record.snapshot.tables import Kind, Table

LEDGERS = Table(
    "ledgers",
    SentLedger.objects.all,
    {
        "id": Kind.NUMBER,
        "organ_id": Kind.NUMBER,
        "procedure": Kind.TEXT,
        "file": Kind.TEXT,
        "part": Kind.NUMBER,
        "carries": Kind.JSON,
        "reach": Kind.DAY,
    },
)
