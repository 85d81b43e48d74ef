"""The people whom fields of acts name. A field holds `officer12` or `party7`, and never a name or an identifier.

So nothing in an act names anybody, two steps done by the same person still say so, two cases of one party too, and who
held a certificate is told by the officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import day_number
from yifa.law.conditions.columns import NEVER
from yifa.law.facts import Register
from yifa.record.cases.models import Case, Participant
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, CertificateEvent, Officer
from yifa.record.parties.models import Party

REFERENCE = re.compile(r"(?:officer|party)[1-9][0-9]*")


@cache
def naming_fields(procedure: str) -> Mapping[tuple[str, str], str]:
    """The acts and fields that name somebody: `person` by name, `party` by what identifies it."""
    of = folder(procedure).procedure
    return {
        (act, name): kind
        for act, declared in of.vocabulary.items()
        for name in declared
        if name in of.fields and (kind := of.fields[name].names) is not None
    }


def reference(row: Officer | Party) -> str:
    """How a field names somebody."""
    return f"officer{row.id}" if isinstance(row, Officer) else f"party{row.id}"


def reference_of(participant: Participant) -> str:
    """How fields name a participant."""
    return f"officer{participant.officer_id}" if participant.officer_id else f"party{participant.party_id}"


def register_of(case: Case) -> Register:
    """Who of a case held a certificate when.

    Its officers by theirs; outsiders none, where the organ keeps certificates at all.
    """
    participants = list(case.participants.order_by("id"))
    spans: dict[int, list[tuple[int, int]]] = {}
    officers = [one.officer_id for one in participants if one.officer_id is not None]
    for certificate in Certificate.objects.filter(officer__in=officers).order_by("first"):
        spans.setdefault(certificate.officer_id, []).extend(_spans(certificate))
    keeps = Certificate.objects.filter(officer__organ=case.organ_id).exists()
    found = {}
    for one in participants:
        held = spans.get(one.officer_id or 0, [])
        if held or keeps:
            found[reference_of(one)] = tuple(held)
    return Register(found)


def _spans(certificate: Certificate) -> list[tuple[int, int]]:
    """The days on which a certificate held: from its issue, without what lay between a suspension and its end."""
    last = NEVER if certificate.last is None else day_number(certificate.last)
    start: int | None = day_number(certificate.first)
    found = []
    events = CertificateEvent.objects.filter(certificate=certificate).exclude(kind=CertificateEventKind.CHECKED)
    for event in events.order_by("on", "id"):
        on = day_number(event.on)
        if event.kind == CertificateEventKind.RESTORED:
            start = on if start is None else start
        elif start is not None:
            if start < on:
                found.append((start, on - 1))
            start = None
    if start is not None and start <= last:
        found.append((start, last))
    return [(first, min(end, last)) for first, end in found if first <= last]


def officers_by_name(officers: Iterable[Officer], names: Mapping[int, str]) -> dict[str, Officer]:
    """Officers by their names; of two of one name none, since nobody knows which is meant."""
    found: dict[str, Officer | None] = {}
    for officer in officers:
        name = names.get(officer.id)
        if name is not None:
            found[name] = None if name in found else officer
    return {name: officer for name, officer in found.items() if officer is not None}
