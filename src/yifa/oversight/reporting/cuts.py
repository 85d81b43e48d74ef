"""The two cuts of a report: what is sent to the government above (报送稿), and what everyone may read (公开稿).

A stretch of the draft is marked for one of them, with a reason; the mark may enclose a figure, a paragraph or several.
What a cut leaves out is listed with its reason, and a figure left out in one place but told in another is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from yifa.oversight.reporting.draft_text import ASIDES, Block, DraftText, renumbered
from yifa.oversight.reporting.tokens import TOKEN


class Cut(StrEnum):
    """Whose paper it is; `WORKING` is that of the office itself, with every mark in it."""

    WORKING = "working"
    SUBMITTED = "submitted"
    PUBLIC = "public"


LEFT_OUT = {Cut.WORKING: frozenset[str](), Cut.SUBMITTED: {"只公开"}, Cut.PUBLIC: {"只报送", "不公开"}}
"""By cut, the marks whose words it leaves out."""
MARK = re.compile(r"【(/?)(只报送|不公开|只公开)(?:：([^】]*))?】")


@dataclass(frozen=True)
class Withheld:
    """A stretch that a cut leaves out: its mark, the reason given, its words with tokens, the line it begins in."""

    mark: str
    reason: str
    words: str
    line: int


@dataclass(frozen=True)
class MarkFault:
    """A mark that is not closed, closes nothing, stands within another, or gives no reason; and its line."""

    mark: str
    fault: str
    line: int


@dataclass(frozen=True)
class CutText:
    """A cut of a draft, what it leaves out, and marks that cannot be followed."""

    draft: DraftText
    withheld: tuple[Withheld, ...]
    faults: tuple[MarkFault, ...]


class _Cutting:
    def __init__(self, cut: Cut) -> None:
        self.out = LEFT_OUT[cut]
        self.open: tuple[str, str, int] | None = None
        self.words: list[str] = []
        self.withheld: list[Withheld] = []
        self.faults: list[MarkFault] = []

    def cell(self, text: str, line: int) -> str:
        """What is left of a text; marks may stay open beyond it."""
        kept: list[str] = []
        at = 0
        for match in MARK.finditer(text):
            self._words(text[at : match.start()], kept)
            self._mark(match, line)
            at = match.end()
        self._words(text[at:], kept)
        return "".join(kept)

    def _words(self, words: str, kept: list[str]) -> None:
        if self.open is not None and self.open[0] in self.out:
            self.words.append(words)
        else:
            kept.append(words)

    def _mark(self, match: re.Match[str], line: int) -> None:
        closing, mark, reason = match[1], match[2], (match[3] or "").strip()
        if closing:
            if self.open is None or self.open[0] != mark:
                self.faults.append(MarkFault(match[0], "closes-nothing", line))
            else:
                self.close()
            return
        if self.open is not None:
            self.faults.append(MarkFault(match[0], "within-another", line))
            return
        if not reason:
            self.faults.append(MarkFault(match[0], "no-reason", line))
        self.open = mark, reason, line

    def close(self) -> None:
        """End the mark that is open."""
        if self.open is not None and self.open[0] in self.out:
            words = "\n".join(one for one in "".join(self.words).split("\n") if one.strip())
            self.withheld.append(Withheld(self.open[0], self.open[1], words, self.open[2]))
        self.open, self.words = None, []


def cut(draft: DraftText, of: Cut) -> CutText:
    """A cut of a draft, without notes for editors; the working one keeps everything as it stands."""
    if of is Cut.WORKING:
        return CutText(draft, (), cut(draft, Cut.PUBLIC).faults)
    cutting = _Cutting(of)
    blocks: list[Block] = []
    for one in draft.blocks:
        kept = replace(
            one,
            text=_without_asides(cutting.cell(one.text, one.line)),
            rows=tuple(tuple(_without_asides(cutting.cell(cell, one.line)) for cell in row) for row in one.rows),
        )
        cutting.words.append("\n")
        if kept.text or any(any(row) for row in kept.rows):
            blocks.append(replace(kept, rows=tuple(row for row in kept.rows if any(row))))
    if cutting.open is not None:
        cutting.faults.append(MarkFault(f"【{cutting.open[0]}】", "not-closed", cutting.open[2]))
        cutting.close()
    left = tuple(_with_something_below(blocks)) if cutting.withheld else tuple(blocks)
    return CutText(
        replace(draft, blocks=renumbered(left) if cutting.withheld else left),
        tuple(cutting.withheld),
        tuple(cutting.faults),
    )


def _without_asides(text: str) -> str:
    return ASIDES.sub("", text).strip()


_DEPTH = {"part": 1, "chapter": 2, "item": 3}


def _with_something_below(blocks: list[Block]) -> Iterator[Block]:
    """Blocks without the headings below which nothing is left."""
    for place, one in enumerate(blocks):
        if not one.is_heading:
            yield one
            continue
        below = next(
            (other for other in blocks[place + 1 :] if not other.is_heading or _DEPTH[other.kind] <= _DEPTH[one.kind]),
            None,
        )
        if below is not None and not below.is_heading and below.kind not in ("title", "attachment"):
            yield one


def told_all_the_same(text: CutText) -> list[tuple[Withheld, str]]:
    """Figures that a cut leaves out in one place and tells in another: the stretch, and the token."""
    told = set(_tokens(one.text for one in text.draft.blocks)) | set(
        _tokens(cell for one in text.draft.blocks for row in one.rows for cell in row)
    )
    return [(one, found) for one in text.withheld for found in dict.fromkeys(_tokens([one.words])) if found in told]


def _tokens(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in TOKEN.finditer(text):
            if not match[1].endswith("年度"):
                yield match[1]
