"""What `yifa figures book` does: read the ledgers, count, set beside last year, write, and say what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from yifa.interfaces.cli.books_and_folders import outside
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.figure_telling import SIGNS, tell_period, tell_relation, uncertain
from yifa.interfaces.reporting.book_files import FORMS, write_book_files
from yifa.law.figures import Period
from yifa.law.figures.relations import Standing
from yifa.ledgers.taking_in import take_folder
from yifa.oversight.reporting.canonical import NotSealed, opened
from yifa.oversight.reporting.figure_book import FigureBook, make_book
from yifa.oversight.reporting.gathering import Gathered, gather
from yifa.oversight.reporting.last_year import Earlier, Origin, from_reports
from yifa.oversight.reporting.reported_data import read_reported
from yifa.oversight.reporting.returned import Reported
from yifa.oversight.reporting.snapshot import NotASnapshot, is_snapshot, read_snapshot, write_snapshot
from yifa.reader.whole import read_files
from yifa.wording import Language


def write_book(
    shell: Shell,
    *,
    period: str,
    folder: Path,
    out: Path | None,
    as_of: date | None,
    published: Sequence[Path],
    records_from: date | None,
    reported: Path | None,
    mapping: Path | None,
    to: str,
    quiet: bool,
) -> int:
    """Do what one call of `yifa figures book` asks; returns the exit code."""
    speech = shell.speech
    forms = _forms(to, speech)
    asked = asked_period(period, speech)
    usual = folder.resolve().with_name(speech.say("{folder}-figures", folder=folder.resolve().name))
    target = outside(out or usual, folder, speech)
    day = as_of or asked.last_day
    gathered = _kept(folder, day, speech) if is_snapshot(folder) else _gathered(folder, day, mapping, speech)
    earlier = published_figures(published, asked, speech)
    given = None if reported is None else reported_figures(reported, speech)
    book = make_book(gathered, asked, as_of=day, published=earlier, records_from=records_from, reported=given)
    files = _written(book, target, forms, speech)
    if not quiet:
        _summary(book, speech)
    for path in files:
        click.echo(path)
    return 1 if any(one.standing is Standing.BROKEN for one in book.relations) or not book.entries else 0


def write_kept(shell: Shell, *, folder: Path, out: Path | None, as_of: date, mapping: Path | None, quiet: bool) -> int:
    """Do what one call of `yifa figures snapshot` asks; returns the exit code."""
    speech = shell.speech
    usual = folder.resolve().with_name(speech.say("{folder}-snapshot", folder=folder.resolve().name))
    target = outside(out or usual, folder, speech)
    gathered = _gathered(folder, as_of, mapping, speech)
    try:
        write_snapshot(target, gathered, as_of)
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be written: {error}", path=target, error=tell_os_error(error, speech))
        ) from None
    if not quiet:
        click.echo(
            speech.say(
                "{cases} cases of {procedures} procedures kept, as of {day}; {silent} organs sent nothing.",
                cases=f"{sum(one.cases.num_rows for one in gathered.tables):,}",
                procedures=len(gathered.tables),
                day=as_of.isoformat(),
                silent=len(gathered.silent),
            )
        )
    click.echo(target)
    return 0


def _gathered(folder: Path, day: date, mapping: Path | None, speech: Language) -> Gathered:
    """What the ledgers of a folder tell."""
    gathered = gather(take_folder(folder, as_of=day, mapping=mapping), as_of=day)
    if not gathered.tables:
        raise Trouble(
            speech,
            speech.say("{folder}: no ledger was found", folder=folder),
            speech.say("write an empty one with `yifa ledger template penalty-ordinary`"),
        )
    return gathered


def _kept(folder: Path, day: date, speech: Language) -> Gathered:
    """What a snapshot tells, where it reaches to the day asked about."""
    again = speech.say("take the snapshot again with `yifa figures snapshot`")
    try:
        snapshot = read_snapshot(folder)
    except NotASnapshot as error:
        message = speech.say("{file} is no snapshot, or was changed after it was sealed", file=folder / str(error))
        raise Trouble(speech, message, again) from None
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be read: {error}", path=folder, error=tell_os_error(error, speech)), again
        ) from None
    if snapshot.as_of < day:
        until = snapshot.as_of.isoformat()
        message = speech.say("{folder} reaches to {until} only, not to {day}", folder=folder, until=until, day=day)
        raise Trouble(speech, message, again)
    return snapshot.gathered


def asked_period(text: str, speech: Language) -> Period:
    """A period as it was asked for; a usage error where it is none."""
    try:
        return Period.read(text)
    except ValueError:
        message = speech.say("{text!r} is no period: expected 2025, 2025-03 or 2025-01..2025-11", text=text)
        raise click.BadParameter(message) from None


def published_figures(paths: Sequence[Path], period: Period, speech: Language) -> dict[str, Earlier]:
    """What last year's reports say; what cannot be read is told."""
    if not paths:
        return {}
    reading = read_files(paths, speech=speech)
    for one in reading.refused:
        click.echo(one.message, err=True)
    year = period.before.last_day.year
    told = from_reports(reading.documents, year)
    found = {id_: replace(one, file=Path(one.file).name) for id_, one in told.items()}
    if not found:
        click.echo(speech.say("No report on {year} was found among them.", year=year), err=True)
    return found


