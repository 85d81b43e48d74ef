"""The three logs: what was done, who signed in, who read sensitive files; filtered, page by page, and as workbooks."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.exports.asking import TooMany, ask_for_export
from yifa.interfaces.office.logs.asking import AskedOfLog
from yifa.interfaces.office.logs.finding import entries
from yifa.interfaces.office.logs.operations import PAGE, told_entries
from yifa.interfaces.office.logs.readings import readings, tell_how, told
from yifa.interfaces.office.logs.sign_ins import KINDS, sign_ins, tell_kind
from yifa.interfaces.office.logs.verb_words import verb_words
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.people import people_of
from yifa.record.access.choices import ReadHow, RoleName

AUDIT = frozenset({RoleName.AUDITOR})


@page("logs/", name="operations", roles=AUDIT)
def operations(request: Asked) -> HttpResponse:
    """What was done: entries of the chains, newest first."""
    desk, speech = request.desk, request.speech
    asked = AskedOfLog.of(request.GET, desk.today)
    after = request.GET.get("after", "")
    rows = entries(asked, desk.scope.people, int(after[:18]) if after.isdecimal() else None)
    found = list(islice(rows, PAGE + 1))
    choices = sorted(verb_words(speech).items(), key=lambda one: one[1])
    lines = told_entries(found[:PAGE], desk.today, speech)
    following = str(found[PAGE - 1].id) if len(found) > PAGE else ""
    return _shown(request, "operations", asked, {"lines": lines, "choices": choices}, following)


@page("logs/sign-ins/", name="sign_ins", roles=AUDIT)
def signing_in(request: Asked) -> HttpResponse:
    """Who came in and who was turned away, newest first."""
    desk, speech = request.desk, request.speech
    asked = AskedOfLog.of(request.GET, desk.today)
    lines, following = sign_ins(asked, desk.scope.people, request.GET.get("after", ""))
    kinds = [(one, tell_kind(one, speech)) for one in KINDS]
    return _shown(request, "sign_ins", asked, {"lines": lines, "choices": kinds, "kinds": dict(kinds)}, following)


@page("logs/readings/", name="file_readings", roles=AUDIT)
def read_files(request: Asked) -> HttpResponse:
    """Who read which sensitive file, newest first."""
    desk, speech = request.desk, request.speech
    asked = AskedOfLog.of(request.GET, desk.today)
    rows, after = readings(asked, desk.scope.people), request.GET.get("after", "")
    if after.isdigit():
        rows = rows.filter(id__lt=int(after[:18]))
    found = list(rows[: PAGE + 1])
    lines = told(found[:PAGE], speech)
    following = str(found[PAGE - 1].id) if len(found) > PAGE else ""
    choices = [(one.value, tell_how(one, speech)) for one in ReadHow]
    people = people_of({one.who for one in lines}, desk.today)
    return _shown(request, "file_readings", asked, {"lines": lines, "choices": choices, "people": people}, following)


@page("logs/<slug:which>/export/", name="log_export", roles=AUDIT, methods=("POST",))
def log_export(request: Asked, which: str) -> HttpResponse:
    """Have a log written as a workbook, as it is filtered."""
    desk, say = request.desk, request.speech.say
    titles = {
        "operations": say("Operation log"),
        "sign_ins": say("Sign-in log"),
        "file_readings": say("Readings of sensitive files"),
    }
    if which not in titles:
        raise Http404
    asked = AskedOfLog.of(request.POST, desk.today)
    title = f"{titles[which]} {asked.first} – {asked.last or desk.today.isoformat()}"
    try:
        ask_for_export(desk, request.speech, f"log-{which}", asked.as_told(), title)
    except TooMany:
        messages.warning(request, say("Several of your lists are being written already; wait until one is ready."))
        return redirect(which)
    return redirect("exports")


def _shown(request: Asked, which: str, asked: AskedOfLog, more: dict[str, Any], after: str) -> HttpResponse:
    desk = request.desk
    organs = organ_names(desk.scope.people, desk.today)
    return render(
        request,
        f"logs/{which}.html",
        {
            "asked": asked,
            "which": which,
            "organs": sorted((name, id_) for id_, name in organs.items()) if len(organs) > 1 else [],
            "next": asked.address(after=after) if after else "",
            "begun": asked.address() if request.GET.get("after") else "",
            **more,
        },
    )
