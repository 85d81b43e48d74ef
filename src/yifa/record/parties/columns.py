"""What the law reads of parties: which of them are the same, whichever organ knows them. Nothing that names anybody."""

from __future__ import annotations

from django.db.models import F, Min, OuterRef, QuerySet, Subquery, Window

from yifa.record.chain.models import KeptValue
from yifa.record.parties.models import Party
from yifa.record.snapshot.tables import Kind, Table


def _same() -> QuerySet[Party]:
    """Parties, each with the first of those that the same identifier names; those of which none is kept stand alone."""
    value = KeptValue.objects.filter(commitment=OuterRef("identifier")).values("value")[:1]
    identified = Party.objects.exclude(identifier="").annotate(value=Subquery(value)).filter(value__isnull=False)
    return identified.annotate(same=Window(Min("id"), partition_by=F("value")))


TABLES = (Table("parties", _same, {"id": Kind.NUMBER, "same": Kind.NUMBER}),)
