"""The work on a report: draft it from a book and offices' papers, render its cuts, issue it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from yifa.interfaces.documents.fonts import Fonts, NoFonts, find_fonts, tell_replaced
from yifa.interfaces.office.handed_in.working import CannotBeDone
from yifa.interfaces.office.reports.opening import OpenReport, folder_of, opened
from yifa.interfaces.office.reports.versions import Version, Versions
from yifa.interfaces.reporting.opened_report import BOOK, DRAFT, SOURCES, beside, seal_of
from yifa.interfaces.reporting.papers import FORMATS, NAMES, issue_papers, papers
from yifa.interfaces.trays.progress import Reporter
from yifa.interfaces.trays.tray import Tray
from yifa.law.catalogue.report_outline import outline
from yifa.oversight.reporting.book_data import ROWS
from yifa.oversight.reporting.canonical import NotSealed, digest
from yifa.oversight.reporting.canonical import opened as opened_seal
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.drafting import draft
from yifa.oversight.reporting.issuing import KEPT, MANIFEST, manifest_bytes
from yifa.oversight.reporting.laid_out import Issue, lay_out
from yifa.oversight.reporting.materials import NotAPaper, read_materials
from yifa.oversight.reporting.releasing import left
from yifa.oversight.reporting.sources import sources_bytes
from yifa.oversight.reporting.tokens import UnknownToken, figures_of
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Organ
from yifa.record.reports.actions import issue as issue_of_organ
from yifa.wording import Language

MATERIALS = "materials"
"""Where offices' papers lie among what was handed in."""
PAPERS, ISSUED, BEFORE = "稿件", "印发", "以前印发"
"""The folders of papers to look at, of what was issued, and of what was issued before that."""


def take_book(tray: Tray, book: Path) -> None:
    """Put a book with its rows beside a report, so that it holds whatever becomes of the book. Raises `OSError`."""
    folder = folder_of(tray)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / ROWS, ignore_errors=True)
    if (book.parent / ROWS).is_dir():
        shutil.copytree(book.parent / ROWS, folder / ROWS)
    shutil.copyfile(book, folder / BOOK)


