"""What `yifa read` and `yifa compare` write: page, workbook, JSON and CSV, each whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import click

from yifa.interfaces.cli.context import Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.telling import LIGHTS, tell_kind, tell_measure, tell_number, tell_period, tell_verdict
from yifa.interfaces.workbooks.index import Index
from yifa.reader.reading import Reading
from yifa.wording import Language


def save(path: Path, write: Callable[[Path], None], speech: Language, option: str) -> None:
    """Write a file through a partial one beside it and say so; `option` is what named it."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(partial)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: {error}", path=path, error=tell_os_error(error, speech)),
            speech.say("name another folder with {option}", option=option)
            if option == "-o"
            else speech.say("name another file with {option}", option=option),
        ) from None
    size = path.stat().st_size
    click.echo(speech.say("Wrote {path} ({size} kB).", path=path, size=max(1, size // 1000)), err=True)


def must_have_a_folder(path: Path | None, option: str, speech: Language) -> None:
    """Refuse a single file in a folder that is not there, before anything is read; only -o makes folders."""
    if path is not None and not path.parent.is_dir():
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: there is no folder {folder}", path=path, folder=path.parent),
            speech.say("make the folder, or name another file with {option}", option=option),
        )


def figures_as_csv(reading: Reading, speech: Language) -> str:
    """Every figure in a row, heads in the language spoken; exact values, per cent as 82 for 82%."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([safe(word) for word in row] for row in _rows(reading, speech))
    return buffer.getvalue()


def _rows(reading: Reading, speech: Language) -> Iterator[list[str]]:
    say, index = speech.say, Index(reading)
    yield [
        say("File"),
        say("No."),
        say("Section"),
        say("Line"),
        say("Page or cell"),
        say("As written"),
        say("Value"),
        say("Up to"),
        say("Unit"),
        say("Kind"),
        say("Qualifiers"),
        say("What is counted"),
        say("Predicate"),
        say("Scope"),
        say("Period"),
        say("Measure"),
        say("Id of the measure"),
        say("Check"),
    ]
    for text, document in enumerate(reading.documents):
        for place, one in enumerate(document.figures):
            row = index.first.get((text, place))
            verdict = index.checks[row - 1][1].verdict if row else None
            yield [
                document.file,
                one.id,
                one.section,
                str(one.line),
                one.place or "",
                one.text,
                tell_number(one.value, grouped=False),
                "" if one.value_to is None else tell_number(one.value_to, grouped=False),
                one.unit or "",
                tell_kind(one.kind, speech),
                "、".join(one.qualifiers),
                one.subject or "",
                one.predicate or "",
                one.scope or "",
                tell_period(one.period, speech),
                tell_measure(one.measure, speech),
                one.measure or "",
                "" if verdict is None else f"{LIGHTS[verdict].sign} {tell_verdict(verdict, speech)}",
            ]


def safe(word: str) -> str:
    """A word of a report that a spreadsheet would take for a formula gets a sign before it that makes it a text."""
    formula = word[:1] in ("=", "@", "\t", "\r") or (word[:1] in ("+", "-") and not word[1:2].isdigit())
    return f"'{word}" if formula else word
