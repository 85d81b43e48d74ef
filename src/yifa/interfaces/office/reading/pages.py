"""The pages of 报告核验: what was read, handing in, the text with its figures, and what is saved of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from markupsafe import Markup

from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.handing_out import made_of, send, show_progress
from yifa.interfaces.office.handed_in.receiving import Errors, take_in
from yifa.interfaces.office.handed_in.shelves import READINGS, own, tray_of
from yifa.interfaces.office.handed_in.working import begin
from yifa.interfaces.office.reading.told import Data, card, points, side_by_side, words
from yifa.interfaces.office.reading.work import EARLIER, PAGE, lights_of, read
from yifa.interfaces.telling import LIGHTS, Light, caution, tell_light
from yifa.interfaces.trays.progress import State
from yifa.interfaces.trays.tray import Tray
from yifa.record.access.choices import RoleName
from yifa.wording import Language

READING = frozenset(
    (RoleName.REPORT_WRITER, RoleName.SUPERVISOR, RoleName.REVIEWER, RoleName.LEADER, RoleName.DISCLOSURE)
)
"""Who hands reports in."""


@page("reading/", name="readings", roles=READING, methods=("GET", "POST"))
def readings(request: Asked) -> HttpResponse:
    """The reports that were handed in, and handing in another; last year's beside it is compared with it."""
    desk, speech = request.desk, request.speech
    shelf, errors = own(desk, READINGS), Errors()
    if request.method == "POST":
        tray = shelf.new(desk.now, titles=[])
        taken = take_in(request, "report", tray.intake(), errors, speech)
        take_in(request, "earlier", tray.intake(EARLIER), errors, speech)
        if not taken and not errors:
            errors.append(("report", speech.say("Choose a report first.")))
        if not errors:
            tray.tell(titles=[Path(name).stem for name in tray.given()])
            begin(tray, read, speech)
            return redirect("reading", tray=tray.id)
        tray.forget()
    told = {"trays": list(shelf), "errors": errors, "days": days_kept()}
    return render(request, "reading/readings.html", told, status=409 if errors else 200)


def days_kept() -> int:
    """How many days what was handed in is kept."""
    from django.conf import settings  # noqa: PLC0415 - asked at the time

    return int(settings.TRAYS_DAYS)


@page("reading/<slug:tray>/", name="reading", roles=READING)
def reading(request: Asked, tray: str) -> HttpResponse:
    """A report that was read: contradictions, its text with every figure marked, the figure that is asked about."""
    found, speech = tray_of(own(request.desk, READINGS), tray), request.speech
    data = found.page(PAGE)
    if data is None or found.progress.state is not State.DONE:
        return render(request, "handed_in/waiting.html", _waiting(found))
    first = next((place for place in range(len(data["documents"])) if place not in data["earlier"]), 0)
    text, asked = _number(request.GET.get("t"), first), request.GET.get("f", "")
    text = min(text, len(data["documents"]) - 1)
    told: dict[str, Any] = {
        "tray": found,
        "documents": [one["short"] or one["name"] for one in data["documents"]],
        "document": data["documents"][text],
        "facts": _facts(data, text, speech),
        "text": text,
        "paper": Markup(data["papers"][text]),  # noqa: S704 - written by us, every word of the text escaped
        "points": points(data, speech, (Light.RED, Light.AMBER)),
        "counts": _counts(data, speech),
        "refused": [words(one["message"], speech) for one in data["refused"]],
        "made": made_of(found),
        "compared": side_by_side(data, speech),
        "card": card(data, text, _number(asked, -1), speech) if asked else None,
        "caution": caution(speech),
    }
    return render(request, "reading/reading.html", told)


@page("reading/<slug:tray>/figure/", name="reading_figure", roles=READING, kind=Kind.FRAGMENT)
def reading_figure(request: Asked, tray: str) -> HttpResponse:
    """The card of a figure: what it counts, and the sums of the checks that use it."""
    found = tray_of(own(request.desk, READINGS), tray)
    data = found.page(PAGE) or {"documents": []}
    told = card(data, _number(request.GET.get("t"), 0), _number(request.GET.get("f"), -1), request.speech)
    return render(request, "reading/card.html", {"card": told, "tray": found})


@page("reading/<slug:tray>/progress/", name="reading_progress", roles=READING, kind=Kind.FRAGMENT)
def reading_progress(request: Asked, tray: str) -> HttpResponse:
    """How far the reading is."""
    found = tray_of(own(request.desk, READINGS), tray)
    return show_progress(request, found, reverse("reading_progress", kwargs={"tray": tray}))


@page("reading/<slug:tray>/files/<path:file>", name="reading_file", roles=READING, kind=Kind.EXPORT)
def reading_file(request: Asked, tray: str, file: str) -> HttpResponse:
    """A result: page, workbook, data."""
    return send(tray_of(own(request.desk, READINGS), tray), file)


@page("reading/<slug:tray>/forget/", name="forget_reading", roles=READING, methods=("POST",))
def forget_reading(request: Asked, tray: str) -> HttpResponse:
    """Delete a report with what came of it."""
    tray_of(own(request.desk, READINGS), tray).forget()
    messages.success(request, request.speech.say("Deleted, with everything that came of it."))
    return redirect("readings")


def _waiting(found: Tray) -> dict[str, Any]:
    return {
        "tray": found,
        "title": "、".join(found.told["titles"]),
        "progress": found.progress,
        "address": reverse("reading_progress", kwargs={"tray": found.id}),
        "back": reverse("readings"),
        "forget": reverse("forget_reading", kwargs={"tray": found.id}),
    }


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _facts(data: Data, text: int, speech: Language) -> list[tuple[str, str]]:
    """What kind of text it is, whose, of when: the labels stand there as message ids."""
    pairs = [(one["label"], one["value"]) for one in data["documents"][text]["facts"]]
    return [(speech.say(name), words(value, speech)) for name, value in pairs]


def _counts(data: Data, speech: Language) -> list[tuple[str, str, str, int]]:
    """How many checks have each light."""
    many = lights_of(data)
    return [(one.value, one.sign, tell_light(one, speech), many[one.value]) for one in dict.fromkeys(LIGHTS.values())]
