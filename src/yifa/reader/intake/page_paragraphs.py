"""Lines of pages → paragraphs: what the printer wrapped is put together again, across pages too.

Nothing is added between Chinese characters and inside numbers; between Latin words there is a space.
"""

from __future__ import annotations

import re
import string
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from yifa.reader.intake.blocks import Gathered, Gathering
from yifa.reader.intake.decode import is_frequent, is_han
from yifa.reader.intake.page_heads import find_heads
from yifa.reader.intake.page_lines import Line, Page, Row, find_gutters, page_rows, reading_order, whole_line
from yifa.reader.intake.refusals import Reason, Unreadable

_FULL = 1.7  # sizes that may be missing at the end of a full line (punctuation moves to the next)
_INDENT = 0.8  # sizes from which on a line is indented
_LEAST_RIGHT = 0.72  # of the page's width: a text of short lines has no line that is full
_ENOUGH = 6  # lines from which a page's own margins can be told
_SAME_SIZE = 1.12
_STEP = 1.6  # times the usual step between lines
_FEW = 20  # characters from which on a text can be told from gibberish
_FREQUENT = 0.7  # share of everyday characters; prose has 0.98 and more, arbitrary ones 0.3
_SIGNS = 0.35  # share of ASCII signs; a table of contents has 0.3
_TITLE = 1.15  # times the size of the running text
_UNPARTED = re.compile(r"[（《“‘〔【]*(?:[!-~]{1,30}|.)[，。、；：？！）》”’〕】%％]*")
_LATIN = 0.6  # width of a Latin letter or digit, in sizes
_LEADER = re.compile(r"[.…·．]{4,}\s*\S{0,6}$")  # a line of a table of contents
_SENTENCE_END = "。！？；：!?;:"
_HEADING = re.compile(
    r"第?[一二三四五六七八九十百]{1,4}(?:[、章节条．.]|是)|[(（][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|附[件:：]"
)


@dataclass(frozen=True)
class _Margins:
    """Where the lines of a column begin and end, and the usual step from one to the next."""

    left: float
    right: float
    step: float


def gather_pages(pages: Sequence[Page]) -> Gathered:
    """The text of a document given as pages. Raises `Unreadable` (scanned, no_text) when there is none."""
    rows = [page_rows(page) for page in pages]
    if not any(rows):
        raise Unreadable(Reason.SCANNED if any(page.pictures for page in pages) else Reason.NO_TEXT)
    lines = _lines(pages, rows)
    gathering = Gathering()
    _write(lines, gathering, {page.number: page for page in pages})
    for page, on_page in zip(pages, rows, strict=True):
        if page.pictures and not on_page:
            gathering.note("page_without_text", page=page.number)
    gathered = gathering.gathered()
    if _is_gibberish(gathered.text):
        raise Unreadable(Reason.NO_CHARACTER_CODES)
    return gathered


