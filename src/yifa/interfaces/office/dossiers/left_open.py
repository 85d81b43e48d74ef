"""What is still open in a case, and what its dossier lacks: each with the page where it is put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.case.told import DutyCard, told_case
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.told_papers import told_papers
from yifa.interfaces.ui.lights import Sign
from yifa.law.run.story import Light
from yifa.record.cases.columns import facts_of, procedure_of, standing
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.choices import SheetState
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.arranging import Lying
from yifa.record.dossiers.choices import EntryKind
from yifa.record.evidence.models import Item
from yifa.record.evidence.queries import store
from yifa.record.papers.models import Document, Service
from yifa.record.papers.queries import drafts_of

OF_THE_DOSSIER = ("case-closed", "dossier-archived")
"""Acts whose papers are made with the dossier itself."""


@dataclass(frozen=True)
class Left:
    """Something that is left to do, and where."""

    sign: Sign
    words: str
    to: str
    link: str


def left_open(request: Asked, case: Case) -> list[Left]:
    """What should come to its end before a case is closed: duties, sheets, drafts, papers on their way."""
    return [*_duties(request, case), *_papers_open(request, case)]


def _duties(request: Asked, case: Case) -> Iterator[Left]:
    speech = request.speech
    told = told_case(case, facts_of(case), request.desk.today, speech, {})
    at = reverse("case", kwargs={"case": case.id})
    signs = {Light.RED: Sign.RED, Light.AMBER: Sign.AMBER, Light.OPEN: Sign.UNKNOWN}
    for light, _, _, cards in told.groups:
        if light in signs:
            for card in cards:
                yield Left(signs[light], _duty(card), f"{at}#{card.anchor}", speech.say("see the duty"))


def _duty(card: DutyCard) -> str:
    return " · ".join(filter(None, (card.title, card.verdict, card.far or card.due or "")))


def _papers_open(request: Asked, case: Case) -> Iterator[Left]:
    say, procedure = request.speech.say, procedure_of(case)
    for sheet in Sheet.objects.filter(case=case, state=SheetState.UNDER_WAY).order_by("id"):
        words = say("The approval sheet for {act} is under way.", act=act_name(procedure, sheet.act, request.speech))
        yield Left(Sign.AMBER, words, reverse("approval", kwargs={"sheet": sheet.id}), say("to the sheet"))
    for draft in drafts_of(case):
        to = reverse("draft", kwargs={"case": case.id, "draft": draft.id})
        yield Left(Sign.AMBER, say("{paper} is a draft still.", paper=draft.paper), to, say("to the draft"))
    for one in told_papers(case, request.desk.today, request.speech):
        if one.sign in (Sign.AMBER, Sign.UNKNOWN):
            words = say(
                "{paper} {number}: {stands}.",
                paper=one.document.paper,
                number=one.document.number_text,
                stands=one.stands,
            )
            yield Left(one.sign, words, _paper(one.document), say("to the paper"))


def dossier_faults(request: Asked, case: Case, lying: Sequence[Lying]) -> list[Left]:
    """What the dossier of a case lacks, or what is not whole."""
    return [*_files(request, case, lying), *_papers(request, case, lying), *_missing(request, case, lying)]


def _files(request: Asked, case: Case, lying: Sequence[Lying]) -> Iterator[Left]:
    """Files that are not in the store as they should be."""
    say = request.speech.say
    for one in lying:
        for item in _items(one):
            path = store().path(item.digest)
            if not path.is_file() or path.stat().st_size != item.size:
                title = str(values_of([item]).get(item.title, "") or item.digest[:12])
                to = reverse("case_files", kwargs={"case": case.id})
                words = say("The file “{title}” is missing in the store, or is another one.", title=title)
                yield Left(Sign.RED, words, to, say("to the files"))


def _items(one: Lying) -> list[Item]:
    row = one.held.row
    match row:
        case Item():
            return [row]
        case Document():
            return [file for file in (row.scan, row.printed) if file is not None and file.destroyed_on is None]
        case Service():
            return [row.receipt] if row.receipt is not None and row.receipt.destroyed_on is None else []
    return []


def _papers(request: Asked, case: Case, lying: Sequence[Lying]) -> Iterator[Left]:
    say = request.speech.say
    for one in lying:
        row = one.held.row
        if isinstance(row, Document) and row.scan is None:
            words = say(
                "{paper} {number} has no picture of it as it was signed and sealed.",
                paper=row.paper,
                number=row.number_text,
            )
            yield Left(Sign.AMBER, words, f"{_paper(row)}#scan", say("upload it"))
        if isinstance(row, Service) and row.receipt is None:
            words = say(
                "{paper} {number} was served without a receipt on file.",
                paper=row.document.paper,
                number=row.document.number_text,
            )
            yield Left(Sign.AMBER, words, reverse("case_files", kwargs={"case": case.id}), say("upload it"))


def _missing(request: Asked, case: Case, lying: Sequence[Lying]) -> Iterator[Left]:
    """Acts on record whose papers nothing in the dossier is."""
    say, procedure = request.speech.say, procedure_of(case)
    there = {one.held.act for one in lying if one.held.kind is not EntryKind.SHEET}
    sheets = {one.held.act for one in lying if one.held.kind is EntryKind.SHEET}
    served = {one.held.row.document.act for one in lying if isinstance(one.held.row, Service)}
    proofs = {serving.served for act in served if (serving := procedure.services.get(act)) is not None}
    for kind in dict.fromkeys(act.kind for act in standing(case.acts.order_by("on", "id"))):
        papers = [paper for paper in procedure.acts[kind].papers if not (paper.endswith("审批表") and kind in sheets)]
        if kind in there | proofs or kind in OF_THE_DOSSIER or not papers:
            continue
        words = say(
            "{act}: no paper of it is in the file (expected {papers}).",
            act=act_name(procedure, kind, request.speech),
            papers="、".join(papers),
        )
        to = f"{reverse('case_files', kwargs={'case': case.id})}?act={kind}#keep"
        yield Left(Sign.AMBER, words, to, say("upload it"))


def _paper(document: Document) -> str:
    return reverse("paper", kwargs={"case": document.case_id, "document": document.id})
