"""What can be asked of parties: who is called so, what holds of them on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.organs.queries import on_day
from yifa.record.parties.actions import identified
from yifa.record.parties.models import Party, PartyFact

LONGEST = 100
"""So many signs of what is sought are looked at."""


def parties_called(words: str) -> QuerySet[Party]:
    """Parties whose name has these words in it, each of them, or that are identified so; of nothing, none."""
    sought = [word for word in words[:LONGEST].split() if word]
    if not sought:
        return Party.objects.none()
    named = Q()
    for word in sought:
        inside = canonical(word)[1:-1]
        named &= Q(Exists(KeptValue.objects.filter(commitment=OuterRef("name"), value__contains=inside)))
    return Party.objects.filter(named | Q(identifier__in=_commitments("".join(sought)))).order_by("id")


def _commitments(identifier: str) -> list[str]:
    """Under which commitments an identifier is kept."""
    text = canonical(identified(identifier)[0])
    kept = KeptValue.objects.filter(sought_by=sought_by(text), value=text)
    return list(kept.values_list("commitment", flat=True))


def facts_on(parties: Iterable[Party], day: date) -> dict[int, list[PartyFact]]:
    """What holds of parties on a day, by their ids, the latest first."""
    found: dict[int, list[PartyFact]] = defaultdict(list)
    rows = on_day(PartyFact.objects.filter(party__in=[one.id for one in parties]), day)
    for one in rows.order_by("-first", "-id"):
        found[one.party_id].append(one)
    return found
