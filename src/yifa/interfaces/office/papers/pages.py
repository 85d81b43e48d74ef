"""Papers: the papers of a case, one paper with its files and how it was served."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from yifa.interfaces.documents.forms.filling import paragraphs_of, words_of
from yifa.interfaces.documents.forms.package import NotAForm
from yifa.interfaces.documents.forms.printing import can_print
from yifa.interfaces.office.declaring import READERS, WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.papers.filled_in import (
    Errors,
    found_or_404,
    handed_out,
    not_his,
    page_of_case,
    past_day,
    stream_of,
)
from yifa.interfaces.office.papers.printed import bytes_of, tell_print, with_print
from yifa.interfaces.office.papers.problems import tell_not_a_form, tell_problem
from yifa.interfaces.office.told_papers import told_drafts, told_papers
from yifa.record.cases.choices import Part
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Overtaken
from yifa.record.dossiers.leaves import dated
from yifa.record.evidence.actions import taken_in
from yifa.record.evidence.choices import Media, Sort
from yifa.record.evidence.errors import Damaged
from yifa.record.evidence.models import Item
from yifa.record.papers.documents import Made, attach_scan, put_right
from yifa.record.papers.models import Document
from yifa.record.papers.queries import drafts_of, editions_of


@page("cases/<int:case>/papers/", name="case_papers", roles=READERS)
def case_papers(request: Asked, case: Case) -> HttpResponse:
    """The papers of a case: drafts, and what was issued, with how it was served."""
    told = {
        "drafts": told_drafts(drafts_of(case), request.speech),
        "papers": told_papers(case, request.desk.today, request.speech),
        "open": case.takes_acts,
    }
    return page_of_case(request, case, "papers/case_papers.html", told)


@page("cases/<int:case>/papers/<int:document>/", name="paper", roles=READERS)
def paper(request: Asked, case: Case, document: int) -> HttpResponse:
    """One paper: its words, its editions, its files, and how it was served."""
    return _paper(request, case, _document(case, document))


def _paper(
    request: Asked,
    case: Case,
    document: Document,
    *,
    problem: str = "",
    errors: Errors | None = None,
    status: int = 200,
) -> HttpResponse:
    editions = editions_of(document)
    values = values_of(editions)
    told = next(
        (one for one in told_papers(case, request.desk.today, request.speech) if one.document.id == editions[-1].id),
        None,
    )
    if told is None:
        raise Http404
    shown = {
        "document": document,
        "told": told,
        "title": values.get(document.title, "") or document.paper,
        "lines": _lines(document, str(values.get(document.text, ""))),
        "issued": request.speech.day(document.issued_on),
        "sealed": document.sealed_on and request.speech.day(document.sealed_on),
        "editions": [(one, dated(one.issued_on, request.speech)) for one in editions],
        "last": document.id == editions[-1].id,
        "can_print": can_print(),
        "print_note": tell_print(request.speech),
        "open": case.takes_acts,
        "problem": problem,
        "errors": errors or [],
        "reason": request.POST.get("reason", ""),
    }
    return page_of_case(request, case, "papers/paper.html", shown, status=status)


def _lines(document: Document, text: str) -> list[tuple[str, str]]:
    """The words of a paper line by line, each with how it stands in its file, where that has the same lines."""
    lines = text.splitlines()
    if document.made is None or not lines:
        return [(one, "") for one in lines]
    try:
        held = [one for one in paragraphs_of(bytes_of(document.made)) if one.words]
    except (Damaged, NotAForm, OSError):
        held = []
    same = [one.words for one in held] == lines
    return [(one, held[place].look if same else "") for place, one in enumerate(lines)]


@page(
    "cases/<int:case>/papers/<int:document>/files/",
    name="paper_files",
    roles=WRITERS,
    methods=("POST",),
    writes=True,
)
def paper_files(request: Asked, case: Case, document: int) -> HttpResponse:
    """Make the PDF of a paper, or keep the picture of it as it was signed and sealed."""
    if (refused := not_his(request, case)) is not None:
        return refused
    desk, say, found = request.desk, request.speech.say, _document(case, document)
    errors: Errors = []
    try:
        if request.POST.get("how") == "print":
            if with_print(found, desk.actor()).printed is None:
                return _paper(request, case, found, problem=tell_print(request.speech), status=409)
            messages.success(request, say("The PDF is made."))
        else:
            file = request.FILES.get("scan")
            if file is None:
                errors.append(("scan", say("Choose a file first.")))
                return _paper(request, case, found, errors=errors, status=409)
            title = str(values_of([found]).get(found.title) or found.paper)
            item = taken_in(
                case,
                stream_of(file),
                title,
                Sort.SCAN,
                on=desk.today,
                act=found.act_row,
                part=Part(found.part),
                taken_by=desk.officer,
            )
            attach_scan(found, item, actor=desk.actor(), on=desk.today)
            messages.success(request, say("The paper as it was signed is kept: {size} kB.", size=item.size // 1000 + 1))
    except (ValueError, Overtaken) as error:
        return _paper(request, case, found, problem=tell_problem(error, request.speech), status=409)
    return redirect("paper", case=case.id, document=found.id)


@page(
    "cases/<int:case>/papers/<int:document>/correct/",
    name="paper_correct",
    roles=WRITERS,
    methods=("GET", "POST"),
    writes=True,
)
def paper_correct(request: Asked, case: Case, document: int) -> HttpResponse:
    """Put a slip of a paper right (更正): upload the corrected file, or mend its words; a reason is asked for."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found, speech = _document(case, document), request.speech
    old = str(values_of([found]).get(found.text, ""))
    errors: Errors = []
    problem, status = "", 200
    text, reason = request.POST.get("text", old).replace("\r\n", "\n"), request.POST.get("reason", "").strip()
    if request.method == "POST":
        on = past_day(request, errors)
        made, wrong = _corrected_file(request)
        if wrong:
            errors.append(("file", wrong))
        if not reason:
            errors.append(("reason", speech.say("Say what is put right, and why.")))
        if made is None and text.strip() == old.strip():
            errors.append(("text", speech.say("It says the same as before.")))
        if not errors:
            try:
                later = put_right(found, actor=request.desk.actor(reason), on=on, text="" if made else text, made=made)
                with_print(later, request.desk.actor())
            except (ValueError, Overtaken) as error:
                problem = tell_problem(error, speech)
            else:
                messages.success(request, speech.say("Put right: edition {n}.", n=later.edition))
                return redirect("paper", case=case.id, document=later.id)
        status = 409
    told = {
        "document": found,
        "on": request.POST.get("on", request.desk.today.isoformat()),
        "text": text,
        "reason": reason,
        "errors": errors,
        "problem": problem,
    }
    return page_of_case(request, case, "papers/correct.html", told, status=status)