def draft_report(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    """Draft the report of a tray, whose book lies there; what offices wrote is put where it belongs."""
    say, folder = speech.say, folder_of(tray)
    if Versions(folder).numbers():  # it was done, and died before it could say so; somebody may have written since
        return
    try:
        data = opened_seal((folder / BOOK).read_bytes())
    except (OSError, NotSealed):
        raise CannotBeDone(say("There is no figure book to draft from, or it was changed.")) from None
    report(say("Reading what offices wrote"))
    try:
        materials = [one for place in (tray.files / MATERIALS,) if place.is_dir() for one in read_materials(place)]
    except NotAPaper as error:
        raise CannotBeDone(say("{file} cannot be read as a paper of texts", file=error.file)) from None
    report(say("Drafting"))
    made = draft(
        outline(),
        figures_of(data),
        authority=tray.told["authority"],
        addressee=tray.told["addressee"],
        year=int(data["period"]["last"][:4]),
        materials=materials,
        book=seal_of(data),
    )
    beside(folder / DRAFT, SOURCES).write_bytes(sources_bytes(made.sources))
    Versions(folder).keep(Version(1, made.text, tray.told["by"], asked["at"], "drafted"))


def _issue_of(asked: Mapping[str, Any]) -> Issue:
    dated, printed = (date.fromisoformat(asked[name]) if asked.get(name) else None for name in ("dated", "printed"))
    return Issue(asked.get("number", ""), dated, printed)


def _fonts(speech: Language) -> Fonts:
    folder = settings.CONFIGURATION.fonts
    try:
        return find_fonts(folder if folder.parts else None)
    except NoFonts as error:
        words = speech.say("no font with Chinese characters is installed (sought: {font} and others)", font=error)
        raise CannotBeDone(words) from None


def render_papers(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    """Write the working copy and both cuts as Word, PDF and page, to be looked at and sent round; nothing is issued."""
    opened_, issue, fonts = opened(tray), _issue_of(asked), _fonts(speech)
    folder = tray.results / PAPERS
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for place, cut in enumerate((Cut.WORKING, Cut.SUBMITTED, Cut.PUBLIC)):
        report(speech.say("Setting the pages"), place, 3, NAMES[cut])
        try:
            paper = lay_out(opened_.report.draft, opened_.report.figures, opened_.report.year, of=cut, issue=issue)
            for name, data in papers(opened_.report, paper, FORMATS, fonts, speech):
                (folder / name).write_bytes(data)
        except UnknownToken as error:
            raise CannotBeDone(speech.say("{token} is a token the book has no figure for", token=error)) from None
    tray.tell(rendered=opened_.version.number, fonts=tell_replaced(fonts, speech))


def issue_report(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    """Issue a report: only what is clean, or what somebody answers for by name; sealed with all it was made from."""
    opened_, issue = opened(tray), _issue_of(asked)
    found = opened_.checked(speech, issue)
    if isinstance(found, str):
        raise CannotBeDone(speech.say("{token} is a token the book has no figure for", token=found))
    if open_ := left(found, opened_.report.releases):
        words = speech.count(
            "Not issued: {n} point is left. Mend it, or have somebody answer for it.",
            "Not issued: {n} points are left. Mend them, or have somebody answer for them.",
            len(open_),
        )
        raise CannotBeDone(words)
    fonts = _fonts(speech)
    report(speech.say("Setting the pages"))
    made = issue_papers(opened_.report, found, issue, FORMATS, fonts, speech)
    folder = tray.results / ISSUED
    _put_aside(tray)
    (folder / KEPT).mkdir(parents=True)
    for name, content in made.files.items():
        (folder / name).write_bytes(content)
    for name, content in made.kept.items():
        (folder / KEPT / name).write_bytes(content)
    manifest = manifest_bytes(made.manifest)
    (folder / MANIFEST).write_bytes(manifest)
    _record(tray, opened_, asked, issue, digest(manifest))
    _told_issued(tray, opened_, asked, issue, digest(manifest))


def _record(tray: Tray, of: OpenReport, asked: Mapping[str, Any], issue: Issue, seal: str) -> None:
    """Let it stand in the chain of the organ that it was issued; where there is no record, nothing stands anywhere."""
    organ, officer = tray.owner.removeprefix("organ"), asked.get("officer")
    if not organ.isdigit() or officer is None or issue.dated is None:
        return
    actor = Actor(f"officer{officer}", datetime.fromisoformat(asked["at"]))
    issue_of_organ(
        Organ.objects.get(pk=int(organ)),
        year=of.report.year,
        title=of.title[:300],
        number=issue.number,
        dated=issue.dated,
        seal=seal,
        text=of.version.number,
        actor=actor,
    )


def _put_aside(tray: Tray) -> None:
    """Keep what was issued before beside what is issued now."""
    before, folder = tray.told.get("issued"), tray.results / ISSUED
    if before is None or not (folder / MANIFEST).is_file():
        shutil.rmtree(folder, ignore_errors=True)
        return
    aside = tray.results / BEFORE / before["seal"][:12]
    aside.parent.mkdir(exist_ok=True)
    shutil.rmtree(aside, ignore_errors=True)
    folder.replace(aside)


def _told_issued(tray: Tray, of: OpenReport, asked: Mapping[str, Any], issue: Issue, seal: str) -> None:
    tray.tell(
        issued={
            "number": issue.number,
            "dated": None if issue.dated is None else issue.dated.isoformat(),
            "by": asked["by"],
            "at": asked["at"],
            "version": of.version.number,
            "seal": seal,
        },
        issues=[*tray.told.get("issues", ()), {"version": of.version.number, "seal": seal, "at": asked["at"]}],
    )


def moment(now: datetime) -> str:
    """A moment as work is told it."""
    return now.isoformat(timespec="seconds")
