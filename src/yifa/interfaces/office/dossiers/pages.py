"""Closing a case, opening it again, and its dossier: the order of its parts, what it lacks, its PDF and its files."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect

from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import READERS, WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.dossiers.left_open import dossier_faults, left_open
from yifa.interfaces.office.dossiers.told import Laid, laid_out, may_see_secondary, told_dossiers
from yifa.interfaces.office.next_act.form import form_of
from yifa.interfaces.office.next_act.pages import foreseen, units
from yifa.interfaces.office.papers.filled_in import Errors, found_or_404, handed_out, not_his, page_of_case, past_day
from yifa.interfaces.office.papers.problems import tell_problem
from yifa.interfaces.office.state_words import tell_state
from yifa.law.catalogue.citations import citation
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close, reopen
from yifa.record.cases.choices import Part, State
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.errors import NeedsReason, Unlawful
from yifa.record.cases.models import Case
from yifa.record.chain.writing import Overtaken
from yifa.record.dossiers.actions import hand_out_files, hand_out_pdf, make_up
from yifa.record.dossiers.arranging import arranged, holdings, order_of
from yifa.record.dossiers.choices import Retention
from yifa.record.dossiers.leaves import tell_retention
from yifa.record.dossiers.models import Dossier

CLOSED_WITH = "case-closed"
"""The act that closing is (结案), in the procedures that have it."""


@page("cases/<int:case>/close/", name="close_case", roles=WRITERS, methods=("GET", "POST"), writes=True)
def close_case(request: Asked, case: Case) -> HttpResponse:
    """Close a case, with what is still open in it; open a closed one again, for a reason."""
    if (refused := not_his(request, case)) is not None:
        return refused
    desk, speech = request.desk, request.speech
    errors: Errors = []
    problem, broken, because = "", [], request.POST.get("because", "").strip()
    kind = _closing_act(case)
    if request.method == "POST":
        on = past_day(request, errors)
        again = request.POST.get("how") == "reopen"
        if again and not because:
            errors.append(("because", speech.say("Say why the case is opened again.")))
        if not errors:
            act = Happening(kind, on) if kind else None
            try:
                if again:
                    reopen(case, actor=desk.actor(because), on=on)
                else:
                    happened = request.POST.get("as") == "happened"
                    close(case, actor=desk.actor(because if happened else ""), on=on, act=act, as_happened=happened)
            except (Unlawful, NeedsReason) as error:
                broken = [
                    {
                        "title": one.title[speech.tag],
                        "law": speech.list(tell_laws(one.law, speech)),
                        "cure": one.cure.get(speech.tag, "") if one.cure else "",
                    }
                    for one in error.findings
                ]
            except (ValueError, Overtaken) as error:
                problem = tell_problem(error, speech)
            else:
                said = (
                    speech.say("The case is open again.")
                    if again
                    else speech.say("Closed. Next its dossier is made up.")
                )
                messages.success(request, said)
                return redirect("case" if again else "dossier", case=case.id)
    form = form_of(case, kind, None, desk.today, speech) if kind else None
    told = {
        "open": case.takes_acts,
        "closed": case.state == State.CLOSED,
        "state": tell_state(State(case.state), speech),
        "act": act_name(procedure_of(case), kind, speech) if kind else "",
        "left": left_open(request, case) if case.takes_acts else [],
        "effects": _foreseen(request, case, kind) if case.takes_acts and form else [],
        "units": units(speech),
        "on": request.POST.get("on", desk.today.isoformat()),
        "because": because,
        "refused": broken,
        "problem": problem,
        "errors": errors,
    }
    return page_of_case(request, case, "dossiers/close.html", told, status=409 if errors or problem or broken else 200)


def _closing_act(case: Case) -> str:
    """The act a case is closed with; blank where its procedure has none, or it is on record."""
    if CLOSED_WITH not in procedure_of(case).acts:
        return ""
    return "" if any(one.kind == CLOSED_WITH for one in standing(case.acts.all())) else CLOSED_WITH


def _foreseen(request: Asked, case: Case, kind: str) -> list[object]:
    """What closing today would meet or break."""
    form = form_of(case, kind, _given(request), request.desk.today, request.speech)
    return foreseen(request, case, form)


def _given(request: Asked) -> QueryDict:
    given = QueryDict(mutable=True)
    given["on"] = request.desk.today.isoformat()
    return given


@page("cases/<int:case>/dossier/", name="dossier", roles=READERS, methods=("GET", "POST"), writes=True)
def dossier(request: Asked, case: Case) -> HttpResponse:
    """The dossier of a case: what would lie where, what is lacking, those that were made up."""
    desk, speech = request.desk, request.speech
    errors: Errors = []
    problem = ""
    if request.method == "POST":
        if (refused := not_his(request, case)) is not None:
            return refused
        retention, note = request.POST.get("retention", ""), request.POST.get("note", "").strip()
        if retention not in Retention.values:
            errors.append(("retention", speech.say("Say how long it is kept.")))
        else:
            try:
                make_up(
                    case,
                    keeper=desk.officer,
                    retention=Retention(retention),
                    actor=desk.actor(),
                    on=desk.today,
                    note=note,
                )
            except (ValueError, Overtaken) as error:
                problem = tell_problem(error, speech)
            else:
                messages.success(request, speech.say("The dossier is made up."))
                return redirect("dossier", case=case.id)
    order = order_of(case, desk.today)
    lying = arranged(holdings(case), order)
    told = {
        "laid": laid_out(lying, order, case, speech),
        "faults": dossier_faults(request, case, lying),
        "left": left_open(request, case) if case.takes_acts else [],
        "dossiers": told_dossiers(case, speech),
        "secondary": may_see_secondary(desk.scope, case),
        "closed": case.state == State.CLOSED,
        "open": case.takes_acts,
        "retentions": [(one.value, tell_retention(one.value, speech)) for one in Retention],
        "retention": request.POST.get("retention", Retention.TEN_YEARS.value),
        "note": request.POST.get("note", ""),
        "law": speech.list(tell_laws([citation(law).said(desk.today) for law in order.law], speech)),
        "problem": problem,
        "errors": errors,
    }
    return page_of_case(request, case, "dossiers/dossier.html", told, status=409 if errors or problem else 200)


@page("cases/<int:case>/dossier/<int:dossier>/<slug:which>/", name="dossier_file", roles=READERS, kind=Kind.EXPORT)
def dossier_file(request: Asked, case: Case, dossier: int, which: str) -> HttpResponse:
    """A part of a dossier as PDF, or with every file as it came; the secondary part only for who may see it."""
    found: Dossier = found_or_404(Dossier.objects.filter(case=case).select_related("case__organ", "keeper"), pk=dossier)
    secondary = may_see_secondary(request.desk.scope, case)
    parts = {"main": [Part.MAIN], "secondary": [Part.SECONDARY], "files": [Part.MAIN]}.get(which)
    if parts is None or (which == "secondary" and not secondary):
        raise Http404
    if which == "files":
        parts = [
            part for part, pages in ((Part.MAIN, found.main_pages), (Part.SECONDARY, found.secondary_pages)) if pages
        ]
        parts = parts if secondary else [part for part in parts if part is Part.MAIN]
    out, desk = BytesIO(), request.desk
    actor, on = desk.actor(request.GET.get("because", "").strip()), desk.today
    try:
        if which == "files":
            hand_out_files(found, parts, out, officer=desk.officer, actor=actor, on=on, speech=request.speech)
        else:
            hand_out_pdf(found, parts[0], out, officer=desk.officer, actor=actor, on=on, speech=request.speech)
    except (ValueError, Overtaken) as error:
        messages.error(request, tell_problem(error, request.speech))
        return redirect("dossier", case=case.id)
    name = f"{case.number} {Laid.name(which, request.speech)}"
    media = "zip" if which == "files" else "pdf"
    return handed_out(request, case, out.getvalue(), name, media, shown=True)
