"""Papers of a report: setting them to look at, issuing them, and bringing back what was edited in Word."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.documents.edited_docx import NotADocument, read_edited
from yifa.interfaces.office.alone_desk import AloneDesk
from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.handing_out import made_of
from yifa.interfaces.office.handed_in.receiving import Errors, take_in
from yifa.interfaces.office.handed_in.working import begin
from yifa.interfaces.office.reports.editing import changes
from yifa.interfaces.office.reports.in_chain import standing_of
from yifa.interfaces.office.reports.opening import OpenReport, open_report
from yifa.interfaces.office.reports.pages import READING, WRITING, around
from yifa.interfaces.office.reports.versions import ChangedMeanwhile
from yifa.interfaces.office.reports.work import ISSUED, PAPERS, issue_report, moment, render_papers
from yifa.interfaces.report_telling import tell_left
from yifa.oversight.reporting.reconciling import Left, reconcile
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.wording import Language

EDITED = "edited"
"""Where documents that came back lie among what was handed in."""
BACK = "brought-back.json"


@page("reports/<slug:tray>/papers/", name="report_papers", roles=READING, methods=("GET", "POST"))
def report_papers(request: Asked, tray: str) -> HttpResponse:
    """The papers of a report: both cuts as Word, PDF and page; issuing them with number and day."""
    of, desk, speech, errors = open_report(request, tray), request.desk, request.speech, Errors()
    issued = of.tray.told.get("issued") or {}
    values = {name: request.POST.get(name, "").strip() for name in ("number", "dated", "printed")}
    if request.method == "POST" and WRITING & desk.roles and not of.tray.progress.goes_on:
        issue = request.POST.get("do") == "issue"
        _wrong(values, errors, speech, issue=issue)
        if not errors:
            work = issue_report if issue else render_papers
            officer = None if isinstance(desk, AloneDesk) else desk.officer.id
            begin(of.tray, work, speech, **values, by=desk.name, officer=officer, at=moment(desk.now))
            return redirect("report_papers", tray=tray)
    elif request.method == "GET":
        values = {"number": issued.get("number", ""), "dated": issued.get("dated") or "", "printed": ""}
    made = made_of(of.tray)
    told: dict[str, Any] = {
        "values": values,
        "errors": errors,
        "papers": [one for one in made if one.name.startswith(f"{PAPERS}/")],
        "issued_files": [one for one in made if one.name.startswith(f"{ISSUED}/") and one.name.count("/") == 1],
        "rendered": of.tray.told.get("rendered"),
        "fonts": of.tray.told.get("fonts", ""),
        "address": reverse("report_progress", kwargs={"tray": tray}),
        "standing": standing_of(of.tray),
    }
    return render(request, "reports/papers.html", {**around(request, of), **told}, status=409 if errors else 200)


def _wrong(values: dict[str, str], errors: Errors, speech: Language, *, issue: bool) -> None:
    say = speech.say
    for name in ("dated", "printed"):
        try:
            date.fromisoformat(values[name] or "2000-01-01")
        except ValueError:
            errors.append((name, say("The day cannot be read; expected one such as 2026-03-02.")))
    if issue and not values["number"]:
        errors.append(("number", say("A report is issued with a number, such as 青政报〔2026〕3号.")))
    if issue and not values["dated"]:
        errors.append(("dated", say("A report is issued with its day.")))


@page("reports/<slug:tray>/edited/", name="report_edited", roles=WRITING, methods=("GET", "POST"))
def report_edited(request: Asked, tray: str) -> HttpResponse:
    """A document that was edited in Word, WPS or LibreOffice: what changed, and every number that left its token."""
    of, speech, errors = open_report(request, tray), request.speech, Errors()
    if request.method == "POST" and request.POST.get("do") == "take":
        return _take(request, of)
    if request.method == "POST":
        taken = take_in(request, EDITED, of.tray.intake(EDITED, replacing=True), errors, speech)
        if not taken and not errors:
            errors.append((EDITED, speech.say("Choose the document first.")))
        if not errors:
            _bring_back(request, of, errors)
    back = of.tray.page(BACK)
    shown = None if errors or back is None or back["upon"] != of.version.number else back
    old = None if errors or back is None or back["upon"] == of.version.number else back
    told = {
        "errors": errors,
        "back": shown,
        "too_old": old is not None,
        "changes": changes(of.version.lines, shown["draft"].split("\n")) if shown else [],
    }
    return render(request, "reports/edited.html", {**around(request, of), **told}, status=409 if errors else 200)


def _bring_back(request: Asked, of: OpenReport, errors: Errors) -> None:
    """Read the document that came last and keep what it comes to until somebody takes it."""
    speech = request.speech
    folder: Path = of.tray.files / EDITED
    last = max(folder.rglob("*.docx"), key=lambda path: path.stat().st_mtime_ns, default=None)
    if last is None:
        errors.append((EDITED, speech.say("Save it as .docx in Word, WPS or LibreOffice.")))
        return
    try:
        found = reconcile(
            read_edited(last),
            of.report.draft,
            of.report.figures,
            of.report.year,
            sources=of.report.sources,
            rebind=request.POST.get("rebind") == "yes",
        )
    except NotADocument:
        errors.append((EDITED, speech.say("{file} is no Word document (.docx)", file=last.name)))
        return
    except UnknownToken as error:
        errors.append((EDITED, speech.say("{token} is a token the book has no figure for", token=error)))
        return
    of.tray.keep_page(
        BACK,
        {
            "file": last.name,
            "upon": of.version.number,
            "draft": found.draft,
            "kept": found.kept,
            "left": [
                {"light": "open" if one.how is Left.REMOVED else "red", "words": tell_left(one, speech)}
                for one in found.left
            ],
        },
    )


def _take(request: Asked, of: OpenReport) -> HttpResponse:
    """Take what was brought back as the new version, upon the one it was held against."""
    speech, back = request.speech, of.tray.page(BACK)
    if back is not None:
        try:
            made = of.versions.write(
                back["draft"], by=request.desk.name, at=request.desk.now, what="reconciled", upon=back["upon"]
            )
            messages.success(request, speech.say("Kept as version {number}.", number=made.number))
            return redirect("report", tray=of.tray.id)
        except ChangedMeanwhile as error:
            words = speech.say(
                "{by} wrote meanwhile (version {number}); hand the document in once more to see it against that.",
                by=error.last.by or "—",
                number=error.last.number,
            )
            messages.error(request, words)
    return redirect("report_edited", tray=of.tray.id)
