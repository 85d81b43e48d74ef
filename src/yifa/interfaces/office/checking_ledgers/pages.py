"""The pages of 台账体检: handing in, what the ledgers decide, the points, what to mend and hand in again, and files."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.checkup.telling_pages import Some, read_points
from yifa.interfaces.finding_telling import FOUND_SIGNS, Found, caution, tell_light
from yifa.interfaces.finding_telling import POINTS as POINT_LIGHTS
from yifa.interfaces.office.checking_ledgers.work import PAGE, POINTS, check
from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.handing_out import made_of, send, send_folder, show_progress
from yifa.interfaces.office.handed_in.receiving import Errors, take_in
from yifa.interfaces.office.handed_in.shelves import LEDGERS, own, tray_of
from yifa.interfaces.office.handed_in.working import begin
from yifa.interfaces.office.reading.pages import days_kept
from yifa.interfaces.trays.progress import State
from yifa.interfaces.trays.tray import Tray
from yifa.ledgers.taking_in.files import is_passed_over
from yifa.record.access.choices import RoleName
from yifa.wording import Language

CHECKING = frozenset((RoleName.SUPERVISOR, RoleName.REPORT_WRITER, RoleName.REVIEWER))
"""Who has ledgers checked."""
SHOWN = 50
"""So many points a page has."""
ACCEPTED = ".xlsx,.xlsm,.xls,.et,.ods,.csv,.txt,.zip,.yaml"


@page("ledgers/", name="ledger_checks", roles=CHECKING, methods=("GET", "POST"))
def ledger_checks(request: Asked) -> HttpResponse:
    """The ledgers that were handed in, and handing in others."""
    desk, speech = request.desk, request.speech
    shelf, errors = own(desk, LEDGERS), Errors()
    values = {"as_of": request.POST.get("as_of", "") or desk.today.isoformat()}
    if request.method == "POST":
        asked = _asked(request, errors)
        tray = shelf.new(desk.now, asked=asked, title="")
        if not take_in(request, "ledgers", tray.intake(), errors, speech) and not errors:
            errors.append(("ledgers", speech.say("Choose ledgers first.")))
        if not errors:
            tray.tell(title=_title(tray, speech))
            begin(tray, check, speech, **asked)
            return redirect("ledger_check", tray=tray.id)
        tray.forget()
    told = {"trays": list(shelf), "errors": errors, "values": values, "days": days_kept(), "accepted": ACCEPTED}
    return render(request, "checking_ledgers/checks.html", told, status=409 if errors else 200)


def _asked(request: Asked, errors: Errors) -> dict[str, Any]:
    """What is asked beside the files."""
    as_of = request.POST.get("as_of", "") or request.desk.today.isoformat()
    try:
        date.fromisoformat(as_of)
    except ValueError:
        errors.append(("as_of", request.speech.say("The day cannot be read; expected one such as 2026-03-02.")))
    return {
        "as_of": as_of,
        "per_organ": request.POST.get("per_organ") == "yes",
        "publicity": request.POST.get("publicity") == "yes",
    }


def _title(tray: Tray, speech: Language) -> str:
    given = tray.given()
    names = [name for name in given if not is_passed_over(PurePosixPath(name).name)] or given
    if len(names) < 2:
        return names[0]
    return speech.count("{file} and {n} more file", "{file} and {n} more files", len(names) - 1, file=names[0])


@page("ledgers/<slug:tray>/", name="ledger_check", roles=CHECKING)
def ledger_check(request: Asked, tray: str) -> HttpResponse:
    """Ledgers that were judged: sufficiency, overview, points, problems, what to save."""
    found, speech = tray_of(own(request.desk, LEDGERS), tray), request.speech
    data = found.page(PAGE)
    if data is None or found.progress.state is not State.DONE:
        return render(request, "handed_in/waiting.html", _waiting(found))
    wanted = {name: request.GET.get(name, "") for name in ("light", "organ", "duty")}
    if not any(wanted.values()) and "light" not in request.GET and data["lights"][Found.RED.value]:
        wanted["light"] = Found.RED.value
    start = request.GET.get("from", "")
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 0
    some = read_points(found.results / "pages" / POINTS, speech, wanted, first, SHOWN)
    told = {
        "tray": found,
        "data": data,
        "rows": data[speech.tag],
        "lights": [(one.value, FOUND_SIGNS[one], tell_light(one, speech), data["lights"][one.value]) for one in Found],
        "chips": _chips(data, wanted, speech),
        "wanted": wanted,
        "organs": _organs(data, wanted, speech),
        "some": some,
        "signs": {one.value: FOUND_SIGNS[one] for one in Found},
        "first": _address(wanted) if first else "",
        "next": _address(wanted, some),
        "as_of": date.fromisoformat(data["as_of"]),
        "today": request.desk.today.isoformat(),
        "made": made_of(found),
        "caution": caution(speech),
        "accepted": ACCEPTED,
    }
    return render(request, "checking_ledgers/check.html", told)


def _address(wanted: dict[str, str], some: Some | None = None) -> str:
    if some is not None and some.next is None:
        return ""
    return f"?{urlencode({**wanted, **({} if some is None else {'from': some.next})})}#points"


def _chips(data: Any, wanted: dict[str, str], speech: Language) -> list[tuple[str, str, str]]:
    """The lights to choose among."""
    chips = [("", speech.say("all"), _address({**wanted, "light": ""}))]
    for one in POINT_LIGHTS:
        if many := data["lights"][one.value]:
            words = f"{FOUND_SIGNS[one]} {tell_light(one, speech)} {many:,}"
            chips.append((one.value, words, _address({**wanted, "light": one.value})))
    return chips


def _organs(data: Any, wanted: dict[str, str], speech: Language) -> list[dict[str, Any]]:
    """The organs, with the address of their points."""
    rows = data[speech.tag]["organs"]
    return [
        {**row, "id": one["id"], "to": _address({"light": "", "organ": one["id"], "duty": ""})}
        for one, row in zip(data["organs"], rows, strict=True)
    ]


@page("ledgers/<slug:tray>/again/", name="ledgers_again", roles=CHECKING, methods=("POST",))
def ledgers_again(request: Asked, tray: str) -> HttpResponse:
    """Judge once more, with the corrected workbook or further ledgers beside those that are there."""
    found = tray_of(own(request.desk, LEDGERS), tray)
    errors: Errors = []
    asked = _asked(request, errors)
    take_in(request, "more", found.intake(), errors, request.speech)
    for _, words in errors:
        messages.error(request, words)
    if not errors and not found.progress.goes_on:
        begin(found.tell(asked=asked), check, request.speech, **asked)
    return redirect("ledger_check", tray=tray)


@page("ledgers/<slug:tray>/progress/", name="ledgers_progress", roles=CHECKING, kind=Kind.FRAGMENT)
def ledgers_progress(request: Asked, tray: str) -> HttpResponse:
    """How far judging is."""
    found = tray_of(own(request.desk, LEDGERS), tray)
    return show_progress(request, found, reverse("ledgers_progress", kwargs={"tray": tray}))


@page("ledgers/<slug:tray>/files/<path:file>", name="ledgers_file", roles=CHECKING, kind=Kind.EXPORT)
def ledgers_file(request: Asked, tray: str, file: str) -> HttpResponse:
    """A result: the workbook, that of an organ, rows to correct, files for publicity, data; `all.zip` is all."""
    found = tray_of(own(request.desk, LEDGERS), tray)
    if file == "all.zip":
        return send_folder(found.results, "all.zip")
    return send(found, file)


@page("ledgers/<slug:tray>/forget/", name="forget_ledgers", roles=CHECKING, methods=("POST",))
def forget_ledgers(request: Asked, tray: str) -> HttpResponse:
    """Delete ledgers with what came of them."""
    tray_of(own(request.desk, LEDGERS), tray).forget()
    messages.success(request, request.speech.say("Deleted, with everything that came of it."))
    return redirect("ledger_checks")


def _waiting(found: Tray) -> dict[str, Any]:
    return {
        "tray": found,
        "title": found.told["title"],
        "progress": found.progress,
        "address": reverse("ledgers_progress", kwargs={"tray": found.id}),
        "back": reverse("ledger_checks"),
        "forget": reverse("forget_ledgers", kwargs={"tray": found.id}),
    }
