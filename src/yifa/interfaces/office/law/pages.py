"""The law itself: which procedures there are, what each asks under which article, and what applied on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.duty_telling import tell_laws, tell_profile
from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.law.duty_page import collected, known_folder
from yifa.interfaces.office.matters import procedure_name
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder, folder, procedure_ids
from yifa.law.duties.selection import nearer
from yifa.record.organs.models import OrganProfile
from yifa.record.organs.queries import on_day
from yifa.wording import Language

FOUND_SHOWN = 60
"""So many duties of all procedures, where words are sought."""


@page("law/", name="duties", roles=ANYBODY)
def duties(request: Asked) -> HttpResponse:
    """The procedures and registers, each with how many duties it has; duties of all of them, where words are sought."""
    speech, words = request.speech, request.GET.get("words", "").strip()
    found = [
        (procedure_name(one, speech), one, len(folder(one).duties), folder(one).procedure.about)
        for one in procedure_ids()
    ]
    hits = [
        (procedure_name(id_, speech), id_, one)
        for id_ in procedure_ids()
        for one in (_of_all(id_, speech) if words else ())
        if _asked(one, "", words)
    ]
    shown = {"procedures": sorted(found), "words": words, "hits": hits[:FOUND_SHOWN], "many": len(hits)}
    return render(request, "law/procedures.html", shown)


def _of_all(procedure: str, speech: Language) -> list[dict[str, Any]]:
    return [one for chapter in collected(procedure, speech.tag)["chapters"] for one in chapter["duties"]]


@page("law/procedures/<slug:procedure>/", name="duty", roles=ANYBODY)
def duty(request: Asked, procedure: str) -> HttpResponse:
    """The duties of a procedure as a lawyer reads them; one alone, where it is asked for."""
    told = collected(known_folder(procedure).id, request.speech.tag)
    wanted = request.GET.get("duty", "")
    words = request.GET.get("words", "").strip()
    chapters = [
        (chapter["about"], [one for one in chapter["duties"] if _asked(one, wanted, words)])
        for chapter in [
            *told["chapters"],
            {"about": request.speech.say("From other procedures"), "duties": told["borrowed"]},
        ]
    ]
    shown = {
        "told": told,
        "chapters": [(about, found) for about, found in chapters if found],
        "wanted": wanted,
        "words": words,
        "procedure": procedure,
    }
    return render(request, "law/procedure.html", shown)


def _asked(told: dict[str, Any], wanted: str, words: str) -> bool:
    if wanted and told["id"] != wanted:
        return False
    return not words or words in f"{told['title']} {told['law']} {told['id']} {told['term']}"


@page("law/applied/", name="applied", roles=ANYBODY)
def applied(request: Asked) -> HttpResponse:
    """What applied on a day, of a procedure, for an organ of these sectors and places; and what stood aside."""
    speech, asked = request.speech, request.GET
    procedure = asked.get("procedure", "")
    on = _day(asked.get("on", "")) or request.desk.today
    of = known_folder(procedure) if procedure else None
    chosen = [one for one in asked.getlist("profile") if one] if "procedure" in asked else _own(request, on)
    profiles = sorted({one for id_ in procedure_ids() for duty in folder(id_).duties for one in duty.overlay})
    shown: dict[str, Any] = {
        "procedures": sorted((procedure_name(one, speech), one) for one in procedure_ids()),
        "procedure": procedure,
        "on": on.isoformat(),
        "day": speech.day(on),
        "profiles": [(one, tell_profile(one, speech), one in chosen) for one in profiles],
        "title": "" if of is None else procedure_name(of.id, speech),
        "in_force": [],
        "aside": [],
    }
    if of is not None:
        shown |= _applied(of, on, frozenset(chosen), speech)
    return render(request, "law/applied.html", shown)


def _own(request: Asked, on: date) -> list[str]:
    """The sectors and places of one's own organ on a day; none for who sits alone at a machine, without a record."""
    if getattr(request.desk, "account", None) is None:
        return []
    rows = on_day(OrganProfile.objects.filter(organ=request.desk.officer.organ_id), on)
    return list(rows.values_list("profile", flat=True))


def _applied(of: Folder, on: date, profiles: frozenset[str], speech: Language) -> dict[str, Any]:
    reaching = [one for one in of.duties if one.valid.holds(on) and profiles.issuperset(one.overlay) and not one.off]
    told = collected(of.id, speech.tag)
    by_id = {one["id"]: one for chapter in told["chapters"] for one in chapter["duties"]}
    by_id |= {one["id"]: one for one in told["borrowed"]}
    in_place = {one.id: [other for other in nearer(one, reaching) if other is not one] for one in reaching}
    in_force = [by_id[one.id] | {"law": _law(one, on, speech)} for one in reaching if not in_place[one.id]]
    aside = [(by_id[id_], [_title(other, speech) for other in others]) for id_, others in in_place.items() if others]
    return {"in_force": in_force, "aside": aside}


def _law(duty: Duty, on: date, speech: Language) -> str:
    """Its articles as the texts of a day number them."""
    return speech.list(tell_laws([citation(text).said(on) for text in duty.law], speech)) if duty.law else ""


def _title(duty: Duty, speech: Language) -> tuple[str, str]:
    return duty.id, duty.title.zh if speech.tag == "zh" else duty.title.en


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
