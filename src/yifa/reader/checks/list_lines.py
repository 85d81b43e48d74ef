"""Lists whose members stand on lines of their own, below a sentence that gives their totals.

    全系统查办案件649件，罚没78万元。分领域看：
    （1）食品领域234件，罚没21万元；
    （2）药品领域98件，罚没14万元；
    （3）其他领域317件，罚没43万元。

The first number of every line is set against a total of its unit in the paragraph above, the second likewise. Only what
adds up is told: a list need not name every part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yifa.reader.checks.rows import Sheet, Spot, same_unit
from yifa.reader.reading import Figure

_ITEM = re.compile(
    r"[ \t\u3000]*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}是|\d{1,2}[.、．]"
    r"|[①-⑳]|[—–-]{1,2}|[•·●▪★■◆])"
)
_LEADS = re.compile(r"[:：]\s*$|其中|分别|具体|如下|分领域|按.{1,8}[分看]")
_FEWEST = 3


@dataclass(frozen=True)
class LineList:
    """A total of the paragraph above a list, and the numbers of the list's lines that may be its parts."""

    total: Figure
    members: tuple[Figure, ...]


def line_lists(sheet: Sheet) -> Iterator[LineList]:
    """Every total above a list of lines, with the numbers that stand at one place in every line."""
    lines = [(found.start(), found.end(), found.group()) for found in re.finditer(r"[^\n]+", sheet.view)]
    spots = [spot for row in sheet.rows for spot in row.spots if spot.counted and spot.depth == 0]
    starts = [spot.start for spot in spots]
    above: tuple[int, int, str] | None = None
    for is_item, run in groupby(lines, lambda line: _ITEM.match(line[2]) is not None):
        group = list(run)
        if is_item and above and len(group) >= _FEWEST and _LEADS.search(above[2][-40:]):
            within = (
                spots[bisect_left(starts, first) : bisect_left(starts, last)] for first, last, _ in (above, *group)
            )
            heads, *rows = within
            yield from _columns(heads, rows)
        above = None if is_item else group[-1]


def _columns(heads: Sequence[Spot], rows: Sequence[Sequence[Spot]]) -> Iterator[LineList]:
    """For every place that all lines have a number at, the totals of its unit."""
    for place in range(min(map(len, rows))):
        members = [row[place].figure for row in rows]
        if not all(same_unit(members[0], one) for one in members[1:]):
            continue
        for head in reversed(heads):
            if same_unit(head.figure, members[0]):
                yield LineList(head.figure, tuple(members))
