"""The people whom fields of acts name. A field holds `officer12` or `party7`, and never a name or an identifier.

So nothing in an act names anybody, two steps done by the same person still say so, two cases of one party too, and who
held a certificate is told by the officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from yifa.law.catalogue.folders import folder
from yifa.law.facts import Register
from yifa.record.cases.models import Case, Participant
from yifa.record.organs.columns import spans as certificate_spans
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


Parts = Mapping[int, Sequence[tuple[int | None, int | None]]]
"""By case, who takes part: an officer or a party each, in the order in which they came."""


def parts_of(cases: Sequence[Case]) -> Parts:
    """Who takes part in some cases."""
    told: dict[int, list[tuple[int | None, int | None]]] = {one.id: [] for one in cases}
    rows = Participant.objects.filter(case__in=list(told)).order_by("id")
    for case_id, officer, party in rows.values_list("case_id", "officer_id", "party_id"):
        told[case_id].append((officer, party))
    return told


def registers_of(cases: Sequence[Case], told: Parts) -> dict[int, Register]:
    """Who of each case, of those who take part, held a certificate when; by the ids of the cases.

    Its officers by theirs; outsiders none, where the organ keeps certificates at all.
    """
    officers = {officer for part in told.values() for officer, _ in part if officer is not None}
    spans = _spans_of(sorted(officers)) if officers else {}
    certified = {id_ for id_, part in told.items() if any(officer in spans for officer, _ in part)}
    asked = {one.organ_id for one in cases if told[one.id] and one.id not in certified}
    keeping = _keeping_certificates(asked) if asked else set()
    found = {}
    for case in cases:
        keeps = case.id in certified or case.organ_id in keeping
        held = {_named(*one): tuple(spans.get(one[0] or 0, ())) for one in told[case.id]}
        found[case.id] = Register({name: days for name, days in held.items() if days or keeps})
    return found


def _named(officer: int | None, party: int | None) -> str:
    return f"party{party}" if officer is None else f"officer{officer}"


def _keeping_certificates(organs: Iterable[int]) -> set[int]:
    """Those organs of which any officer has a certificate on record."""
    rows = Certificate.objects.filter(officer__organ__in=sorted(organs)).order_by()
    return set(rows.values_list("officer__organ_id", flat=True).distinct())


def _spans_of(officers: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """By officer the days on which he held a certificate; who has one at all stands in it."""
    held = list(Certificate.objects.filter(officer__in=officers).order_by("first"))
    events: dict[int, list[tuple[str, date]]] = {}
    if held:
        told = CertificateEvent.objects.filter(certificate__in=held).order_by("on", "id")
        for certificate, kind, on in told.values_list("certificate_id", "kind", "on"):
            events.setdefault(certificate, []).append((kind, on))
    found: dict[int, list[tuple[int, int]]] = {}
    for one in held:
        days = certificate_spans(one.first, one.last, one.scope_of_work, events.get(one.id, ()))
        found.setdefault(one.officer_id, []).extend(days)
    return found
