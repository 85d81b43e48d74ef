"""What `yifa report draft` and `yifa report check` do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yifa.interfaces.cli.books_and_folders import opened_book
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.figure_telling import tell_measure_id
from yifa.law.catalogue.report_outline import outline
from yifa.oversight.reporting.checking import Checked, check_draft
from yifa.oversight.reporting.drafting import Material, draft
from yifa.oversight.reporting.materials import NotAPaper, read_materials
from yifa.oversight.reporting.tokens import UnknownToken, figures_of, filled
from yifa.wording import Language

CONTEXT = 12
"""Characters before an untraced number that are shown."""


def write_draft(
    shell: Shell, *, book: Path, authority: str, materials: Path | None, numbers: bool, out: Path | None
) -> int:
    """Draft the report of a book; returns the exit code."""
    speech = shell.speech
    data = opened_book(book, speech)
    figures = figures_of(data)
    year = date.fromisoformat(data["period"]["last"]).year
    made = draft(outline(), figures, authority=authority, year=year, materials=_materials(materials, speech))
    text = filled(made.text, figures) if numbers else made.text
    if out is None:
        click.echo(text, nl=False)
        return 0
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be written: {error}", path=out, error=tell_os_error(error, speech))
        ) from None
    click.echo(
        speech.say(
            "{tokens} figures stand in the text, {missing} are missing, {parts} parts are not written yet.",
            tokens=len(made.tokens),
            missing=len(made.missing),
            parts=len(made.unwritten),
        )
    )
    for id_ in made.missing:
        click.echo(f"  ◌ {tell_measure_id(id_, speech)}")
    click.echo(out)
    return 0


def check(shell: Shell, *, draft: Path, book: Path) -> int:
    """Check a draft; 1 while anything stands in the way of issuing it."""
    speech = shell.speech
    figures = figures_of(opened_book(book, speech))
    try:
        found = check_draft(draft.read_text(encoding="utf-8"), figures, speech=speech)
    except UnknownToken as error:
        raise Trouble(
            speech,
            speech.say("{token} is a token the book has no figure for", token=error),
            speech.say("give the book the draft was made from, or mark what is missing"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        told = tell_os_error(error, speech) if isinstance(error, OSError) else str(error)
        raise Trouble(speech, speech.say("{path} cannot be read: {error}", path=draft, error=told)) from None
    _tell(found, speech)
    return 0 if found.clean else 1


def _tell(found: Checked, speech: Language) -> None:
    say = speech.say
    click.echo(
        say(
            "{traced} numbers from the book, {untraced} untraced; {doubts} contradicted, {gaps} gaps, {parts} absent.",
            traced=len(found.traced),
            untraced=len(found.untraced),
            doubts=len(found.contradictions),
            gaps=len(found.gaps),
            parts=len(found.absent),
        )
    )
    for one in found.untraced:
        before = found.text[max(0, one.start - CONTEXT) : one.start].replace("\n", " ")
        click.echo("  ▲ " + say("untraced: {before}【{number}】", before=before, number=one.text))
    for check_ in found.contradictions:
        click.echo(f"  ▲ {check_.message}")
    for check_ in found.absent:
        click.echo(f"  ◆ {check_.message}")
    for gap in found.gaps:
        click.echo(f"  ◌ {gap}")
    for id_ in found.open:
        click.echo("  ◌ " + say("{measure}: the data leave something open", measure=tell_measure_id(id_, speech)))


def _materials(folder: Path | None, speech: Language) -> list[Material]:
    if folder is None:
        return []
    try:
        return list(read_materials(folder))
    except NotAPaper as error:
        raise Trouble(speech, speech.say("{file} cannot be read as a paper of texts", file=error.file)) from None
