"""Drafting a paper: choose it, fill its form with what the case tells and does not, go on writing it in Word."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from yifa.interfaces.documents.forms.filling import places_of, words_of
from yifa.interfaces.documents.forms.package import Because, NotAForm
from yifa.interfaces.documents.forms.printing import can_print
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.papers.draft_files import DraftFile, draft_file, only_written
from yifa.interfaces.office.papers.earlier_words import earlier_words
from yifa.interfaces.office.papers.filled_in import (
    Errors,
    file_response,
    found_or_404,
    not_his,
    number_in,
    page_of_case,
)
from yifa.interfaces.office.papers.forms_in_use import TEXT, form_in_use, forms_of, has_own_form, tell_whose
from yifa.interfaces.office.papers.places import CaseWords
from yifa.interfaces.office.papers.printed import as_pdf, tell_print
from yifa.interfaces.office.papers.problems import tell_changed, tell_not_a_form, tell_problem
from yifa.oversight.standing.foresight import wanted_next
from yifa.record.cases.columns import facts_of, procedure_of
from yifa.record.cases.models import Case
from yifa.record.evidence.errors import Damaged
from yifa.record.papers.drafts import Form, begin_draft, drop_draft, edit_draft
from yifa.record.papers.models import Draft
from yifa.record.papers.templates import LARGEST, FormOf, template_for, templates_for

LONG = 40
"""A value of so many signs is given several lines."""
_SHORT = ("住所", "人", "电话", "地址", "号码", "机关", "法院", "日期", "期限", "事项", "负责人")
"""How places end in which a few words are written."""


@dataclass(frozen=True)
class Offered:
    """A paper that can be drafted. `form`: whose form: the organ's, one from above, the program's, or a plain one."""

    act: str
    paper: str
    of_act: str
    form: str
    wanted: bool


@page("cases/<int:case>/papers/new/", name="new_paper", roles=WRITERS, methods=("GET", "POST"), writes=True)
def new_paper(request: Asked, case: Case) -> HttpResponse:
    """Choose which paper is drafted: those with a form first, then every other paper of the procedure."""
    if (refused := not_his(request, case)) is not None:
        return refused
    problem = ""
    if request.method == "POST":
        of = FormOf(case.procedure, request.POST.get("act", ""), request.POST.get("paper", ""))
        if of not in forms_of(case.procedure):
            raise Http404
        try:
            draft = _begun(request, case, of)
        except ValueError as error:
            problem = tell_problem(error, request.speech)
        else:
            return redirect("draft", case=case.id, draft=draft.id)
    offered = _offered(request, case)
    told = {
        "formed": [one for one in offered if one.form or one.wanted],
        "others": [one for one in offered if not one.form and not one.wanted],
        "open": case.takes_acts,
        "problem": problem,
    }
    return page_of_case(request, case, "papers/new.html", told, status=409 if problem else 200)


def _begun(request: Asked, case: Case, of: FormOf) -> Draft:
    desk, speech = request.desk, request.speech
    words, form = CaseWords(case, desk.today, of.act), form_in_use(case.organ, of, desk.today)
    party = words.places(["当事人"], {})[0].told
    title = f"{form.heading}（{party}）"[:300] if party else form.heading
    places = words.places(places_of(form.data), form.hints)
    wanted = [one.name for one in places if not one.when_issued and not one.told]
    begins = {} if form.drawn is None else form.drawn.begins
    taken = earlier_words(case, wanted)
    begun = {name: said for name, text in begins.items() if name in wanted and (said := words.said(text))}
    held = Form(form.template, begun | {name: told for name, (told, _) in taken.items()})
    made = begin_draft(case, of.act, of.paper, title, drafter=desk.officer, at=desk.now, form=held)
    if taken:
        papers, names = "、".join(sorted({paper for _, paper in taken.values()})), "、".join(taken)
        messages.success(
            request, speech.say("Taken over from {papers}: {names}. Look through it.", papers=papers, names=names)
        )
    return made


def _offered(request: Asked, case: Case) -> list[Offered]:
    say, procedure, today = request.speech.say, procedure_of(case), request.desk.today
    wanted = set(wanted_next(case, facts_of(case), today)) if case.takes_acts else set()
    used = templates_for(case.organ, today, procedure=case.procedure)
    names = organ_names({one.organ_id for one in used.values()}, today)
    found = []
    for of in forms_of(case.procedure):
        held = used.get(of)
        if held is not None:
            form = tell_whose(held, case.organ, names, request.speech)
        else:
            form = say("form of the program") if has_own_form(of) else ""
        found.append(Offered(of.act, of.paper, act_name(procedure, of.act, request.speech), form, of.act in wanted))
    return sorted(found, key=lambda one: (not one.wanted, not one.form))


@page("cases/<int:case>/drafts/<int:draft>/", name="draft", roles=WRITERS, methods=("GET", "POST"), writes=True)
def draft(request: Asked, case: Case, draft: int) -> HttpResponse:
    """A draft: what stands in its places, what is still empty, how it reads."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found = _draft(case, draft)
    if request.method != "POST":
        return _page(request, case, found)
    how, speech = request.POST.get("how", "save"), request.speech
    if how == "drop":
        drop_draft(found)
        messages.success(request, speech.say("The draft is dropped; nothing of it is left."))
        return redirect("case_papers", case=case.id)
    if number_in(request.POST, "version") not in (None, found.version):
        return _page(request, case, found, problem=tell_changed(speech), status=409)
    try:
        _saved(request, found, how)
    except NotAForm as error:
        return _page(request, case, found, errors=[("file", tell_not_a_form(error.why, speech))], status=409)
    except ValueError as error:
        return _page(request, case, found, problem=tell_problem(error, speech), status=409)
    if how == "issue":
        return redirect("issue_paper", case=case.id, draft=found.id)
    messages.success(request, speech.say("Kept as a draft."))
    return redirect("draft", case=case.id, draft=found.id)


