"""The law itself: which procedures there are, what each asks under which article, and when a term ends and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.manual.procedure_page import collect
from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import procedure_name
from yifa.law.catalogue import calendar
from yifa.law.catalogue.folders import UnknownProcedure, folder, procedure_ids
from yifa.law.clock import Length, OutOfCalendar, Term, Unit, due, story
from yifa.law.clock.telling import tell
from yifa.wording import Language, language

UNITS = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.YEARS)
LONGEST = 2000


@page("law/", name="duties", roles=ANYBODY)
def duties(request: Asked) -> HttpResponse:
    """The procedures and registers, each with how many duties it has."""
    found = [
        (procedure_name(one, request.speech), one, len(folder(one).duties), folder(one).procedure.about)
        for one in procedure_ids()
    ]
    return render(request, "law/procedures.html", {"procedures": sorted(found)})


@page("law/procedures/<slug:procedure>/", name="duty", roles=ANYBODY)
def duty(request: Asked, procedure: str) -> HttpResponse:
    """The duties of a procedure as a lawyer reads them; one alone, where it is asked for."""
    try:
        folder(procedure)
    except UnknownProcedure:
        raise Http404 from None
    told = _collected(procedure, request.speech.tag)
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


@lru_cache(maxsize=80)
def _collected(procedure: str, tag: str) -> dict[str, Any]:
    return collect(folder(procedure), language(tag))


def _asked(told: dict[str, Any], wanted: str, words: str) -> bool:
    if wanted and told["id"] != wanted:
        return False
    return not words or words in f"{told['title']} {told['law']} {told['id']} {told['term']}"


@dataclass(frozen=True)
class Answer:
    """The answer of the calculator: the last day, and why, sentence by sentence."""

    head: str
    reasons: tuple[str, ...]


@page("law/term/", name="term", roles=ANYBODY)
def term(request: Asked) -> HttpResponse:
    """The term calculator: from a day, so many days, months or years; no waiting for script."""
    asked, speech = request.GET, request.speech
    start, number, unit = asked.get("from", ""), asked.get("n", ""), asked.get("unit", UNITS[0].value)
    errors: list[tuple[str, str]] = []
    answer = _answer(start, number, unit, errors, speech) if asked.get("n") is not None else None
    told = {
        "start": start or request.desk.today.isoformat(),
        "number": number,
        "unit": unit,
        "units": [(one.value, _unit(one, speech)) for one in UNITS],
        "answer": answer,
        "errors": errors,
    }
    return render(request, "law/term.html", told)


def _answer(start: str, number: str, unit: str, errors: list[tuple[str, str]], speech: Language) -> Answer | None:
    say = speech.say
    try:
        day = date.fromisoformat(start)
    except ValueError:
        errors.append(("from", say("The day cannot be read; expected one such as 2026-03-02.")))
        return None
    if not (number.isascii() and number.isdigit() and 0 < int(number) <= LONGEST):
        errors.append(("n", say("expected a whole number")))
        return None
    if unit not in {one.value for one in UNITS}:
        errors.append(("unit", say("expected one of the list")))
        return None
    of = calendar()
    try:
        found = due(Term(Length(int(number), Unit(unit))), day, of)
    except OutOfCalendar as error:
        first, last = speech.day(of.first), speech.day(of.last)
        words = say(
            "{day} lies outside the calendar, which reaches from {first} to {last}.",
            day=error.day,
            first=first,
            last=last,
        )
        errors.append(("from", words))
        return None
    if found.day is not None:
        head = say("Last day: {day}", day=speech.day(found.day))
    elif found.latest is not None and found.earliest is not None:
        span = {"earliest": speech.day(found.earliest), "latest": speech.day(found.latest)}
        head = say("Provisional: between {earliest} and {latest}", **span)
    else:
        head = say("Provisional: not known yet")
    return Answer(head, tuple(tell(story(found), speech)))


def _unit(unit: Unit, speech: Language) -> str:
    say = speech.say
    return {
        Unit.WORKING_DAYS: say("working days"),
        Unit.CALENDAR_DAYS: say("days"),
        Unit.MONTHS: say("months"),
        Unit.YEARS: say("years"),
    }[unit]
