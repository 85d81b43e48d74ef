"""Headings without a number, in a text that numbers none: short lines alone between paragraphs of running text.

Taken only where there are several, and never the title, an addressee, a speaker, a name that signs, or what a web page
adds. They are numbered in the order in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yifa.reader.text.authority import is_organ
from yifa.reader.text.furniture import is_furniture
from yifa.reader.text.numbering import Mark, Style
from yifa.reader.text.paragraphs import paragraphs

_MARKS = re.compile(r"[。；;：:，,！？!?.…\d\t|/]")
_NO_HEADING = re.compile(r"(?:报告|总结|通知|情况|方案|实录|报|讯|摄)$|^(?:附|特此|此致|敬礼|来源|记者|图)")
SHORTEST, LONGEST = 4, 30
SHORTEST_BODY = 12
FEWEST = 3


def plain_headings(text: str) -> Iterator[Mark]:
    """Signs of no width before the headings, numbered from 1; none where they are fewer than three."""
    lines = paragraphs(text)
    found = [
        line.start
        for line, following in pairwise(lines)
        if "。" in following.text
        and following.ideographs >= SHORTEST_BODY
        and line.ideographs >= SHORTEST
        and len(line.text) <= LONGEST
        and not _MARKS.search(line.text)
        and not _NO_HEADING.search(line.text)
        and not is_furniture(line.text)
        and not is_organ(line.text)
    ]
    if len(found) >= FEWEST:
        yield from (Mark(at, at, Style.CHINESE, index) for index, at in enumerate(found, 1))
