"""What the law reads of organs and officers: who stands under whom, sectors and places, who held a certificate when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import polars as pl
from django.db.models import F

from yifa.law.conditions import day_number
from yifa.law.conditions.columns import NEVER
from yifa.law.facts import Profile
from yifa.ledgers.taken import Office, Organs, Relation
from yifa.ledgers.taken import RelationKind as Told
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import (
    Certificate,
    CertificateEvent,
    Officer,
    Organ,
    OrganName,
    OrganProfile,
)
from yifa.record.organs.models import Relation as RelationRow
from yifa.record.snapshot.tables import Kind, Table

BEGINNING = date(1949, 10, 1)
"""From when an organ counts of which nobody says since when it is there."""
SUPERVISES = "监督"
"""Certificates for supervision (行政执法监督证) let nobody enforce."""

_SPAN = {"first": Kind.DAY, "last": Kind.DAY}
TABLES = (
    Table(
        "organs",
        Organ.objects.all,
        {"id": Kind.NUMBER, "code": Kind.TEXT, "level": Kind.TEXT, "credit_code": Kind.TEXT, **_SPAN},
    ),
    Table(
        "organ_names",
        OrganName.objects.all,
        {"organ_id": Kind.NUMBER, "name": Kind.TEXT, "short": Kind.TEXT, **_SPAN},
    ),
    Table(
        "organ_profiles",
        OrganProfile.objects.all,
        {"organ_id": Kind.NUMBER, "profile": Kind.TEXT, **_SPAN},
    ),
    Table(
        "relations",
        RelationRow.objects.all,
        {"organ_id": Kind.NUMBER, "kind": Kind.TEXT, "to_id": Kind.NUMBER, **_SPAN},
    ),
    Table("officers", Officer.objects.all, {"id": Kind.NUMBER, "organ_id": Kind.NUMBER}),
    Table(
        "certificates",
        lambda: Certificate.objects.annotate(organ=F("officer__organ_id")),
        {"id": Kind.NUMBER, "officer_id": Kind.NUMBER, "organ": Kind.NUMBER, "scope_of_work": Kind.TEXT, **_SPAN},
    ),
    Table(
        "certificate_events",
        CertificateEvent.objects.all,
        {"id": Kind.NUMBER, "certificate_id": Kind.NUMBER, "kind": Kind.TEXT, "on": Kind.DAY},
    ),
)


def organs_of(frames: Mapping[str, pl.DataFrame], as_of: date) -> Organs:
    """The register of organs, by their codes."""
    codes = dict(frames["organs"].select("id", "code").iter_rows())
    called: dict[int, tuple[str, str]] = {}
    for id_, name, short, first, _ in frames["organ_names"].sort("first").iter_rows():
        if id_ not in called or first <= as_of:
            called[id_] = (name, short)
    profiles: dict[int, dict[str, Profile]] = {}
    for id_, profile, first, last in frames["organ_profiles"].sort("first").iter_rows():
        profiles.setdefault(id_, {})[profile] = Profile(profile, _since(first), last)
    offices = {}
    for id_, code, level, credit_code, _, _ in frames["organs"].sort("id").iter_rows():
        name, short = called.get(id_, (code, ""))
        sectors = tuple(profiles.get(id_, {}).values())
        offices[code] = Office(code, name, (short,) if short else (), credit_code, level or None, sectors)
    known = {str(kind) for kind in Told}
    relations = tuple(
        Relation(codes[organ], Told(kind), codes[to], _since(first), last)
        for organ, kind, to, first, last in frames["relations"].iter_rows()
        if kind in known
    )
    return Organs(offices, relations)


def _since(first: date | None) -> date | None:
    return None if first == BEGINNING else first


def certified_spans(frames: Mapping[str, pl.DataFrame]) -> dict[int, tuple[tuple[int, int], ...]]:
    """By officer the days on which he held a certificate to enforce; empty where he holds one of another kind."""
    events: dict[int, list[tuple[str, date]]] = {}
    for certificate, kind, on in (
        frames["certificate_events"].sort("on", "id").select("certificate_id", "kind", "on").iter_rows()
    ):
        events.setdefault(certificate, []).append((kind, on))
    found: dict[int, list[tuple[int, int]]] = {}
    for id_, officer, _, scope, first, last in frames["certificates"].sort("id").iter_rows():
        held = found.setdefault(officer, [])
        held.extend(spans(first, last, scope, events.get(id_, ())))
    return {officer: tuple(held) for officer, held in found.items()}


def spans(first: date, last: date | None, scope: str, events: Iterable[tuple[str, date]]) -> Sequence[tuple[int, int]]:
    """The days on which a certificate held, from its issue, without what lay between a suspension and its end.

    `events` in the order of their days; of a certificate that lets nobody enforce, no day.
    """
    if SUPERVISES in scope:
        return ()
    end = NEVER if last is None else day_number(last)
    start: int | None = -NEVER if first == BEGINNING else day_number(first)
    found = []
    for kind, on in events:
        day = day_number(on)
        if kind == CertificateEventKind.RESTORED:
            start = day if start is None else start
        elif kind != CertificateEventKind.CHECKED and start is not None:
            if start < day:
                found.append((start, day - 1))
            start = None
    if start is not None and start <= end:
        found.append((start, end))
    return [(one, min(other, end)) for one, other in found if one <= end]
