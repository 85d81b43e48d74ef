"""What `yifa report render` and `verify` do: write the papers of a report, issue it, find what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.report_drafting import tell_check
from yifa.interfaces.cli.report_files import (
    OpenedReport,
    open_report,
    unknown_token,
    write_file,
)
from yifa.interfaces.documents.fonts import Fonts, NoFonts, find_fonts, tell_replaced
from yifa.interfaces.reporting.papers import FORMATS, issue_papers, papers
from yifa.oversight.reporting.canonical import NotSealed
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.issuing import KEPT, MANIFEST, changed, make_manifest, manifest_bytes, open_manifest
from yifa.oversight.reporting.laid_out import Issue, lay_out
from yifa.oversight.reporting.releasing import left, used
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.wording import Language


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
    made = issue_papers(report, found, issue, formats, fonts, speech)
    files, kept, manifest = made.files, made.kept, made.manifest
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
            title=manifest.title,
            released=len(manifest.releases),
            withheld=withheld,
        )
    )
    return 0


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
