"""What `yifa report draft`, `update`, `check` and `release` do."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from yifa.interfaces.cli.books_and_folders import opened_book
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.report_files import BOOK, RELEASES, SOURCES, beside, open_report, seal_of, write_file
from yifa.interfaces.figure_telling import tell_measure_id
from yifa.interfaces.report_telling import sign_of_point, tell_point
from yifa.law.catalogue.report_outline import outline
from yifa.oversight.reporting.canonical import NotSealed, digest
from yifa.oversight.reporting.checking import Checked, Fault
from yifa.oversight.reporting.drafting import credited, draft
from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.materials import NotAPaper, read_materials
from yifa.oversight.reporting.releasing import CannotRelease, Release, left, release, releases_bytes, used
from yifa.oversight.reporting.sources import make_sources, open_sources, sources_bytes, told_otherwise
from yifa.oversight.reporting.tokens import figures_of, filled, read_tokens
from yifa.wording import Language


def write_draft(
    shell: Shell,
    *,
    book: tuple[str, ...],
    authority: str,
    addressee: str,
    materials: Path | None,
    numbers: bool,
    overwrite: bool,
    out: Path | None,
) -> int:
    """Draft the report of a book; returns the exit code."""
    speech = shell.speech
    path = _book_path(book, speech)
    data = opened_book(path, speech)
    figures = figures_of(data)
    year = date.fromisoformat(data["period"]["last"]).year
    if len(book) > 1 and book[0] != str(year):
        raise Trouble(speech, speech.say("{path} is the book of {year}", path=path, year=year))
    made = draft(
        outline(),
        figures,
        authority=authority,
        addressee=addressee,
        year=year,
        materials=_materials(materials, speech),
        book=seal_of(data),
    )
    text = filled(made.text, figures, year) if numbers else made.text
    if out is None:
        click.echo(text, nl=False)
        return 0
    if not overwrite and _edited(out):
        raise Trouble(
            speech,
            speech.say("{path} has been edited since it was drafted", path=out),
            speech.say("name another file, bind this one with `yifa report update`, or add --overwrite"),
        )
    write_file(out, text.encode(), speech)
    if not numbers:
        write_file(beside(out, SOURCES), sources_bytes(made.sources), speech)
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
    if made.left_out:
        names = speech.list([tell_measure_id(id_, speech) for id_ in made.left_out])
        click.echo(speech.say("Sentences left out because nothing is known of: {names}", names=names))
    if made.unplaced:
        names = speech.list(list(dict.fromkeys(one.contributor for one in made.unplaced)))
        click.echo(speech.say("Not placed, because others write of this part: {names}", names=names))
    click.echo(out)
    return 0


def _edited(path: Path) -> bool:
    """Whether somebody has written in a draft since it was made."""
    sources = beside(path, SOURCES)
    if not path.is_file() or not sources.is_file():
        return False
    with suppress(NotSealed, KeyError):
        return digest(path.read_bytes()) != open_sources(sources.read_bytes()).drafted
    return True


def update(shell: Shell, *, draft: Path, book: Path | None, materials: Path | None) -> int:
    """Bind a draft to another book or to other papers; its words stay."""
    speech = shell.speech
    report = open_report(draft, book, speech)
    old = report.sources
    if old is None:
        raise Trouble(
            speech,
            speech.say("what the draft was made from is not beside it: {path}", path=beside(report.path, SOURCES)),
        )
    papers = old.materials if materials is None else tuple(_materials(materials, speech))
    new, texts = make_sources(old.authority, report.year, report.seal, papers, report.figures)
    new = replace(new, drafted=old.drafted)
    inside = {one.id for one in read_tokens(report.draft) if one.form != "quoted"}
    for one in told_otherwise(old, report.figures):
        if one.id in inside:
            click.echo(
                "  "
                + speech.say(
                    "{measure}: {before} → {after}",
                    measure=tell_measure_id(one.id, speech),
                    before=one.before or "—",
                    after=one.after or "—",
                )
            )
    known = {(one.contributor, one.text) for one in old.materials}
    for paper, text in zip(papers, texts, strict=True):
        if (paper.contributor, paper.text) not in known:
            click.echo(credited(paper, text))
    path = beside(report.path, SOURCES)
    write_file(path, sources_bytes(new), speech)
    click.echo(path)
    return 0


def _book_path(asked: tuple[str, ...], speech: Language) -> Path:
    """The book by its file or its folder, behind the year where one is given."""
    path = Path(asked[-1]) if asked else Path(BOOK)
    if path.is_dir():
        path = next((one for one in (path / BOOK, path / "book" / BOOK) if one.is_file()), path / BOOK)
    if len(asked) > 2 or not path.is_file():
        raise Trouble(
            speech,
            speech.say("no figure book lies at {path}", path=path),
            speech.say("give the book.json that `yifa figures book` wrote"),
        )
    return path


def check(shell: Shell, *, draft: Path, book: Path | None) -> int:
    """Check a draft; 1 while anything stands in the way of issuing it that nobody answers for."""
    speech = shell.speech
    report = open_report(draft, book, speech)
    found = report.checked(speech)
    tell_check(found, report.releases, speech)
    return 1 if left(found, report.releases) else 0


def tell_check(found: Checked, releases: tuple[Release, ...], speech: Language) -> None:
    """Print what a check came to."""
    say = speech.say
    click.echo(
        say(
            "{traced} numbers have a token, {untraced} have none; {doubts} contradicted, {gaps} gaps, {parts} absent.",
            traced=len(found.traced),
            untraced=len(found.of(Fault.UNTRACED, Fault.MISQUOTED)),
            doubts=len(found.of(Fault.CONTRADICTED, Fault.DIRECTION)),
            gaps=len(found.of(Fault.GAP)),
            parts=len(found.of(Fault.ABSENT, Fault.EMPTY)),
        )
    )
    answered = {one.key: one for one in used(found, releases)}
    for one in found.points:
        if one.key in answered:
            by = say(
                "{post} {by}: {reason}", **{key: getattr(answered[one.key], key) for key in ("post", "by", "reason")}
            )
            click.echo(f"  ○ {tell_point(one, speech)} — {by}")
        else:
            click.echo(f"  {sign_of_point(one)} {tell_point(one, speech)}  [{one.key}]")
    for hint in found.hints:
        click.echo(f"  ◆ {hint.message}")
    for id_ in found.open:
        click.echo("  ◌ " + say("{measure}: the data leave something open", measure=tell_measure_id(id_, speech)))


def answer_for(
    shell: Shell,
    *,
    draft: Path,
    points: tuple[str, ...],
    book: Path | None,
    by: str,
    post: str,
    reason: str,
    day: date | None,
) -> int:
    """Write down who answers for points of a draft."""
    speech = shell.speech
    report = open_report(draft, book, speech)
    found = report.checked(speech)
    try:
        new = release(found, points, by=by, post=post, reason=reason, day=day or date.today())
    except CannotRelease as error:
        if error.found is None:
            raise Trouble(
                speech,
                speech.say("the check found no point {key}", key=error.key),
                speech.say("take the keys that `yifa report check` prints in square brackets"),
            ) from None
        raise Trouble(
            speech,
            speech.say("nobody can answer for this: {point}", point=tell_point(error.found, speech)),
            speech.say("mend it in the draft"),
        ) from None
    kept = (*report.releases, *new)
    path = beside(report.path, RELEASES)
    write_file(path, releases_bytes(kept), speech)
    click.echo(
        speech.say(
            "{post} {by} answers for {count} points; {left} are left.",
            post=post,
            by=by,
            count=len(new),
            left=len(left(found, kept)),
        )
    )
    click.echo(path)
    return 0


def _materials(folder: Path | None, speech: Language) -> list[Material]:
    if folder is None:
        return []
    try:
        return list(read_materials(folder))
    except NotAPaper as error:
        raise Trouble(speech, speech.say("{file} cannot be read as a paper of texts", file=error.file)) from None
