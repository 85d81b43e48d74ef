"""The verbs of documents: issue a draft with number, approval and seal, put a slip right, show it or not.

Issuing is one transaction: number, act, document and its file; the draft goes. All raise `NotAPaper`, `NotDespatched`
or `NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from yifa.record.cases.acting import Happening, happened, open_only, prepared
from yifa.record.cases.choices import Openness, Part
from yifa.record.cases.circles import Member, circle
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Act, Case
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.secrecy import refuse_secret_page, refuse_secrets
from yifa.record.cases.showing import needs_ground
from yifa.record.chain.actions import Personal
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Writing
from yifa.record.despatch.carrying_out import approved_act, usable
from yifa.record.despatch.choices import NumberState
from yifa.record.despatch.models import Number, Series, Sheet
from yifa.record.despatch.numbers import take, use
from yifa.record.evidence.actions import taken_in
from yifa.record.evidence.choices import Media, Sort
from yifa.record.evidence.models import Item
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.papers.errors import NotIssued
from yifa.record.papers.models import Document, Draft


@dataclass(frozen=True, slots=True)
class Openly:
    """公开属性 and 知悉范围 of a document: decided when it is made (政府信息公开条例 13–17)."""

    openness: str = Openness.ON_REQUEST
    ground: str = ""
    reason: str = ""
    known_to: Sequence[Member] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The file of a paper (.docx), and its words."""

    data: bytes
    text: str


MadeUnder = Callable[[str], Made]
"""Makes the file of a paper, once its number is known; blank where it has none."""


def issue(
    draft: Draft,
    *,
    actor: Actor,
    on: date,
    number: Number | Series | None = None,
    sheet: Sheet | None = None,
    sealed_on: date | None = None,
    shown: Openly | None = None,
    act: Act | None = None,
    fields: Mapping[str, Any] | None = None,
    as_happened: bool = False,
    made: MadeUnder | None = None,
) -> Document:
    """Issue a draft: it gets its number, its act is recorded with who approved, and it is not a draft any more.

    `number`: one that was reserved, or a series, of which the next of the year is taken. `act`: the act it is the paper
    of, where that is recorded already, as it is when its sheet was carried out. Where the procedure declares who
    approves, a signed `sheet` is asked for; what went out without one is issued `as_happened`, for a reason. An act
    that *is* the service of its paper is recorded when it is served. `made`: makes the file that is kept with it.
    """
    case, shown = draft.case, shown or Openly()
    open_only(case)
    if act is None and sheet is not None and (sheet.case_id, sheet.act) == (case.id, draft.act):
        act = sheet.act_row
    _checked(draft, shown, number)
    needs_sheet = draft.act in procedure_of(case).approvals
    if needs_sheet and sheet is None and act is None and not (as_happened and actor.because):
        raise NotIssued(
            f"{draft.paper}: {draft.act} is approved by a sheet that is signed, expected one, "
            "or to be issued as something that happened, with the reason"
        )
    if sealed_on is not None and sealed_on < on:
        raise NotIssued(f"{draft.paper}: sealed on {sealed_on}, expected no day before it was issued ({on})")
    recorded = act if act is not None else _act(draft, sheet, on, actor, fields, as_happened)
    if act is not None and (act.case_id != case.id or act.kind != draft.act):
        raise NotIssued(f"{draft.paper}: {act.kind} is not the act {draft.act} of case {case.number}")
    with verb_of("document-issued", case.organ, actor, on, {"case_number": case.number}) as writing:
        given = _number(writing, number, on)
        if recorded is not None and act is None:
            if given is not None:
                recorded.number = given.text
            [recorded] = writing.insert(recorded)
        if sheet is not None and recorded is not None and sheet.act_row_id is None:
            writing.change(sheet, act_row=recorded)
        text, file = draft.text, None
        if made is not None:
            paper = made("" if given is None else given.text)
            text, file = paper.text, _file(writing, case, draft.title, paper, Part(draft.part), recorded, on)
        document = Document(
            case=case,
            act=draft.act,
            act_row=recorded,
            paper=draft.paper,
            title=Personal(draft.title),
            text=Personal(text) if text else "",
            number=given,
            number_text=given.text if given is not None else "",
            sheet=sheet,
            issued_on=on,
            sealed_on=sealed_on,
            made=file,
            part=draft.part,
            openness=shown.openness,
            openness_ground=shown.ground,
            openness_reason=shown.reason,
            circle=circle(shown.known_to),
            reason=actor.because,
        )
        [document] = writing.insert(document)
        Draft._base_manager.filter(pk=draft.pk, version=draft.version).delete()
    return document


def _file(writing: Writing, case: Case, title: str, paper: Made, part: Part, act: Act | None, on: date) -> Item:
    """The file of a paper, kept with the files of its case."""
    refuse_secret_page(paper.text)
    [item] = writing.insert(taken_in(case, BytesIO(paper.data), title, Sort.PAPER, on=on, act=act, part=part))
    return item


