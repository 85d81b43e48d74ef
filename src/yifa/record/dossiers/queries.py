"""What can be asked of dossiers: what lies where, the things themselves, and whether all is as it was made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from yifa.record.cases.models import Case
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.arranging import Row
from yifa.record.dossiers.choices import EntryKind
from yifa.record.dossiers.leaves import digest_of
from yifa.record.dossiers.models import Dossier, Entry
from yifa.record.evidence.models import Item, Recording
from yifa.record.papers.models import Document, Service


def dossiers_of(case: Case) -> QuerySet[Dossier]:
    """The dossiers of a case, the last first."""
    return Dossier.objects.filter(case=case).select_related("keeper", "case__organ").order_by("-number")


def entries_of(dossier: Dossier) -> QuerySet[Entry]:
    """What lies in a dossier, place by place."""
    return Entry.objects.filter(dossier=dossier).order_by("part", "place")


def rows_of(entries: Sequence[Entry]) -> Mapping[tuple[str, int], Row]:
    """The things that lie there, by kind and number: those within the scope, a query for each kind."""
    wanted: dict[str, list[int]] = {}
    for entry in entries:
        wanted.setdefault(entry.kind, []).append(entry.of)
    tables: dict[
        str, QuerySet[Document] | QuerySet[Service] | QuerySet[Sheet] | QuerySet[Item] | QuerySet[Recording]
    ] = {
        EntryKind.DOCUMENT: Document.objects.select_related("made", "printed", "scan"),
        EntryKind.RECEIPT: Service.objects.select_related("document", "receipt"),
        EntryKind.SHEET: Sheet.objects.all(),
        EntryKind.ITEM: Item.objects.filter(destroyed_on__isnull=True),
        EntryKind.RECORDING: Recording.objects.all(),
    }
    return {(kind, row.id): row for kind, ids in wanted.items() for row in tables[kind].filter(id__in=ids)}


@dataclass(frozen=True, slots=True)
class EntryFault:
    """A thing that is not there any more, or is not what it was when the dossier was made up."""

    place: str
    missing: bool


def entry_faults(dossier: Dossier) -> Iterator[EntryFault]:
    """Compare what lies in a dossier with what it was; in a scope that reaches both parts."""
    entries = list(entries_of(dossier))
    rows = rows_of(entries)
    for entry in entries:
        row = rows.get((entry.kind, entry.of))
        if row is None or digest_of(row) != entry.digest:
            yield EntryFault(f"{entry.part} {entry.place}", row is None)