def reported_figures(path: Path, speech: Language) -> dict[str, Reported]:
    """What `yifa figures returned` wrote."""
    try:
        return read_reported(opened(path.read_bytes()))
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be read: {error}", path=path, error=tell_os_error(error, speech))
        ) from None
    except (NotSealed, KeyError, ValueError):
        raise Trouble(
            speech,
            speech.say("{path} tells no reported figures, or was changed after it was sealed", path=path),
            speech.say("give the reported.json that `yifa figures returned` wrote"),
        ) from None


def _forms(to: str, speech: Language) -> frozenset[str]:
    """The forms asked for; a usage error for one there is not. The sealed data are always written."""
    asked = {one.strip() for one in to.split(",") if one.strip()}
    if unknown := sorted(asked - set(FORMS)):
        text = speech.say(
            "{form} is no form of a book: expected some of {forms}", form=unknown[0], forms=",".join(FORMS)
        )
        raise click.BadParameter(text)
    return frozenset((*asked, "json"))


def _written(book: FigureBook, target: Path, forms: frozenset[str], speech: Language) -> list[Path]:
    try:
        return write_book_files(book, target, forms, speech)
    except OSError as error:
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: {error}", path=target, error=tell_os_error(error, speech)),
            speech.say("close the workbook if it stands open, or name another folder with {option}", option="-o"),
        ) from None


def _summary(book: FigureBook, speech: Language) -> None:
    say = speech.say
    of = {origin: sum(e.earlier is not None and e.earlier.origin is origin for e in book.entries) for origin in Origin}
    click.echo(say("Figure book {period}", period=tell_period(book.period, speech)))
    click.echo(
        say(
            "{figures} figures counted, {open} of them leave something open; {reported} reported; {missing} not there.",
            figures=sum(one.reported is None for one in book.entries),
            reported=sum(one.reported is not None for one in book.entries),
            open=len(uncertain(book)),
            missing=len(book.not_counted),
        )
    )
    click.echo(
        say(
            "Last year: {report} from its report, {records} from records.",
            report=of[Origin.REPORT],
            records=of[Origin.RECORDS],
        )
    )
    click.echo(
        say(
            "{rows} rows of {procedures} procedures; {silent} organs sent nothing.",
            rows=sum(map(len, book.rows.values())),
            procedures=len(book.gathered.tables),
            silent=len(book.gathered.silent),
        )
    )
    for one in book.relations:
        if one.standing is Standing.BROKEN:
            click.echo(f"{SIGNS[one.standing]} {tell_relation(one, speech)}")
