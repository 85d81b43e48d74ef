"""Pieces of text with their places on a page → lines in reading order; for .pdf and .ofd, which know no paragraphs.

Lines are read from top to bottom and left to right. Where a strip of white parts the page into two columns of running
text, the left one is read first. Wide gaps become tabs, so that the cells of a table stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True)
class Piece:
    """Characters drawn in one go: from `left` to `right` on the base line `y`, which grows downwards."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(frozen=True)
class Line:
    """A line of a page. `zone` tells columns apart; `page` counts from 1."""

    text: str
    left: float
    right: float
    y: float
    size: float
    page: int
    zone: int = 0

    @property
    def is_row(self) -> bool:
        """Whether the line is made of pieces set far apart, as in a table."""
        return "\t" in self.text


@dataclass(frozen=True)
class Page:
    """A page as its format gives it; `pictures` tells whether it shows any."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    pictures: bool = False


_SAME_LINE = 0.5  # of the size: base lines nearer than this are one line
_CELL_GAP = 1.5  # of the size: a wider gap parts cells
_SPACE_GAP = 0.8  # a gap that is a space between Chinese characters
_WORD_GAP = 0.2  # and between Latin words
_LABEL_GAP = 0.1  # and after the number of a paragraph, which must not run into a number that follows
_LABEL = re.compile(r"[(（]?\d{1,3}[.)）]")
_COLUMN_LINES = 5  # lines on either side that make two columns
_COLUMN_FULL = 0.75  # of a column's width: how far its lines are filled in the middle


Row = Sequence[Piece]
"""Pieces on one base line, from left to right."""


def page_rows(page: Page) -> list[Row]:
    """The rows of a page from top to bottom."""
    return list(_rows(_once(page.pieces)))


def whole_line(row: Row, page: int) -> Line:
    """A row as one line across the page."""
    return _line(row, page, 0)


def reading_order(rows: Sequence[Row], page: int, gutter: float | None) -> list[Line]:
    """The lines of a page in the order in which they are read; `gutter` parts its columns."""
    if gutter is None:
        return [_line(row, page, 0) for row in rows]
    lines: list[Line] = []
    waiting: tuple[list[Line], list[Line]] = ([], [])
    for row in rows:
        left = [piece for piece in row if piece.right <= gutter]
        right = [piece for piece in row if piece.left >= gutter]
        if len(left) + len(right) < len(row):  # it reaches across: what stood above is read first
            lines += waiting[0] + waiting[1]
            waiting = ([], [])
            lines.append(_line(row, page, 0))
            continue
        for pieces, column in ((left, 0), (right, 1)):
            if pieces:
                waiting[column].append(_line(pieces, page, column + 1))
    return lines + waiting[0] + waiting[1]


def find_gutters(pages: Sequence[Sequence[Row]]) -> list[float | None]:
    """Where each page is parted into columns; a page with few lines follows the others where nothing crosses."""
    found = [_gutter(rows) for rows in pages]
    known = [gutter for gutter in found if gutter is not None]
    if not known:
        return found
    usual = median(known)
    return [
        usual if gutter is None and _parts_all(rows, usual) else gutter
        for gutter, rows in zip(found, pages, strict=True)
    ]


def _parts_all(rows: Sequence[Row], gutter: float) -> bool:
    merged = [_stretches(row) for row in rows]
    across = any(left < gutter < right for row in merged for left, right in row)
    return not across and any(row[0][1] <= gutter <= row[-1][0] for row in merged if row)


def _once(pieces: Sequence[Piece]) -> list[Piece]:
    """Without pieces drawn twice at one place to look bold."""
    seen = set()
    kept = []
    for piece in pieces:
        step = max(piece.size, 1) / 5
        key = (piece.text, round(piece.left / step), round(piece.y / step))
        if key not in seen and piece.text.strip():
            seen.add(key)
            kept.append(piece)
    return kept


def _rows(pieces: Row) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    anchor: Piece | None = None  # the largest piece of the row, which its base line is taken from
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        if anchor is None or abs(piece.y - anchor.y) > _SAME_LINE * max(min(piece.size, anchor.size), 0.5):
            rows.append([])
            anchor = piece
        rows[-1].append(piece)
        anchor = max(anchor, piece, key=lambda piece: piece.size)
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _line(row: Sequence[Piece], page: int, zone: int) -> Line:
    parts = [row[0].text]
    for before, after in pairwise(row):
        parts += _between(parts, after.text, after.left - before.right, max(before.size, after.size))
    size = max(row, key=lambda piece: len(piece.text)).size
    right = max(piece.right for piece in row)
    return Line("".join(parts).strip(" \t"), row[0].left, right, row[0].y, size, page, zone)


def _between(parts: list[str], more: str, gap: float, size: float) -> tuple[str, str]:
    """What stands between the last of the parts and what follows, and what follows."""
    last, first = parts[-1][-1:], more[:1]
    if gap > _CELL_GAP * size:
        parts[-1] = parts[-1].rstrip(" ")
        return "\t", more.lstrip(" ")
    if last.isspace() or first.isspace():
        return "", more
    if gap > _LABEL_GAP * size and len(parts) == 1 and _LABEL.fullmatch(parts[0]):
        return " ", more
    latin = last.isascii() and first.isascii()
    return (" " if gap > (_WORD_GAP if latin else _SPACE_GAP) * size else ""), more


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where a strip of white parts two columns of running text, or None."""
    merged = [_stretches(row) for row in rows]
    edges = [(before[1], after[0]) for row in merged for before, after in pairwise(row) if after[0] - before[1] > 0]
    if len(edges) < _COLUMN_LINES:
        return None
    middle = median((left + right) / 2 for left, right in edges)
    parted = [row for row in merged if all(right <= middle or left >= middle for left, right in row)]
    left = [right - left for row in parted for left, right in row if right <= middle]
    right = [right - left for row in parted for left, right in row if left >= middle]
    across = len(merged) - len(parted)
    if min(len(left), len(right)) < _COLUMN_LINES or across > len(parted) / 2:
        return None
    both = sum(1 for row in parted if len(row) == 2)
    if both < 0.6 * len(parted):
        return None
    full = all(median(widths) >= _COLUMN_FULL * max(widths) for widths in (left, right))
    alike = 0.5 <= max(left) / max(1, *right) <= 2
    return middle if full and alike and max(left) > _columns_at_least(rows) else None


def _columns_at_least(rows: Sequence[Row]) -> float:
    """Running text is set in columns of some ten characters or more."""
    return 10 * median(piece.size for row in rows for piece in row)


def _stretches(row: Sequence[Piece]) -> list[tuple[float, float]]:
    """The parts of a row that are set close together, from where to where."""
    stretches: list[tuple[float, float]] = []
    for piece in row:
        if stretches and piece.left - stretches[-1][1] <= _CELL_GAP * piece.size:
            stretches[-1] = (stretches[-1][0], max(piece.right, stretches[-1][1]))
        else:
            stretches.append((piece.left, piece.right))
    return stretches
