"""Line breaks that are none: lines wrapped at the width of a page, and page numbers between them.

A text is *wrapped* when most of its lines are about as wide as the widest and do not end a sentence, as text
taken from paper is. There a line break is left out after a full line, unless a sentence ends with it, or the next
line is indented or starts a numbered heading; a line that begins with a mark which may not begin one, or goes on
with a number, needs not be quite full before it. In any other text every line break stays: a line is a paragraph,
or a row of a table. Width is measured twice, by characters and by halves for ASCII: files differ in how they set it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from yifa.reader.text.cutting import Span

_DASH = "[-—–－―]{1,2}"
_PAGE_NUMBER = re.compile(
    rf"(?:^|(?<=\n))[ \t]*(?:{_DASH} ?\d{{1,3}} ?{_DASH}|第 ?\d{{1,3}} ?页(?:[ ,，/]*共 ?\d{{1,3}} ?页)?)[ \t]*(?:\n|$)"
)
_ENDS_SENTENCE = re.compile(r"[。！？!?：:]['\"”’」』)）]*\s*$")
_CN = "[一二三四五六七八九十]{1,3}"
_STARTS_ANEW = re.compile(
    rf"\s{{2}}|\t|{_CN}[、.．]|[(（](?:{_CN}|\d{{1,2}})[)）]|\d{{1,2}}[.．、](?!\d)|第{_CN}[章节条部篇]|[①-⑳㈠-㈩⑴-⒇]"
)
_ITEM = re.compile(rf"{_CN}是")
_GOES_ON = re.compile(r"[，。、；：,;:%％)）》”!！?？]")
_CLAUSE = re.compile(r"[，。、；,;《》“”]")
_TITLE_END = re.compile(r"(?:报告|总结|通知|情况|方案|要点|公告|实录)$")
_ADDRESSEE = re.compile(r".{2,40}[:：]$")
FEWEST_LINES = 8
NARROWEST, WIDEST = 16.0, 60.0
PLAY = 2.5  # characters by which a full line may be shorter: a mark that may not start the next one
MORE_PLAY = 7.0  # where the next line tells that it goes on

Measure = Callable[[str], float]


def page_numbers(text: str) -> Iterator[Span]:
    """Lines that hold nothing but a page number in its usual dress (`- 3 -`, `第3页 共9页`), with their line feed."""
    if "\n" in text:
        yield from (match.span() for match in _PAGE_NUMBER.finditer(text))


def soft_breaks(text: str) -> Iterator[Span]:
    """The line feeds of a wrapped text that end no paragraph, with blanks around them."""
    lines = text.split("\n")
    found = _full_line(lines)
    if found is None:
        return
    measure, full = found
    start = 0
    for line, following in pairwise(lines):
        end = start + len(line)
        if _flows(line, following, full - measure(line)):
            tail = len(line) - len(line.rstrip())
            yield end - tail, end + 1 + len(following) - len(following.lstrip())
        start = end + 1


def _flows(line: str, following: str, short_by: float) -> bool:
    """Whether a line that is so much shorter than a full one goes on in the next."""
    if not following.strip() or "\t" in line or short_by > MORE_PLAY or _ends_sentence(line):
        return False
    if _STARTS_ANEW.match(following) or (_ITEM.match(following) and line[-1] not in "；;，,"):
        return False
    if _TITLE_END.search(line.rstrip()) and _ADDRESSEE.fullmatch(following.rstrip()):
        return False
    goes_on = _GOES_ON.match(following) or (line[-1:].isdigit() and following[0].isdigit())
    return short_by <= (MORE_PLAY if goes_on else PLAY)


def _full_line(lines: list[str]) -> tuple[Measure, float] | None:
    """How to measure, and the width of a full line of a wrapped text; None when it is not wrapped."""
    best: tuple[int, Measure, float] | None = None
    for measure in (_by_halves, _by_characters):
        found = _full_width(lines, measure)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], measure, found[1])
    return best[1:] if best else None


def _full_width(lines: list[str], measure: Measure) -> tuple[int, float] | None:
    """How many lines are full, and their width; None when too few are, most end a sentence, or are no prose."""
    long = [(width, line) for line in lines if (width := measure(line)) >= NARROWEST]
    if len(long) < FEWEST_LINES:
        return None
    counted = Counter(round(width) for width, _ in long)
    full = max((sum(counted[width - back] for back in range(3)), width) for width in counted)[1]
    if full > WIDEST or max(counted) > full + 8:
        return None
    filled = [line for width, line in long if full - PLAY <= width <= full + PLAY]
    flowing = sum(1 for line in filled if not _ends_sentence(line))
    prose = sum(1 for line in filled if _CLAUSE.search(line))
    wrapped = 2 * len(filled) > len(long) and 3 * flowing > 2 * len(filled) and 2 * prose > len(filled)
    return (len(filled), float(full)) if wrapped else None


def _ends_sentence(line: str) -> bool:
    return _ENDS_SENTENCE.search(line, max(0, len(line.rstrip()) - 8)) is not None


def _by_halves(line: str) -> float:
    line = line.rstrip()
    return len(line) - 0.5 * len(line.encode("ascii", "ignore"))


def _by_characters(line: str) -> float:
    return float(len(line.rstrip()))
