"""Reads a list out of the workbook an office has: headings are found as those of ledgers are, rows told if wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from yifa.ledgers.problems import Problem
from yifa.ledgers.taking_in.one_sheet import ReadSheet, Row, is_whole, read_sheet
from yifa.record.lists.choices import ListKind
from yifa.record.lists.sheets import KEYS, SHEETS

__all__ = ["ReadList", "Row", "key_of", "read_list"]
Values = Mapping[str, Any]


@dataclass(frozen=True)
class ReadList:
    """A list as it was read. With an error among its problems it is not taken in."""

    kind: ListKind
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: str = ""
    sheet: str = ""
    digest: str = ""
    read: ReadSheet = ReadSheet()
    """The sheet as it came."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was held back."""
        return is_whole(self.problems)


def key_of(kind: ListKind, values: Values) -> str:
    """What an item of such values is known by."""
    if kind is ListKind.ENTERPRISES:
        return "".join(str(values.get("code") or "").split()).upper()
    return "/".join(str(values.get(name) or "") for name in KEYS[kind])


def read_list(path: Path, kind: ListKind, *, sheet: str | None = None) -> ReadList:
    """Read the sheet of a workbook that fits the kind of list best; `sheet` names another.

    What is wrong is told by file, sheet, row, column, what stood there and what was expected.
    """
    read = read_sheet(path, SHEETS[kind], partial(key_of, kind), key_column=KEYS[kind][0], named=sheet)
    return ReadList(kind, read.rows, read.problems, read.file, read.sheet, read.digest, read)
