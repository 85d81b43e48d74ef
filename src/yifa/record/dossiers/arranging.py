"""What a case holds, and where each thing lies in the order that its procedure and sector declare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yifa.law.catalogue.dossiers import DossierOrder, DossierPlace, Holding, order_for
from yifa.record.cases.choices import Part
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.record.despatch.choices import SheetState
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.choices import EntryKind
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item, Recording
from yifa.record.evidence.queries import items_of, recordings_of
from yifa.record.organs.queries import profiles_of
from yifa.record.papers.choices import ServiceState
from yifa.record.papers.models import Document, Service
from yifa.record.papers.queries import documents_of

Row = Document | Service | Sheet | Item | Recording
REST = "其他有关材料"


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that a case holds: what it is, of which act, from which day, and in which part it must lie if told."""

    kind: EntryKind
    taken_as: Holding
    act: str
    on: date
    row: Row
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Lying:
    """A thing at its place."""

    part: Part
    heading: str
    held: Held


def holdings(case: Case) -> list[Held]:
    """Everything a case holds, by day: documents in their last editions, proofs of service, signed sheets, evidence."""
    found: list[Held] = []
    scans: set[int] = set()
    for document in documents_of(case):
        part = Part(document.part)
        told = part if part is Part.SECONDARY else None
        found.append(Held(EntryKind.DOCUMENT, "papers", document.act, document.issued_on, document, told))
    for files in Document.objects.filter(case=case).values_list("scan_id", "made_id", "printed_id"):
        scans |= {file for file in files if file is not None}
    services = Service.objects.filter(document__case=case, state=ServiceState.SERVED)
    for service in services.select_related("document", "receipt", "to").order_by("ended_on", "id"):
        day = service.ended_on or service.begun_on
        found.append(Held(EntryKind.RECEIPT, "receipts", service.document.act, day, service))
        scans |= {service.receipt_id} if service.receipt_id else set()
    for sheet in Sheet.objects.filter(case=case, state=SheetState.SIGNED).select_related("drawn_by").order_by("id"):
        found.append(Held(EntryKind.SHEET, "sheets", sheet.act, sheet.drawn_on, sheet))
    for item in items_of(case):
        if item.id in scans:
            continue  # lies with the paper it is the picture of
        taken_as: Holding = (
            "papers" if item.sort == Sort.SCAN else "receipts" if item.sort == Sort.RECEIPT else "evidence"
        )
        told = Part.SECONDARY if item.part == Part.SECONDARY else None
        act = item.act.kind if item.act is not None else ""
        found.append(Held(EntryKind.ITEM, taken_as, act, item.taken_on, item, told))
    for recording in recordings_of(case):
        act = recording.act.kind if recording.act is not None else ""
        found.append(Held(EntryKind.RECORDING, "evidence", act, recording.begins.date(), recording))
    return sorted(found, key=lambda held: (held.on, held.kind == EntryKind.RECEIPT, held.row.id))


def order_of(case: Case, day: date) -> DossierOrder:
    """The order of a dossier of this case made up on a day."""
    profiles = frozenset(profiles_of(case.organ, day))
    return order_for(procedure_of(case).dossiers, profiles, day)


def arranged(held: Sequence[Held], order: DossierOrder) -> list[Lying]:
    """Everything at its place; within a place by day, a proof of service behind its paper."""
    places = [(Part.MAIN, one) for one in order.main] + [(Part.SECONDARY, one) for one in order.secondary]
    at: dict[int, list[Held]] = {place: [] for place in range(len(places))}
    rest: dict[Part, list[Held]] = {Part.MAIN: [], Part.SECONDARY: []}
    for one in held:
        place = _place(one, places)
        if place is None:
            part = one.part or (Part.SECONDARY if one.taken_as == "sheets" else Part.MAIN)
            rest[part].append(one)
        else:
            at[place].append(one)
    return list(_in_order(places, at, rest))


def _place(held: Held, places: Sequence[tuple[Part, DossierPlace]]) -> int | None:
    """The first place that names its act, else the first that takes its kind."""
    fit = [
        at
        for at, (part, place) in enumerate(places)
        if held.taken_as in place.takes and (held.part is None or held.part == part)
    ]
    named = next((at for at in fit if held.act in places[at][1].of), None)
    return named if named is not None else next((at for at in fit if not places[at][1].of), None)


def _in_order(
    places: Sequence[tuple[Part, DossierPlace]], at: dict[int, list[Held]], rest: dict[Part, list[Held]]
) -> Iterator[Lying]:
    for part in (Part.MAIN, Part.SECONDARY):
        for place, (of, declared) in enumerate(places):
            if of is part:
                yield from (Lying(part, declared.zh, one) for one in _with_receipts(at[place]))
        yield from (Lying(part, REST, one) for one in _with_receipts(rest[part]))


def _with_receipts(held: Sequence[Held]) -> Iterator[Held]:
    """Papers by day, each with the proofs of its service behind it."""
    receipts: dict[int, list[Held]] = {}
    papers = []
    for one in held:
        if isinstance(one.row, Service):
            receipts.setdefault(one.row.document_id, []).append(one)
        else:
            papers.append(one)
    for one in papers:
        yield one
        if isinstance(one.row, Document):
            yield from receipts.pop(one.row.id, ())
    yield from (one for left in receipts.values() for one in left)
