"""Organs, their officers and certificates, on a day."""

from __future__ import annotations

from typing import Literal

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from ninja import Router

from yifa.interfaces.api.declaring import ANYBODY, READERS, route
from yifa.interfaces.api.holders import Asked
from yifa.interfaces.api.shapes.fields import After, Code, Day, Many
from yifa.interfaces.api.shapes.organs import (
    CertificateShape,
    OfficerPage,
    OfficerShape,
    OrganPage,
    OrganShape,
    RelationShape,
)
from yifa.ledgers.identifiers import mask
from yifa.record.chain.chained import values_of
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, CertificateEvent, Officer, Organ, OrganName, OrganProfile, Relation
from yifa.record.organs.queries import on_day

router = Router(tags=["organs"])
LevelWord = Literal["township", "county", "city", "province", "national"]


@route(router, "GET", "/organs", roles=ANYBODY, answer=OrganPage)
def list_organs(
    request: Asked, on: Day | None = None, level: LevelWord | None = None, after: After = 0, limit: Many = 50
) -> OrganPage:
    """List organs, in the order in which they came into the register."""
    day = on or request.auth.today
    rows = Organ.objects.filter(id__gt=after).order_by("id")
    if level is not None:
        rows = rows.filter(level=level)
    page = list(_with_parts(rows, day)[: limit + 1])
    return OrganPage(
        organs=[_organ(one) for one in page[:limit]], next=page[limit - 1].id if len(page) > limit else None
    )


@route(router, "GET", "/organs/{code}", roles=ANYBODY, answer=OrganShape, refuses=(404,))
def read_organ(request: Asked, code: Code, on: Day | None = None) -> OrganShape:
    """Read one organ as it is or was on a day."""
    return _organ(_found(_with_parts(Organ.objects.filter(code=code), on or request.auth.today).first()))


@route(router, "GET", "/organs/{code}/officers", roles=READERS, answer=OfficerPage, refuses=(404,))
def list_officers(request: Asked, code: Code, on: Day | None = None, after: After = 0, limit: Many = 50) -> OfficerPage:
    """List the officers of an organ with their certificates; names and numbers are masked."""
    day = on or request.auth.today
    organ = _found(Organ.objects.filter(code=code).first())
    events = Prefetch("events", CertificateEvent.objects.order_by("on", "id"))
    certificates = Prefetch("certificates", Certificate.objects.order_by("first", "id").prefetch_related(events))
    rows = Officer.objects.filter(organ=organ, id__gt=after).order_by("id").prefetch_related(certificates)
    page = list(rows[: limit + 1])
    names = values_of(page)
    officers = [
        OfficerShape(
            id=one.id,
            name=mask(names.get(one.name, ""), "name"),
            certificates=[_certificate(held, day) for held in one.certificates.all()],
        )
        for one in page[:limit]
    ]
    return OfficerPage(officers=officers, next=page[limit - 1].id if len(page) > limit else None)


def _certificate(one: Certificate, day: Day) -> CertificateShape:
    return CertificateShape(
        id=one.id,
        number=mask(one.number, "certificate"),
        scope_of_work=one.scope_of_work,
        first=one.first,
        last=one.last,
        in_force=_in_force(one, day),
    )


def _in_force(one: Certificate, day: Day) -> bool:
    """Whether a certificate holds on a day: issued, not run out, and not suspended or cancelled by then."""
    told = [event.kind for event in one.events.all() if event.on <= day and event.kind != CertificateEventKind.CHECKED]
    lasts = one.first <= day and (one.last is None or day <= one.last)
    return lasts and (not told or told[-1] == CertificateEventKind.RESTORED)


def _with_parts(rows: QuerySet[Organ], day: Day) -> QuerySet[Organ]:
    """With names, profiles and relations of the day, read at once."""
    return rows.prefetch_related(
        Prefetch("names", on_day(OrganName.objects.all(), day).order_by("-first")),
        Prefetch("profiles", on_day(OrganProfile.objects.all(), day).order_by("profile")),
        Prefetch("relations", on_day(Relation.objects.select_related("to"), day).order_by("id")),
    )


def _organ(one: Organ) -> OrganShape:
    names = list(one.names.all())
    return OrganShape(
        id=one.id,
        code=one.code,
        name=names[0].name if names else one.code,
        short=names[0].short if names else "",
        kind=one.kind,
        level=one.level,
        area=one.area,
        first=one.first,
        last=one.last,
        profiles=[held.profile for held in one.profiles.all()],
        relations=[RelationShape(kind=held.kind, to=held.to.code, items=held.items) for held in one.relations.all()],
    )


def _found(one: Organ | None) -> Organ:
    if one is None:
        raise Http404
    return one
