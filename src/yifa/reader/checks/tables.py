"""Columns of a table with the row that sums them up: lines of one number of cells, one of them headed 合计 or 总计.

Only plain tables: no 小计, no 其中 and no row for the whole area stands among the rows, as these would be counted
twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yifa.reader.checks.rows import Sheet, same_unit
from yifa.reader.reading import Figure, FigureKind

_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|共\s*计)$")
_COUNTED_TWICE = re.compile(r"小\s*计|其中|^全[省市县区]|^总数|上年|同比|增[长减]|比重|占比")
_ROWS = 3
_SUMMED = frozenset({FigureKind.COUNT, FigureKind.AMOUNT, FigureKind.QUANTITY})


@dataclass(frozen=True)
class Column:
    """The figures of a column and its total; `gaps` says that a cell holds no number, or that a line may be torn."""

    total: Figure
    members: tuple[Figure, ...]
    gaps: bool


@dataclass(frozen=True)
class _Line:
    start: int
    cells: tuple[tuple[int, int, str], ...]


def columns(sheet: Sheet) -> Iterator[Column]:
    """Every column with a total, table by table."""
    figures = {sheet.at(figure.start): figure for figure in sheet.document.figures if figure.kind in _SUMMED}
    for table, torn in _tables(sheet.view):
        heads = [line.cells[0][2] for line in table]
        totals = [number for number, head in enumerate(heads) if _TOTAL.match(head)]
        if len(totals) != 1 or any(_COUNTED_TWICE.search(head) for head in heads):
            continue
        for place in range(1, len(table[0].cells)):
            found = [_figure(line.cells[place], figures) for line in table]
            total = found[totals[0]]
            members = [one for number, one in enumerate(found) if number != totals[0]]
            # A head has no number; further rows without one are gaps.
            given = [one for one in members if one]
            if total and len(given) >= _ROWS - 1 and all(same_unit(total, one) for one in given):
                gaps = torn or sum(one is None for one in members) > _heads(table, place, figures)
                yield Column(total, tuple(given), gaps)


def _tables(view: str) -> Iterator[tuple[list[_Line], bool]]:
    """Every table, and whether a line of another width touches it, so that a line of it may have been torn."""
    table: list[_Line] = []
    torn = False
    for found in re.finditer(r"[^\n]*\n?", view):
        words = found.group().rstrip("\n")
        line = _line(found.start(), words) if "\t" in words else None
        if table and (line is None or len(line.cells) != len(table[0].cells)):
            if len(table) >= _ROWS:
                yield table, torn or line is not None
            table, torn = [], line is not None
        elif line is None:
            torn = False
        if line:
            table.append(line)
    if len(table) >= _ROWS:
        yield table, torn


def _line(start: int, words: str) -> _Line:
    cells = []
    for cell in words.split("\t"):
        cells.append((start, start + len(cell), cell.strip()))
        start += len(cell) + 1
    return _Line(cells[0][0], tuple(cells))


def _figure(cell: tuple[int, int, str], figures: dict[int, Figure]) -> Figure | None:
    """The one figure of a cell; None where there is none, or words beside it."""
    if not re.fullmatch(r"[\d.,，]+\S{0,3}", cell[2]):
        return None
    return next((figures[at] for at in range(cell[0], cell[1]) if at in figures), None)


def _heads(table: list[_Line], place: int, figures: dict[int, Figure]) -> int:
    """How many lines at the top of a table hold no number in a column."""
    return next((number for number, line in enumerate(table) if _figure(line.cells[place], figures)), len(table))
