"""A cut of a report as it will be set: its papers' facts and its paragraphs, every number with the token it came from.

Word, PDF and page are written from this one form, and the reader reads its text, so that all say the same. Rows of
tables are told as lines with tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from yifa.oversight.reporting.cuts import MARK, Cut, CutText, Withheld, cut
from yifa.oversight.reporting.draft_text import ASIDES, GAPS, Block, DraftText, parse
from yifa.oversight.reporting.tokens import BookFigure, Traced, traced

Setting = Literal[
    "addressee", "title", "part", "chapter", "item", "paragraph", "table", "attachment", "signature", "date"
]
_EDITORS = re.compile("|".join(one.pattern for one in (MARK, GAPS, ASIDES)))


@dataclass(frozen=True)
class Issue:
    """What a report is issued with: its number (发文字号), its day, the day it is printed."""

    number: str = ""
    dated: date | None = None
    printed: date | None = None


@dataclass(frozen=True)
class Run:
    """A stretch of text; `tag`: the token it came from; `mark`: a mark for editors."""

    text: str
    tag: str = ""
    mark: bool = False


@dataclass(frozen=True)
class Piece:
    """One paragraph, or a table; `line`: where it stands in the draft, 0 of what is put in."""

    setting: Setting
    runs: tuple[Run, ...]
    line: int = 0
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class LaidOut:
    """The whole cut. `pieces` are in the order of the page, the signature behind the body."""

    cut: Cut
    year: int
    head: Mapping[str, str]
    issue: Issue
    pieces: tuple[Piece, ...]
    withheld: tuple[Withheld, ...] = ()

    @property
    def title(self) -> str:
        """The title, with its numbers."""
        return next((one.text for one in self.pieces if one.setting == "title"), "")

    @property
    def with_red_head(self) -> bool:
        """Whether it carries the head of an official document: what is sent, once it has a number."""
        return self.cut is Cut.SUBMITTED and bool(self.issue.number)

    def tags(self) -> list[str]:
        """The tokens of it, each once, in order."""
        return list(dict.fromkeys(run.tag for one in self.pieces for run in _runs(one) if run.tag))


def _runs(piece: Piece) -> Iterator[Run]:
    yield from piece.runs
    for row in piece.rows:
        for cell in row:
            yield from cell


def lay_out(
    draft: str, figures: Mapping[str, BookFigure], year: int, *, of: Cut = Cut.WORKING, issue: Issue | None = None
) -> LaidOut:
    """A cut of a draft, laid out; raises `UnknownToken`."""
    text = cut(parse(draft), of)
    return laid_out(text, figures, year, of=of, issue=issue or Issue())


def laid_out(text: CutText, figures: Mapping[str, BookFigure], year: int, *, of: Cut, issue: Issue) -> LaidOut:
    """A text that was cut, laid out; raises `UnknownToken`."""
    pieces = tuple(_pieces(text.draft, figures, year, issue))
    return LaidOut(of, year, text.draft.head, issue, pieces, text.withheld)


def _pieces(draft: DraftText, figures: Mapping[str, BookFigure], year: int, issue: Issue) -> Iterator[Piece]:
    attached = [one for one in draft.blocks if one.kind == "attachment"]
    signed = False
    for one in draft.blocks:
        if one.kind == "attachment" and not signed:
            yield from _closing(draft, attached, figures, year, issue)
            signed = True
        yield _piece(one, figures, year)
        if one.kind == "title" and draft.head.get("主送机关"):
            yield Piece("addressee", (Run(f"{draft.head['主送机关']}："),))
    if not signed:
        yield from _closing(draft, attached, figures, year, issue)


def _closing(
    draft: DraftText, attached: list[Block], figures: Mapping[str, BookFigure], year: int, issue: Issue
) -> Iterator[Piece]:
    """Attachments named, the signature and the day."""
    for number, one in enumerate(attached, 1):
        label = f"{'附件：' if number == 1 else '　　　'}{f'{number}. ' if len(attached) > 1 else ''}"
        yield Piece("paragraph", (Run(label), *_runs_of(one.text, figures, year)))
    if name := draft.head.get("发文机关", ""):
        yield Piece("signature", (Run(name),))
        if issue.dated is not None:
            yield Piece("date", (Run(day_text(issue.dated)),))


def day_text(day: date) -> str:
    """A day as official documents write it: 2026年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _piece(one: Block, figures: Mapping[str, BookFigure], year: int) -> Piece:
    rows = tuple(tuple(tuple(_runs_of(cell, figures, year)) for cell in row) for row in one.rows)
    return Piece(one.kind, tuple(_runs_of(one.text, figures, year)), one.line, rows)


def _runs_of(text: str, figures: Mapping[str, BookFigure], year: int) -> Iterator[Run]:
    shown, spans = traced(text, figures, year)
    at = 0
    for span in spans:
        yield from _plain(shown[at : span.start])
        yield Run(shown[span.start : span.end], span.tag)
        at = span.end
    yield from _plain(shown[at:])


def _plain(text: str) -> Iterator[Run]:
    """Text without tokens: words, and marks for editors."""
    at = 0
    for match in _EDITORS.finditer(text):
        if match.start() > at:
            yield Run(text[at : match.start()])
        yield Run(match[0], mark=True)
        at = match.end()
    if at < len(text):
        yield Run(text[at:])


def on_the_page_of_the_signature(of: LaidOut) -> tuple[Piece, ...]:
    """What must stand with the signature: the last paragraph and the list of attachments; none signs an empty page."""
    place = next((place for place, one in enumerate(of.pieces) if one.setting == "signature"), 0)
    first = place - 1
    while first > 0 and of.pieces[first].line == 0:
        first -= 1
    return of.pieces[first:place] if place else ()


class Reading:
    """The text of a cut as a reader of it reads it, with where its numbers came from and its lines in the draft."""

    def __init__(self, of: LaidOut) -> None:
        self.spans: list[Traced] = []
        self.lines: list[tuple[int, int]] = []
        """Where the text of each piece begins, and the line of it in the draft."""
        parts: list[str] = []
        self._length = 0
        for piece in of.pieces:
            self.lines.append((self._length, piece.line))
            if piece.setting == "table":
                for row in piece.rows:
                    for place, cell in enumerate(row):
                        self._add("\t" if place else "", parts)
                        self._runs(cell, parts)
                    self._add("\n", parts)
            else:
                self._runs(piece.runs, parts)
                self._add("\n", parts)
        self.text = "".join(parts)

    def _add(self, text: str, parts: list[str]) -> None:
        parts.append(text)
        self._length += len(text)

    def _runs(self, runs: tuple[Run, ...], parts: list[str]) -> None:
        for run in runs:
            if run.tag:
                self.spans.append(_span(run, self._length))
            if not run.mark:
                self._add(run.text, parts)

    def line(self, at: int) -> int:
        """The line of the draft that a character came from; 0 of what was put in."""
        return next((line for start, line in reversed(self.lines) if start <= at), 0)


def _span(run: Run, at: int) -> Traced:
    name, _, place = run.tag.rpartition("#")
    if run.tag.startswith("@"):
        return Traced(at, at + len(run.text), name[1:], "quoted", int(place))
    id_, _, form = run.tag.partition(".")
    if form in ("change", "earlier"):
        return Traced(at, at + len(run.text), id_, "change" if form == "change" else "earlier")
    return Traced(at, at + len(run.text), id_, "year" if id_.endswith("年度") else "value")
