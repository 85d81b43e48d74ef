"""Rows of a sheet that tell of no case: blank lines, totals, remarks under the table, the headings printed again."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yifa.law.catalogue.ledger_words import cell_words
from yifa.ledgers.sheets import Cell, Grid
from yifa.ledgers.values.texts import plain

_EXAMPLE_WORDS = "|".join(re.escape(word) for word in cell_words().not_rows if "例" in word)
_NOT_ROWS = "|".join(re.escape(word) for word in cell_words().not_rows if "例" not in word and "计" not in word)
_TOTALS = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计|本页合计|累\s*计)[:：]?.*")
_EXAMPLES = re.compile(rf"[(（【\[]?(?:样例|例[:：]|样表|{_EXAMPLE_WORDS}).*")
_REMARKS = re.compile(
    rf"(?:{_NOT_ROWS}).*"
    r"|(?:填表|制表|填报|审核|复核|报送|联系|分管|主管|单位负责|负责|经办|统计)(?:人|单位|电话|日期|时间|领导|负责人)?[:：(（].*"
    r"|(?:注|备注|说明|填表说明|填报说明|填写说明)[:：].*|以下空白.*"
)


_BEGINNINGS = frozenset(
    f"合总小共本累(（【[样例填制报审复联分主单负经统注备说以{_EXAMPLE_WORDS}{_NOT_ROWS}".replace("|", "").replace(
        "\\", ""
    )
)
"""The signs with which rows begin that are no rows: nearly all others need no closer look."""


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet: those of cases, and those set aside with the reason (`total`, `example` …), by row."""

    data: NDArray[np.intp]
    aside: tuple[tuple[int, str], ...]


def rows_of(grid: Grid, first: int, heads: range, key: int | None) -> Rows:
    """Tell the rows of a sheet apart; `heads` are the rows of its headings, `key` the column of the case number."""
    blank = grid.blank_rows()
    rows = np.flatnonzero(~blank[first:]) + first
    aside: dict[int, str] = {}
    headings = [[_text(cell) for cell in grid.row(row)] for row in heads]
    suspects = _suspects(grid, rows, key, {text for heading in headings for text in heading if text})
    for row in suspects:
        why = _why(grid.row(row), headings, row == first)
        if why is not None:
            aside[row] = why
    keep = np.array([row not in aside for row in rows.tolist()], dtype=np.bool_) if aside else np.ones(rows.size, bool)
    return Rows(rows[keep], tuple(sorted(aside.items())))


def _suspects(grid: Grid, rows: NDArray[np.intp], key: int | None, headings: set[str]) -> list[int]:
    """Rows worth looking at one by one: those without a number, and whose first or key cell speaks of no case."""
    places = sorted({0, *(() if key is None else (key,))} & set(range(len(grid.columns))))
    found = np.zeros(rows.size, dtype=np.bool_)
    if rows.size:
        found[0] = True
    for place in places:
        column = grid.columns[place]
        odd = np.fromiter((_is_odd(cell, headings) for cell in column.values), np.bool_, len(column.values))
        found |= odd[column.codes[rows]]
    if key is not None:
        found |= grid.columns[key].codes[rows] == 0
    return [int(row) for row in rows[found].tolist()]


def _is_odd(cell: Cell, headings: set[str]) -> bool:
    text = _text(cell) if isinstance(cell, str) else ""
    if not text or (text[0] not in _BEGINNINGS and text not in headings):
        return False
    return text in headings or any(shape.fullmatch(text) is not None for shape in (_TOTALS, _EXAMPLES, _REMARKS))


def _why(cells: list[Cell], headings: list[list[str]], is_first: bool) -> str | None:
    texts = [_text(cell) for cell in cells]
    filled = [text for text in texts if text]
    if not filled:
        return "blank"
    if any(texts == heading or (len(filled) > 1 and _share(texts, heading) > 0.7) for heading in headings):
        return "headings-again"
    if _TOTALS.fullmatch(filled[0]) or (len(filled) > 1 and _TOTALS.fullmatch(filled[1]) and filled[0].isdigit()):
        return "total"
    if any(_EXAMPLES.fullmatch(text) for text in filled[:2]):
        return "example"
    if len(filled) <= 6 and _REMARKS.fullmatch(filled[0]):
        return "remark"
    numbers = [text for text in texts if text]
    if is_first and len(numbers) > 2 and numbers == [str(place) for place in range(1, len(numbers) + 1)]:
        return "column-numbers"
    return None


def _share(texts: list[str], heading: list[str]) -> float:
    pairs = [(one, other) for one, other in zip(texts, heading, strict=False) if one]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 0.0


def _text(cell: Cell) -> str:
    return " ".join(plain(cell).split())
