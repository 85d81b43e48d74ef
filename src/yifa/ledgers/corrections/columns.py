"""The columns a needs-correction sheet has beside those of the ledger: what is wrong, where the row came from.

They are in Chinese whatever the language, since the sheet is read again by them. The place of origin is what makes a
mended row take the place of the one in the ledger. The table is told since a few rows alone, in a workbook of another
name, need not show which one they are of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.sheets import Grid
from yifa.ledgers.values.texts import plain

WHAT = "问题与应填"
STRIKE = "处理（整行作废的填“删”）"
FILE, SHEET, TABLE, ROW = "来源文件", "来源工作表", "来源表式", "来源行"
OWN = (WHAT, STRIKE, FILE, SHEET, TABLE, ROW)
STRUCK = frozenset(("删", "删除", "作废", "重复", "x", "delete"))
"""What says that a row is to be left out."""


@dataclass(frozen=True, slots=True)
class OwnColumns:
    """Where these columns stand in a sheet, counted from 0; `strike` and `table` may be missing."""

    file: int
    sheet: int
    row: int
    strike: int | None
    table: int | None
    all: frozenset[int]


def own_columns(headings: Sequence[str]) -> OwnColumns | None:
    """The columns of a needs-correction sheet; None where a sheet is none."""
    forms = {name: spelled(name).bare for name in OWN}
    places = {
        name: next((place for place, heading in enumerate(headings) if heading and spelled(heading).bare == form), None)
        for name, form in forms.items()
    }
    file, sheet, row = places[FILE], places[SHEET], places[ROW]
    if file is None or sheet is None or row is None:
        return None
    all_ = frozenset(one for one in places.values() if one is not None)
    return OwnColumns(file, sheet, row, places[STRIKE], places[TABLE], all_)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the rows of a needs-correction sheet came from: the file, its sheet, which table it was ("": untold)."""

    file: str
    sheet: str
    table: str


def came_from(grid: Grid) -> Origin | None:
    """Where the rows of a needs-correction sheet came from; None where a sheet is none."""
    if grid.rows < 2:
        return None
    own = own_columns([plain(cell) for cell in grid.row(0)])
    if own is None:
        return None
    table = "" if own.table is None else plain(grid.cell(1, own.table))
    return Origin(plain(grid.cell(1, own.file)), plain(grid.cell(1, own.sheet)), table)
