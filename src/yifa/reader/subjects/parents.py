"""Which figure another is announced to be part of: by 其中, or by a bracket behind it (147个（市本级62个）)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from yifa.reader.figures.qualifiers import CHANGES
from yifa.reader.reading import COUNTING_KINDS, FigureKind, Number
from yifa.reader.subjects.clauses import Place
from yifa.reader.subjects.lexicon import unit_class

_PART = re.compile(r"其中")
_STOP = re.compile("[；;。]")
_NO_PARTS = frozenset(
    {FigureKind.PERCENT, FigureKind.POINTS, FigureKind.MULTIPLE, FigureKind.RATIO, FigureKind.DURATION}
)
_NEW_ACT = re.compile(r"^(?:共|共计|累计|完成|开展|组织|成功|全年|同时|另)")
# «每万人拥有律师|4.1名», «平均每所|4.5人»: of each, and part of nothing; with it a list is over.
_EACH = re.compile("每(?:[百千万]|十万|百万)?(?:人|户|名|家|件|村|所|队|个)|[人户村件]均|平均")
# How many numbers back a whole is looked for.
REACH = 12


def find_parents(
    text: str, sentences: Sequence[tuple[int, int]], places: Sequence[Sequence[Place]]
) -> dict[int, Number]:
    """For numbers (by where they start) that are a part: the whole."""
    parents: dict[int, Number] = {}
    earlier: list[Number] = []
    for (start, end), row in zip(sentences, places, strict=True):
        listing = _Listing(text, start, end, earlier)
        for index, place in enumerate(row):
            whole = listing.whole_of(place, row[index - 1] if index else None)
            if whole is not None:
                parents[place.number.start] = whole
        earlier = [place.number for place in row] or earlier
    return parents


class _Listing:
    """One sentence read from left to right: which whole a 其中 has opened, and whether its list still runs."""

    def __init__(self, text: str, start: int, end: int, earlier: Sequence[Number]) -> None:
        self._text, self._start = text, start
        self._marks = [found.start() for found in _PART.finditer(text, start, end)]
        self._earlier = earlier
        self._seen: list[Number] = []
        self._opened: Number | None = None
        self._mark = -1
        self._closed = False

    def whole_of(self, place: Place, previous: Place | None) -> Number | None:
        """The whole that this number is part of, None where it is none."""
        number = place.number
        self._open(number)
        if _EACH.search(place.before):
            self._closed = True
            return None
        words = self._text[max(self._mark, previous.end if previous else self._start) : number.start]
        self._closed = self._closed or _STOP.search(words) is not None or _leaves_bracket(words)
        whole = self._in_bracket(place) if place.bracketed and not self._marked_in_bracket(number) else None
        if whole is None and self._opened is not None and not self._closed and self._goes_on(place, previous):
            whole = self._opened if _fits(self._opened, number) else None
        if whole is None and place.bracketed:
            whole = self._in_bracket(place)
        if whole is None and number.kind not in _NO_PARTS and not place.bracketed:
            self._opened = None
        self._seen.append(number)
        return whole

    def _open(self, number: Number) -> None:
        """Take up the last 其中 before this number."""
        index = bisect_left(self._marks, number.start)
        mark = self._marks[index - 1] if index else -1
        if mark <= self._mark:
            return
        at_front = mark - self._start < 20 and not self._text[self._start : mark].strip(" \t“”(（")
        pool = self._earlier if at_front and not self._seen else self._seen
        self._opened, self._mark, self._closed = _whole(pool[-REACH:], number, mark), mark, False

    def _goes_on(self, place: Place, previous: Place | None) -> bool:
        """Whether no act begins something new since the last member."""
        if previous and previous.number.start > self._mark and not place.listed and place.joint in ("，", ","):
            return not _NEW_ACT.match(place.before.strip())
        return True

    def _marked_in_bracket(self, number: Number) -> bool:
        words = self._text[max(0, number.start - 24) : number.start].replace("（", "(")
        return "其中" in words.rpartition("(")[2]

    def _in_bracket(self, place: Place) -> Number | None:
        """The number that stands right before the bracket this one is in."""
        near = self._text[max(0, place.number.start - 100) : place.number.start].replace("（", "(")
        opening = place.number.start - (len(near) - near.rfind("(")) if "(" in near else -1
        whole = next((number for number in reversed(self._seen[-REACH:]) if number.end <= opening), None)
        if whole is None or opening - whole.end > 12:
            return None
        return whole if _fits(whole, place.number) else None


def _whole(pool: Sequence[Number], part: Number, mark: int) -> Number | None:
    """The nearest number before 其中 that this may be a part of."""
    for number in reversed(pool):
        if number.start < mark and _fits(number, part) and not CHANGES & set(number.qualifiers):
            return number
    return None


def _fits(whole: Number, part: Number) -> bool:
    if whole.kind not in COUNTING_KINDS - _NO_PARTS or part.kind is not whole.kind or CHANGES & set(part.qualifiers):
        return False
    counted = whole.kind is FigureKind.COUNT and unit_class(whole.unit) == unit_class(part.unit)
    return (whole.unit == part.unit or counted) and part.value <= whole.value


def _leaves_bracket(words: str) -> bool:
    """Whether a bracket that was open before these words is closed in them."""
    depth = 0
    for sign in words:
        depth += (sign in "（(") - (sign in "）)")
        if depth < 0:
            return True
    return False