def _saved(request: Asked, found: Draft, how: str) -> None:
    """Keep what was written; with a file, go on with that; without it again, go back to the form."""
    desk, file = request.desk, request.FILES.get("file")
    title = request.POST.get("title", "").strip() or found.title
    held = draft_file(found, desk.today)
    values = only_written(held.places, _given(held, request.POST))
    edited = bytes(found.edited) if found.edited is not None else None
    template = found.template
    if how == "form":
        of = FormOf(found.case.procedure, found.act, found.paper)
        edited, template = None, template_for(found.case.organ, of, desk.today)
    elif file is not None:
        edited = file.read(LARGEST + 1)
    if edited is not None and (len(edited) > LARGEST or not words_of(edited).strip()):
        raise NotAForm(Because.TOO_LARGE if len(edited) > LARGEST else Because.DAMAGED)
    form = Form(template, values, edited)
    text = words_of(edited) if edited is not None else "\n".join(values.values())
    edit_draft(found, at=desk.now, title=title[:300], text=text, form=form)


def _given(held: DraftFile, given: QueryDict) -> dict[str, str]:
    """What was written into places; those that were not sent keep what stands there."""
    return {one.name: given.get(f"p{number}", held.values.get(one.name, "")) for number, one in enumerate(held.places)}


def _page(
    request: Asked,
    case: Case,
    found: Draft,
    *,
    problem: str = "",
    errors: Errors | None = None,
    status: int = 200,
) -> HttpResponse:
    try:
        held = draft_file(found, request.desk.today)
    except Damaged as error:
        raise Http404 from error
    given = _given(held, request.POST) if request.method == "POST" else dict(held.values)
    told = {
        "draft": found,
        "act": act_name(procedure_of(case), found.act, request.speech),
        "held": held,
        "title": request.POST.get("title", found.title),
        "places": [(f"p{number}", one, given.get(one.name, "")) for number, one in enumerate(held.places)],
        "long": {one.name for one in held.places if _is_long(one.name, one.hint, given.get(one.name, ""))},
        "values": given,
        "can_print": can_print(),
        "print_note": tell_print(request.speech),
        "open": case.takes_acts,
        "edited": found.edited is not None,
        "problem": problem,
        "errors": errors or [],
    }
    return page_of_case(request, case, "papers/draft.html", told, status=status)


def _is_long(name: str, hint: str, value: str) -> bool:
    """Whether a place is given several lines: where more than a few words are asked for, or stand."""
    return "\n" in value or len(value) > LONG or ((bool(hint) or name == TEXT) and not name.endswith(_SHORT))


@page(
    "cases/<int:case>/drafts/<int:draft>/preview/",
    name="draft_preview",
    roles=WRITERS,
    kind=Kind.FRAGMENT,
    methods=("POST",),
)
def draft_preview(request: Asked, case: Case, draft: int) -> HttpResponse:
    """How a draft reads with what is typed just now; nothing is kept."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found, today = _draft(case, draft), request.desk.today
    held = draft_file(found, today)
    held = draft_file(found, today, _given(held, request.POST))
    return render(request, "papers/previewed.html", {"held": held, "values": held.values})


@page("cases/<int:case>/drafts/<int:draft>/file/<slug:which>/", name="draft_file", roles=WRITERS, kind=Kind.EXPORT)
def draft_as_file(request: Asked, case: Case, draft: int, which: str) -> HttpResponse:
    """A draft as Word document, to go on writing, or as PDF, to look at."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found = _draft(case, draft)
    data = draft_file(found, request.desk.today).so_far()
    name = request.speech.say("{paper} (draft)", paper=found.paper)
    if which == "docx":
        return file_response(data, name, "docx")
    pdf = as_pdf(data) if which == "pdf" else None
    if pdf is None:
        raise Http404
    return file_response(pdf, name, "pdf", shown=True)


def _draft(case: Case, draft: int) -> Draft:
    rows = Draft.objects.filter(case=case).select_related("case__organ", "template", "drafter")
    found: Draft = found_or_404(rows, pk=draft)
    return found
