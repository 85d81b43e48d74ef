"""A tray and the shelf it stands on: one shelf for each owner and kind of work, named by both and by nothing else."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from yifa.interfaces.trays.intake import Intake
from yifa.interfaces.trays.progress import Progress, State, put, read_progress, write_progress

TOLD = "told.json"
_OWNER = re.compile(r"(?:account|organ)[1-9][0-9]*|alone")
_KIND = re.compile(r"[a-z]{3,20}")
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Tray:
    """One tray: its folder, and below it what was handed in and what came of it."""

    folder: Path

    @property
    def id(self) -> str:
        """By which it is asked for."""
        return self.folder.name

    @property
    def owner(self) -> str:
        """Whose it is."""
        return self.folder.parent.parent.name

    @property
    def kind(self) -> str:
        """Of which work it is."""
        return self.folder.parent.name

    @property
    def files(self) -> Path:
        """The folder of what was handed in."""
        return self.folder / "files"

    @property
    def results(self) -> Path:
        """The folder of what came of it."""
        return self.folder / "results"

    @cached_property
    def told(self) -> Mapping[str, Any]:
        """What was said of it when it was made, and since."""
        held: Mapping[str, Any] = json.loads((self.folder / TOLD).read_bytes())
        return held

    @property
    def begun(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.told["begun"])

    @property
    def progress(self) -> Progress:
        """How far the work on it is."""
        return read_progress(self.folder)

    def intake(self, folder: str = "", *, replacing: bool = False) -> Intake:
        """Takes files in, into a folder of what was handed in."""
        return Intake(self.files / folder if folder else self.files, replacing=replacing)

    def given(self) -> list[str]:
        """The names of what was handed in."""
        return [path.relative_to(self.files).as_posix() for path in _all(self.files)]

    def made(self) -> list[Path]:
        """What came of it that is handed out: the files of its results, not those that pages are told from."""
        shown = (path for path in _all(self.results) if path.parent.name != "pages")
        return [path for path in shown if not path.name.startswith(".")]

    def tell(self, **said: Any) -> Tray:
        """Say more of it; the tray as it is then."""
        put(self.folder / TOLD, json.dumps({**self.told, **said}, ensure_ascii=False, indent=1).encode())
        return Tray(self.folder)

    def file(self, name: str) -> Path | None:
        """A file that came of it by its name; None where none is called so."""
        return next((path for path in self.made() if path.relative_to(self.results).as_posix() == name), None)

    def page(self, name: str) -> Any:
        """Data that a page is told from; None where there are none."""
        path = self.results / "pages" / name
        return json.loads(path.read_bytes()) if path.is_file() else None

    def keep_page(self, name: str, data: Any) -> None:
        """Keep data that a page is told from."""
        folder = self.results / "pages"
        folder.mkdir(parents=True, exist_ok=True)
        put(folder / name, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())

    def forget(self) -> None:
        """Delete it with everything in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _all(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


class Shelf:
    """The trays of one owner and kind. Owners are accounts, organs, and whoever sits alone at a machine."""

    def __init__(self, root: Path, owner: str, kind: str) -> None:
        if not (_OWNER.fullmatch(owner) and _KIND.fullmatch(kind)):
            raise ValueError(f"{owner}/{kind} names no shelf")
        self.folder = root / owner / kind

    def new(self, begun: datetime, **told: Any) -> Tray:
        """A new tray; `told`: what is said of it."""
        folder = self.folder / secrets.token_hex(8)
        folder.mkdir(parents=True, mode=0o700)
        said = {"begun": begun.isoformat(timespec="seconds"), **told}
        put(folder / TOLD, json.dumps(said, ensure_ascii=False, indent=1).encode())
        return Tray(folder)

    def get(self, id_: str) -> Tray | None:
        """A tray by its id; None where none of this shelf is called so."""
        folder = self.folder / id_
        return Tray(folder) if _ID.fullmatch(id_) and (folder / TOLD).is_file() else None

    def __iter__(self) -> Iterator[Tray]:
        """The trays, the newest first."""
        found = [Tray(folder) for folder in self.folder.glob("*") if (folder / TOLD).is_file()]
        return iter(sorted(found, key=lambda one: (one.told["begun"], one.id), reverse=True))


def broke_off(shelf: Shelf, words: str) -> None:
    """Say of trays on which work went on when the process that did it ended, that it broke off."""
    for tray in shelf:
        held = tray.progress
        if held.goes_on:
            write_progress(tray.folder, Progress(State.FAILED, held.work, message=words))


def forget_old(root: Path, now: datetime, days: int, kinds: frozenset[str]) -> int:
    """Forget the trays of some kinds that were begun more than so many days ago; how many."""
    old = [
        tray
        for owner in (root.glob("*") if root.is_dir() else ())
        for kind in sorted(kinds)
        if _OWNER.fullmatch(owner.name)
        for tray in Shelf(root, owner.name, kind)
        if tray.begun < now - timedelta(days=days) and not tray.progress.goes_on
    ]
    for tray in old:
        tray.forget()
    return len(old)
