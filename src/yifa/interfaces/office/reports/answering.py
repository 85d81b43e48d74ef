"""Answering for points of a report, by name, with post and reason; and setting another book below it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.figure_telling import tell_measure_id
from yifa.interfaces.office.alone_desk import AloneDesk
from yifa.interfaces.office.books.pages import title_of
from yifa.interfaces.office.books.told import read_book
from yifa.interfaces.office.books.work import BOOK as BOOK_FOLDER
from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.receiving import Errors
from yifa.interfaces.office.handed_in.shelves import BOOKS, shared, tray_of
from yifa.interfaces.office.reports.opening import OpenReport, open_report
from yifa.interfaces.office.reports.pages import READING, WRITING, around
from yifa.interfaces.office.reports.versions import ChangedMeanwhile
from yifa.interfaces.office.reports.work import take_book
from yifa.interfaces.office.role_words import tell_role
from yifa.interfaces.reporting.opened_report import RELEASES, SOURCES, beside, seal_of
from yifa.interfaces.trays.progress import put
from yifa.oversight.reporting.releasing import CannotRelease, release, releases_bytes
from yifa.oversight.reporting.sources import make_sources, sources_bytes, told_otherwise
from yifa.oversight.reporting.tokens import figures_of
from yifa.record.access.choices import RoleName
from yifa.wording import Language


@page("reports/<slug:tray>/points/", name="report_points", roles=READING, methods=("GET", "POST"))
def report_points(request: Asked, tray: str) -> HttpResponse:
    """Every point of the check; who is signed in answers for some of them, with a reason that is printed."""
    of, speech, errors = open_report(request, tray), request.speech, Errors()
    values = {name: request.POST.get(name, "").strip() for name in ("reason", "by", "post")}
    keys = request.POST.getlist("point")
    if request.method == "POST":
        _answer(request, of, keys, values, errors)
        if not errors:
            messages.success(
                request,
                speech.count("{by} answers for {n} point.", "{by} answers for {n} points.", len(keys), by=values["by"]),
            )
            return redirect("report_points", tray=tray)
    else:
        values = {"reason": "", "by": request.desk.name, "post": _post(request, speech)}
    told = {"values": values, "errors": errors, "chosen": keys, "alone": isinstance(request.desk, AloneDesk)}
    return render(request, "reports/points.html", {**around(request, of), **told}, status=409 if errors else 200)


def _post(request: Asked, speech: Language) -> str:
    desk = request.desk
    role = RoleName.LEADER if RoleName.LEADER in desk.roles else RoleName.REPORT_WRITER
    return desk.posts[0] if desk.posts else "" if isinstance(desk, AloneDesk) else tell_role(role, speech)


def _answer(request: Asked, of: OpenReport, keys: list[str], values: dict[str, str], errors: Errors) -> None:
    """Write down who answers; whoever is signed in cannot answer in another's name."""
    say, desk = request.speech.say, request.desk
    if not isinstance(desk, AloneDesk):
        values |= {"by": desk.name, "post": _post(request, request.speech)}
    for name, words in (
        ("reason", say("Say why it goes out all the same.")),
        ("by", say("Say who answers for it.")),
        ("post", say("Say in which post.")),
    ):
        if not values[name]:
            errors.append((name, words))
    if not keys:
        errors.append(("points", say("Choose the points that are answered for.")))
    checked = of.checked(request.speech)
    if errors or isinstance(checked, str):
        return
    try:
        new = release(checked, keys, by=values["by"], post=values["post"], reason=values["reason"], day=desk.today)
    except CannotRelease:
        errors.append(("points", say("Nobody can answer for one of these, or it is not there any more; look again.")))
        return
    put(beside(of.report.path, RELEASES), releases_bytes((*of.report.releases, *new)))


@page("reports/<slug:tray>/book/", name="report_book", roles=WRITING, methods=("GET", "POST"))
def report_book(request: Asked, tray: str) -> HttpResponse:
    """Set another book below a report, made since: its words stay, its numbers are those of the book."""
    of, desk, speech = open_report(request, tray), request.desk, request.speech
    books = [one for one in shared(desk, BOOKS) if (one.results / BOOK_FOLDER / "book.json").is_file()]
    chosen = request.POST.get("book") or request.GET.get("book") or of.tray.told["book"]
    book = next((one for one in books if one.id == chosen), None)
    if request.method == "POST":
        if book is None:
            raise Http404
        _rebind(of, tray_of(shared(desk, BOOKS), book.id).results / BOOK_FOLDER / "book.json", request)
        return redirect("report", tray=tray)
    turned = []
    if book is not None and of.report.sources is not None:
        figures = figures_of(read_book(book.results / BOOK_FOLDER / "book.json"))
        turned = [
            (tell_measure_id(one.id, speech), one.before or "—", one.after or "—")
            for one in told_otherwise(of.report.sources, figures)
            if one.id in of.version.text
        ]
    told = {"books": [(title_of(one, speech), one.id, one) for one in books], "chosen": chosen, "turned": turned}
    return render(request, "reports/book.html", {**around(request, of), **told, "found": book is not None})


def _rebind(of: OpenReport, book: Path, request: Asked) -> None:
    """The report bound to another book; the version says so."""
    desk, speech = request.desk, request.speech
    old = of.report.sources
    try:
        of.versions.write(of.version.text, by=desk.name, at=desk.now, what="rebound", upon=of.version.number)
    except ChangedMeanwhile:
        messages.error(request, speech.say("Somebody wrote meanwhile; look again."))
        return
    data = read_book(book)
    authority, materials = of.tray.told["authority"], () if old is None else old.materials
    new, _ = make_sources(authority, int(data["period"]["last"][:4]), seal_of(data), materials, figures_of(data))
    put(
        beside(of.report.path, SOURCES),
        sources_bytes(replace(new, drafted="" if old is None else old.drafted)),
    )
    take_book(of.tray, book)
    messages.success(request, speech.say("The report says the numbers of the book made last."))
