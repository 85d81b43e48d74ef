"""机关: the tree of a day, the page of an organ, what is done with it, and the register as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.declaring import ANYBODY, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.organs.told import posts_of, told_organ
from yifa.interfaces.office.organs.tree import found, tree
from yifa.interfaces.office.organs.verbs import ENDING, setting_up, verb_words, verbs_of
from yifa.interfaces.office.registers.asked_jobs import asked_job, begin
from yifa.interfaces.office.registers.forms import verb_page
from yifa.interfaces.office.registers.keeping import KEEPERS, PEOPLE_READERS, kept_organs
from yifa.interfaces.office.registers.workbooks import Register, register_file, workbook_page
from yifa.record.importing.changes import Changes
from yifa.record.importing.register_sheets import ORGAN_RELATIONS, ORGANS
from yifa.record.importing.taking_organs import rows_of_organs, take_organs
from yifa.record.jobs.register_jobs import end_with_cases
from yifa.record.organs.models import Organ
from yifa.record.organs.queries import name_of


@page("organs/", name="organs", roles=ANYBODY)
def organs(request: Asked) -> HttpResponse:
    """The organs of a day, as a tree; those with some words, where words are sought."""
    desk, speech = request.desk, request.speech
    day, words = asked_day(request), request.GET.get("words", "").strip()[:100]
    told = {
        "day": day,
        "is_today": day == desk.today,
        "words": words,
        "under": request.GET.get("under", ""),
        "tops": [] if words else tree(day, speech, request.GET.get("under", "")),
        "found": found(day, words, speech) if words else [],
        "keeps": bool(desk.roles & KEEPERS),
    }
    return render(request, "organs/organs.html", told)


@page("organs/new/", name="new_organ", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def new_organ(request: Asked) -> HttpResponse:
    """Set an organ up."""
    return verb_page(request, setting_up(request), of=request.speech.say("Organs"), back=reverse("organs"))


@page("organs/workbook/", name="organs_workbook", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def organs_workbook(request: Asked) -> HttpResponse:
    """Send a register of organs in."""
    say, kept, desk = request.speech.say, kept_organs(request.desk), request.desk

    def take(path: Path, on: date, dry_run: bool) -> Changes:
        because = say("Register of organs, workbook {file}", file=path.name)
        return take_organs(path, actor=desk.actor(because), on=on, kept=kept, dry_run=dry_run)

    register = Register(
        say("Organs from a workbook"),
        reverse("organs_workbook"),
        reverse("organs"),
        reverse("organs_file"),
        take,
        say("New organs, other names, superiors and relations, all of them from one day on."),
        say("Organs"),
    )
    return workbook_page(request, register)


@page("organs/workbook/file/", name="organs_file", roles=ANYBODY, kind=Kind.EXPORT)
def organs_file(request: Asked) -> HttpResponse:
    """The register of organs as of a day, as a workbook."""
    day = asked_day(request)
    kept = kept_organs(request.desk) or None
    rows, relations = rows_of_organs(day, kept)
    name = f"机关名册-{day.isoformat()}.xlsx"
    return register_file(request, name, "机关名册", [(ORGANS, rows), (ORGAN_RELATIONS, relations)])


@page("organs/ending/<slug:job>/", name="organ_ending", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def organ_ending(request: Asked, job: str) -> HttpResponse:
    """What would come of ending an organ, with its open cases; confirmed, it is done."""
    desk, speech = request.desk, request.speech
    found_job = asked_job(request, job, ENDING)
    asked = found_job.told.get("asked", {})
    ready = not found_job.goes_on and found_job.told.get("kind") == "check-end" and "refused" not in found_job.told
    if request.method == "POST" and ready:
        ended = Organ.objects.filter(code=asked["organ"]).first()
        if ended is None or ended.id not in kept_organs(desk):
            raise Http404
        return redirect("organ_ending", job=begin(request, end_with_cases, ENDING, asked, desk.officer.id, False))
    codes = [asked.get("organ", ""), *asked.get("among", {})]
    rows = {one.code: one for one in Organ.objects.filter(code__in=codes)}
    day = date.fromisoformat(asked["on"]) if asked else desk.today
    names = {code: name_of(one, desk.today) for code, one in rows.items()}
    told = {
        "job": found_job,
        "ready": ready,
        "organ": rows.get(asked.get("organ", "")),
        "name": names.get(asked.get("organ", ""), ""),
        "asked": asked,
        "day": speech.day(day),
        "cases": [(names.get(code, code), many) for code, many in found_job.told.get("cases", {}).items()],
        "heirs": [names.get(code, code) for code in asked.get("among", {})],
    }
    return render(request, "organs/ending.html", told)


@page("organs/<int:organ>/", name="organ", roles=ANYBODY)
def organ(request: Asked, organ: int) -> HttpResponse:
    """An organ as of a day."""
    desk, speech = request.desk, request.speech
    row = _organ(organ)
    day = asked_day(request)
    keeps = row.id in kept_organs(desk) and row.last is None
    said = request.GET.get("posts", "")
    after = int(said[:9]) if said.isascii() and said.isdigit() else 0
    posts, many_posts = posts_of(row, day, speech, after)
    further = after + len(posts)
    told = {
        "organ": row,
        "day": day,
        "is_today": day == desk.today,
        "verbs": verb_words(speech) if keeps else (),
        "people": bool(desk.roles & PEOPLE_READERS),
        "posts": posts,
        "many_posts": many_posts,
        "posts_begun": after > 0,
        "posts_next": further if posts and further < many_posts else 0,
        **told_organ(row, day, speech),
    }
    return render(request, "organs/organ.html", told)


@page("organs/<int:organ>/<slug:verb>/", name="organ_verb", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def organ_verb(request: Asked, organ: int, verb: str) -> HttpResponse:
    """Do something with an organ whose register one keeps."""
    row = _organ(organ)
    verbs = verbs_of(request, row)
    if verb not in verbs or row.last is not None or row.id not in kept_organs(request.desk):
        raise Http404
    of, back = name_of(row, request.desk.today), reverse("organ", kwargs={"organ": row.id})
    return verb_page(request, verbs[verb](), of=of, back=back)


def asked_day(request: Asked) -> date:
    """As of which day it is asked; today, where nobody says."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return request.desk.today


def _organ(number: int) -> Organ:
    found_row = Organ.objects.filter(pk=number).first()
    if found_row is None:
        raise Http404
    return found_row