def _checked(draft: Draft, shown: Openly, number: Number | Series | None) -> None:
    refuse_secrets(draft.title, shown.reason)
    refuse_names(draft.case, shown.reason)
    refuse_secret_page(draft.text)
    needs_ground(shown.openness, shown.ground, draft.paper)
    fresh = Draft.objects.filter(pk=draft.pk, version=draft.version).exists()
    if not fresh:
        raise NotIssued(f"{draft.paper}: the draft was changed or issued since it was read; read it again")
    series = number.series if isinstance(number, Number) else number
    if series is not None and series.organ_id != draft.case.organ_id:
        raise NotIssued(f"{draft.paper}: {series.letters} is a series of another organ, expected one of its own")


def _act(
    draft: Draft,
    sheet: Sheet | None,
    on: date,
    actor: Actor,
    fields: Mapping[str, Any] | None,
    as_happened: bool,
) -> Act | None:
    """The act a paper is issued with; none, where it is recorded when the paper is served."""
    case = draft.case
    serving = procedure_of(case).services.get(draft.act)
    if serving is not None and serving.served == draft.act:
        if sheet is not None:
            usable(sheet, case, draft.act)
        return None
    if sheet is not None:
        usable(sheet, case, draft.act)
        return approved_act(sheet, on, actor, fields=fields, as_happened=as_happened)
    ready = happened if as_happened else prepared
    return ready(case, Happening(draft.act, on, fields=fields or {}), actor=actor)


def _number(writing: Writing, number: Number | Series | None, on: date) -> Number | None:
    if isinstance(number, Number):
        return use(writing, number)
    if number is None:
        return None
    return take(writing, number, on.year, NumberState.USED)[0]


def put_right(
    document: Document, *, actor: Actor, on: date, title: str = "", text: str = "", made: Made | None = None
) -> Document:
    """Put a slip of an issued paper right (更正): a later edition under the same number, for a reason; both stay.

    `made`: the file as it is now, whose words are those of the edition.
    """
    if not actor.because:
        raise NotIssued(f"{document.paper} {document.number_text}: put right without a reason, expected one")
    if Document.objects.filter(corrects=document).exists():
        raise NotIssued(
            f"{document.paper} {document.number_text}: was put right before, expected the last edition to be put right"
        )
    held = values_of([document])
    old_title, old_text = held.get(document.title, ""), held.get(document.text, "")
    new_title, new_text = title or old_title, (made.text if made is not None else text) or old_text
    if (new_title, new_text) == (old_title, old_text):
        raise NotIssued(f"{document.paper} {document.number_text}: says the same, expected what is put right")
    refuse_secrets(new_title, actor.because)
    refuse_names(document.case, actor.because)
    refuse_secret_page(new_text)
    case, part = document.case, Part(document.part)
    with verb_of("document-corrected", case.organ, actor, on, {"case_number": case.number}) as writing:
        file = None if made is None else _file(writing, case, new_title, made, part, document.act_row, on)
        later = Document(
            case=case,
            act=document.act,
            act_row=document.act_row,
            paper=document.paper,
            title=Personal(new_title) if new_title else "",
            text=Personal(new_text) if new_text else "",
            number=document.number,
            number_text=document.number_text,
            sheet=document.sheet,
            issued_on=on,
            sealed_on=on if document.sealed_on is not None else None,
            made=file,
            part=document.part,
            openness=document.openness,
            openness_ground=document.openness_ground,
            openness_reason=document.openness_reason,
            circle=document.circle,
            edition=document.edition + 1,
            corrects=document,
            reason=actor.because,
        )
        [later] = writing.insert(later)
    return later


def keep_print(document: Document, pdf: BinaryIO, *, actor: Actor, on: date) -> Document:
    """Keep the PDF of a paper beside its file; a paper has one."""
    if document.made is None or document.printed is not None:
        raise NotIssued(
            f"{document.paper} {document.number_text}: expected one with a file of its own and without a PDF yet"
        )
    case, part, title = document.case, Part(document.part), values_of([document]).get(document.title) or document.paper
    with verb_of("document-printed", case.organ, actor, on, {"case_number": case.number}) as writing:
        item = taken_in(case, pdf, str(title), Sort.PAPER, on=on, act=document.act_row, part=part)
        if item.media != Media.PDF:
            raise NotIssued(f"{document.paper} {document.number_text}: found a {item.media}, expected a PDF")
        [item] = writing.insert(item)
        return writing.change(document, printed=item)


def attach_scan(document: Document, scan: Item, *, actor: Actor, on: date) -> Document:
    """Say which file is the picture of a paper as it was signed and sealed; one just taken in is written with it."""
    if scan.case_id != document.case_id:
        raise NotIssued(f"{document.paper} {document.number_text}: the scan is a file of another case")
    with verb_of("document-scanned", document.case.organ, actor, on, {"case_number": document.case.number}) as writing:
        if scan._state.adding:
            [scan] = writing.insert(scan)
        return writing.change(document, scan=scan)


def show(document: Document, shown: Openly, *, actor: Actor, on: date) -> Document:
    """Decide anew whether a document is public and who may know of it."""
    needs_ground(shown.openness, shown.ground, document.paper)
    refuse_secrets(shown.reason)
    refuse_names(document.case, shown.reason)
    with verb_of("document-shown", document.case.organ, actor, on, {"case_number": document.case.number}) as writing:
        return writing.change(
            document,
            openness=shown.openness,
            openness_ground=shown.ground,
            openness_reason=shown.reason,
            circle=circle(shown.known_to),
        )
