"""What `yifa read` does: read, tell, write what was asked for, and say with the exit code whether all could be read."""

from __future__ import annotations

import json
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, print_json
from yifa.interfaces.cli.progress import shown_progress
from yifa.interfaces.cli.reading_outputs import figures_as_csv, must_have_a_folder, save
from yifa.interfaces.cli.reading_summary import print_summary
from yifa.interfaces.cli.reading_troubles import debugging, tell_troubles
from yifa.reader.export import as_json
from yifa.reader.reading import Reading
from yifa.reader.whole import failed_checks, read_files
from yifa.wording import Language

NAME = "reading"
"""What the files in the folder of -o are called."""


def read(
    shell: Shell,
    *,
    files: tuple[Path, ...],
    as_data: bool,
    as_csv: bool,
    xlsx: Path | None,
    html: Path | None,
    output: Path | None,
    every: bool,
) -> int:
    """Do what one call of `yifa read` asks; returns the exit code."""
    speech = shell.speech
    if as_data and as_csv:
        raise click.UsageError(speech.say("give --json or --csv, not both"))
    for option, path in (("--xlsx", xlsx), ("--html", html)):
        must_have_a_folder(path, option, speech)
    with shown_progress(speech) as on_progress:
        reading = read_files(files, speech=speech, on_progress=on_progress, strict=debugging())
    tell_troubles(files, reading, speech)
    if as_data:
        print_json(as_json(reading))
    elif as_csv:
        click.echo(figures_as_csv(reading, speech), nl=False)
    else:
        print_summary(reading, speech, every=every)
    _write(reading, speech, xlsx, html, output)
    return 1 if reading.refused or not reading.documents or failed_checks(reading) else 0


def _write(reading: Reading, speech: Language, xlsx: Path | None, html: Path | None, output: Path | None) -> None:
    """Write what was asked for."""
    if html or output:
        page = page_of(reading, speech).encode()
    if html:
        save(html, lambda path: _put(path, page), speech, "--html")
    if xlsx:
        save(xlsx, lambda path: _write_book(reading, path, speech), speech, "--xlsx")
    if output:
        data = json.dumps(as_json(reading), ensure_ascii=False, indent=1).encode()
        table = figures_as_csv(reading, speech).encode("utf-8-sig")
        save(output / f"{NAME}.html", lambda path: _put(path, page), speech, "-o")
        save(output / f"{NAME}.xlsx", lambda path: _write_book(reading, path, speech), speech, "-o")
        save(output / f"{NAME}.json", lambda path: _put(path, data), speech, "-o")
        save(output / f"{NAME}.csv", lambda path: _put(path, table), speech, "-o")


def _write_book(reading: Reading, path: Path, speech: Language) -> None:
    from yifa.interfaces.workbooks import reading_book  # noqa: PLC0415 - slow to load, and seldom asked for

    reading_book.write(reading, path, speech)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def page_of(reading: Reading, speech: Language) -> str:
    """The page, which speaks both languages: the texts are read once more in the other one."""
    from yifa.interfaces.checkup.reports import both  # noqa: PLC0415 - slow to load, and seldom asked for
    from yifa.interfaces.leaflets import reading_page  # noqa: PLC0415 - as above

    found = both(reading, speech)
    return reading_page.render(found.chinese, found.english, lang=speech.tag)