def _lines(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> list[Line]:
    """All lines in reading order, without running heads and page numbers."""
    whole = [[whole_line(row, page.number) for row in on_page] for page, on_page in zip(pages, rows, strict=True)]
    added = find_heads(whole, [page.height for page in pages])
    text = [
        [row for row, line in zip(on_page, lines, strict=True) if id(line) not in added]
        for on_page, lines in zip(rows, whole, strict=True)
    ]
    return [
        line
        for page, on_page, gutter in zip(pages, text, find_gutters(text), strict=True)
        for line in reading_order(on_page, page.number, gutter)
        if line.text
    ]


def _is_gibberish(text: str) -> bool:
    """Whether the fonts give other characters than they draw: then most are hardly ever used, or mere signs."""
    han = [character for character in text if is_han(character) or "\ue000" <= character <= "\uf8ff"]
    if len(han) > _FEW:
        return sum(map(is_frequent, han)) < _FREQUENT * len(han)
    signs = sum(character in string.punctuation for character in text)
    return len(text) > 10 * _FEW and signs > _SIGNS * len(text)


def _write(lines: Sequence[Line], gathering: Gathering, pages: dict[int, Page]) -> None:
    body_size = _most_frequent(Counter({line.size: 0 for line in lines}), lines)
    margins = _margins(lines, body_size, pages)
    page = 0
    for index, line in enumerate(lines):
        if index:
            before = lines[index - 1]
            joined = _goes_on(before, line, margins) or _is_title_wrapped(before, line, body_size, pages)
            gathering.add(_between(before.text, line.text) if joined else "\n")
        if line.page != page:
            page = line.page
            gathering.mark(f"第{page}页")
        gathering.add(line.text)
    gathering.add("\n" if lines else "")


def _most_frequent(counter: Counter[float], lines: Sequence[Line]) -> float:
    for line in lines:
        counter[line.size] += len(line.text)
    return counter.most_common(1)[0][0] if counter else 0.0


def _margins(lines: Sequence[Line], body_size: float, pages: dict[int, Page]) -> dict[tuple[int, int], _Margins]:
    """The margins of every column of every page; a page with few lines takes those of the whole text."""
    zones: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if not line.is_row and _is_same_size(line.size, body_size):
            zones[line.page, line.zone].append(line)
    overall = {
        zone: _measure([line for (_, other), found in zones.items() if other == zone for line in found])
        for zone in {zone for _, zone in zones}
    }
    fallback = _measure(list(lines))
    found = {}
    for page, zone in {(line.page, line.zone) for line in lines}:
        own = zones.get((page, zone), [])
        margins = _measure(own) if len(own) >= _ENOUGH else overall.get(zone, fallback)
        least = 0.0 if zone else _LEAST_RIGHT * pages[page].width
        found[page, zone] = replace(margins, right=max(margins.right, least))
    return found


def _measure(lines: Sequence[Line]) -> _Margins:
    if not lines:
        return _Margins(0, 0, 0)
    lefts = Counter(round(line.left / max(line.size, 1) * 4) for line in lines)
    often = [place for place, count in lefts.items() if count >= max(2, len(lines) / 12)] or [min(lefts)]
    at_left = [line.left for line in lines if round(line.left / max(line.size, 1) * 4) == min(often)]
    rights = sorted(line.right for line in lines)
    steps = [
        after.y - before.y for before, after in pairwise(lines) if after.page == before.page and after.y > before.y
    ]
    return _Margins(
        left=median(at_left),
        right=rights[min(len(rights) - 1, int(len(rights) * 0.95))],
        step=median(steps) if steps else 0.0,
    )


def _goes_on(before: Line, after: Line, margins: dict[tuple[int, int], _Margins]) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if before.is_row or after.is_row or not _is_same_size(before.size, after.size) or _LEADER.search(before.text[-40:]):
        return False
    here, there = margins[before.page, before.zone], margins[after.page, after.zone]
    room = here.right - before.right
    is_full = room <= max(_FULL, _first_word(after.text) + 0.5) * before.size
    is_indented = after.left > there.left + _INDENT * after.size
    if not is_full or is_indented:
        return False
    same_column = (before.page, before.zone) == (after.page, after.zone)
    if same_column and here.step and after.y - before.y > _STEP * here.step:
        return False
    return not (before.text[-1] in _SENTENCE_END and _HEADING.match(after.text))


def _first_word(text: str) -> float:
    """How wide, in sizes, what cannot be parted at the head of a line is: a number or a word with its signs."""
    found = _UNPARTED.match(text)
    return sum(_LATIN if character.isascii() else 1.0 for character in found.group()) if found else 1.0


def _is_title_wrapped(before: Line, after: Line, body_size: float, pages: dict[int, Page]) -> bool:
    """Whether two lines are one title set in the middle."""
    if before.page != after.page or before.is_row or after.is_row:
        return False
    middle = pages[before.page].width / 2
    centred = all(abs((line.left + line.right) / 2 - middle) < line.size for line in (before, after))
    large = min(before.size, after.size) > _TITLE * body_size
    return centred and large and _is_same_size(before.size, after.size) and after.y - before.y < 2.2 * before.size


def _is_same_size(one: float, other: float) -> bool:
    return max(one, other) <= _SAME_SIZE * max(min(one, other), 0.01)


def _between(before: str, after: str) -> str:
    """What stands where a line was wrapped: nothing, but a space between Latin words."""
    last, first = before[-1:], after[:1]
    if not (last.isascii() and first.isascii()) or last.isspace() or first.isspace():
        return ""
    both_numbers = (last.isdigit() or last in ".,") and first.isdigit()
    number_goes_on = last.isdigit() and first in ".,%"
    return "" if both_numbers or number_goes_on or not (last.isalnum() or last in ".,;:)") else " "
