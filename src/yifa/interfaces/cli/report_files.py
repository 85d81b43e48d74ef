"""The files of a report as the commands find them: the draft, the book it is of, its sources and its releases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from yifa.interfaces.cli.books_and_folders import opened_book
from yifa.interfaces.cli.context import Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.oversight.reporting.canonical import NotSealed, canonical, digest
from yifa.oversight.reporting.checking import Checked, check_draft
from yifa.oversight.reporting.laid_out import Issue
from yifa.oversight.reporting.releasing import Release, open_releases
from yifa.oversight.reporting.sources import Sources, open_sources
from yifa.oversight.reporting.tokens import BookFigure, UnknownToken, figures_of
from yifa.wording import Language

T = TypeVar("T")

DRAFT, BOOK = "draft.md", "book.json"
"""What the files of a folder are called."""
SOURCES, RELEASES = ".sources.json", ".releases.json"
"""What the names of the files beside a draft end with, behind its own."""


@dataclass(frozen=True)
class OpenedReport:
    """A draft with all that belongs to it; `rows`: the folder of the rows behind figures."""

    path: Path
    draft: str
    book_path: Path
    book: Mapping[str, Any]
    seal: str
    figures: Mapping[str, BookFigure]
    sources: Sources | None
    releases: tuple[Release, ...]

    @property
    def year(self) -> int:
        """The year of the book."""
        return int(self.book["period"]["last"][:4])

    @property
    def rows(self) -> Path:
        """The folder that the book names its rows in."""
        return self.book_path.parent

    def checked(self, speech: Language, issue: Issue | None = None) -> Checked:
        """The draft, checked; raises `Trouble` for a token that is none."""
        try:
            return check_draft(
                self.draft,
                self.figures,
                speech=speech,
                year=self.year,
                sources=self.sources,
                issue=issue,
                seal=self.seal,
            )
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
    return OpenedReport(
        draft,
        read_text_file(draft, speech),
        book_path,
        data,
        seal_of(data),
        figures_of(data),
        _sealed(beside(draft, SOURCES), open_sources, speech),
        _sealed(beside(draft, RELEASES), open_releases, speech) or (),
    )


def seal_of(book: Mapping[str, Any]) -> str:
    """The seal of an opened book, by which a draft knows it again."""
    return digest(canonical(book))


def beside(draft: Path, ending: str) -> Path:
    """A file that belongs to a draft."""
    return draft.with_name(draft.stem + ending)


def read_text_file(path: Path, speech: Language) -> str:
    """A text as people's editors save it; raises `Trouble`."""
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
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


def _sealed(path: Path, read: Callable[[bytes], T], speech: Language) -> T | None:
    """What a sealed file says; None where there is none."""
    if not path.exists():
        return None
    try:
        return read(path.read_bytes())
    except (NotSealed, KeyError, TypeError):
        raise Trouble(
            speech,
            speech.say("{path} was changed by hand, or is not what its name says", path=path),
            speech.say("restore it, or draft the report anew"),
        ) from None


def write_file(path: Path, data: bytes, speech: Language) -> None:
    """Write a file and the folder it lies in; raises `Trouble`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be written: {error}", path=path, error=tell_os_error(error, speech))
        ) from None
