"""Who looked at which party: noted when it happens (个人信息保护法 51), read by auditors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from yifa.record.organs.models import Officer
from yifa.record.parties.choices import ReadHow
from yifa.record.parties.models import Party, PartyRead


def note_read(parties: Iterable[Party], officer: Officer, how: ReadHow, at: datetime) -> None:
    """Note that an officer looked at parties, each once."""
    rows = [
        PartyRead(party_id=one.id, organ_id=one.organ_id, officer=officer.id, how=how, at=at)
        for one in {one.id: one for one in parties}.values()
    ]
    PartyRead.objects.bulk_create(rows, batch_size=1000)


def reads_of(organs: Iterable[int]) -> QuerySet[PartyRead]:
    """Who looked at parties of these organs, the last first."""
    return PartyRead.objects.filter(organ__in=sorted(organs)).select_related("organ").order_by("-id")
