"""Tables: lines whose cells are set apart by tabs, bars or blanks; the unit stands in a head or in a note above.

A cell that is a number, alone or with its unit (86件), or a label with a number (合计 187.97), has the unit of
its column's head (办结率(%), 罚款(万元)), else of its row, else of the note 单位：件 above the table, else none.
Numbers in a column of 序号 or 年份 count nothing. A head may name a time (2023年, 上年同期) or a change (同比增减(%))
and nothing that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from yifa.reader.figures.covers import Covers
from yifa.reader.figures.numerals import plain, read_arabic
from yifa.reader.figures.tokens import Token
from yifa.reader.figures.units import read_unit
from yifa.reader.reading import FigureKind

_CUT = re.compile(r"[\t|｜]")
_WIDE = re.compile(r"[ \u3000]{2,}")
_BLANK = re.compile(r"[ \u3000]+")
_PROSE = re.compile(r"[，。；！？“]")
_NUMBER = re.compile(r"[-－]?\d[\d,，]*(?:\.\d+)?")
_LABELLED = re.compile(
    r"(?:[^|]{0,30}[ \u3000])?(?P<label>(?!.*(?:附件|附表|序号|编号|第"
    r"|[表图页号])[:：\s]*[-－]?\d)[\u4e00-\u9fff“”()（）、]{2,20}[:：]?)[ \u3000]*(?P<n>[-－]?\d[\d,，]*("
    r"?:\.\d+)?)"
)
_NOTE = re.compile(r"单\s?位\s?[:：]\s?(?P<unit>[^\s,，;；、/)）]{1,6})")
_HEAD_UNIT = re.compile(r"[(（\[]\s?(?:单位[:：]\s?)?(?P<unit>[^()（）\[\]\s]{1,9})\s?[)）\]]\s*$")
_UNIT_ALONE = re.compile(r"[%％‰]\s*$")
_TIME_HEAD = re.compile(
    r"(?:截[至止])?(?:(?:19|20)\d\d年?(?:度|[底末]|上半年|下半年|全年)?(?:\d{1,2}(?:[-—–至~]\d{1,2})?月份?(?:[底末])?)?"
    r"|本(?:年度?|期)|今年|当年|报告期|上(?:一)?(?:年度?|期)|去年|前年|(?:上年|去年)?同期|\d{1,2}(?:[-—–至~]\d{1,2})?月份?"
    r"|第?[一二三四]季度|[上下]半年|全年)(?:同期|累计|完成|实际)?(?:数量|数值|数|值|情况)?"
)
_CHANGE_HEAD = re.compile(
    r"(?:(?:与|[比较])?(?:上年|去年|上期|同期|上一年)(?:同期)?(?:相比)?|[同环]比)?"
    r"(?:增减|增长|增幅|涨幅|升幅|变化|变动|升降|增加|[同环]比|±|(?P<down>下降|降幅|减幅|减少|压减))"
    r"(?:情况|幅度|率|量|额|数|值|百分比|比例|幅|±)*"
)
_VALUE_HEAD = re.compile(r"(?:数量|数值|数据|完成数|完成情况|件数|个数|总数|合计|总计|指标值|实际值|数|值)")
_IDLE_HEADS = re.compile(r"^(?:序号|编号|年份|年度|排名|名次|页码|备注|代码|邮编|电话|日期|时间|行次)$")
_RATE = re.compile(r"(?:率|占比|比例|比重)$")
_PLAIN_LABEL = re.compile(r"[:：\s]+$")
NOTE_LINES = 3
_LONGEST_UNIT = 5
# A longer row is no table of a report.
MOST_CELLS = 80


@dataclass(frozen=True)
class Cell:
    """A number in a table, with the words of its row and of its column, and where it stands.

    `table` and `line` count from 0 within the text and the table, `place` is that of the cell in its line.
    """

    start: int
    end: int
    row: str
    column: str
    unit: str | None
    table: int = 0
    line: int = 0
    place: int = 0

    @property
    def subject(self) -> str:
        """The words that say what is counted: those of row and column that name no time, change or mere number."""
        heads = [head for head in (self.row, self.column) if not (time_head(head) or change_head(head))]
        named = [head for head in heads if not _VALUE_HEAD.fullmatch(head)] or heads[:1]
        return "".join(named) or self.row or self.column

    @property
    def time(self) -> str:
        """The time that the head of its column or row names, empty where neither does."""
        return next((head for head in (self.column, self.row) if time_head(head)), "")

    @property
    def change(self) -> str | None:
        """增加 or 减少 where the head says that the number is a change."""
        return next((found for head in (self.column, self.row) if (found := change_head(head))), None)


def time_head(words: str) -> bool:
    """Whether a head names a time and nothing else.

    >>> [time_head(one) for one in ("2023年", "上年同期", "1—11月", "案件数")]
    [True, True, True, False]
    """
    return _TIME_HEAD.fullmatch(words) is not None


def change_head(words: str) -> str | None:
    """The direction of the changes under a head; 增减 counts as 增加, for a fall has its sign there.

    >>> [change_head(one) for one in ("增减", "同比增长率", "降幅", "增长点")]
    ['增加', '增加', '减少', None]
    """
    found = _CHANGE_HEAD.fullmatch(words)
    return None if found is None else "减少" if found["down"] else "增加"


@dataclass(frozen=True)
class _Piece:
    """A cell that holds something: `place` is its number in the line, of `width` cells with the empty ones."""

    start: int
    end: int
    text: str
    label: str = ""
    place: int = 0
    width: int = 0

    @property
    def number(self) -> bool:
        found = _NUMBER.match(self.text)
        if found is None:
            return False
        unit = self.text[found.end() :].strip()
        dated = unit[:1] == "年" and 1900 <= int(found.group()[:4]) <= 2100 if found.group().isdigit() else False
        return not unit or (len(unit) <= _LONGEST_UNIT and not dated and read_as_unit(unit) is not None)


@lru_cache(maxsize=4)
def find_cells(text: str) -> tuple[Cell, ...]:
    """Every cell of a table that holds one number, in the order of the text."""
    return tuple(_find(text))


def _find(text: str) -> Iterator[Cell]:
    at = 0
    tables = 0
    block: list[list[_Piece]] = []
    before: list[str] = []
    for line in text.split("\n"):
        pieces = _row(line, at)
        at += len(line) + 1
        if pieces:
            block.append(pieces)
            continue
        if block:
            yield from _cells(block, before, tables)
            block, before, tables = [], [], tables + 1
        if line.strip():
            before = [*before, line][-NOTE_LINES:]
    if block:
        yield from _cells(block, before, tables)


def _row(line: str, offset: int) -> list[_Piece]:
    """The cells of a line, none where it is no row of a table."""
    if _CUT.search(line):
        pieces = _pieces(line, offset, _CUT)
        return pieces if 1 < len(pieces) <= MOST_CELLS else []
    if not _BLANK.search(line) or _PROSE.search(line) or not any(sign.isdigit() for sign in line):
        return _words_only(line, offset)
    for gap in (_WIDE, _BLANK):
        pieces = _pieces(line, offset, gap)
        if (
            2 < len(pieces) <= MOST_CELLS
            and sum(piece.number for piece in pieces) > 1
            and not pieces[0].text[0].isdigit()
        ):
            return pieces
    return _words_only(line, offset)


def _words_only(line: str, offset: int) -> list[_Piece]:
    """The head of a table held together by blanks: three short words or more."""
    if _PROSE.search(line) or len(line) > 200:
        return []
    pieces = _pieces(line, offset, _BLANK)
    return pieces if len(pieces) > 2 and all(len(piece.text) < 12 for piece in pieces) else []


def _pieces(line: str, offset: int, gap: re.Pattern[str]) -> list[_Piece]:
    pieces: list[_Piece] = []
    start = 0
    gaps = [*gap.finditer(line), None]
    width = len(gaps)
    for place, found in enumerate(gaps):
        end = found.start() if found else len(line)
        words = line[start:end]
        inner = words.strip()
        if inner:
            begin = offset + start + len(words) - len(words.lstrip())
            labelled = _LABELLED.fullmatch(inner)
            if labelled:
                number = begin + labelled.start("n")
                pieces.append(_Piece(number, begin + len(inner), labelled["n"], labelled["label"], place, width))
            else:
                pieces.append(_Piece(begin, begin + len(inner), inner, "", place, width))
        start = found.end() if found else end
    return pieces


def _cells(block: Sequence[Sequence[_Piece]], before: Sequence[str], table: int) -> Iterator[Cell]:
    notes = [found["unit"] for line in before for found in _NOTE.finditer(line)]
    notes += [found["unit"] for row in block for piece in row for found in _NOTE.finditer(piece.text)]
    note = notes[-1] if notes else None
    heads: Sequence[_Piece] = []
    for line, row in enumerate(block):
        if not any(piece.number for piece in row):
            other = bool(heads) and row[0].width != heads[0].width
            heads = row if other or len(row) >= len(heads) or len(row) > 2 else heads
            continue
        for place, piece in enumerate(row):
            if piece.number and (cell := _cell(piece, place, row, heads, note)):
                yield replace(cell, table=table, line=line, place=piece.place)


def _cell(piece: _Piece, place: int, row: Sequence[_Piece], heads: Sequence[_Piece], note: str | None) -> Cell | None:
    label = _PLAIN_LABEL.sub("", piece.label)
    column = ""
    if heads and heads[0].width == piece.width:
        column = next((one.text for one in heads if one.place == piece.place), "")
    if not column and len(heads) == len(row):
        column = heads[place].text
    if not column and heads and len(heads) == len(row) + 1:
        column = heads[place + 1].text
    words = [other.text for other in row[:place] if not other.number and not other.label]
    units = [word for word in words if read_as_unit(word)]
    names = [word for word in words if word not in units]
    head = label or (names[-1] if names else "")
    if _IDLE_HEADS.match(column) or not (column or head):
        return None
    if not head and place == 0:
        return None
    named = [found for name in names if (found := _unit_of(name))]
    unit = (
        _unit_of(column)
        or _unit_of(head)
        or (named[-1] if named else None)
        or ("%" if _RATE.search(_bare(head if label else column or head)) else None)
    )
    return Cell(piece.start, piece.end, _bare(head), _bare(column), unit or (units[-1] if units else note))


def _unit_of(head: str) -> str | None:
    found = _HEAD_UNIT.search(head)
    if found is None:
        return "%" if _UNIT_ALONE.search(head) else None
    return found["unit"] if read_as_unit(found["unit"]) else None


def _bare(head: str) -> str:
    """A head without the unit in brackets."""
    found = _HEAD_UNIT.search(head)
    if found is None:
        return _UNIT_ALONE.sub("", head).strip()
    return head[: found.start()].strip() if read_as_unit(found["unit"]) else head.strip()


def mark_changes(text: str, tokens: Sequence[Token]) -> None:
    """Give the numbers under a head of change (同比增减) its direction, unless they have one."""
    changes = {cell.start: change for cell in find_cells(text) if (change := cell.change)}
    for token in tokens if changes else ():
        if (change := changes.get(token.start)) and all(word != change for _, word in token.qualifiers):
            token.qualifiers += [(token.start - 1, "同比"), (token.start, change)]


def read_as_unit(words: str) -> tuple[Decimal, str, FigureKind] | None:
    """What one of a unit with its scale is worth: 万元 → 10000, 元, amount; None when it is no unit."""
    if not words or words[0].isdigit():
        return None
    numeral = read_arabic(f"1{words}", 0)
    unit = read_unit(f"1{words}", numeral.end) if numeral else None
    if numeral is None or unit is None or unit.end != len(words) + 1:
        return None
    return numeral.value * unit.factor, unit.name, unit.kind


def read_tables(text: str, covers: Covers) -> Iterator[Token]:
    """Bare numbers of table rows, each with the unit of its head; the places are covered."""
    for cell in find_cells(text):
        digits = text[cell.start : cell.end].lstrip("-－")
        numeral = read_arabic(digits, 0)
        if numeral is None or numeral.end != len(digits) or not covers.free(cell.start):
            continue
        worth = read_as_unit(cell.unit) if cell.unit else None
        if 1900 <= numeral.value <= 2100 and numeral.end == 4 and worth is None and not cell.column:
            continue
        factor, unit, kind = worth or (Decimal(1), None, FigureKind.COUNT)
        value = plain(numeral.value * factor) * (1 if len(digits) == cell.end - cell.start else -1)
        scale = int(factor) if factor >= 1 else 1
        covers.cover(cell.start, cell.end)
        yield Token(
            cell.start,
            cell.end,
            value,
            None,
            unit,
            kind,
            numeral.precision,
            scale,
            False,
            False,
            shared=True,
            classified=True,
        )
