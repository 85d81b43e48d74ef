"""The versions of a report's text: each kept as it was, with who wrote it and when; nobody overwrites another.

A version is a file that is put in place whole or not at all, under the next number; who comes second finds the number
taken and looks anew. Who edits a paragraph says which version he saw: if others wrote elsewhere meanwhile, both stay;
if they changed that paragraph, he is told, and nothing is overwritten.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from yifa.interfaces.reporting.opened_report import DRAFT

FOLDER = "versions"
TRIES = 20


@dataclass(frozen=True)
class Version:
    """A version: its number from 1, its text, by whom, when, and what was done."""

    number: int
    text: str
    by: str
    at: str
    what: str
    line: int = 0

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")

    @property
    def moment(self) -> datetime:
        """When it was written."""
        return datetime.fromisoformat(self.at)


class ChangedMeanwhile(Exception):
    """Somebody changed the same paragraph after it was opened.

    `last`: the version that changed it; `theirs`: how it stands now, None where it is gone.
    """

    def __init__(self, last: Version, theirs: str | None, line: int) -> None:
        self.last = last
        self.theirs = theirs
        self.line = line
        super().__init__("the paragraph was changed meanwhile")


class Versions:
    """All versions of a report, in its folder."""

    def __init__(self, report: Path) -> None:
        self.report = report
        self.folder = report / FOLDER

    def numbers(self) -> list[int]:
        """The numbers there are."""
        return sorted(int(path.stem) for path in self.folder.glob("*.json") if path.stem.isdigit())

    def get(self, number: int) -> Version | None:
        """A version by its number."""
        path = self._path(number)
        return Version(**json.loads(path.read_bytes())) if path.is_file() else None

    def last(self) -> Version:
        """The version that holds; raises `LookupError` where there is none."""
        found = self.get(max(self.numbers(), default=0))
        if found is None:
            raise LookupError(self.folder)
        return found

    def all(self) -> list[Version]:
        """All of them, the newest first."""
        return [found for number in reversed(self.numbers()) if (found := self.get(number)) is not None]

    def keep(self, one: Version) -> bool:
        """Put a version in place; no, where one with its number is there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = self.folder / f".{secrets.token_hex(8)}.partial"
        partial.write_bytes(json.dumps(asdict(one), ensure_ascii=False).encode())
        try:
            os.link(partial, self._path(one.number))
        except FileExistsError:
            return False
        finally:
            partial.unlink()
        (self.report / DRAFT).write_text(one.text, encoding="utf-8", newline="\n")
        return True

    def write(self, text: str, *, by: str, at: datetime, what: str, upon: int) -> Version:
        """A new whole text upon a version; raises `ChangedMeanwhile` where that is not the last any more."""
        last = self.last()
        made = Version(upon + 1, text, by, at.isoformat(timespec="seconds"), what)
        if last.number != upon or not self.keep(made):
            raise ChangedMeanwhile(self.last(), None, 0)
        return made

    def edit(self, line: int, words: str, *, by: str, at: datetime, seen: int) -> Version:
        """Put words in the place of a paragraph as it stood in the version that was seen; without words it goes.

        Raises `ChangedMeanwhile`, and `LookupError` where there is no such paragraph.
        """
        base = self.get(seen)
        if base is None:
            raise LookupError(seen)
        old = block(base.lines, line)
        for _ in range(TRIES):
            last = self.last()
            place = line if last.number == seen else _found(last.lines, old, line)
            if place is None:
                raise ChangedMeanwhile(self._who_changed(old, line, seen, last), _standing(last.lines, line), line)
            text = _replaced(last.lines, place, len(old), words)
            made = Version(last.number + 1, text, by, at.isoformat(timespec="seconds"), "edited", place)
            if self.keep(made):
                return made
        raise ChangedMeanwhile(self.last(), None, line)

    def _who_changed(self, old: Sequence[str], line: int, seen: int, last: Version) -> Version:
        """The first version after one in which a paragraph does not stand any more."""
        later = (self.get(number) for number in range(seen + 1, last.number))
        return next((one for one in later if one is not None and _found(one.lines, old, line) is None), last)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:04}.json"


def block(lines: Sequence[str], line: int) -> list[str]:
    """The lines of a paragraph that begins at a line, counted from 1: one, or all rows of a table."""
    if not 1 <= line <= len(lines) or not lines[line - 1].strip():
        raise LookupError(line)
    found = [lines[line - 1]]
    while found[0].strip().startswith("|") and line - 1 + len(found) < len(lines):
        below = lines[line - 1 + len(found)]
        if not below.strip().startswith("|"):
            break
        found.append(below)
    return found


def _found(lines: Sequence[str], old: Sequence[str], near: int) -> int | None:
    """Where the same paragraph stands now, the nearest to where it stood; None where it does not any more."""
    many = len(old)
    places = [at + 1 for at in range(len(lines) - many + 1) if list(lines[at : at + many]) == list(old)]
    return min(places, key=lambda place: abs(place - near), default=None)


def _standing(lines: Sequence[str], line: int) -> str | None:
    """What stands at a line now."""
    return lines[line - 1] if 1 <= line <= len(lines) and lines[line - 1].strip() else None


def _replaced(lines: Sequence[str], place: int, many: int, words: str) -> str:
    """The text with other words in the place of some lines; every line of words is a paragraph."""
    told = [one.strip() for one in words.replace("\r\n", "\n").split("\n") if one.strip()]
    table = all(one.startswith("|") for one in told)
    new = told if table else [part for one in told for part in (one, "")][:-1]
    before, after = list(lines[: place - 1]), list(lines[place - 1 + many :])
    if not told and after and not after[0].strip():
        after = after[1:]
    return "\n".join([*before, *new, *after])
