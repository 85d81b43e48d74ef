"""Running heads and page numbers: what the printer adds to every page and no author says.

A page number is told by its growing from page to page in one place; a running head by standing alike, at the edge and
apart from the text, on several pages. A lone number that does neither is a figure and stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from yifa.reader.intake.page_lines import Line

_NUMBER = re.compile(
    r"[-—–－‐─~～·•\s\[【(（]*(?:第\s*)?(\d{1,4})\s*(?:页)?(?:\s*(?:[/／]|，|,|共|of|/\s*共)?\s*共?\s*(\d{1,4})\s*页?)?[-—–－‐─~～·•\s\]】)）]*"
)
_DRESSED = re.compile(r"[-—–－─~～·•]\s*\d+\s*[-—–－─~～·•]|第\s*\d+\s*页|\d+\s*[/／]\s*\d+")
_LONGEST = 60  # characters of a page number with all that dresses it
_AT_EDGE = 2  # lines at the top and at the bottom of a page that are looked at
_APART = 1.3  # times the usual step between lines
_MARGIN = 0.13  # of the page's height


@dataclass(frozen=True)
class _Edge:
    """A line at the edge of a page; `apart` when white sets it off from the text."""

    line: Line
    apart: bool


def find_heads(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[int]:
    """The identities (`id`) of the lines that are running heads or page numbers."""
    edges = [_edges(page, height) for page, height in zip(pages, heights, strict=True)]
    numbers = _page_numbers(edges)
    return numbers | _running_heads(edges, numbers)


def _edges(page: Sequence[Line], height: float) -> list[_Edge]:
    """The lines at the edges of a page: those in its margins or set apart from the text."""
    ordered = sorted(page, key=lambda line: line.y)
    steps = [after.y - before.y for before, after in pairwise(ordered) if after.y - before.y > 0.1 * after.size]
    usual = median(steps) if steps else 0.0
    found: dict[int, _Edge] = {}
    for lines, sign in ((ordered, 1), (ordered[::-1], -1)):
        for place, line in enumerate(lines[:_AT_EDGE]):
            beyond = lines[place + 1] if place + 1 < len(lines) else None
            apart = beyond is None or sign * (beyond.y - line.y) > _APART * usual
            in_margin = line.y < _MARGIN * height or line.y > (1 - _MARGIN) * height
            if in_margin or (apart and _DRESSED.search(line.text[:_LONGEST])):
                found.setdefault(id(line), _Edge(line, apart))
    return list(found.values())


def _page_numbers(edges: Sequence[Sequence[_Edge]]) -> set[int]:
    """The lines that number the pages: alike in form, growing with the page."""
    offsets: defaultdict[int, list[_Edge]] = defaultdict(list)
    for index, found_edges in enumerate(edges):
        for edge in found_edges:
            found = _NUMBER.fullmatch(edge.line.text[:_LONGEST])
            if found:
                offsets[int(found.group(1)) - index].append(edge)
    numbers: set[int] = set()
    for alike in offsets.values():
        sure = all(edge.apart or _DRESSED.search(edge.line.text[:_LONGEST]) for edge in alike)
        level = len({round(edge.line.y / max(edge.line.size, 1)) for edge in alike}) <= max(2, len(alike) // 4)
        alone = len(edges) == 1 and all(_DRESSED.search(edge.line.text[:_LONGEST]) for edge in alike)
        if (level and len(alike) > (1 if sure else 2)) or alone:
            numbers |= {id(edge.line) for edge in alike}
    return numbers


def _running_heads(edges: Sequence[Sequence[_Edge]], numbers: set[int]) -> set[int]:
    """The lines that stand alike on several pages, their page number aside; the head of a table is none."""
    alike: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for index, found in enumerate(edges):
        for edge in found:
            if id(edge.line) not in numbers and (edge.apart or not edge.line.is_row):
                key = (_form(edge.line, index), round(edge.line.y / max(2 * edge.line.size, 1)))
                alike[key].append(edge.line)
    needed = 2 if len(edges) <= 3 else 3
    return {id(line) for lines in alike.values() if len({line.page for line in lines}) >= needed for line in lines}


def _form(line: Line, index: int) -> str:
    """The text with its page number masked: a number that is the page's, give or take a cover."""

    def mask(found: re.Match[str]) -> str:
        return "#" if abs(int(found.group()[:6]) - index - 1) <= 2 else found.group()

    return re.sub(r"\d+", mask, re.sub(r"\s+", "", line.text))
