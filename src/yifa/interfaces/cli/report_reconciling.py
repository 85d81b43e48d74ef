"""What `yifa report reconcile` does: bring an edited document back, and tell every number that left its token."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.report_files import SOURCES, beside, open_report, unknown_token, write_file
from yifa.interfaces.documents.edited_docx import NotADocument, read_edited
from yifa.interfaces.report_telling import tell_left
from yifa.oversight.reporting.reconciling import Left
from yifa.oversight.reporting.reconciling import reconcile as bring_back
from yifa.oversight.reporting.tokens import UnknownToken


def reconcile(shell: Shell, *, edited: Path, draft: Path, book: Path | None, out: Path | None, rebind: bool) -> int:
    """Bring a document back; 1 where a number left its token."""
    speech = shell.speech
    report = open_report(draft, book, speech)
    try:
        paper = read_edited(edited)
        found = bring_back(paper, report.draft, report.figures, report.year, sources=report.sources, rebind=rebind)
    except NotADocument:
        raise Trouble(
            speech,
            speech.say("{file} is no Word document (.docx)", file=edited),
            speech.say("save it as .docx in Word, WPS or LibreOffice"),
        ) from None
    except UnknownToken as error:
        raise unknown_token(error, speech) from None
    click.echo(
        speech.say(
            "{kept} numbers kept their tokens, {left} left them.",
            kept=found.kept,
            left=sum(one.how is not Left.MARK for one in found.left),
        )
    )
    for one in found.left:
        click.echo(f"  {'◌' if one.how is Left.REMOVED else '▲'} {tell_left(one, speech)}")
    if out is not None:
        write_file(out, found.draft.encode(), speech)
        sources = beside(report.path, SOURCES)
        if sources.exists() and out.resolve() != report.path.resolve():
            write_file(beside(out, SOURCES), sources.read_bytes(), speech)
        click.echo(out)
    return 1 if found.left else 0
