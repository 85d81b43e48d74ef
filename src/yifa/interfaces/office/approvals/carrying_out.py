"""Carrying out what was approved: the act of a signed sheet, with what was proposed and who approved it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.approvals.told import told_sheet
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.next_act.effect import effects
from yifa.interfaces.office.next_act.form import Form, form_of
from yifa.interfaces.office.next_act.pages import foreseen, told_problem, units
from yifa.interfaces.office.next_act.typed import given_again
from yifa.oversight.standing.foresight import foresee
from yifa.record.cases.acting import Happening
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import NeedsReason, NotRecorded, Unlawful
from yifa.record.despatch.carrying_out import carry_out as carry_out_a_sheet
from yifa.record.despatch.errors import NotApproved
from yifa.record.despatch.models import Sheet
from yifa.record.despatch.ways import approver_field, approver_of
from yifa.record.tokens.permits import writer_of


@page("approvals/<int:sheet>/carry-out/", name="carry_out", roles=WRITERS, methods=("GET", "POST"), writes=True)
def carry_out(request: Asked, sheet: int) -> HttpResponse:
    """The act of a signed sheet: what was approved stands, what turned out beside it is filled in."""
    found = Sheet.objects.filter(pk=sheet).select_related("case__organ", "drawn_by").first()
    if found is None:
        raise Http404
    desk, speech, case = request.desk, request.speech, found.case
    if not desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    approved = _approved(found)
    given = given_again(case, found.act, approved, desk.today)
    if request.method == "POST":
        for name, texts in request.POST.lists():
            if name.partition("-unit")[0] not in approved:
                given.setlist(name, texts)
    form = form_of(case, found.act, given, desk.today, speech)
    if request.method != "POST" or form.happening is None:
        return _form(request, found, form, approved)
    told: Happening = form.happening
    more = {name: value for name, value in told.fields.items() if name not in approved}
    because = request.POST.get("because", "").strip()
    happened = request.POST.get("as") == "happened"
    try:
        carry_out_a_sheet(
            found,
            actor=desk.actor(because if happened else ""),
            on=told.on or desk.today,
            minute=told.minute,
            number=told.number,
            fields=more,
            as_happened=happened,
        )
    except (Unlawful, NeedsReason):
        found_effects = effects(foresee(case, told, actor=desk.actor()), speech)
        return _form(request, found, form, approved, refused=[one for one in found_effects if one.breaks], status=409)
    except NotRecorded as error:
        return _form(request, found, form, approved, problem=told_problem(error, speech), status=409)
    except NotApproved:
        problem = speech.say("The sheet is not signed, or was carried out before; each act has a sheet of its own.")
        return _form(request, found, form, approved, problem=problem, status=409)
    name = act_name(procedure_of(case), found.act, speech)
    messages.success(request, speech.say("Recorded: {act}, {day}.", act=name, day=form.on))
    return redirect("case", case=case.id)


def _approved(sheet: Sheet) -> dict[str, Any]:
    """The fields that were approved, and who approved, in the word the act has for it."""
    told = dict(sheet.fields)
    word, field = approver_of(sheet), approver_field(sheet)
    if word is not None and field is not None:
        told[field] = word
    return told


def _form(
    request: Asked,
    sheet: Sheet,
    form: Form,
    approved: dict[str, Any],
    *,
    refused: list[object] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    desk, speech = request.desk, request.speech
    told = {
        "told": told_sheet(sheet, desk.today, speech),
        "case": sheet.case,
        "form": replace(form, fields=tuple(one for one in form.fields if one.name not in approved)),
        "fixed": _fixed(sheet, approved),
        "units": units(speech),
        "refused": refused or [],
        "problem": problem,
        "because": request.POST.get("because", ""),
        "effects": foreseen(request, sheet.case, form),
        "shown": form.happening,
    }
    return render(request, "approvals/carry_out.html", told, status=status)


def _fixed(sheet: Sheet, approved: dict[str, Any]) -> list[tuple[str, str]]:
    """What was approved, as a form would hand it over, so that what the act would do is told with it."""
    given = given_again(sheet.case, sheet.act, approved)
    return [(name, text) for name, texts in given.lists() for text in texts]
