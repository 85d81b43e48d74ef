"""The elements of a web page → paragraphs and tables, spaces and line breaks treated as a browser treats them.

Between Chinese characters a line break in the source is no space: page makers wrap long lines anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from lxml import etree

from yifa.reader.intake.blocks import Block, Cell, Paragraph, Table
from yifa.reader.intake.limits import DEEPEST_NESTING
from yifa.reader.intake.numerals import numeral
from yifa.reader.intake.refusals import Reason, Unreadable

_BLOCK_NAMES = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHINESE_LISTS = re.compile(r"cjk-(?:ideographic|decimal)|simp-chinese|trad-chinese|cjk-earthly|cjk-heavenly")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n]+")
_LATIN_1 = "\xff"
_WIDEST = 200  # columns that one cell may span
_COUNTER = re.compile(
    r"[【\[（(]?(?:浏览|阅读|点击|访问|点阅)(?:次数|量|数|率)?[:：]\s*\d*\s*(?:次|人次)?[】\]）)]?"
    r"|[【\[（(]?字\s*[体号]\s*[:：]?\s*[【\[（(]?\s*(?:[大中小]\s*[|/、]?\s*){2,3}[】\]）)]?"
    r"|[【\[]\s*(?:打印|关闭|收藏|分享|纠错)(?:本页|窗口|此页|文章)?\s*[】\]]"
)


def page_blocks(root: Any, left_out: Container[Any]) -> tuple[Block, ...]:
    """The blocks of a page without the elements left out. Raises `Unreadable` when tables nest beyond all reason."""
    builder = _Builder()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            if event == "end":
                builder.text(element.tail)
            continue
        if event == "end":
            if element not in left_out:
                builder.end(element)
            builder.text(element.tail)
        elif element in left_out:
            walk.skip_subtree()
        else:
            builder.begin(element)
            builder.text(element.text)
    return builder.finish()


class _Frame:
    """A place that collects blocks: the page, or a cell."""

    def __init__(self, column: int = 0) -> None:
        self.blocks: list[Block] = []
        self.column = column


class _Grid:
    """A table being built; cells that reach down from a row above keep their columns."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self._reaching: dict[int, int] = {}

    def begin_row(self) -> None:
        self.rows.append([])
        self._column = 1

    def begin_cell(self, element: Any) -> int:
        """The column at which a cell stands."""
        self._pass_over()
        column = self._column
        down, across = _span(element, "rowspan"), _span(element, "colspan")
        for covered in range(column, column + across):
            if down > 1:
                self._reaching[covered] = down - 1
        self._column = column + across
        return column

    def end_row(self) -> None:
        self._pass_over()

    def _pass_over(self) -> None:
        while self._reaching.get(self._column, 0) > 0:
            self._reaching[self._column] -= 1
            self.rows[-1].append(Cell(self._column, ()))
            self._column += 1


def _span(element: Any, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return max(1, min(int(value[:4]), _WIDEST)) if value.isdecimal() else 1


class _Builder:
    """Collects text into paragraphs and paragraphs into cells, tables and the page."""

    def __init__(self) -> None:
        self._frames = [_Frame()]
        self._grids: list[_Grid] = []
        self._lists: list[tuple[str, int]] = []
        self._text: list[str] = []
        self._as_written = 0
        self._label = ""

    def text(self, text: str | None) -> None:
        """Running text; where line breaks are kept as written, they are kept."""
        if text:
            self._text.append(text.replace("\n", "\v") if self._as_written else text)

    def begin(self, element: Any) -> None:
        """An element opens."""
        tag = element.tag
        if tag == "br":
            self._text.append("\v")
        if tag not in _BLOCKS:
            return
        self._flush()
        match tag:
            case "table":
                if len(self._grids) > DEEPEST_NESTING:
                    raise Unreadable(Reason.BROKEN, part="<table>")
                self._grids.append(_Grid())
            case "tr" if self._grids:
                self._grids[-1].begin_row()
            case "td" | "th" if self._grids:
                if not self._grids[-1].rows:
                    self._grids[-1].begin_row()
                self._frames.append(_Frame(self._grids[-1].begin_cell(element)))
            case "ol" | "ul":
                self._lists.append((_list_kind(element), _first(element) - 1))
            case "li" if self._lists:
                kind, n = self._lists.pop()
                self._lists.append((kind, n + 1))
                self._label = _list_label(kind, n + 1)
            case "pre":
                self._as_written += 1

    def end(self, element: Any) -> None:
        """An element closes."""
        tag = element.tag
        if tag not in _BLOCKS:
            return
        self._flush()
        match tag:
            case "td" | "th" if self._grids and len(self._frames) > 1:
                frame = self._frames.pop()
                self._grids[-1].rows[-1].append(Cell(frame.column, tuple(frame.blocks)))
            case "tr" if self._grids:
                self._grids[-1].end_row()
            case "table" if self._grids:
                rows = tuple(tuple(row) for row in self._grids.pop().rows if row)
                if any(cell.blocks for row in rows for cell in row):
                    self._frames[-1].blocks.append(Table(rows))
            case "ol" | "ul" if self._lists:
                self._lists.pop()
                self._label = ""
            case "pre":
                self._as_written -= 1

    def finish(self) -> tuple[Block, ...]:
        """All blocks of the page."""
        self._flush()
        return tuple(self._frames[0].blocks)

    def _flush(self) -> None:
        text = as_shown("".join(self._text))
        self._text.clear()
        if text:
            self._frames[-1].blocks.append(Paragraph(self._label + text))
            self._label = ""


def as_shown(source: str) -> str:
    """Source text as a browser shows it: runs of white space are one space, or none beside Chinese characters.

    >>> as_shown("办结案件\\n   123 件\\v其中  行政处罚")
    '办结案件123 件\\n其中 行政处罚'
    """
    lines = []
    for line in source.split("\v"):
        shown = _SPACES.sub(_shown_space, line).strip(" \u00a0\u3000")
        cleaned = _COUNTER.sub("", shown).strip(" \u00a0\u3000") if len(shown) < 200 else shown
        if cleaned:
            lines.append(cleaned)
    return "\n".join(lines)


def _shown_space(found: re.Match[str]) -> str:
    wrapped = "\n" in found.group() or "\r" in found.group()
    before, after = found.string[max(0, found.start() - 1) : found.start()], found.string[found.end() : found.end() + 1]
    return "" if wrapped and max(before, after) > _LATIN_1 else " "


def _first(element: Any) -> int:
    start = (element.get("start") or "1").strip()
    return int(start[:6]) if start.isdecimal() else 1


def _list_kind(element: Any) -> str:
    if element.tag == "ul":
        return ""
    found = _LIST_STYLE.search(element.get("style") or "")
    if found and "none" in found.group(1):
        return ""
    if found and _CHINESE_LISTS.search(found.group(1)):
        return "chineseCounting"
    return _KINDS.get(element.get("type") or "", "decimal")


def _list_label(kind: str, n: int) -> str:
    if not kind:
        return ""
    return numeral(n, kind) + ("、" if kind == "chineseCounting" else ". ")
