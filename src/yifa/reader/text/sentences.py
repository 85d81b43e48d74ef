"""Sentences: spans of the view between 。！？ and line ends.

A stop within quotation marks, brackets or 《》 that close in the same line ends no sentence, unless it is the last
thing in them and nothing follows that goes on (`“……。”，`). A semicolon ends none: an enumeration keeps its subject
across it. A point ends one between ideographs (`办理。` typed as `办理.`), never in a decimal or behind the number of a
heading. A question mark that is mojibake ends none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_OPENING = "“‘(（《【〔「『["
_CLOSING = "”’)）》】〕」』]"
_PAIRS = dict(zip(_CLOSING, _OPENING, strict=True)) | {")": "(", "）": "（"}
_TOKEN = re.compile(
    r"[。！？!?\n“”‘’()（）《》【】〔〕「」『』\[\]]|(?<=[\u4e00-\u9fff”》)])\.(?=[\u4e00-\u9fff“《(]|\s*(?:\n|$))"
)
_AFTER_STOP = re.compile(r"[。！？!?”’)）》】」』]*")
LONGEST_QUOTE = 400


def find_sentences(text: str, broken: Collection[int] = ()) -> tuple[tuple[int, int], ...]:
    """The sentences of a view, without the blanks around them; `broken` are places of marks that are mojibake.

    >>> text = "受理32件，办结29件；其中3件终止。“一件事一次办。”全年3.5万件。"
    >>> [text[start:end] for start, end in find_sentences(text)]
    ['受理32件，办结29件；其中3件终止。', '“一件事一次办。”', '全年3.5万件。']
    """
    return tuple(_trimmed(text, _bounds(text, broken)))


def _bounds(text: str, broken: Collection[int]) -> Iterator[tuple[int, int]]:
    enclosed = _enclosed(text)
    start = 0
    inside = 0
    for match in _TOKEN.finditer(text):
        at, sign = match.start(), match[0]
        if at < start:
            continue
        if sign == "\n":
            yield start, at
            start, inside = at + 1, 0
        elif at in enclosed:
            inside = max(inside, enclosed[at])
        elif sign in _OPENING or at in broken:
            continue
        elif sign in _CLOSING:
            if at + 1 == inside and text[at - 1] in "。！？!?" and _ends(text, at + 1):
                yield start, at + 1
                start = at + 1
        elif at >= inside:
            stop = _AFTER_STOP.match(text, at + 1)
            end = stop.end() if stop and not _starts_new(text, at + 1, stop.end(), enclosed) else at + 1
            yield start, end
            start = end
    yield start, len(text)


def _starts_new(text: str, start: int, end: int, enclosed: dict[int, int]) -> bool:
    return any(place in enclosed for place in range(start, end))


def _ends(text: str, at: int) -> bool:
    """Whether nothing behind a closed quotation goes on with its sentence."""
    return text[at : at + 1] not in tuple("，,；;、：:的等和与及)）”》")


def _enclosed(text: str) -> dict[int, int]:
    """Openers that close in their line within reach → the place behind their closer; outermost ones only."""
    found: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            waiting.clear()
        elif sign in _OPENING:
            waiting.append((sign, at))
        elif sign in _PAIRS:
            opener = _PAIRS[sign]
            depth = next((depth for depth in range(len(waiting) - 1, max(-1, len(waiting) - 6), -1)
                          if waiting[depth][0] == opener), None)  # fmt: skip
            if depth is not None:
                if at - waiting[depth][1] <= LONGEST_QUOTE:
                    found[waiting[depth][1]] = at + 1
                del waiting[depth:]
    return found


def _trimmed(text: str, bounds: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in bounds:
        words = text[start:end]
        left = start + len(words) - len(words.lstrip())
        right = start + len(words.rstrip())
        if left < right:
            yield left, right
