"""The files of a report as the commands find them: the draft, the book it is of, its sources and its releases."""

from __future__ import annotations

from pathlib import Path

from yifa.interfaces.cli.books_and_folders import opened_book
from yifa.interfaces.cli.context import Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.reporting.opened_report import (
    BOOK,
    DRAFT,
    RELEASES,
    SOURCES,
    ChangedByHand,
    beside,
    read_text,
    seal_of,
)
from yifa.interfaces.reporting.opened_report import OpenedReport as Opened
from yifa.oversight.reporting.checking import Checked
from yifa.oversight.reporting.laid_out import Issue
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.wording import Language

__all__ = ["BOOK", "DRAFT", "RELEASES", "SOURCES", "OpenedReport", "beside", "open_report", "seal_of", "write_file"]


class OpenedReport(Opened):
    """A draft with all that belongs to it, for commands."""

    def checked(self, speech: Language, issue: Issue | None = None) -> Checked:
        """The draft, checked; raises `Trouble` for a token that is none."""
        try:
            return super().checked(speech, issue)
        except UnknownToken as error:
            raise unknown_token(error, speech) from None


def unknown_token(error: UnknownToken, speech: Language) -> Trouble:
    """What is said of a token that the book does not know."""
    return Trouble(
        speech,
        speech.say("{token} is a token the book has no figure for", token=error),
        speech.say("give the book the draft was made from, or mark what is missing"),
    )


def open_report(path: Path, book: Path | None, speech: Language) -> OpenedReport:
    """A draft by its file, or the folder it lies in; the book beside it where none is given; raises `Trouble`."""
    draft = path / DRAFT if path.is_dir() else path
    book_path = book or _book_beside(draft, speech)
    if book_path.is_dir():
        book_path /= BOOK
    data = opened_book(book_path, speech)
    try:
        return OpenedReport.of(draft, read_text_file(draft, speech), book_path, data)
    except ChangedByHand as error:
        raise Trouble(
            speech,
            speech.say("{path} was changed by hand, or is not what its name says", path=error.path),
            speech.say("restore it, or draft the report anew"),
        ) from None


def read_text_file(path: Path, speech: Language) -> str:
    """A text as people's editors save it; raises `Trouble`."""
    try:
        return read_text(path)
    except (OSError, UnicodeDecodeError) as error:
        told = tell_os_error(error, speech) if isinstance(error, OSError) else str(error)
        raise Trouble(speech, speech.say("{path} cannot be read: {error}", path=path, error=told)) from None


def _book_beside(draft: Path, speech: Language) -> Path:
    for one in (draft.parent / BOOK, draft.parent / "book" / BOOK, draft.parent / "figures" / BOOK):
        if one.is_file():
            return one
    raise Trouble(
        speech,
        speech.say("no figure book lies beside {path}", path=draft),
        speech.say("name it with --book"),
    )


def write_file(path: Path, data: bytes, speech: Language) -> None:
    """Write a file and the folder it lies in; raises `Trouble`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be written: {error}", path=path, error=tell_os_error(error, speech))
        ) from None
