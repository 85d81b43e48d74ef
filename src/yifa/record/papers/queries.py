"""What can be asked of papers: the documents of a case in their last editions, drafts, and what is on its way."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet, prefetch_related_objects

from yifa.record.cases.models import Case
from yifa.record.papers.choices import ServiceState
from yifa.record.papers.models import Document, Draft, Service
from yifa.record.scope import Remembered

_DOCUMENTS = Remembered(
    lambda case: (
        Document.objects.filter(case=case)
        .exclude(Exists(Document.objects.filter(corrects=OuterRef("pk"))))
        .select_related("act_row", "number__series", "made", "printed", "scan", "sheet", "corrects")
        .order_by("issued_on", "id")
    ),
    int,
)


def documents_of(case: Case) -> list[Document]:
    """The documents of a case as they stand, without the editions that were put right."""
    found = _DOCUMENTS(case.id)
    prefetch_related_objects(found, "services")
    return found


def editions_of(document: Document) -> list[Document]:
    """All editions of a document, the first first."""
    found = [document]
    while (earlier := found[0].corrects) is not None:
        found.insert(0, earlier)
    while (later := Document.objects.filter(corrects=found[-1]).first()) is not None:
        found.append(later)
    return found


def drafts_of(case: Case) -> QuerySet[Draft]:
    """The drafts of a case."""
    return Draft.objects.filter(case=case).select_related("drafter").order_by("-edited_at", "-id")


def services_under_way(case: Case) -> QuerySet[Service]:
    """What was sent and has not reached anybody yet."""
    return (
        Service.objects.filter(document__case=case, state=ServiceState.UNDER_WAY)
        .select_related("document__case__organ", "to")
        .order_by("begun_on", "id")
    )
