"""The notation of a draft: a plain text that a clerk goes on writing in, taken apart line by line.

At its head, between two lines `---`, stand 主送机关, 发文机关 and what else the papers need; then `#` the title, `##`
the parts, `###` the chapters, a paragraph a line, tables with `|`. A second `#` begins an attachment. In square
brackets stand marks for editors: 【待补：…】 what is missing, 【只报送：理由】…【/只报送】, 【不公开：理由】…
【/不公开】 and 【只公开：理由】…【/只公开】 for the two cuts, 【素材：…】 whose text begins here, 【注：…】 all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

HEAD_LINE = "---"
HEAD_KEYS = ("主送机关", "发文机关", "签发人", "抄送", "印发机关")
"""What may stand at the head of a draft."""
GAP = "【待补：{what}】"
GAPS = re.compile(r"【待补：[^】]*】")
ASIDES = re.compile(r"【(素材|注)：([^】]*)】")
"""Notes for editors, which no cut prints."""
NUMERALS = "一二三四五六七八九十"

Kind = Literal["title", "part", "chapter", "item", "paragraph", "table", "attachment"]
_HEADINGS: tuple[tuple[str, Kind], ...] = (("#### ", "item"), ("### ", "chapter"), ("## ", "part"), ("# ", "title"))
_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")


@dataclass(frozen=True)
class Block:
    """One line of a draft, or the rows of a table; `line` from 1."""

    kind: Kind
    text: str
    line: int
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading below the title."""
        return self.kind in ("part", "chapter", "item")


@dataclass(frozen=True)
class DraftText:
    """A draft taken apart; `unknown`: lines of the head that say something nobody asks for, by line."""

    head: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()

    @property
    def title(self) -> str:
        """The title, empty where there is none."""
        return next((one.text for one in self.blocks if one.kind == "title"), "")


def parse(draft: str) -> DraftText:
    """A draft taken apart; nothing is refused, whatever it says."""
    lines = _CONTROL.sub("", draft).split("\n")
    head, unknown, first = _head(lines)
    blocks: list[Block] = []
    titled = False
    for number, line in enumerate(lines[first:], first + 1):
        text = line.strip()
        if not text:
            continue
        if _ROW.fullmatch(text):
            _add_row(blocks, text, number, new=not lines[number - 2].strip() or number == first + 1)
            continue
        kind, words = next(((kind, text[len(sign) :]) for sign, kind in _HEADINGS if text.startswith(sign)), _PLAIN)
        if kind == "title" and titled:
            kind = "attachment"
        titled = titled or kind == "title"
        blocks.append(Block(kind, (words or text).strip(), number))
    return DraftText(head, tuple(blocks), tuple(unknown))


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_PLAIN: tuple[Kind, str] = ("paragraph", "")


def _head(lines: list[str]) -> tuple[dict[str, str], list[tuple[int, str]], int]:
    """What stands at the head, lines of it that are not known, and how many lines it takes."""
    if not lines or lines[0].strip() != HEAD_LINE:
        return {}, [], 0
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == HEAD_LINE), None)
    if end is None:
        return {}, [(1, HEAD_LINE)], 1
    head, unknown = {}, []
    for number, line in enumerate(lines[1:end], 2):
        key, sign, words = line.partition("：")
        if key.strip() in HEAD_KEYS and sign:
            head[key.strip()] = words.strip()
        elif line.strip():
            unknown.append((number, line.strip()))
    return head, unknown, end + 1


def _add_row(blocks: list[Block], text: str, line: int, *, new: bool) -> None:
    if _RULE.fullmatch(text):
        return
    row = tuple(cell.strip() for cell in text.strip("|").split("|"))
    if blocks and blocks[-1].kind == "table" and not new:
        blocks[-1] = replace(blocks[-1], rows=(*blocks[-1].rows, row))
    else:
        blocks.append(Block("table", "", line, (row,)))


def written(draft: DraftText) -> str:
    """A draft as text again."""
    signs = {kind: sign for sign, kind in _HEADINGS} | {"attachment": "# "}
    parts: list[str] = []
    if draft.head:
        parts.append("\n".join([HEAD_LINE, *(f"{key}：{words}" for key, words in draft.head.items()), HEAD_LINE]))
    for one in draft.blocks:
        if one.kind == "table":
            parts.append("\n".join(_table_lines(one.rows)))
        else:
            parts.append(signs.get(one.kind, "") + one.text)
    return "\n\n".join(parts) + "\n"


def _table_lines(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield "| " + " | ".join(row) + " |"
        if place == 0:
            yield "|" + " --- |" * len(row)


def renumbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks whose headings are numbered through: 一、 and within each （一）."""
    found: list[Block] = []
    parts = chapters = 0
    for one in blocks:
        text = one.text
        if one.kind == "part" and (match := _PART_NUMBER.match(text)):
            parts, chapters = parts + 1, 0
            text = f"{numeral(parts)}、{text[match.end() :]}"
        elif one.kind == "chapter" and (match := _CHAPTER_NUMBER.match(text)):
            chapters += 1
            text = f"（{numeral(chapters)}）{text[match.end() :]}"
        found.append(replace(one, text=text))
    return tuple(found)


_PART_NUMBER = re.compile(f"[{NUMERALS}]+、")
_CHAPTER_NUMBER = re.compile(f"（[{NUMERALS}]+）")


def numeral(number: int) -> str:
    """A number up to 99 as headings write it: 九, 十, 十一, 二十.

    >>> [numeral(one) for one in (9, 10, 11, 20, 32)]
    ['九', '十', '十一', '二十', '三十二']
    """
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十") + (
        NUMERALS[ones - 1] if ones else ""
    )
