"""Approval sheets: those that wait for somebody, one as it stands, and what its reader says to it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.approvals.told import told_sheet
from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.workbench.waiting import waiting
from yifa.record.cases.errors import StateSecret
from yifa.record.despatch.approvals import pass_on, refuse, send_back
from yifa.record.despatch.errors import NotYours
from yifa.record.despatch.models import Sheet, Step


@page("approvals/", name="approvals", roles=READERS)
def approvals(request: Asked) -> HttpResponse:
    """The sheets that wait for who asks."""
    return render(request, "approvals/approvals.html", {"steps": waiting(request.desk, request.speech)})


@page("approvals/<int:sheet>/", name="approval", roles=READERS, methods=("GET", "POST"), writes=True)
def approval(request: Asked, sheet: int) -> HttpResponse:
    """A sheet: what is proposed, what everybody said; whom it waits for passes it, sends it back, or refuses."""
    found = Sheet.objects.filter(pk=sheet).select_related("case__organ", "drawn_by").first()
    if found is None:
        raise Http404
    desk, speech = request.desk, request.speech
    mine = next((one for one in waiting(desk, speech) if one.step.sheet_id == found.id), None)
    problem = ""
    if request.method == "POST" and mine is not None:
        problem = _decided(request, mine.step)
        if not problem:
            messages.success(request, speech.say("Noted on the sheet."))
            return redirect("workbench")
    told = {
        "told": told_sheet(found, desk.today, speech),
        "mine": mine,
        "problem": problem,
        "opinion": request.POST.get("opinion", ""),
    }
    return render(request, "approvals/approval.html", told, status=409 if problem else 200)


def _decided(request: Asked, step: Step) -> str:
    """Do what was decided; why it could not be done, where it could not."""
    desk, say = request.desk, request.speech.say
    opinion = request.POST.get("opinion", "").strip()
    how, to = request.POST.get("how", ""), request.POST.get("to", "1")
    officer, actor, on = desk.officer, desk.actor(), desk.today
    if how != "pass" and not opinion:
        return say("Say why: a sheet is not sent back or refused without a word.")
    doing: dict[str, Callable[[], object]] = {
        "pass": lambda: pass_on(step, opinion, officer=officer, actor=actor, on=on),
        "back": lambda: send_back(step, int(to), opinion, officer=officer, actor=actor, on=on),
        "refuse": lambda: refuse(step, opinion, officer=officer, actor=actor, on=on),
    }
    try:
        doing.get(how, doing["pass"] if how == "pass" else _nothing)()
    except (NotYours, ValueError) as error:
        if isinstance(error, StateSecret):
            return say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept.")
        return say("This cannot be done with the sheet as it stands now; open it anew.")
    return ""


def _nothing() -> None:
    raise NotYours("neither passed, sent back nor refused")
