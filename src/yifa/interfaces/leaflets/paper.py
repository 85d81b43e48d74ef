"""The report's text as a paper: paragraphs and headings as they stand, every figure and every damaged place marked.

Nothing is added to the words and nothing left out: the text content of the paper is the text that was read, to the
character; signs and note numbers come from the style sheet. A figure is one plain element with the number of its entry
in the page's data; where figures overlap, the first that opens is marked and the others are found through it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from yifa.interfaces.telling import Light, light_of
from yifa.reader.reading import COUNTING_KINDS, Document

OUTLINE_LEVELS = (1, 2)
"""Headings of these levels stand in the outline and begin a paragraph of their own."""
LONG, SHOWN = 60, 8
"""A damaged place longer than this is marked on its first characters only."""

LONG_TITLE = 120
UNREADABLE = {0: "&#xFFFD;", 13: "&#13;"}
"""What a browser would drop or change when it reads markup, and so shift every place behind it."""
TAB_STOPS = (4, 6, 8, 10, 12, 16, 20)
"""Distances at which the columns of a table may stand; each has a class in the style sheet."""
UNBROKEN = 16
"""A figure up to this length is not broken over two lines."""


class Span(NamedTuple):
    """A marked stretch of text with its opening tag; of no length where something is missing."""

    start: int
    end: int
    tag: str


class Layer:
    """Spans of one sort that do not overlap, in the order of the text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans, key=lambda one: (one.start, -one.end)):
            if not self.spans or span.start >= self.spans[-1].end:
                self.spans.append(span)
        self._ends = [span.end for span in self.spans]

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The spans that touch this stretch, clipped to it."""
        place = bisect_right(self._ends, start)
        if place and self.spans[place - 1].start == start == self.spans[place - 1].end:
            place -= 1
        for span in self.spans[place:]:
            if span.start >= end:
                return
            yield span._replace(start=max(start, span.start), end=min(end, span.end))


def draw(document: Document, place: int, lights: Mapping[int, Light], *, links: bool = False) -> Markup:
    """The paper of a document: `place` is its number in the page, `lights` belong to the figures that were checked.

    `links`: a figure is a link that asks about it (`?t=0&f=12`), for pages that have a server behind them.
    """
    text = document.text
    layers = (
        Layer(_headings(document, place)),
        Layer(_linked(document, place, lights) if links else _figures(document, lights)),
        Layer(_spots(document)),
        Layer(_harms(document)),
    )
    starts = {one.start for one in document.prepared.sections if one.level in OUTLINE_LEVELS}
    parts = []
    blocks = list(_blocks(text, starts))
    for (start, end), stop in zip(blocks, _stops(text, blocks), strict=True):
        inline = "".join(_inline(text, start, end, layers))
        opening = f'<p class="row stop{stop}">' if stop else "<p>"
        parts.append(f"{opening}{inline}</p>" if text[start:end].strip() or "<" in inline else inline)
    return Markup("".join(parts))  # noqa: S704 - every word of the text was escaped


def _blocks(text: str, starts: set[int]) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines with their ends, parted where a heading begins within a line."""
    at = 0
    for line in text.splitlines(keepends=True):
        cuts = sorted(start for start in starts if at < start < at + len(line))
        yield from pairwise([at, *cuts, at + len(line)])
        at += len(line)


def _stops(text: str, blocks: Sequence[tuple[int, int]]) -> list[int]:
    """For each block the distance of its tab stops, in characters; the rows of one table share it, 0 is no table."""
    stops: list[int] = []
    for in_table, run in groupby(blocks, lambda block: "\t" in text[block[0] : block[1]].strip()):
        rows = list(run)
        cells = (cell for start, end in rows for cell in text[start:end].rstrip("\n").split("\t")[:-1])
        widest = max((_width(cell) for cell in cells), default=0) if in_table else 0
        stop = next((stop for stop in TAB_STOPS if stop > widest), TAB_STOPS[-1]) if in_table else 0
        stops += [stop] * len(rows)
    return stops


def _width(cell: str) -> float:
    """How wide a cell is in Chinese characters, with its sign."""
    return sum(1.0 if sign > "\u00ff" else 0.55 for sign in cell) + 1


def _inline(text: str, start: int, end: int, layers: Sequence[Layer]) -> Iterator[str]:
    """A stretch of text with the spans of every layer, the first layer outermost."""
    if not layers:
        yield str(escape(text[start:end])).translate(UNREADABLE)
        return
    at = start
    for span in layers[0].within(start, end):
        yield from _inline(text, at, span.start, layers[1:])
        yield span.tag
        yield from _inline(text, span.start, span.end, layers[1:])
        yield "</a>" if span.tag.startswith("<a ") else "</span>"
        at = span.end
    yield from _inline(text, at, end, layers[1:])


def _headings(document: Document, place: int) -> Iterator[Span]:
    title = document.facts.spans.get("title")
    if title and title[1] - title[0] < LONG_TITLE:
        yield Span(*title, '<span class="title">')
    outlined = 0
    for one in document.prepared.sections:
        if not one.level:
            continue
        known = ""
        if one.level in OUTLINE_LEVELS:
            known = f' id="d{place}s{outlined}" role="heading" aria-level="{one.level + 2}"'
            outlined += 1
        end = document.text.find("\n", one.start, one.body)
        yield Span(one.start, one.body if end < 0 else end, f'<span class="head l{one.level}"{known}>')


def _figures(document: Document, lights: Mapping[int, Light]) -> Iterator[Span]:
    for number, one in enumerate(document.figures):
        look = lights.get(number, "plain" if one.kind in COUNTING_KINDS else "idle")
        long = " long" if one.end - one.start > UNBROKEN else ""
        tag = f'<span class="fig {look}{long}" data-f="{number}" role="button" tabindex="-1">'
        yield Span(one.start, one.end, tag)


def _linked(document: Document, place: int, lights: Mapping[int, Light]) -> Iterator[Span]:
    """Figures that count or were checked, as links; the keyboard goes through those that were checked."""
    for number, one in enumerate(document.figures):
        light = lights.get(number)
        if light is None and one.kind not in COUNTING_KINDS:
            continue
        long = " long" if one.end - one.start > UNBROKEN else ""
        reach = "" if light in (Light.RED, Light.AMBER) else ' tabindex="-1"'
        tag = f'<a class="fig {light or "plain"}{long}" id="t{place}f{number}" href="?t={place}&amp;f={number}#beside"'
        yield Span(one.start, one.end, f"{tag}{reach}>")


def _spots(document: Document) -> Iterator[Span]:
    """Places that a check names without a figure: a date, a sentence, a chapter."""
    for number, check in enumerate(document.checks):
        if not check.figures and check.start is not None and check.end is not None:
            start, end = _short(check.start, check.end)
            yield Span(start, end, f'<span class="spot {light_of(check)}" data-c="{number}">')


def _harms(document: Document) -> Iterator[Span]:
    for number, one in enumerate(document.prepared.damage):
        start, end = _short(min(one.start, len(document.text) - 1), one.end)
        point = " point" if start >= end else ""
        end = max(start, end)
        yield Span(start, end, f'<span class="harm {one.severity}{point}" data-h="{number}">')


def _short(start: int, end: int) -> tuple[int, int]:
    return start, end if end - start <= LONG else start + SHOWN
