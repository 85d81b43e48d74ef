"""Which files are meant by the names given: documents themselves, and those below a folder.

A file named by hand is always taken, whatever it is called. In folders, hidden files and the lock files of office
programs (`~$…`) are passed over, and files whose name does not end like a text are set aside and listed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_SUFFIXES = ".txt .text .html .htm .xhtml .shtml .mht .mhtml .docx .docm .dotx .doc .dot .wps .wpt .rtf .pdf .ofd"
SUFFIXES = frozenset(_SUFFIXES.split())
"""How the names of texts end; what a file is, its content decides."""


@dataclass(frozen=True)
class Found:
    """The files to read, and those in folders that were passed over because their names do not end like a text."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read, each once, in the order given and sorted within a folder; see `survey` for what is skipped."""
    return list(survey(paths).files)


def survey(paths: Iterable[Path]) -> Found:
    """The files to read and those skipped; a file met twice is taken where it is met first.

    Names that lead nowhere stay in the list: reading them says so.
    """
    files: dict[str, Path] = {}
    skipped: dict[str, Path] = {}
    for path in map(Path, paths):
        for file in _below(path) if path.is_dir() else [path]:
            wanted = file == path or file.suffix.lower() in SUFFIXES
            (files if wanted else skipped).setdefault(os.path.realpath(file), file)
    return Found(tuple(files.values()), tuple(path for real, path in skipped.items() if real not in files))


def _below(folder: Path) -> list[Path]:
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_passed_over(name)]
        found += [Path(where, name) for name in names if not _is_passed_over(name)]
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$", "~WRL")) or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}
