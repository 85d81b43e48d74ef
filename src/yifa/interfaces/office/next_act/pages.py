"""Recording an act: choose it, fill in its form, see what it would do, record it; or say why it is recorded anyway."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yifa.interfaces.duty_telling import tell_law_on
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.next_act.choosing import all_steps, next_steps
from yifa.interfaces.office.next_act.effect import effects
from yifa.interfaces.office.next_act.form import UNITS, Form, form_of
from yifa.interfaces.office.next_act.typed import given_of, is_worth_keeping, typed_of
from yifa.interfaces.office.way_words import tell_way
from yifa.oversight.standing.foresight import foresee
from yifa.record.cases.actions import record, record_as_happened
from yifa.record.cases.columns import facts_of, procedure_of
from yifa.record.cases.drafts import draft_of, drop_draft, keep_draft
from yifa.record.cases.errors import NamesAParty, NeedsReason, NotRecorded, StateSecret, Unlawful, WrongState
from yifa.record.cases.models import ActDraft, Case
from yifa.record.despatch.choices import SheetState
from yifa.record.despatch.models import Sheet
from yifa.record.tokens.permits import writer_of
from yifa.wording import Language


@page("cases/<int:case>/acts/", name="choose_act", roles=WRITERS)
def choose_act(request: Asked, case: Case) -> HttpResponse:
    """Every act of the procedure: what duties wait for first, what would break one greyed, with the reason."""
    if not request.desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    told, today, is_open = facts_of(case), request.desk.today, case.takes_acts
    shown = {
        "case": case,
        "matter": matters([case], today, request.speech)[case.id],
        "open": is_open,
        "next": next_steps(case, told, today, request.speech) if is_open else [],
        "steps": all_steps(case, told, today, request.speech) if is_open else [],
    }
    return render(request, "next_act/choose.html", shown)


@page("cases/<int:case>/acts/<slug:kind>/", name="act", roles=WRITERS, methods=("GET", "POST"), writes=True)
def act(request: Asked, case: Case, kind: str) -> HttpResponse:
    """The form of an act: prepared here, it must be lawful; as something that happened, it needs a reason.

    What was typed can be kept as a draft, or taken along to an approval sheet.
    """
    desk, speech = request.desk, request.speech
    _known(case, kind)
    if not desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    how = request.POST.get("as", "")
    if request.method == "POST" and how in ("draft", "drop", "sheet"):
        return _kept(request, case, kind, how)
    draft = draft_of(case, kind, desk.officer)
    filled = request.POST if request.method == "POST" else given_of(draft, desk.today)
    form = form_of(case, kind, filled, desk.today, speech)
    if request.method != "POST" or form.happening is None:
        return _form(request, case, form, refused=[], draft=draft)
    because = request.POST.get("because", "").strip()
    try:
        if how == "happened":
            record_as_happened(case, form.happening, actor=desk.actor(because))
        else:
            record(case, form.happening, actor=desk.actor())
    except (Unlawful, NeedsReason):
        told = effects(foresee(case, form.happening, actor=desk.actor()), speech)
        return _form(request, case, form, refused=[one for one in told if one.breaks], status=409, draft=draft)
    except NotRecorded as error:
        return _form(request, case, form, refused=[], problem=told_problem(error, speech), status=409, draft=draft)
    if draft is not None:
        drop_draft(case, kind, desk.officer)
    name = act_name(procedure_of(case), kind, speech)
    messages.success(request, speech.say("Recorded: {act}, {day}.", act=name, day=form.on))
    return redirect("case", case=case.id)


@page("cases/<int:case>/acts/<slug:kind>/effect/", name="effect", roles=WRITERS, kind=Kind.FRAGMENT, methods=("POST",))
def effect(request: Asked, case: Case, kind: str) -> HttpResponse:
    """What an act would do, as its form stands; nothing is recorded, what was typed is kept as a draft."""
    _known(case, kind)
    if not request.desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    given = request.POST.copy()
    if "proposal" in given:
        given["on"] = request.desk.today.isoformat()
    form = form_of(case, kind, given, request.desk.today, request.speech)
    told = {"effects": foreseen(request, case, form), "shown": form.happening, "kept": _keep_along(request, case, kind)}
    return render(request, "next_act/effect.html", told)


def _keep_along(request: Asked, case: Case, kind: str) -> str:
    """Keep what was typed, where it is more than the form proposes; when it was kept, or blank."""
    typed = typed_of(request.POST)
    if not is_worth_keeping(typed):
        return ""
    try:
        draft = keep_draft(case, kind, typed, drafter=request.desk.officer, at=request.desk.now)
    except NotRecorded:
        return ""
    return _moment(draft, request.speech)


def _moment(draft: ActDraft, speech: Language) -> str:
    return speech.moment(timezone.localtime(draft.edited_at))


def _kept(request: Asked, case: Case, kind: str, how: str) -> HttpResponse:
    """Keep or drop a draft; on the way to a sheet it is kept, so that nothing is typed twice."""
    desk, say = request.desk, request.speech.say
    if how == "drop":
        drop_draft(case, kind, desk.officer)
        messages.success(request, say("The draft is dropped."))
        return redirect("case", case=case.id)
    try:
        keep_draft(case, kind, typed_of(request.POST), drafter=desk.officer, at=desk.now)
    except NotRecorded as error:
        form = form_of(case, kind, request.POST, desk.today, request.speech)
        return _form(request, case, form, refused=[], problem=told_problem(error, request.speech), status=409)
    if how == "sheet":
        return redirect("draw_up", case=case.id, kind=kind)
    messages.success(request, say("Kept as a draft. Nobody else sees it; nothing is recorded yet."))
    return redirect("case", case=case.id)


def _known(case: Case, kind: str) -> None:
    if kind not in procedure_of(case).acts:
        raise Http404


def foreseen(request: Asked, case: Case, form: Form) -> list[object]:
    """What a form would do, as it stands; nothing, where it cannot be read."""
    if form.happening is None:
        return []
    try:
        return list(effects(foresee(case, form.happening, actor=request.desk.actor()), request.speech))
    except NotRecorded:
        return []


def _form(
    request: Asked,
    case: Case,
    form: Form,
    *,
    refused: list[object],
    problem: str = "",
    status: int = 200,
    draft: ActDraft | None = None,
) -> HttpResponse:
    procedure = procedure_of(case)
    declared = procedure.approvals.get(form.kind)
    told = {
        "case": case,
        "matter": matters([case], request.desk.today, request.speech)[case.id],
        "name": act_name(procedure, form.kind, request.speech),
        "papers": procedure.acts[form.kind].papers,
        "form": form,
        "units": units(request.speech),
        "refused": refused,
        "problem": problem,
        "because": request.POST.get("because", ""),
        "effects": foreseen(request, case, form),
        "shown": form.happening,
        "draft": "" if draft is None else _moment(draft, request.speech),
        "way": "" if declared is None else " → ".join(tell_way(declared, request.speech)),
        "way_law": "" if declared is None else tell_law_on(declared.law, request.desk.today, request.speech),
        "signed": list(
            Sheet.objects.filter(case=case, act=form.kind, state=SheetState.SIGNED, act_row=None).values_list(
                "id", flat=True
            )
        ),
    }
    return render(request, "next_act/form.html", told, status=status)


def units(speech: Language) -> list[tuple[str, str]]:
    """The units in which a length is told, with their words."""
    return [(unit, _unit(unit, speech)) for unit in UNITS]


def _unit(unit: str, speech: Language) -> str:
    say = speech.say
    return {
        "working days": say("working days"),
        "days": say("days"),
        "calendar days": say("calendar days"),
        "months": say("months"),
        "hours": say("hours"),
    }[unit]


def told_problem(error: NotRecorded, speech: Language) -> str:
    """Why something was not recorded, other than for breaking a duty."""
    match error:
        case StateSecret():
            return speech.say(
                "It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept."
            )
        case NamesAParty():
            return speech.say("It names a party, and could never be erased. Say “the party” instead.")
        case WrongState():
            return speech.say("The case takes no more acts: it was closed, merged or transferred.")
    return str(error)
