"""Cuts a sentence around its numbers: for each the words before it, the words behind it, and how it is joined."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from yifa.reader.figures.qualifiers import BEFORE, BEHIND
from yifa.reader.figures.qualifying import PASSED
from yifa.reader.figures.tables import Cell
from yifa.reader.reading import FigureKind, Number
from yifa.reader.subjects.lexicon import HEADS, alternation

_BOUNDARY = re.compile(r"[，,；;：:。！？!?\n\t]| {2,}")
_LEAD = re.compile(rf"(?:{'|'.join(sorted(BEFORE, key=len, reverse=True))})\s?$")
_FOLLOW = re.compile(rf"\s?(?:{'|'.join(sorted(BEHIND, key=len, reverse=True))}|内(?=[，,。；;、办]))")
_WITHIN = re.compile(_FOLLOW.pattern[:-1] + "|内(?![部容外资地控涵设陆科服网业]))")
_SOFT = re.compile(r"^\s?(?:、|和|及|与|以及|或)\s?")
# The noun of the number before, and the mark that goes on to this one: «12家|企业、商户|5家», «12家|企业和|5家».
_LIST = re.compile(r"^[^、]{1,40}?、|^[^、]{1,40}(?:和|及|与|以及)$")
_BRACKETS = re.compile("[（()）]")
_ASIDE = re.compile("[（(][^（()）\\d]{0,10}[)）]")
_HEAD_END = re.compile(f"(?:{alternation(HEADS)})")
LONGEST_PHRASE = 80


@dataclass
class Place:
    """A number in its sentence. `before` begins at `before_at`; `joint` is the mark that stands between the clauses."""

    number: Number
    start: int
    end: int
    before: str
    before_at: int
    behind: str
    behind_at: int
    joint: str
    listed: bool
    bracketed: bool
    clause: int
    cut: bool = False
    shared: bool = False
    cell: Cell | None = None


def find_places(text: str, start: int, end: int, numbers: Sequence[Number]) -> list[Place]:
    """The numbers of one sentence with the words around them; the spans of `numbers` lie within `start` and `end`."""
    marks = _Marks(text, start, end, numbers)
    places: list[Place] = []
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        places.append(marks.place(number, following, places[-1] if places else None))
    for place, after in pairwise(places):
        adjacent = place.end == after.before_at and not after.joint and not after.listed
        place.shared = adjacent and bool(place.behind.strip())
    return places


class _Marks:
    """The stops and the brackets of one sentence, in order, to be looked up by place."""

    def __init__(self, text: str, start: int, end: int, numbers: Sequence[Number]) -> None:
        self._text, self._start, self._end = text, start, end
        begins = [number.start for number in numbers]
        self._stops = [
            found.start()
            for found in _BOUNDARY.finditer(text, start, end)
            if not _inside(found.start(), begins, numbers)
        ]
        self._brackets = _brackets(text, start, end, begins)
        self._opens = [opened for opened, _ in self._brackets]

    def place(self, number: Number, following: Number | None, previous: Place | None) -> Place:
        """One number with the words around it."""
        text = self._text
        last = previous.end if previous else self._start
        lead = self._lead(number, last)
        follow = (_WITHIN if number.kind is FigureKind.DURATION else _FOLLOW).match(text, number.end)
        begin = lead.start() if lead else number.start
        finish = min(follow.end() if follow else number.end, self._end)
        stop = self._last_stop(begin)
        opened, closed = self._bracket(number.start)
        left = max(last, stop + 1, opened + 1, begin - LONGEST_PHRASE)
        cut = left == begin - LONGEST_PHRASE
        listed = False
        if previous and left == last:
            before = text[left:begin]
            joint = _SOFT.match(before) or _LIST.search(before)
            listed = joint is not None
            left += joint.end() if joint else 0
        before = text[left:begin]
        if opened >= 0 and not before.strip():
            words, at = _label(text, opened, max(self._start, opened - 20))
            if words.strip() and last <= at:
                before, left = words, at
        behind = _ASIDE.sub("", text[finish : self._right(finish, following, closed)])
        behind = "" if behind[:1].isspace() and before.strip() else _first_member(behind)
        mark = text[stop] if stop >= max(self._start, last - 1) else ""
        return Place(
            number, begin, finish, before, left, behind, finish, mark,
            listed=listed, bracketed=opened >= 0, clause=stop, cut=cut,
        )  # fmt: skip

    def _lead(self, number: Number, since: int) -> re.Match[str] | None:
        """The qualifier that touches a number from before; 上 only does before a bare 百, 千, 万 (上万人)."""
        lead = _LEAD.search(self._text, max(since, number.start - 6), number.start)
        if lead is None and "超过" in number.qualifiers:
            lead = PASSED.search(self._text, max(since, number.start - 3), number.start)
        return None if lead and lead.group().strip() == "上" and self._text[number.start] not in "百千万亿" else lead

    def _last_stop(self, before: int) -> int:
        index = bisect_left(self._stops, before)
        return self._stops[index - 1] if index else self._start - 1

    def _bracket(self, at: int) -> tuple[int, int]:
        """The bracket around a place, (-1, -1) where there is none."""
        index = bisect_left(self._opens, at)
        if index and at < self._brackets[index - 1][1]:
            return self._brackets[index - 1]
        return -1, -1

    def _right(self, finish: int, following: Number | None, closed: int) -> int:
        """Where the words behind a number end."""
        right = min(self._end, finish + LONGEST_PHRASE)
        index = bisect_left(self._stops, finish)
        if index < len(self._stops):
            right = min(right, self._stops[index])
        if following:
            lead = self._lead(following, finish)
            right = min(right, lead.start() if lead else following.start)
        if closed >= 0:
            return min(right, closed)
        index = bisect_left(self._opens, finish)
        return min(right, self._opens[index]) if index < len(self._opens) else right


def _first_member(behind: str) -> str:
    """«企业、商户» → «企业»; «瞪羚、独角兽企业» stays, for its first member is no noun of its own."""
    first, mark, rest = behind.partition("、")
    if not mark or not first.strip() or _HEAD_END.search(first) or not _HEAD_END.search(rest.partition("、")[0][:12]):
        return first
    return behind if "、" not in rest else first


def _label(text: str, opened: int, start: int) -> tuple[str, int]:
    """«省级（3个）»: the words before the bracket name the number in it, when no number stands between."""
    at = opened
    while at > start and text[at - 1] not in "，,。；;：:、（）()\n" and not text[at - 1].isdigit():
        at -= 1
    words = text[at:opened]
    dated = at > start and text[at - 1].isdigit() and words.strip() in ("年", "年度", "年底", "月", "日")
    return "" if dated else words, at


def _inside(at: int, begins: Sequence[int], numbers: Sequence[Number]) -> bool:
    """Whether a place lies in a number."""
    index = bisect_right(begins, at)
    return index > 0 and at < numbers[index - 1].end


def _brackets(text: str, start: int, end: int, begins: Sequence[int]) -> list[tuple[int, int]]:
    """Brackets with a number in them; others are left to the noun they stand behind."""
    found = []
    opened = -1
    for mark in _BRACKETS.finditer(text, start, end):
        at = mark.start()
        if text[at] in "（(":
            opened = at
        elif opened >= 0:
            index = bisect_right(begins, opened)
            if index < len(begins) and begins[index] < at:
                found.append((opened, at))
            opened = -1
    return found
