"""Who signed and when: the names and the day at the end, before what a web page adds.

The day stands alone on a line, behind the name, or sticks to the last words (`…支持。青屏县人民政府2023年1月5日`).
Names are on the lines right above it. Annexes may follow, so the last day with a name above counts, else a day near
the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yifa.reader.text.authority import ORGAN_END, is_organ
from yifa.reader.text.dates import FoundDay, eaten_days, find_days
from yifa.reader.text.furniture import is_furniture
from yifa.reader.text.paragraphs import Paragraph

_CLOSING = re.compile(r"^[\s()（）)。.]*$")
_STUCK = re.compile(rf"(?:^|[。；;!！\s])(?P<organ>(?:中共)?[\u4e00-\u9fff()]{{2,30}}?(?:{ORGAN_END}))[\s,，]*[(（]?$")
LAST_LINES = 16
MOST_SIGNERS = 4


@dataclass(frozen=True)
class Signature:
    """The signers with their spans of the view, the day as found, and whether it is written as it should be.

    `stuck` tells that the day sticks to the words before it, `eaten` that it lost its signs.
    """

    signers: tuple[tuple[str, int, int], ...] = ()
    day: FoundDay | None = None
    stuck: bool = False
    eaten: bool = False


def find_signature(lines: Sequence[Paragraph], *, known: date | None = None, after: int | None = None) -> Signature:
    """The signature of a text; `known` and `after` help to read a day that lost its signs, see `eaten_days`."""
    lines = [line for line in lines if not is_furniture(line.text)]
    fallback: Signature | None = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.is_row or len(line.text) < 6:
            continue
        near_end = index >= len(lines) - LAST_LINES
        found = _signed_line(lines, index, known, after, near_end)
        if found is None:
            continue
        if found.signers:
            return found
        if fallback is None and near_end:
            fallback = found
    if fallback is not None:
        return fallback
    last = len(lines) - 1
    while last >= 0 and last >= len(lines) - 3 and not is_organ(lines[last].text):
        last -= 1
    return Signature(_signers(lines, last + 1)) if last >= 1 else Signature()


def _signed_line(
    lines: Sequence[Paragraph], index: int, known: date | None, after: int | None, near_end: bool
) -> Signature | None:
    line = lines[index]
    start = max(0, len(line.text) - 40)
    for found in find_days(line.text, start):
        if not _CLOSING.match(line.text[found.end :]):
            continue
        day = FoundDay(line.start + found.start, line.start + found.end, found.day)
        before = line.text[: found.start].rstrip(" (（")
        if not before:
            return Signature(_signers(lines, index), day) if index else None
        if is_organ(before):
            spaced = line.text[found.start - 1 : found.start] in " (（"
            return Signature(((before, line.start, line.start + len(before)),), day, stuck=not spaced)
        stuck = _STUCK.search(before, max(0, len(before) - 60))
        if stuck:
            signer = (stuck["organ"], line.start + stuck.start("organ"), line.start + stuck.end("organ"))
            return Signature((signer,), day, stuck=True)
        if near_end and before.endswith(("。", "!", "”")) and index >= len(lines) - 2:
            return Signature((), day, stuck=True)
    if near_end:
        eaten = eaten_days(line.text, known, after)
        if eaten is not None and index and (index == len(lines) - 1 or _signers(lines, index)):
            day = FoundDay(line.start + eaten[0].start, line.start + eaten[0].end, eaten[0].day)
            return Signature(_signers(lines, index), day, eaten=True)
    return None


def _signers(lines: Sequence[Paragraph], index: int) -> tuple[tuple[str, int, int], ...]:
    """The names on the lines right above, or the name that ends the paragraph above."""
    found: list[tuple[str, int, int]] = []
    for line in reversed(lines[max(0, index - MOST_SIGNERS) : index]):
        names = line.text.split()
        if not all(is_organ(name) for name in names) or line.ideographs > 60:
            break
        at = line.start
        spans = []
        for name in names:
            at = line.start + line.text.index(name, at - line.start)
            spans.append((name, at, at + len(name)))
            at += len(name)
        found[:0] = spans
    return tuple(found)
