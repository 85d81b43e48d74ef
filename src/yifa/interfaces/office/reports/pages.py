"""The pages of 年度报告: the reports of an organ, a new draft, and the text as it will print, its figures beside."""

from __future__ import annotations

import shutil
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.books.pages import title_of
from yifa.interfaces.office.books.work import BOOK as BOOK_FOLDER
from yifa.interfaces.office.books.work import RETURNED
from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.handed_in.handing_out import send, send_folder, show_progress
from yifa.interfaces.office.handed_in.receiving import Errors, take_in
from yifa.interfaces.office.handed_in.shelves import BOOKS, REPORTS, shared, tray_of
from yifa.interfaces.office.handed_in.working import begin
from yifa.interfaces.office.reports.opening import OpenReport, open_report, opened
from yifa.interfaces.office.reports.told import Telling, bar, by_line, figure, lights_of_figures, point_lines
from yifa.interfaces.office.reports.work import ISSUED, MATERIALS, PAPERS, draft_report, moment, take_book
from yifa.interfaces.report_telling import tell_cut
from yifa.interfaces.trays.progress import State
from yifa.interfaces.trays.tray import Tray
from yifa.oversight.reporting.checking import Checked
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import lay_out
from yifa.oversight.reporting.releasing import left
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.record.access.choices import RoleName
from yifa.wording import Language

WRITING = frozenset((RoleName.REPORT_WRITER,))
"""Who writes reports."""
READING = frozenset((RoleName.REPORT_WRITER, RoleName.LEADER))
"""Who reads them, and answers for points of them."""
ARCHIVES = {"issued": ISSUED, "papers": PAPERS}


@page("reports/", name="reports", roles=READING, methods=("GET", "POST"))
def reports(request: Asked) -> HttpResponse:
    """The reports of the organ, and a new one from a book."""
    desk, speech, errors = request.desk, request.speech, Errors()
    may_write = bool(WRITING & desk.roles)
    books = [one for one in shared(desk, BOOKS) if (one.results / BOOK_FOLDER / "book.json").is_file()]
    values = {name: request.POST.get(name, "").strip() for name in ("book", "authority", "addressee", "texts")}
    if request.method == "POST" and may_write:
        tray = _new(request, books, values, errors)
        if tray is not None:
            return redirect("report", tray=tray.id)
    elif request.method == "GET":
        values |= {"book": request.GET.get("book", ""), "authority": _authority(desk), "texts": "yes"}
    told = {
        "trays": list(shared(desk, REPORTS)),
        "books": [(title_of(one, speech), one.id, one) for one in books],
        "values": values,
        "errors": errors,
        "may_write": may_write,
    }
    return render(request, "reports/reports.html", told, status=409 if errors else 200)


def _authority(desk: Desk) -> str:
    return next((one.told["authority"] for one in shared(desk, REPORTS)), "")


def _new(request: Asked, books: list[Tray], values: dict[str, str], errors: Errors) -> Tray | None:
    """Begin a report from what was said; None, where something is missing."""
    desk, speech = request.desk, request.speech
    book = next((one for one in books if one.id == values["book"]), None)
    if book is None:
        errors.append(("book", speech.say("Choose the figure book to draft from.")))
    if not values["authority"]:
        errors.append(("authority", speech.say("Say whose report it is.")))
    if errors or book is None:
        return None
    title = speech.say("{authority}, {year}", authority=values["authority"], year=book.told["year"])
    said = {"title": title, "year": book.told["year"], "book": book.id, "by": desk.name}
    tray = shared(desk, REPORTS).new(desk.now, **said, authority=values["authority"], addressee=values["addressee"])
    take_book(tray, book.results / BOOK_FOLDER / "book.json")
    if values["texts"] == "yes" and (book.files / RETURNED).is_dir():
        shutil.copytree(book.files / RETURNED, tray.files / MATERIALS)
    if request.FILES.get(MATERIALS):
        take_in(request, MATERIALS, tray.intake(MATERIALS), errors, speech)
    if errors:
        tray.forget()
        return None
    begin(tray, draft_report, speech, at=moment(desk.now))
    return tray


@page("reports/<slug:tray>/", name="report", roles=READING)
def report(request: Asked, tray: str) -> HttpResponse:
    """The text as it will print with its numbers underlined; beside it what is asked about; on top what is left."""
    found, speech = tray_of(shared(request.desk, REPORTS), tray), request.speech
    try:
        of = opened(found)
    except LookupError:
        return render(request, "handed_in/waiting.html", _waiting(found))
    told = {**around(request, of), **paper_of(of, request.GET.get("cut", ""), speech)}
    key = request.GET.get("figure", "")
    told |= {"one": figure(of.report, key, speech) if key else None, "asked": key}
    return render(request, "reports/report.html", told)


