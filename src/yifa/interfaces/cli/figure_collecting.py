"""What `yifa figures request` and `yifa figures returned` do: ask contributors for figures, and read what came back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from yifa.interfaces.cli.books_and_folders import opened_book
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.figure_book import asked_period, published_figures
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.doubt_telling import tell_doubt
from yifa.interfaces.figure_telling import tell_measure_id
from yifa.interfaces.reporting.collected import counted_in, returned_of, write_asked
from yifa.interfaces.workbooks.reminders import write_reminders
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.contributors import Contributor, contributors
from yifa.law.figures import Period
from yifa.oversight.reporting.canonical import sealed
from yifa.oversight.reporting.doubts import Doubt
from yifa.oversight.reporting.reported_data import reported_data
from yifa.oversight.reporting.request_form import Request
from yifa.oversight.reporting.requesting import requests
from yifa.oversight.reporting.returned import Known
from yifa.wording import Language


def write_requests(
    shell: Shell,
    *,
    period: str,
    out: Path,
    of: Path | None,
    book: Path | None,
    published: Sequence[Path],
    only_published: bool,
    confirm: bool,
) -> int:
    """Write a form and a paper for every contributor; returns the exit code."""
    speech = shell.speech
    asked = asked_period(period, speech)
    made = _requests(asked, of, book, published, speech, only_published=only_published, confirm=confirm)
    if not made:
        raise Trouble(
            speech, speech.say("There is nothing to ask: every measure is counted or nobody is named for it.")
        )
    try:
        write_asked(out, made, speech)
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be written: {error}", path=out, error=tell_os_error(error, speech))
        ) from None
    for request in made:
        click.echo(
            speech.say(
                "{contributor}: {count} figures asked, {known} of them with last year's value",
                contributor=_name(request.contributor, speech),
                count=len(request.figures),
                known=sum(one.earlier is not None for one in request.figures),
            )
        )
    return 0


def read_returned(
    shell: Shell,
    *,
    period: str,
    folder: Path,
    out: Path | None,
    of: Path | None,
    book: Path | None,
    published: Sequence[Path],
    only_published: bool,
    confirm: bool,
) -> int:
    """Read the forms of a folder, tell what is doubtful and missing, write both; returns the exit code."""
    speech = shell.speech
    asked = asked_period(period, speech)
    made = _requests(asked, of, book, published, speech, only_published=only_published, confirm=confirm)
    if not made:
        raise Trouble(speech, speech.say("Nothing was asked: every measure is counted or nobody is named for it."))
    returned = returned_of(folder, made, asked, _records(book, speech), speech)
    names = {request.contributor.id: _name(request.contributor, speech) for request in made}
    click.echo(
        speech.say(
            "{count} figures reported, {doubts} doubts, {missing} still missing from {contributors} contributors.",
            count=len(returned.figures),
            doubts=len(returned.doubts),
            missing=sum(map(len, returned.missing.values())),
            contributors=len(returned.missing),
        )
    )
    for doubt in returned.doubts:
        click.echo(f"  ◆ {tell_doubt(doubt, names, speech)}")
    for contributor, ids in sorted(returned.missing.items()):
        listed = "、".join(tell_measure_id(id_, speech) for id_ in ids[:5])
        click.echo(
            speech.say(
                "  Still missing from {name}: {count} ({listed} …)",
                name=names[contributor],
                count=len(ids),
                listed=listed,
            )
        )
    if out is not None:
        try:
            out.mkdir(parents=True, exist_ok=True)
            (out / "reported.json").write_bytes(sealed(reported_data(returned, asked)))
            written = [out / "reported.json", *write_reminders(out, returned, names, asked, speech)]
        except OSError as error:
            raise Trouble(
                speech, speech.say("{path} cannot be written: {error}", path=out, error=tell_os_error(error, speech))
            ) from None
        for path in written:
            click.echo(path)
    return 1 if any(one.doubt is Doubt.NOT_READ for one in returned.doubts) else 0


def _requests(
    period: Period,
    of: Path | None,
    book: Path | None,
    published: Sequence[Path],
    speech: Language,
    *,
    only_published: bool,
    confirm: bool,
) -> list[Request]:
    try:
        named = contributors(of)
    except CorpusFaults as faults:
        raise Trouble(speech, str(faults)) from None
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be read: {error}", path=of, error=tell_os_error(error, speech))
        ) from None
    earlier = published_figures(published, period, speech)
    return requests(
        period,
        named,
        counted=() if confirm else _records(book, speech).records,
        published=earlier,
        only_published=only_published and bool(earlier),
    )


def _records(book: Path | None, speech: Language) -> Known:
    """What a figure book says was counted from records."""
    return counted_in(None if book is None else opened_book(book, speech))


def _name(one: Contributor, speech: Language) -> str:
    return one.name.zh if speech.tag == "zh" else one.name.en
