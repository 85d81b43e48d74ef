"""Writes what a judged folder came to: workbook, one workbook an organ, page, data, table; each whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from yifa.interfaces.checkup.data import write_json, write_parquet
from yifa.interfaces.checkup.rows import organ_name, rows_of
from yifa.interfaces.checkup.told import Told
from yifa.interfaces.finding_rows import FindingsOf
from yifa.interfaces.workbooks.findings_book import write_findings
from yifa.wording import Language

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST = 60
"""So many characters of an organ's name go into the name of its file."""


def written(path: Path, write: Callable[[Path], None]) -> Path:
    """Write a file through a partial one beside it."""
    beside = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(beside)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return path


def write_workbook(told: Told, path: Path, speech: Language) -> Path:
    """The workbook of all organs."""
    return written(path, partial(_write_rows, rows_of(told, speech), speech))


def write_organ_workbooks(told: Told, folder: Path, speech: Language) -> Iterator[Path]:
    """A workbook for each organ that has cases or problems; it names no other organ."""
    used: set[str] = set()
    for organ in told.organs_with_cases:
        name = file_name(organ_name(told, organ, speech), used)
        rows = rows_of(told, speech, organ)
        yield written(folder / f"{name}.xlsx", partial(_write_rows, rows, speech))


def _write_rows(rows: FindingsOf, speech: Language, path: Path) -> None:
    write_findings(rows, path, speech)


def file_name(name: str, used: set[str]) -> str:
    """A name that every system takes for a file, and no other has."""
    plain = _NOT_IN_NAMES.sub("_", name).strip(" .")[:LONGEST] or "_"
    number, found = 1, plain
    while found.casefold() in used:
        number += 1
        found = f"{plain} {number}"
    used.add(found.casefold())
    return found


def write_data(told: Told, path: Path) -> Path:
    """The findings as JSON."""
    return written(path, partial(write_json, told))


def write_table(told: Told, path: Path) -> Path:
    """The findings as Parquet."""
    return written(path, partial(write_parquet, told))
