"""Text with separators (.csv, .txt): which encoding and which separator, then rows as they stand.

A byte order mark decides; then valid UTF-8 all through is UTF-8, NULs in every second place are UTF-16, and the rest
is GB18030, in which Chinese Excel saves. Bytes that are no characters stay visible as U+FFFD and are told.
"""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from yifa.ledgers.sheets.grid import Cell, Grid, columns_of

SEPARATORS = (",", "\t", ";", "|")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 1 << 16
_LINES = 30
_UNDECODED = "\ufffd"
_CONTROLS = "".join(map(chr, [*range(1, 9), *range(14, 32)]))


class NotText(ValueError):
    """Bytes that are no text, or (with a line) a text that breaks off in the middle of a cell."""

    def __init__(self, line: int | None = None) -> None:
        self.line = line
        super().__init__("not a text" if line is None else f"line {line}")


def read_delimited(path: Path, name: str) -> Grid:
    """The one sheet of a text file, called as the file is. Raises `NotText`."""
    encoding = encoding_of(path)
    separator, skip = _separator(path, encoding)
    faults: set[str] = set()
    rows, columns = columns_of(_rows(path, encoding, separator, skip, faults))
    if any(_UNDECODED in cell for column in columns for cell in column.values if isinstance(cell, str)):
        faults.add("undecoded")
    return Grid(name, path.stem, rows, columns, faults=tuple(sorted(faults)), is_workbook=False)


def encoding_of(path: Path) -> str:
    """The encoding of a text file. Raises `NotText`."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
        marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
        if marked:
            return marked
        nuls = head.count(0)
        if nuls > len(head) // 10:
            return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        if nuls:
            raise NotText
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            pass
        else:
            return "utf-8"
    text = head.decode("gb18030", "replace")
    lost = text.count(_UNDECODED) + sum(map(text.count, _CONTROLS))
    if lost > max(8, len(head) // 50):
        raise NotText
    return "gb18030"


def _separator(path: Path, encoding: str) -> tuple[str, bool]:
    """The separator, and whether the first line only names it (`sep=;`)."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        lines = list(islice(file, _LINES))
    first = lines[0].strip().lower() if lines else ""
    if first.startswith("sep=") and len(first) == 5:
        return first[4], True
    if first == "sep=":
        return "\t", True
    return max(SEPARATORS, key=lambda one: (_agreement(lines, one), -SEPARATORS.index(one))), False


def _agreement(lines: list[str], separator: str) -> int:
    """How many cells stand in rows of the most frequent width, where that is more than one."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if row)
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _rows(path: Path, encoding: str, separator: str, skip: bool, faults: set[str]) -> Iterator[list[Cell]]:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        if skip:
            yield []
            next(reader, None)
        try:
            yield from reader
        except csv.Error as error:
            raise NotText(reader.line_num) from error
