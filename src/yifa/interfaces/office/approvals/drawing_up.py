"""Drawing up an approval sheet from the form of an act: what is proposed, who is asked in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from yifa.interfaces.duty_telling import tell_law_on
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.approvals.way import Way, posts_of, way_of
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.next_act.form import Form, form_of
from yifa.interfaces.office.next_act.pages import foreseen, told_problem, units
from yifa.interfaces.office.next_act.typed import given_again, given_of, typed_of
from yifa.interfaces.office.way_words import tell_way
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.drafts import draft_of, drop_draft, keep_draft
from yifa.record.cases.errors import NotRecorded
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.approvals import draw_up as draw_up_a_sheet
from yifa.record.despatch.approvals import pass_on
from yifa.record.despatch.choices import SheetState, StepRole, StepState
from yifa.record.despatch.errors import NotDespatched, NotTheWay
from yifa.record.despatch.models import Sheet
from yifa.record.despatch.ways import approval_of
from yifa.record.tokens.permits import writer_of
from yifa.wording import Language


@page("cases/<int:case>/acts/<slug:kind>/sheet/", name="draw_up", roles=WRITERS, methods=("GET", "POST"), writes=True)
def draw_up(request: Asked, case: Case, kind: str) -> HttpResponse:
    """Draw up a sheet for an act and send it on its way; who draws it up and proposes has passed it with that."""
    desk, speech = request.desk, request.speech
    if kind not in procedure_of(case).acts:
        raise Http404
    if not desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    given = request.POST if request.method == "POST" else _begun(request, case, kind)
    form = form_of(case, kind, given, desk.today, speech, dated=False)
    way = way_of(case, kind, given, desk, speech, approval_of(case, kind))
    if request.method != "POST":
        return drawn(request, case, form, way)
    if request.POST.get("as") == "draft":
        try:
            keep_draft(case, kind, typed_of(request.POST), drafter=desk.officer, at=desk.now)
        except NotRecorded as error:
            return drawn(request, case, form, way, [("", told_problem(error, speech))])
        messages.success(request, speech.say("Kept as a draft. Nobody else sees it; nothing is recorded yet."))
        return redirect("case", case=case.id)
    errors = [*form.errors, *missing(way, request.POST, speech)]
    sheet = _sent(request, case, kind, form, way, errors) if not errors else None
    if sheet is None:
        return drawn(request, case, form, way, errors)
    drop_draft(case, kind, desk.officer)
    messages.success(request, speech.say("The sheet is on its way."))
    return redirect("approval", sheet=sheet.id)


def missing(way: Way, given: QueryDict, speech: Language) -> list[tuple[str, str]]:
    """What a sheet cannot do without: a proposal, and somebody at every step that is not left to the case."""
    found = []
    if not given.get("proposal", "").strip():
        found.append(("proposal", speech.say("Say what is proposed, and why.")))
    because = given.get("because", "").strip()
    found += [
        (one.name, speech.say("Nobody is chosen: {role}", role=one.role))
        for one in way.steps
        if one.chosen is None and not one.optional and not because
    ]
    return found


def _begun(request: Asked, case: Case, kind: str) -> QueryDict | None:
    """What the form begins with: a sheet that was taken back, a draft, or nothing."""
    number = request.GET.get("from", "")
    old = Sheet.objects.filter(pk=int(number), case=case, act=kind).first() if number.isdigit() else None
    if old is None:
        return given_of(draft_of(case, kind, request.desk.officer))
    given = given_again(case, kind, old.fields)
    given["proposal"] = values_of([old]).get(old.proposal, "")
    return given


def _sent(request: Asked, case: Case, kind: str, form: Form, way: Way, errors: list[tuple[str, str]]) -> Sheet | None:
    """Send the sheet; what speaks against it is put to the errors."""
    desk, speech = request.desk, request.speech
    asked = way.asked(posts_of(case, desk))
    proposal, because = (request.POST.get(name, "").strip() for name in ("proposal", "because"))
    fields = {} if form.happening is None else form.happening.fields
    try:
        sheet = draw_up_a_sheet(
            case, kind, proposal, asked, drawn_by=desk.officer, actor=desk.actor(because), on=desk.today, fields=fields
        )
    except NotTheWay:
        errors.append(("because", another_way(case, kind, desk.today, speech)))
        return None
    except NotRecorded as error:
        errors.append(("", told_problem(error, speech)))
        return None
    except NotDespatched:
        errors.append(("step-0", speech.say("Somebody is to be asked at every step, and the last one signs.")))
        return None
    first = sheet.steps.filter(role=StepRole.PROPOSE, state=StepState.OPEN, post__officer=desk.officer).first()
    if first is not None:
        pass_on(first, "", officer=desk.officer, actor=desk.actor(), on=desk.today)
    return sheet


def another_way(case: Case, kind: str, day: date, speech: Language) -> str:
    """Why a way is not the declared one, under which article, and what makes it possible all the same."""
    declared = approval_of(case, kind)
    way, law = " → ".join(tell_way(declared, speech)), tell_law_on(declared.law, day, speech)
    return speech.say("The procedure asks for: {way} ({law}). Say why this sheet goes another way.", way=way, law=law)


def drawn(
    request: Asked,
    case: Case,
    form: Form,
    way: Way,
    errors: list[tuple[str, str]] | None = None,
    template: str = "approvals/draw_up.html",
    **more: Any,
) -> HttpResponse:
    """The form of a sheet."""
    desk, speech = request.desk, request.speech
    procedure = procedure_of(case)
    given = request.POST if request.method == "POST" else _begun(request, case, form.kind)
    happening = None if form.happening is None else replace(form.happening, on=desk.today)
    today = replace(form, happening=happening)
    told = {
        "case": case,
        "matter": matters([case], desk.today, speech)[case.id],
        "name": act_name(procedure, form.kind, speech),
        "form": form,
        "units": units(speech),
        "way": way,
        "way_told": " → ".join(tell_way(way.declared, speech)),
        "law": tell_law_on(way.declared.law, desk.today, speech),
        "proposal": "" if given is None else given.get("proposal", ""),
        "because": "" if given is None else given.get("because", ""),
        "errors": errors or [],
        "effects": foreseen(request, case, today),
        "shown": form.happening,
        "takes_acts": case.takes_acts,
        "under_way": list(
            Sheet.objects.filter(case=case, act=form.kind, state=SheetState.UNDER_WAY).values_list("id", flat=True)
        ),
    }
    return render(request, template, told | more, status=409 if errors else 200)
