"""The papers of a report: Word, PDF and page of a cut, and all that is written when it is issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yifa.interfaces.documents.archive_page import archive_page
from yifa.interfaces.documents.fonts import Fonts
from yifa.interfaces.documents.report_docx import report_docx
from yifa.interfaces.documents.report_pdf import report_pdf
from yifa.interfaces.leaflets.report_page import Points
from yifa.interfaces.leaflets.report_page import render as render_page
from yifa.interfaces.reporting.opened_report import BOOK, DRAFT, RELEASES, SOURCES, OpenedReport, beside
from yifa.oversight.reporting.canonical import digest, sealed
from yifa.oversight.reporting.checking import Checked
from yifa.oversight.reporting.cuts import Cut, Withheld
from yifa.oversight.reporting.issuing import Manifest, make_manifest
from yifa.oversight.reporting.laid_out import Issue, LaidOut, lay_out
from yifa.oversight.reporting.releasing import used
from yifa.wording import CHINESE, ENGLISH, Language, language

FORMATS = ("docx", "pdf", "html")
NAMES = {Cut.WORKING: "工作稿", Cut.SUBMITTED: "报送稿", Cut.PUBLIC: "公开稿"}
ARCHIVE = "档案页.pdf"


def papers(
    report: OpenedReport, paper: LaidOut, formats: Iterable[str], fonts: Fonts | None, speech: Language
) -> Iterator[tuple[str, bytes]]:
    """The files of one cut, by name; a PDF only where there are fonts."""
    name = NAMES[paper.cut]
    for one in formats:
        if one == "docx":
            yield f"{name}.docx", report_docx(paper, report.figures)
        elif one == "pdf" and fonts is not None:
            yield f"{name}.pdf", report_pdf(paper, fonts)
        elif one == "html":
            yield f"{name}.html", _page(report, paper, speech).encode()


def _page(report: OpenedReport, paper: LaidOut, speech: Language) -> str:
    """The page of a cut; that of the working copy says what the check found and what will be withheld."""
    points: Points = ()
    withheld: Sequence[Withheld] = ()
    if paper.cut is Cut.WORKING:
        zh, en = (report.checked(language(tag)) for tag in (CHINESE, ENGLISH))
        points = list(zip(zh.points, en.points, strict=True))
        withheld = zh.laid_out[Cut.PUBLIC].withheld if Cut.PUBLIC in zh.laid_out else ()
    return render_page(
        paper,
        report.book,
        report.rows,
        sources=report.sources,
        seal=report.seal,
        points=points,
        withheld=withheld,
        lang=speech.tag,
    )


@dataclass(frozen=True)
class Issued:
    """What is written when a report is issued: its files, what it was made from, and the manifest of both."""

    files: dict[str, bytes]
    kept: dict[str, bytes]
    manifest: Manifest


def issue_papers(
    report: OpenedReport, found: Checked, issue: Issue, formats: Sequence[str], fonts: Fonts, speech: Language
) -> Issued:
    """The papers of both cuts, the archive page, the manifest; `found`: the check of this issue, with nothing left."""
    releases = used(found, report.releases)
    files: dict[str, bytes] = {}
    for which in (Cut.SUBMITTED, Cut.PUBLIC):
        paper = found.laid_out.get(which) or lay_out(report.draft, report.figures, report.year, of=which, issue=issue)
        files |= dict(papers(report, paper, formats, fonts, speech))
    digests = {name: digest(data) for name, data in files.items()}
    files[ARCHIVE] = archive_page(
        found, report.figures, year=report.year, book=report.seal, files=digests, releases=releases, fonts=fonts
    )
    kept = made_from(report)
    manifest = make_manifest(
        found,
        year=report.year,
        issue=issue,
        book=report.seal,
        files=files,
        kept=kept,
        releases=releases,
        fonts=fonts.told,
    )
    return Issued(files, kept, manifest)


def made_from(report: OpenedReport) -> dict[str, bytes]:
    """What the report was made from, as it lies beside it."""
    kept = {DRAFT: report.draft.encode(), BOOK: sealed(report.book)}
    for ending in (SOURCES, RELEASES):
        path = beside(report.path, ending)
        if path.exists():
            kept[f"draft{ending}"] = path.read_bytes()
    return kept