def around(request: Asked, of: OpenReport) -> dict[str, Any]:
    """What every page of a report shows: its title, the bar on top, who may do what."""
    speech = request.speech
    checked = of.checked(speech)
    good = isinstance(checked, Checked)
    return {
        "of": of,
        "tray": of.tray,
        "title": of.title,
        "version": of.version,
        "progress": of.tray.progress,
        "bar": bar(checked, of.report, speech) if isinstance(checked, Checked) else [],
        "left": len(left(checked, of.report.releases)) if isinstance(checked, Checked) else 0,
        "points": point_lines(checked, of.report.releases, speech) if isinstance(checked, Checked) else [],
        "broken_token": "" if good else checked,
        "issued": of.tray.told.get("issued"),
        "may_write": bool(WRITING & request.desk.roles),
        "traced": len(checked.traced) if isinstance(checked, Checked) else 0,
    }


def paper_of(of: OpenReport, cut: str, speech: Language) -> dict[str, Any]:
    """The pieces of a cut, told; the working copy where none is named. Only that is edited."""
    which = Cut(cut) if cut in [one.value for one in Cut] else Cut.WORKING
    checked = of.checked(speech)
    answered = {one.key for one in of.report.releases}
    points = [] if isinstance(checked, str) else [one for one in checked.points if one.key not in answered]
    telling = Telling(by_line(points), lights_of_figures(of.report))
    try:
        paper = lay_out(of.report.draft, of.report.figures, of.report.year, of=which)
    except UnknownToken:
        return {"pieces": [], "cut": which, "cuts": _cuts(which, speech), "editable": True, "raw": of.version.lines}
    told = {"pieces": list(telling.pieces(paper)), "cut": which, "cuts": _cuts(which, speech)}
    return {**told, "editable": which is Cut.WORKING, "raw": None, "withheld": paper.withheld}


def _cuts(which: Cut, speech: Language) -> list[tuple[str, str, str]]:
    return [(one.value, tell_cut(one, speech), f"?cut={one.value}") for one in Cut]


@page("reports/<slug:tray>/figure/", name="report_figure", roles=READING, kind=Kind.FRAGMENT)
def report_figure(request: Asked, tray: str) -> HttpResponse:
    """What a number of the text opens: value, last year, definition, origin, checks, rows."""
    of, key = open_report(request, tray), request.GET.get("figure", "")
    told = {"one": figure(of.report, key, request.speech), "asked": key, "tray": of.tray}
    return render(request, "reports/beside.html", told)


@page("reports/<slug:tray>/progress/", name="report_progress", roles=READING, kind=Kind.FRAGMENT)
def report_progress(request: Asked, tray: str) -> HttpResponse:
    """How far drafting, rendering or issuing is."""
    found = tray_of(shared(request.desk, REPORTS), tray)
    return show_progress(request, found, reverse("report_progress", kwargs={"tray": tray}))


@page("reports/<slug:tray>/rows/<slug:figure>.csv", name="report_rows", roles=READING, kind=Kind.EXPORT)
def report_rows(request: Asked, tray: str, figure: str) -> HttpResponse:
    """All rows behind a figure of the report's book."""
    from yifa.interfaces.office.handed_in.handing_out import send_file  # noqa: PLC0415 - its name is taken above

    of = open_report(request, tray)
    path = of.report.rows / "rows" / f"{figure}.csv"
    if figure not in of.report.figures or not path.is_file():
        raise Http404
    return send_file(path)


@page("reports/<slug:tray>/files/<path:file>", name="report_file", roles=READING, kind=Kind.EXPORT)
def report_file(request: Asked, tray: str, file: str) -> HttpResponse:
    """A paper; `issued.zip` is all that was issued with what it was made from, `papers.zip` the papers to look at."""
    found = tray_of(shared(request.desk, REPORTS), tray)
    folder = ARCHIVES.get(file.removesuffix(".zip")) if file.endswith(".zip") else None
    if folder is not None:
        return send_folder(found.results / folder, f"{found.told['year']}-{folder}.zip")
    return send(found, file)


@page("reports/<slug:tray>/forget/", name="forget_report", roles=WRITING, methods=("POST",))
def forget_report(request: Asked, tray: str) -> HttpResponse:
    """Delete a report with all its versions and papers; one that was issued stays."""
    found = tray_of(shared(request.desk, REPORTS), tray)
    if found.told.get("issued"):
        messages.error(request, request.speech.say("It was issued, and stays."))
        return redirect("report", tray=tray)
    found.forget()
    messages.success(request, request.speech.say("Deleted, with everything that came of it."))
    return redirect("reports")


def _waiting(found: Tray) -> dict[str, Any]:
    if found.progress.state is State.NONE:
        raise Http404
    return {
        "tray": found,
        "title": found.told["title"],
        "progress": found.progress,
        "address": reverse("report_progress", kwargs={"tray": found.id}),
        "back": reverse("reports"),
        "forget": reverse("forget_report", kwargs={"tray": found.id}),
    }
