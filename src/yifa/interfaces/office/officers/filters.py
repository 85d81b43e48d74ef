"""The filters of the register of officers, read from the address: who runs out, is suspended, away, without one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import KeptValue
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, CertificateEvent, Leave, Officer, Post
from yifa.record.organs.queries import on_day

WHICH = ("running-out", "suspended", "away", "without")
SPANS = (30, 60, 90, 180)
PAGE = 50


@dataclass(frozen=True)
class Filters(AskedOfList):
    """What is asked of the register; blank where it is not asked. `names`: whether names are sought in."""

    words: str = ""
    organ: str = ""
    which: str = ""
    within: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Filters:
        """As an address says it; what makes no sense is not asked."""
        told = cls.said(asked)
        told["organ"] = told["organ"] if told["organ"].isdigit() else ""
        told["which"] = told["which"] if told["which"] in WHICH else ""
        told["within"] = told["within"] if told["within"] in map(str, SPANS) else ""
        return cls(**told)

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, one.name) for one in fields(self))

    def chosen(self, today: date, *, by_name: bool) -> QuerySet[Officer]:
        """The officers that pass; `by_name`: who reads names may seek by them."""
        rows = Officer.objects.all()
        if self.organ:
            rows = rows.filter(organ=int(self.organ))
        if self.words:
            inside = canonical(self.words)[1:-1]
            sought = Q(number__contains=self.words)
            sought |= Q(Exists(Certificate.objects.filter(officer=OuterRef("pk"), number__contains=self.words)))
            sought |= Q(Exists(Post.objects.filter(officer=OuterRef("pk"), title__contains=self.words)))
            if by_name:
                sought |= Q(Exists(KeptValue.objects.filter(commitment=OuterRef("name"), value__contains=inside)))
            rows = rows.filter(sought)
        return self._which(rows, today)

    def _which(self, rows: QuerySet[Officer], today: date) -> QuerySet[Officer]:
        held = Certificate.objects.filter(officer=OuterRef("pk"))
        match self.which:
            case "running-out":
                until = today + timedelta(days=int(self.within or SPANS[1]))
                return rows.filter(
                    Exists(_alive(held.filter(last__lte=until), today)), ~Exists(_alive(_beyond(held, until), today))
                )
            case "suspended":
                return rows.filter(Exists(_last_event(on_day(held, today), today, CertificateEventKind.SUSPENDED)))
            case "away":
                return rows.filter(Exists(on_day(Leave.objects.filter(officer=OuterRef("pk")), today)))
            case "without":
                return rows.exclude(Exists(_alive(on_day(held, today), today)))
        return rows


def _beyond(held: QuerySet[Certificate], until: date) -> QuerySet[Certificate]:
    return held.filter(Q(last__isnull=True) | Q(last__gt=until))


def _alive(held: QuerySet[Certificate], today: date) -> QuerySet[Certificate]:
    """Certificates that nobody cancelled, and that are not suspended."""
    return held.annotate(last_event=_last_kind(today)).filter(
        Q(last_event__isnull=True) | Q(last_event=CertificateEventKind.RESTORED)
    )


def _last_event(held: QuerySet[Certificate], today: date, kind: CertificateEventKind) -> QuerySet[Certificate]:
    return held.annotate(last_event=_last_kind(today)).filter(last_event=kind)


def _last_kind(today: date) -> Subquery:
    events = CertificateEvent.objects.filter(certificate=OuterRef("pk"), on__lte=today)
    return Subquery(events.exclude(kind=CertificateEventKind.CHECKED).order_by("-on", "-id").values("kind")[:1])


def page_of(rows: QuerySet[Officer], after: str) -> tuple[list[Officer], str]:
    """A page of officers in the order of organs and numbers, and where the next begins; blank where none does."""
    organ, _, number = after.partition("-")
    if organ.isdigit():
        rows = rows.filter(Q(organ_id__gt=int(organ)) | Q(organ_id=int(organ), number__gt=number))
    found = list(rows.select_related("organ").order_by("organ_id", "number")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return found[:PAGE], f"{last.organ_id}-{last.number}" if last else ""
