"""What `yifa read` and `yifa compare` say when there is nothing to read, nothing found, or no place to write."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from yifa.reader.intake import survey
from yifa.reader.reading import Reading
from yifa.reader.whole import failed_checks
from yifa.wording import Language

DEBUG = "YIFA_DEBUG"
"""Where this is set, a fault of the program is let through, with all that led to it."""
_NAMED = 5


def debugging() -> bool:
    """Whether faults of the program are to be let through."""
    return bool(os.environ.get(DEBUG))


def tell_troubles(files: Sequence[Path], reading: Reading, speech: Language) -> None:
    """Name on the error stream what was not read, folders without a text, and texts without a number."""
    for refusal in reading.refused:
        click.echo(speech.say("Error: {message}", message=refusal.message), err=True)
    if not reading.documents and not reading.refused:
        click.echo(speech.say("Error: {message}", message=_nothing(files, speech)), err=True)
    for failed in failed_checks(reading):
        click.echo(speech.say("Error: {message}", message=failed.message), err=True)
    for document in reading.documents:
        if not document.figures:
            click.echo(speech.say("{file}: no numbers were found in this text.", file=document.file), err=True)


def _nothing(files: Sequence[Path], speech: Language) -> str:
    """A folder without texts: what was found there, and what is read."""
    folders = speech.list([str(path) for path in files])
    skipped = [path.name for path in survey(files).skipped]
    if not skipped:
        return speech.say(
            "{folders}: the folder is empty. Read are .txt, .html, .docx, .pdf, .doc, .wps and .ofd.", folders=folders
        )
    names = speech.list(skipped[:_NAMED])
    return speech.count(
        "{folders}: no text to read among {n} file ({names}). Read are .txt, .html, .docx, .pdf, .doc, .wps and .ofd.",
        "{folders}: no text to read among {n} files ({names}). Read are .txt, .html, .docx, .pdf, .doc, .wps and .ofd.",
        len(skipped),
        folders=folders,
        names=names,
    )
