"""The people whom fields of acts name. A field holds `p12`, a participant of the case, and never a name.

So nothing in an act names anybody, two steps done by the same person still say so, and who held a certificate is told
by the participant's officer.
"""

from __future__ import annotations

from functools import cache

from yifa.law.conditions import day_number
from yifa.law.conditions.columns import NEVER, OverlapOf, UnqualifiedOf
from yifa.law.duties import duty_set
from yifa.law.facts import Register
from yifa.record.cases.models import Case, Participant
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, CertificateEvent, Officer

NOT_PEOPLE = ("body",)
"""Fields that are compared like people and name offices."""


@cache
def people_fields(procedure: str) -> frozenset[tuple[str, str]]:
    """The acts and fields that name people: those that duties compare with one another or ask for certificates."""
    found = set()
    for grain in duty_set(procedure).grains:
        for column in (column for one in grain.duties for column in one.reads):
            if isinstance(column, UnqualifiedOf):
                found.add((column.of.act, column.of.field))
            elif isinstance(column, OverlapOf):
                found |= {(column.one.act, column.one.field), (column.other.act, column.other.field)}
    return frozenset((act, field) for act, field in found if field not in NOT_PEOPLE)


def reference(participant: Participant) -> str:
    """How a field names a participant."""
    return f"p{participant.id}"


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
            found[reference(one)] = tuple(held)
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


def officers_by_name(case_organ: int, names: dict[int, str]) -> dict[str, Officer]:
    """The officers of an organ by their names; of two of one name none, since nobody knows which is meant."""
    found: dict[str, Officer | None] = {}
    for officer in Officer.objects.filter(organ_id=case_organ).order_by("id"):
        name = names.get(officer.id)
        if name is not None:
            found[name] = None if name in found else officer
    return {name: officer for name, officer in found.items() if officer is not None}
