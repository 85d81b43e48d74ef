"""The row of stages from files to a reading: intake → text → figures → subjects → checks.

A file that cannot be read, or on which a stage fails, is named and passed over; the rest is done. What a stage gives
is what the next one takes, and the order of the documents is that of the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from yifa.reader.checks import check, check_across
from yifa.reader.checks.kinds import FAULT
from yifa.reader.figures import find_numbers
from yifa.reader.intake import Refused, find_files, take_in
from yifa.reader.reading import Check, Document, Extract, Reading, Refusal
from yifa.reader.subjects import give_subjects
from yifa.reader.text import prepare
from yifa.wording import Language

OnProgress = Callable[[int, int, str], None]


def read_text(extract: Extract, *, speech: Language, strict: bool = False) -> Document:
    """One extract, read and checked; a check that fails is named among the checks, `strict` lets it through."""
    prepared = prepare(extract, speech=speech)
    figures = give_subjects(prepared, find_numbers(prepared))
    document = Document(prepared, tuple(figures))
    return replace(document, checks=check(document, speech=speech, strict=strict))


def read_texts(extracts: Iterable[Extract], *, speech: Language) -> Reading:
    """Several extracts, each read and checked, then checked against one another."""
    documents = tuple(read_text(extract, speech=speech) for extract in extracts)
    return Reading(documents, check_across(documents, speech=speech))


def read_files(
    paths: Sequence[Path], *, speech: Language, on_progress: OnProgress | None = None, strict: bool = False
) -> Reading:
    """Files, and the files of folders, each read and checked; those that cannot be read stand in `refused`.

    `on_progress` is told, before each file, how many are done, how many there are, and its name. A fault of the
    program itself is named like a file that cannot be read; `strict` lets it through, with all that led to it.
    """
    documents: list[Document] = []
    refused: list[Refusal] = []
    found = find_files(paths)
    for done, path in enumerate(found):
        if on_progress:
            on_progress(done, len(found), path.name)
        try:
            documents.append(read_text(take_in(path, speech=speech), speech=speech, strict=strict))
        except Refused as error:
            refused.append(error.refusal)
        except Exception as error:  # a fault in one text must not cost the others
            if strict:
                raise
            refused.append(_fault(path, error, speech))
    if on_progress:
        on_progress(len(found), len(found), "")
    return Reading(tuple(documents), check_across(documents, speech=speech, strict=strict), tuple(refused))


def failed_checks(reading: Reading) -> tuple[Check, ...]:
    """The lines that stand for checks the program failed on."""
    every = (*(one for document in reading.documents for one in document.checks), *reading.across)
    return tuple(one for one in every if one.id.endswith(f":{FAULT}"))


def _fault(path: Path, error: Exception, speech: Language) -> Refusal:
    """A text that the program could not get through: a fault of its own, not of the file."""
    message = speech.say(
        "{file}: the program failed on this text ({fault}); the file itself is not at fault. Please report it with the "
        "text; with YIFA_DEBUG=1 the whole report is printed.",
        file=str(path),
        fault=f"{type(error).__name__}: {error}",
    )
    return Refusal(str(path), FAULT, message)
