"""Sentences as rows of figures with the words between them: what every check of numbers looks at.

Only figures that count stand in a row; dates, ordinals and codes stay among the words. The words are those of the view,
without blanks and quotation marks, and with one kind of comma and bracket. A number written beside another is not yet
set against it: what announces a relation (其中, 占, 率, 共计, a bracket) stands in these words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import Any

from yifa.reader.reading import COUNTING_KINDS, Document, Figure, FigureKind

_EVEN = str.maketrans("，；：（）！？〔〕［］【】", ",;:()!?()()()", " \t\r\n\u3000\u00a0“”\"'‘’「」『』")
_CLAUSE_ENDS = re.compile(r"[,;:。!?]")
_LIST_ENDS = re.compile(r"[,;:。!?、()]")
# How many figures of a sentence are looked at around one: beyond that no reader sets them against each other.
WINDOW = 24
# Units that may count the same things: those of the first two lines do, those of the others may.
_ALIKE = (
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"件", "宗", "起", "案", "件次"}),
    frozenset({"家", "户", "个", "家次", "户次"}),
    frozenset({"项", "个", "类", "条", "件"}),
    frozenset({"次", "场", "场次", "期"}),
    frozenset({"本", "卷", "件", "份", "宗"}),
)


def even(words: str) -> str:
    """Words without blanks and quotation marks, and with one kind of comma and bracket."""
    return words.translate(_EVEN)


@dataclass(frozen=True)
class Spot:
    """A figure in its sentence: its place in the view, and the words since the figure before and up to the next.

    `depth` counts the brackets open around it within the sentence. `inherits` are the words of its clause before a
    number that only describes it (in 受理14个单位的79项 those before 79).
    """

    figure: Figure
    start: int
    end: int
    lead: str
    tail: str
    depth: int = 0
    inherits: str = ""

    @property
    def label(self) -> str:
        """The words that name it in a list: after the last comma, stop or bracket before it."""
        return _LIST_ENDS.split(self.lead)[-1]

    @property
    def clause(self) -> str:
        """The words before it in its clause, as far as no other figure stands between that counts by itself."""
        return _CLAUSE_ENDS.split(self.inherits + self.lead)[-1]

    @property
    def describes(self) -> bool:
        """Whether it only describes the next figure: 14个单位的79项."""
        return self.tail.endswith("的") and not _LIST_ENDS.search(self.tail)

    @property
    def follows(self) -> str:
        """The words after it, up to a comma, stop or bracket."""
        return _LIST_ENDS.split(self.tail, maxsplit=1)[0]

    @property
    def words(self) -> str:
        """The clause it stands in, as far as no other figure stands between."""
        return self.clause + (self.figure.unit or "") + self.follows

    @property
    def counted(self) -> bool:
        """Whether it is a number of things, an amount or a quantity: what shares and sums are made of."""
        return self.figure.kind in (FigureKind.COUNT, FigureKind.AMOUNT, FigureKind.QUANTITY)

    @property
    def per_cent(self) -> bool:
        """Whether it is a percentage."""
        return self.figure.kind is FigureKind.PERCENT


@dataclass(frozen=True)
class Row:
    """One sentence: its number among the sentences, its span of the view, its words and its figures in order.

    `before` is the sentence before it in the same paragraph. `known` keeps what several kinds of check ask of it.
    """

    number: int
    start: int
    end: int
    words: str
    spots: tuple[Spot, ...]
    before: Row | None = None
    known: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def places(self) -> dict[int, int]:
        """The number of each figure in the row, by its place in the view."""
        return {spot.start: index for index, spot in enumerate(self.spots)}

    @cached_property
    def balanced(self) -> bool:
        """Whether as many brackets close as open; where not, what belongs to which number is a guess."""
        return self.words.count("(") == self.words.count(")")

    def between(self, first: int, last: int) -> str:
        """The words from one figure of the row to another, without the figures on the way."""
        return "".join(spot.lead for spot in self.spots[first + 1 : last + 1])


class Sheet:
    """A document with its figures laid out in rows."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.view = document.prepared.view.text
        self._origin = document.prepared.view.origin
        self.known: dict[str, Any] = {}
        self._headed: dict[re.Pattern[str], tuple[list[int], list[int]]] = {}

    def at(self, place: int) -> int:
        """The place in the view of a place in the extracted text."""
        return bisect_left(self._origin, place)

    def under(self, heading: re.Pattern[str], place: int) -> bool:
        """Whether a place of the view stands under a heading, of any level, in which `heading` is found."""
        if heading not in self._headed:
            sections = (one for one in self.document.prepared.sections if one.level and heading.search(one.title))
            spans = sorted((self.at(one.start), self.at(one.end)) for one in sections)
            reach = accumulate((end for _, end in spans), max)
            self._headed[heading] = [start for start, _ in spans], list(reach)
        starts, reached = self._headed[heading]
        index = bisect_right(starts, place)
        return index > 0 and place < reached[index - 1]

    def _placed(self) -> Iterator[tuple[int, int, Figure]]:
        """Figures that count, with the span of the number itself, without the qualifiers that touch it."""
        for figure in self.document.figures:
            if figure.kind in COUNTING_KINDS:
                start, end = self.at(figure.start), self.at(figure.end)
                found = self.view.find(figure.written, start, end) if figure.written else -1
                yield (start, end, figure) if found < 0 else (found, found + len(figure.written), figure)

    @cached_property
    def starts(self) -> dict[int, Figure]:
        """The figures that count, by the place in the view where the number itself begins."""
        return {first: figure for first, _, figure in self._placed()}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every sentence that holds a figure that counts."""
        placed = sorted(self._placed(), key=lambda one: one[:2])
        rows: list[Row] = []
        before: Row | None = None
        at = 0
        for number, (start, end) in enumerate(self.document.prepared.sentences):
            first = at
            while at < len(placed) and placed[at][0] < end:
                at += 1
            if before and "\n" in self.view[before.end - 1 : start]:
                before = None
            row = Row(number, start, end, even(self.view[start:end]), self._spots(start, end, placed[first:at]), before)
            before = replace(row, before=None)
            if row.spots:
                rows.append(row)
        return tuple(rows)

    def _spots(self, start: int, end: int, inside: list[tuple[int, int, Figure]]) -> tuple[Spot, ...]:
        spots: list[Spot] = []
        depth = 0
        for index, (first, last, figure) in enumerate(inside):
            opens = inside[index - 1][1] if index else start
            closes = inside[index + 1][0] if index + 1 < len(inside) else end
            lead, tail = even(self.view[opens:first]), even(self.view[last:closes])
            depth = max(0, depth + lead.count("(") - lead.count(")"))
            before = spots[-1] if spots and spots[-1].describes else None
            inherits = before.clause + (before.figure.unit or "") if before else ""
            spots.append(Spot(figure, first, last, lead, tail, depth, inherits))
        return tuple(spots)

    @cached_property
    def spots(self) -> dict[str, tuple[Row, int]]:
        """Where each figure stands: its row and its number there."""
        return {spot.figure.id: (row, index) for row in self.rows for index, spot in enumerate(row.spots)}


def same_unit(first: Figure, second: Figure) -> bool:
    """Whether both count in one unit, or in two that count the same (件, 宗; 人, 名)."""
    if first.kind is not second.kind:
        return False
    return first.unit == second.unit or any({first.unit, second.unit} <= units for units in _ALIKE[:2])


def comparable(first: Figure, second: Figure) -> bool:
    """Whether two figures may count the same sort of thing; a unit that is not written fits any."""
    if first.kind is not second.kind:
        return False
    if first.unit is None or second.unit is None or same_unit(first, second):
        return True
    return any({first.unit, second.unit} <= units for units in _ALIKE)
