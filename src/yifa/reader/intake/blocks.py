"""Paragraphs and tables, as every office format has them, and how they become lines of text with marks.

A paragraph is a line. A row of short cells is one line with tabs between the cells, so that a figure stays beside its
label; a row that only lays out running text (a whole report is often set in one big cell) becomes lines of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from yifa.reader.intake.defects import Defect
from yifa.reader.intake.limits import DEEPEST_NESTING, LONGEST_TEXT
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.reading import Mark

BODY = "正文"
_LONG_CELL = 60  # characters; a cell with more holds running text and not an entry of a table
# controls, byte order marks, and what symbol fonts (bullets, ticks) use in place of characters
_UNWANTED = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), *range(0xF020, 0xF100), 0xFEFF, 0xFFFE, 0xFFFF]
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its automatic number in front; it may hold line breaks."""

    text: str


@dataclass(frozen=True)
class Cell:
    """What stands in one cell; `column` counts from 1 in the grid of the table, so merged cells keep their place."""

    column: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells, in order."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Aside:
    """What stands beside the running text: `label` is 脚注, 尾注 or 文本框."""

    label: str
    blocks: tuple[Block, ...]


Block = Paragraph | Table | Aside


@dataclass(frozen=True)
class Gathered:
    """What a parser hands over: the text, where it comes from, what is wrong with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    defects: tuple[Defect, ...] = ()
    encoding: str | None = None


def clean(text: str) -> str:
    """The text without control characters and symbols, which say nothing; line breaks and tabs stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNWANTED)


class Gathering:
    """Text gathered piece by piece, with the marks and defects that belong to places in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._defects: list[Defect] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Add text, cleaned of control characters. Raises `Unreadable` when it grows beyond all reason."""
        cleaned = clean(text)
        if not cleaned:
            return
        self._parts.append(cleaned)
        self.length += len(cleaned)
        if self.length > LONGEST_TEXT:
            raise Unreadable(Reason.TOO_MUCH_TEXT, limit=LONGEST_TEXT)

    def mark(self, place: str) -> None:
        """From here on the text comes from this place."""
        if self._marks and self._marks[-1].start == self.length:
            self._marks.pop()
        if not self._marks or self._marks[-1].place != place:
            self._marks.append(Mark(self.length, place))

    def note(self, kind: str, start: int = 0, end: int = 0, **values: Any) -> None:
        """Note a defect at a span of the text."""
        self._defects.append(Defect(kind, start, end, values))

    def gathered(self, *, encoding: str | None = None) -> Gathered:
        """All of it; what is no character (lone halves of a pair, private ones) is noted, `encoding` says as what."""
        text = "".join(self._parts)
        for found in re.finditer("[\ud800-\uf8ff\ufffd]+", text):
            lost = encoding is not None and "\ufffd" in found.group()
            values = {"encoding": encoding} if lost else {}
            self.note("undecodable" if lost else "unknown_characters", found.start(), found.end(), **values)
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        marks = tuple(mark for mark in self._marks if mark.start < len(text))
        if [mark.place for mark in marks] == [BODY]:
            marks = ()
        return Gathered(text, marks, tuple(self._defects), encoding)


@dataclass
class _Count:
    """How many tables and asides there were so far."""

    of: dict[str, int] = field(default_factory=dict)

    def next(self, what: str) -> str:
        self.of[what] = self.of.get(what, 0) + 1
        return f"{what}{self.of[what]}"


def lay_out(blocks: Iterable[Block], gathering: Gathering) -> None:
    """Write blocks as lines, each ended by a line break, with marks for cells and asides."""
    gathering.mark(BODY)
    _lay_blocks(blocks, gathering, _Count(), BODY, 0)


def _lay_blocks(blocks: Iterable[Block], gathering: Gathering, count: _Count, place: str, depth: int) -> None:
    if depth > DEEPEST_NESTING:
        raise Unreadable(Reason.BROKEN, part="table in table")
    for block in blocks:
        match block:
            case Paragraph(text):
                gathering.add(text + "\n")
            case Table(rows):
                name = count.next("表")
                for number, row in enumerate(rows, 1):
                    _lay_row(row, gathering, count, f"{name} 第{number}行", depth)
                gathering.mark(place)
            case Aside(label, inner):
                aside = count.next(label)
                gathering.mark(aside)
                _lay_blocks(inner, gathering, count, aside, depth + 1)
                gathering.mark(place)


def _lay_row(row: Sequence[Cell], gathering: Gathering, count: _Count, place: str, depth: int) -> None:
    if any(_is_running_text(cell) for cell in row):
        for cell in row:
            if any(texts(cell.blocks)):
                inside = f"{place}第{cell.column}列"
                gathering.mark(inside)
                _lay_blocks(cell.blocks, gathering, count, inside, depth + 1)
        return
    before = ""
    for cell in row:
        gathering.add(before)
        text = " ".join(line.strip() for text in texts(cell.blocks) for line in text.split("\n") if line.strip())
        if text:
            gathering.mark(f"{place}第{cell.column}列")
            gathering.add(text)
        before = "\t"
    gathering.add("\n")


def _is_running_text(cell: Cell) -> bool:
    if any(not isinstance(block, Paragraph) for block in cell.blocks):
        return True
    return sum(map(len, texts(cell.blocks))) > _LONG_CELL and len([*filter(str.strip, texts(cell.blocks))]) > 1


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of paragraphs, those of asides and inner tables included."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Aside(_, inner):
                yield from texts(inner)
            case Table(rows):
                for row in rows:
                    for cell in row:
                        yield from texts(cell.blocks)
