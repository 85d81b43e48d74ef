"""Parties as an auditor is told of them (三员分立): by masked names, so that he knows whom a log means, and no more.

Read are those of the organs he looks after, and no others. A party of a matter of which only some may know (知悉范围)
has its number in the register alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from yifa.interfaces.office.parties.showing import masked_name
from yifa.record.cases.models import Participant
from yifa.record.chain.chained import values_of
from yifa.record.parties.models import Party
from yifa.wording import Language


def masked_parties(parties: Iterable[int], organs: Iterable[int], speech: Language) -> dict[int, str]:
    """How parties are called in a log of these organs, by their numbers; in two queries however many they are."""
    ids = set(parties)
    told = {one: speech.say("no. {n} of the register", n=one) for one in ids}
    if not ids:
        return told
    hidden: QuerySet[Participant] = QuerySet(Participant).filter(party=OuterRef("pk"), case__circle__gt="")
    rows: QuerySet[Party] = QuerySet(Party).filter(organ__in_scope=sorted(organs) or [0], id__in=ids)
    shown = list(rows.filter(~Exists(hidden)))
    values = values_of(shown)
    for one in shown:
        told[one.id] = speech.say("{name} ({number})", name=masked_name(one, values, speech), number=told[one.id])
    return told
