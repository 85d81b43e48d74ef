"""What `yifa report reconcile` does: bring an edited document back, and tell every number that left its token."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.report_files import SOURCES, beside, open_report, unknown_token, write_file
from yifa.interfaces.documents.edited_docx import NotADocument, read_edited
from yifa.interfaces.figure_telling import tell_measure_id
from yifa.oversight.reporting.reconciling import Left, LeftToken
from yifa.oversight.reporting.reconciling import reconcile as bring_back
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.wording import Language

AROUND = 14
"""Characters on either side of a number that are shown of its paragraph."""


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


def tell_left(one: LeftToken, speech: Language) -> str:
    """One number that left its token, with what stands around it."""
    say = speech.say
    figure = tell_measure_id(one.tag.partition(".")[0], speech) if one.tag and not one.tag.startswith("@") else one.tag
    told = {
        Left.CHANGED: lambda: say(
            "{figure}: {before} was changed to {after}", figure=figure, before=one.before, after=one.after
        ),
        Left.UNBOUND: lambda: say(
            "{figure}: {before} still stands there, but its control is gone", figure=figure, before=one.before
        ),
        Left.REMOVED: lambda: say("{figure}: {before} was taken out", figure=figure, before=one.before),
        Left.TYPED: lambda: say("{after} was typed", after=one.after),
        Left.UNKNOWN: lambda: say(
            "{figure}: nothing goes by that name; {after} stands there", figure=figure, after=one.after
        ),
        Left.MARK: lambda: say("the mark {mark} is gone", mark=one.before),
    }[one.how]()
    if one.paragraph_after and one.after:
        place = one.paragraph_after.find(one.after)
        around = one.paragraph_after[max(0, place - AROUND) : place + len(one.after) + AROUND]
        told = say("{told}: …{around}…", told=told, around=around)
    elif one.paragraph_before and one.before:
        place = one.paragraph_before.find(one.before)
        around = one.paragraph_before[max(0, place - AROUND) : place + len(one.before) + AROUND]
        told = say("{told}; before: …{around}…", told=told, around=around)
    return say("line {line}: {point}", line=one.line, point=told) if one.line > 0 else told
