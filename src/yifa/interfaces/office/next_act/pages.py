"""Recording an act: choose it, fill in its form, see what it would do, record it; or say why it is recorded anyway."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.next_act.choosing import all_steps, next_steps
from yifa.interfaces.office.next_act.effect import effects
from yifa.interfaces.office.next_act.form import UNITS, Form, form_of
from yifa.oversight.standing.foresight import foresee
from yifa.record.cases.actions import record, record_as_happened
from yifa.record.cases.choices import State
from yifa.record.cases.columns import facts_of, procedure_of
from yifa.record.cases.errors import NeedsReason, NotRecorded, StateSecret, Unlawful, WrongState
from yifa.record.cases.models import Case
from yifa.record.tokens.permits import writer_of
from yifa.wording import Language


@page("cases/<int:case>/acts/", name="choose_act", roles=WRITERS)
def choose_act(request: Asked, case: Case) -> HttpResponse:
    """Every act of the procedure: what duties wait for first, what would break one greyed, with the reason."""
    if not request.desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    told, today, is_open = facts_of(case), request.desk.today, case.state == State.OPEN
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
    """The form of an act: prepared here, it must be lawful; as something that happened, it needs a reason."""
    desk, speech = request.desk, request.speech
    _known(case, kind)
    if not desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    filled = request.POST if request.method == "POST" else None
    form = form_of(case, kind, filled, desk.today, speech)
    if form.happening is None:
        return _form(request, case, form, refused=[])
    because = request.POST.get("because", "").strip()
    happened = request.POST.get("as") == "happened"
    try:
        if happened:
            record_as_happened(case, form.happening, actor=desk.actor(because))
        else:
            record(case, form.happening, actor=desk.actor())
    except (Unlawful, NeedsReason):
        told = effects(foresee(case, form.happening, actor=desk.actor()), speech)
        return _form(request, case, form, refused=[one for one in told if one.breaks], status=409)
    except NotRecorded as error:
        return _form(request, case, form, refused=[], problem=_problem(error, speech), status=409)
    name = act_name(procedure_of(case), kind, speech)
    messages.success(request, speech.say("Recorded: {act}, {day}.", act=name, day=form.on))
    return redirect("case", case=case.id)


@page("cases/<int:case>/acts/<slug:kind>/effect/", name="effect", roles=WRITERS, kind=Kind.FRAGMENT, methods=("POST",))
def effect(request: Asked, case: Case, kind: str) -> HttpResponse:
    """What an act would do, as its form stands; nothing is recorded."""
    _known(case, kind)
    if not request.desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    form = form_of(case, kind, request.POST, request.desk.today, request.speech)
    return render(request, "next_act/effect.html", {"effects": _effects(request, case, form), "shown": form.happening})


def _known(case: Case, kind: str) -> None:
    if kind not in procedure_of(case).acts:
        raise Http404


def _effects(request: Asked, case: Case, form: Form) -> list[object]:
    if form.happening is None:
        return []
    try:
        return list(effects(foresee(case, form.happening, actor=request.desk.actor()), request.speech))
    except NotRecorded:
        return []


def _form(
    request: Asked, case: Case, form: Form, *, refused: list[object], problem: str = "", status: int = 200
) -> HttpResponse:
    procedure = procedure_of(case)
    told = {
        "case": case,
        "matter": matters([case], request.desk.today, request.speech)[case.id],
        "name": act_name(procedure, form.kind, request.speech),
        "papers": procedure.acts[form.kind].papers,
        "form": form,
        "units": [(unit, _unit(unit, request.speech)) for unit in UNITS],
        "refused": refused,
        "problem": problem,
        "because": request.POST.get("because", ""),
        "effects": _effects(request, case, form),
        "shown": form.happening,
        "open": case.state == State.OPEN,
    }
    return render(request, "next_act/form.html", told, status=status)


def _unit(unit: str, speech: Language) -> str:
    say = speech.say
    return {
        "working days": say("working days"),
        "days": say("days"),
        "months": say("months"),
        "hours": say("hours"),
    }[unit]


def _problem(error: NotRecorded, speech: Language) -> str:
    """Why something was not recorded, other than for breaking a duty."""
    match error:
        case StateSecret():
            return speech.say(
                "It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept."
            )
        case WrongState():
            return speech.say("The case takes no more acts: it was closed, merged or transferred.")
    return str(error)
