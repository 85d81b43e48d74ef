"""The list of clues with its panel, the page of one, several screened at once, and the list as a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.finding_telling import GRAVITY, caution, tell_consequence
from yifa.interfaces.leaflets.time_line import draw
from yifa.interfaces.office.cases.choices import organs, procedures
from yifa.interfaces.office.clues.export import MOST, as_workbook
from yifa.interfaces.office.clues.filters import ALL, COUNTED, STAGES, Counted, Filters
from yifa.interfaces.office.clues.keyset import GRAVITY as GRAVER
from yifa.interfaces.office.clues.keyset import Place, cut
from yifa.interfaces.office.clues.screening import Asked as AskedFor
from yifa.interfaces.office.clues.screening import explained, screened
from yifa.interfaces.office.clues.told import lines, story
from yifa.interfaces.office.clues.words import (
    SIGNS,
    Age,
    tell_age,
    tell_sort,
    tell_stage,
    tell_verdict,
    tell_verdict_help,
)
from yifa.interfaces.office.declaring import READERS, Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.exports.asking import TooMany, ask_for_export
from yifa.interfaces.office.handed_in.handing_out import XLSX
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.law.catalogue.folders import folder
from yifa.oversight.clues.actions import may_explain, may_screen, organs_supervised
from yifa.oversight.clues.choices import Sort, Stage, Verdict
from yifa.oversight.clues.models import Clue
from yifa.oversight.clues.queries import WAITING, clue_of
from yifa.record.access.choices import RoleName
from yifa.record.cases.models import Case
from yifa.wording import Language

SUPERVISORS = frozenset((RoleName.SUPERVISOR,))
AT_ONCE = 200
"""So many clues are screened at once at the most."""
LISTED = 400
"""So many values a filter offers at the most."""


@page("clues/", name="clues", roles=READERS)
def clues(request: Asked) -> HttpResponse:
    """The clues one may read, filtered, fifty a page."""
    desk, speech = request.desk, request.speech
    filters = Filters.of(request.GET)
    parts = filters.parts(desk.officer, desk.today)
    key = filters.known_by(desk.officer, desk.today)
    found, after = cut(parts, filters.by, request.GET.get("after", ""), organ=filters.organ, key=key)
    counted = filters.counted(desk.officer, desk.today)
    look = request.GET.get("look", "")
    looked = next((one for one in found if str(one.id) == look), None)
    told = {
        "filters": filters,
        "lines": lines(found, desk.today, speech),
        "counted": _many(counted.stages[filters.stage], filters),
        "count_all": "" if counted.whole else filters.address(count=ALL),
        "next": filters.address(after=after) if after else "",
        "begun": filters.address() if request.GET.get("after") else "",
        "beside": None if looked is None else story(looked, desk.today, speech),
        "may_screen": bool(desk.roles & SUPERVISORS),
        "own": _screenable(found, desk),
        "long": counted.stages[filters.stage] > min(MOST, COUNTED),
        "caution": caution(speech),
        "today": speech.day(desk.today),
        **_choices(filters, counted, desk, speech),
    }
    return render(request, "clues/clues.html", told)


@page("cases/<int:case>/clue/beside/", name="clue_beside", roles=READERS, kind=Kind.FRAGMENT)
def clue_beside(request: Asked, case: Case) -> HttpResponse:
    """A clue in short, for the panel beside the list."""
    found = _asked_for(request, case)
    return render(request, "clues/beside.html", {"beside": story(found, request.desk.today, request.speech)})


@page("cases/<int:case>/clue/", name="clue", roles=READERS, methods=("GET", "POST"), writes=True)
def clue(request: Asked, case: Case) -> HttpResponse:
    """A clue told: what happened, which rule, which day and why; screened or explained here, by who may."""
    desk, speech = request.desk, request.speech
    found = _asked_for(request, case)
    errors: list[tuple[str, str]] = []
    if request.method == "POST":
        explaining = request.POST.get("how") == "explain"
        errors = explained(request, found) if explaining else screened(request, [found], AskedFor.of(request.POST))
        if not errors:
            said = speech.say("The explanation was sent.") if explaining else speech.say("Put on record.")
            messages.success(request, said)
            return redirect(_address(found))
    told = story(found, desk.today, speech)
    screens = found.here and may_screen(desk.held, desk.officer, found, desk.today)
    shown = {
        "told": told,
        "line": None if told.case_story is None else draw(told.case_story),
        "errors": errors,
        "asked": AskedFor.of(request.POST),
        "may_screen": screens,
        "may_explain": found.here and not screens and may_explain(desk.held, found.case),
        "verdicts": _verdicts(speech),
        "caution": caution(speech),
        "here": _address(found),
        "following": _following(found, desk),
    }
    return render(request, "clues/clue.html", shown, status=409 if errors else 200)


@page("clues/screen/", name="screen_clues", roles=SUPERVISORS, methods=("GET", "POST"), writes=True)
def screen_clues(request: Asked) -> HttpResponse:
    """Some clues chosen from the list, screened together for one reason."""
    desk, speech = request.desk, request.speech
    asked = AskedFor.of(request.POST if request.method == "POST" else request.GET)
    found = list(
        Clue.objects.filter(id__in=asked.ids[:AT_ONCE], here=True).select_related("case__organ").order_by("id")
    )
    own = _screenable(found, desk)
    kept = [one for one in found if one.id in own]
    errors: list[tuple[str, str]] = []
    told = request.POST if request.method == "POST" else request.GET
    back = Filters.of(QueryDict(told.get("back", "").lstrip("?"))).address().removesuffix("?")
    if request.method == "POST":
        errors = screened(request, kept, asked)
        if not errors:
            messages.success(request, speech.count("{n} clue put on record.", "{n} clues put on record.", len(kept)))
            return redirect(f"{reverse('clues')}{back}")
    shown = {
        "lines": lines(kept, desk.today, speech),
        "back": back,
        "left_out": len(asked.ids) - len(kept),
        "asked": asked,
        "errors": errors,
        "verdicts": _verdicts(speech),
    }
    return render(request, "clues/screen.html", shown, status=409 if errors else 200)


@page("clues/export/", name="clues_export", roles=READERS, kind=Kind.EXPORT, methods=("GET", "POST"))
def clues_export(request: Asked) -> HttpResponse:
    """The list as it is filtered, as a workbook; posted to, it is written in the background."""
    desk, speech = request.desk, request.speech
    if request.method == "POST":
        query = Filters.of(QueryDict(request.POST.get("query", "").lstrip("?"))).address().lstrip("?")
        try:
            title = speech.say("Clues, as of {day}", day=speech.day(desk.today))
            ask_for_export(desk, speech, "clues", {"query": query}, title)
        except TooMany:
            words = speech.say("Several of your lists are being written already; wait for one of them.")
            messages.warning(request, words)
            return redirect(f"{reverse('clues')}?{query}")
        return redirect("exports")
    filters = Filters.of(request.GET)
    made = as_workbook(filters, desk.officer, desk.today, speech)
    response = HttpResponse(made, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="clues-{desk.today.isoformat()}.xlsx"'
    return response


def _asked_for(request: Asked, case: Case) -> Clue:
    found = clue_of(case.id, request.GET.get("duty", ""), request.GET.get("subject", ""))
    if found is None:
        raise Http404
    return found


def _address(found: Clue) -> str:
    key = urlencode({"duty": found.duty, "subject": found.subject})
    return f"{reverse('clue', kwargs={'case': found.case_id})}?{key}"


def _following(found: Clue, desk: Desk) -> str:
    """The address of the next clue to be screened, the graver first; blank where there is none, or not for him."""
    if not desk.roles & SUPERVISORS:
        return ""
    waiting = Filters().parts(desk.officer, desk.today)
    place = Place(found.gravity, found.found_on, found.due, found.id, found.organ_id).told(GRAVER)
    after = [*cut(waiting, GRAVER, place, 1)[0], *cut(waiting, GRAVER, "", 2)[0]]
    return next((_address(one) for one in after if one.id != found.id), "")


def _screenable(found: Sequence[Clue], desk: Desk) -> set[int]:
    """The clues, by their numbers, that who sits at a desk may screen."""
    if not desk.roles & SUPERVISORS:
        return set()
    organs = organs_supervised(desk.held, desk.today)
    own = desk.officer.parts.filter(case__in=[one.case_id for one in found]).values_list("case_id", flat=True)
    return {one.id for one in found if one.here and one.case.organ_id in organs} - {
        one.id for one in found if one.case_id in set(own)
    }


def _verdicts(speech: Language) -> list[tuple[str, str, str]]:
    return [(one.value, tell_verdict(one, speech), tell_verdict_help(one, speech)) for one in Verdict]


def _choices(filters: Filters, counted: Counted, desk: Desk, speech: Language) -> dict[str, Any]:
    """What the filters offer, each value with how many there are under the others, where these were counted."""
    say, by = speech.say, counted.by
    stages = {
        "": say("to be screened"),
        "explained": say("explained by the organ"),
        "gone": say("no longer found"),
        "all": say("all"),
    }
    names = [(value, stages.get(value) or tell_stage(Stage(value), speech)) for value in STAGES]
    return {
        "stages": [(value, words, _many(counted.stages.get(value), filters)) for value, words in names],
        "sorts": [(one.value, SIGNS[one], tell_sort(one, speech), _of(by, "sort", one.value)) for one in Sort],
        "ages": [(one.value, tell_age(one, speech), _of(by, "age", one.value)) for one in Age],
        "severities": [
            (tag, tell_consequence(tag, speech), many) for tag in GRAVITY if (many := _of(by, "severity", tag)) != 0
        ],
        "procedures": _procedures(by, desk, speech),
        "duties": _duties(filters, by, speech),
        "organs": _organs(by, desk),
        "waiting": {one.value for one in WAITING},
    }


Counts = Mapping[str, Mapping[str, int]]


def _of(by: Counts, name: str, value: str) -> int | None:
    """How many there are of a value; None where they were not counted."""
    return by[name].get(value, 0) if name in by else None


def _many(many: int | None, filters: Filters) -> str:
    """So many in words; blank where they were not counted."""
    if many is None:
        return ""
    return f"{COUNTED}+" if many > COUNTED and filters.count != ALL else str(many)


def _procedures(by: Counts, desk: Desk, speech: Language) -> list[tuple[str, str, int | None]]:
    if "procedure" not in by:
        return [(name, one, None) for name, one in procedures(desk, speech)]
    return sorted((procedure_name(one, speech), one, many) for one, many in by["procedure"].items())


def _organs(by: Counts, desk: Desk) -> list[tuple[str, str, int | None]]:
    if "organ" not in by:
        return [(name, str(one), None) for name, one in organs(desk)]
    names = organ_names([int(one) for one in by["organ"]], desk.today)
    return sorted((names.get(int(one), one), one, many) for one, many in by["organ"].items())


def _duties(filters: Filters, by: Counts, speech: Language) -> list[tuple[str, str, int | None]]:
    """The duties to choose from: those found most first; where they are not counted, those of the procedure chosen."""
    of = [filters.procedure] if filters.procedure else sorted(by.get("procedure", ()))
    known = {
        one.id: one.title.zh if speech.tag == "zh" else one.title.en
        for procedure in of
        for one in folder(procedure).duties
    }
    if "duty" not in by:
        return [(title, duty, None) for duty, title in known.items()]
    most = sorted(by["duty"].items(), key=lambda pair: -pair[1])[:LISTED]
    return [(known.get(duty, duty), duty, many) for duty, many in most]
