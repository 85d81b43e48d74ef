"""The files of a report: the draft, the book it is of, what it was made from, and who answers for what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from yifa.oversight.reporting.canonical import NotSealed, canonical, digest
from yifa.oversight.reporting.checking import Checked, check_draft
from yifa.oversight.reporting.laid_out import Issue
from yifa.oversight.reporting.releasing import Release, open_releases
from yifa.oversight.reporting.sources import Sources, open_sources
from yifa.oversight.reporting.tokens import BookFigure, figures_of
from yifa.wording import Language

T = TypeVar("T")

DRAFT, BOOK = "draft.md", "book.json"
"""What the files of a folder are called."""
SOURCES, RELEASES = ".sources.json", ".releases.json"
"""What the names of the files beside a draft end with, behind its own."""


class ChangedByHand(ValueError):
    """A sealed file beside a draft that was changed, or is not what its name says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(path.name)


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

    @classmethod
    def of(cls, draft: Path, text: str, book: Path, data: Mapping[str, Any]) -> Self:
        """Of a text and an opened book; what it was made from and who answers for it lie beside the draft.

        Raises `ChangedByHand`.
        """
        return cls(
            draft,
            text,
            book,
            data,
            seal_of(data),
            figures_of(data),
            read_beside(draft, SOURCES, open_sources),
            read_beside(draft, RELEASES, open_releases) or (),
        )

    def checked(self, speech: Language, issue: Issue | None = None) -> Checked:
        """The draft, checked; raises `UnknownToken` for a token that is none."""
        return check_draft(
            self.draft,
            self.figures,
            speech=speech,
            year=self.year,
            sources=self.sources,
            issue=issue,
            seal=self.seal,
        )


def read_text(path: Path) -> str:
    """A text as people's editors save it; raises `OSError` and `UnicodeDecodeError`."""
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def seal_of(book: Mapping[str, Any]) -> str:
    """The seal of an opened book, by which a draft knows it again."""
    return digest(canonical(book))


def beside(draft: Path, ending: str) -> Path:
    """A file that belongs to a draft."""
    return draft.with_name(draft.stem + ending)


def read_beside(draft: Path, ending: str, read: Callable[[bytes], T]) -> T | None:
    """What a sealed file beside a draft says, None where there is none; raises `ChangedByHand`."""
    path = beside(draft, ending)
    if not path.exists():
        return None
    try:
        return read(path.read_bytes())
    except (NotSealed, KeyError, TypeError) as error:
        raise ChangedByHand(path) from error