def _corrected_file(request: Asked) -> tuple[Made | None, str]:
    """The corrected paper, where one was chosen, and why it is not taken."""
    file = request.FILES.get("file")
    if file is None:
        return None, ""
    data = file.read()
    try:
        return Made(data, words_of(data)), ""
    except NotAForm as error:
        return None, tell_not_a_form(error.why, request.speech)


@page("cases/<int:case>/papers/<int:document>/file/<slug:which>/", name="paper_file", roles=READERS, kind=Kind.EXPORT)
def paper_file(request: Asked, case: Case, document: int, which: str) -> HttpResponse:
    """A paper as Word document, as PDF, or as it was signed."""
    found = _document(case, document)
    item: Item | None = {"docx": found.made, "pdf": found.printed, "scan": found.scan}.get(which)
    if item is None or item.sensitive or not Item.objects.filter(pk=item.id, destroyed_on=None).exists():
        raise Http404
    name = f"{found.paper} {found.number_text}".strip()
    try:
        data = bytes_of(item)
    except Damaged as error:
        return _paper(request, case, found, problem=tell_problem(error, request.speech), status=409)
    return handed_out(request, case, data, name, Media(item.media).value, shown=which != "docx")


def _document(case: Case, document: int) -> Document:
    rows = Document.objects.filter(case=case).select_related(
        "case__organ", "number__series", "act_row", "sheet", "made", "printed", "scan", "corrects"
    )
    found: Document = found_or_404(rows, pk=document)
    return found
