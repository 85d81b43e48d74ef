"""The lists somebody asked for: how far each is, and the file of one, for who asked for it alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.interfaces.office.declaring import ANYBODY, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.exports.asking import KEPT_DAYS
from yifa.interfaces.office.exports.models import Export, State
from yifa.interfaces.office.exports.tasks import folder
from yifa.interfaces.office.handed_in.handing_out import XLSX
from yifa.wording import Language

SHOWN = 50


@dataclass(frozen=True)
class Told:
    """An exported list in a line."""

    export: Export
    asked: str
    state: str
    until: str


@page("exports/", name="exports", roles=ANYBODY)
def exports(request: Asked) -> HttpResponse:
    """The lists one asked for, the newest first."""
    return render(request, "exports/exports.html", _context(request))


@page("exports/under-way/", name="exports_under_way", roles=ANYBODY, kind=Kind.FRAGMENT)
def under_way(request: Asked) -> HttpResponse:
    """The same lists, asked for every few seconds while one is being written."""
    return render(request, "exports/lines.html", _context(request))


@page("exports/<int:export>/", name="export_file", roles=ANYBODY, kind=Kind.EXPORT)
def export_file(request: Asked, export: int) -> Any:
    """The file, for who asked for it, until its last day."""
    row = Export.objects.filter(id=export, officer=request.desk.officer.id, state=State.DONE).first()
    path = None if row is None or row.ends < request.desk.today else folder() / row.file
    if row is None or path is None or not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), content_type=XLSX)
    name = f"{row.title or row.kind}.xlsx".replace("/", "-").replace("\\", "-")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def _context(request: Asked) -> dict[str, object]:
    rows = Export.objects.filter(officer=request.desk.officer.id).order_by("-id")[:SHOWN]
    told = [_told(one, request.speech) for one in rows]
    busy = any(one.export.state in (State.WAITS, State.RUNS) for one in told)
    return {"exports": told, "busy": busy, "days": KEPT_DAYS}


def _told(one: Export, speech: Language) -> Told:
    say = speech.say
    words = {
        State.WAITS: say("waits for the worker"),
        State.RUNS: say("{done} of {whole} written", done=one.done, whole=one.whole),
        State.DONE: speech.count("{n} line", "{n} lines", one.done),
        State.FAILED: say("could not be written; ask for it again"),
        State.GONE: say("gone, its days are over"),
    }
    state = words[State(one.state)]
    if one.state == State.DONE and one.left:
        state = say("the first {n} of {whole} lines", n=one.done, whole=one.whole)
    return Told(one, speech.moment(timezone.localtime(one.asked_at)), state, speech.day(one.ends))
