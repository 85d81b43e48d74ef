"""What `yifa report render` and `verify` do: write the papers of a report, issue it, find what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.report_drafting import tell_check
from yifa.interfaces.cli.report_files import (
    BOOK,
    DRAFT,
    RELEASES,
    SOURCES,
    OpenedReport,
    beside,
    open_report,
    unknown_token,
    write_file,
)
from yifa.interfaces.documents.archive_page import archive_page
from yifa.interfaces.documents.fonts import Fonts, NoFonts, find_fonts, tell_replaced
from yifa.interfaces.documents.report_docx import report_docx
from yifa.interfaces.documents.report_pdf import report_pdf
from yifa.interfaces.leaflets.report_page import Points
from yifa.interfaces.leaflets.report_page import render as render_page
from yifa.oversight.reporting.canonical import NotSealed, digest, sealed
from yifa.oversight.reporting.cuts import Cut, Withheld
from yifa.oversight.reporting.issuing import KEPT, MANIFEST, changed, make_manifest, manifest_bytes, open_manifest
from yifa.oversight.reporting.laid_out import Issue, LaidOut, lay_out
from yifa.oversight.reporting.releasing import left, used
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.wording import CHINESE, ENGLISH, Language, language

FORMATS = ("docx", "pdf", "html")
NAMES = {Cut.WORKING: "工作稿", Cut.SUBMITTED: "报送稿", Cut.PUBLIC: "公开稿"}
ARCHIVE = "档案页.pdf"


def render(
    shell: Shell,
    *,
    draft: Path,
    book: Path | None,
    to: str,
    cut: str | None,
    out: Path | None,
    issue: bool,
    number: str,
    dated: date | None,
    printed: date | None,
) -> int:
    """Write the papers of a report; for issue only what is clean, or what somebody answers for."""
    speech = shell.speech
    report = open_report(draft, book, speech)
    formats = _formats(to, speech)
    folder = out or report.path.parent / ("issued" if issue else "papers")
    of = Issue(number, dated, printed)
    if issue:
        return _issue(shell, report, formats, of, folder)
    which = Cut(cut) if cut else Cut.WORKING
    try:
        paper = lay_out(report.draft, report.figures, report.year, of=which, issue=of)
    except UnknownToken as error:
        raise unknown_token(error, speech) from None
    fonts = _fonts(shell, formats)
    for name, data in papers(report, paper, formats, fonts, shell.speech):
        write_file(folder / name, data, speech)
        click.echo(folder / name)
    return 0


def papers(
    report: OpenedReport, paper: LaidOut, formats: Iterable[str], fonts: Fonts | None, speech: Language
) -> Iterable[tuple[str, bytes]]:
    """The files of one cut, by name."""
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


def _issue(shell: Shell, report: OpenedReport, formats: tuple[str, ...], issue: Issue, folder: Path) -> int:
    speech = shell.speech
    if not issue.number or issue.dated is None:
        raise Trouble(
            speech,
            speech.say("a report is issued with a number and a day"),
            speech.say("give both: --number 青政报〔2026〕3号 --dated 2026-01-20"),
        )
    found = report.checked(speech, issue)
    if open_ := left(found, report.releases):
        tell_check(found, report.releases, speech)
        click.echo(
            speech.say(
                "Not issued: {count} points are left. Mend them in the draft, or have somebody answer for them with "
                "`yifa report release`.",
                count=len(open_),
            )
        )
        return 1
    fonts = _fonts(shell, ("pdf",))
    if fonts is None:
        return 1
    releases = used(found, report.releases)
    files: dict[str, bytes] = {}
    sent = found.laid_out[Cut.SUBMITTED]
    for which in (Cut.SUBMITTED, Cut.PUBLIC):
        paper = found.laid_out.get(which) or lay_out(report.draft, report.figures, report.year, of=which, issue=issue)
        files |= dict(papers(report, paper, formats, fonts, speech))
    digests = {name: digest(data) for name, data in files.items()}
    files[ARCHIVE] = archive_page(
        found, report.figures, year=report.year, book=report.seal, files=digests, releases=releases, fonts=fonts
    )
    kept = _kept(report)
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
    for name, data in files.items():
        write_file(folder / name, data, speech)
        click.echo(folder / name)
    for name, data in kept.items():
        write_file(folder / KEPT / name, data, speech)
    write_file(folder / MANIFEST, manifest_bytes(manifest), speech)
    click.echo(folder / MANIFEST)
    withheld = len(manifest.withheld)
    click.echo(
        speech.say(
            "Issued: {title}. {released} points released, {withheld} stretches withheld "
            "from the cut that is published.",
            title=sent.title,
            released=len(releases),
            withheld=withheld,
        )
    )
    return 0


def _kept(report: OpenedReport) -> dict[str, bytes]:
    """What the report was made from, as it lies beside it."""
    kept = {DRAFT: report.draft.encode(), BOOK: sealed(report.book)}
    for ending in (SOURCES, RELEASES):
        path = beside(report.path, ending)
        if path.exists():
            kept[f"draft{ending}"] = path.read_bytes()
    return kept


def _fonts(shell: Shell, formats: Iterable[str]) -> Fonts | None:
    """The fonts where a PDF is wanted, and one line on those replaced."""
    if "pdf" not in formats:
        return None
    try:
        fonts = find_fonts(shell.fonts)
    except NoFonts as error:
        raise Trouble(
            shell.speech,
            shell.speech.say("no font with Chinese characters is installed (sought: {font} and others)", font=error),
            shell.speech.say("put one in a folder and name that in YIFA_FONTS"),
        ) from None
    if told := tell_replaced(fonts, shell.speech):
        click.echo(told, err=True)
    return fonts


def _formats(to: str, speech: Language) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(one.strip().lower() for one in to.split(",") if one.strip()))
    if not asked or (unknown := [one for one in asked if one not in FORMATS]):
        raise Trouble(
            speech,
            speech.say("{format} is no form of paper", format="、".join(unknown) if asked else to),
            speech.say("choose among docx, pdf and html"),
        )
    return asked


def verify(shell: Shell, *, folder: Path) -> int:
    """Whether the files of an issued report are as they were, and the report comes out the same again."""
    speech = shell.speech
    try:
        manifest = open_manifest((folder / MANIFEST).read_bytes())
    except (OSError, NotSealed, KeyError) as error:
        raise Trouble(
            speech, speech.say("{path} is no manifest of an issued report", path=folder / MANIFEST)
        ) from error
    files = _read(folder, manifest.files)
    kept = _read(folder / KEPT, manifest.kept)
    names = changed(manifest, files, kept)
    for name in names:
        said = speech.say("{file} is missing or was changed", file=name)
        click.echo(f"  ▲ {said}")
    if any(name.startswith(KEPT) for name in names):
        return 1
    report = open_report(folder / KEPT, None, speech)
    found = report.checked(speech, manifest.issue)
    again = make_manifest(
        found,
        year=manifest.year,
        issue=manifest.issue,
        book=report.seal,
        files=files,
        kept=kept,
        releases=used(found, report.releases),
        fonts=manifest.fonts,
    )
    if again.texts != manifest.texts:
        said = speech.say("the text made from what was kept is not the one that was issued")
        click.echo(f"  ▲ {said}")
        return 1
    if not names:
        click.echo(
            speech.say(
                "{count} files are as they were issued; the text comes out the same again.", count=len(manifest.files)
            )
        )
    return 1 if names else 0


def _read(folder: Path, names: Mapping[str, str]) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
