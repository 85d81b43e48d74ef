"""Which files of a folder are read, and what is told of those that are not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

TABLES = frozenset(
    (".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".xlt", ".et", ".ett", ".ods", ".csv", ".tsv", ".txt", ".tab")
)
"""How the names of tables end; what a file is, its content decides."""
BESIDE = frozenset((".yaml", ".yml", ".json", ".html", ".htm", ".parquet", ".md"))
"""What this program itself may have put beside them."""


def files_of(folder: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names, without hidden ones and locks of office programs."""
    if folder.is_file():
        yield folder
        return
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_passed_over(name))
        found += [Path(where, name) for name in names if not is_passed_over(name)]
    yield from sorted(found, key=lambda path: path.relative_to(folder).parts)


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is nothing a person put there: hidden, the lock of an office program."""
    return name.startswith((".", "~$", "._")) or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}
