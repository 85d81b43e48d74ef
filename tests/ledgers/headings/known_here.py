"""The tables that tests look among: ledgers of a few procedures, and registers."""

from __future__ import annotations

from functools import cache

from yifa.law.catalogue.folders import folder
from yifa.ledgers.headings.choosing import Chosen, choose
from yifa.ledgers.headings.known import Known, known_tables
from yifa.ledgers.sheets import Cell, Grid, Merge
from yifa.ledgers.sheets.grid import columns_of

PROCEDURES = ("penalty-ordinary", "penalty-simple", "licence", "legality-review", "publication", "inspection")


@cache
def known() -> Known:
    """The tables."""
    folders = [folder(name) for name in PROCEDURES]
    return known_tables([(one.procedure, one.ledger) for one in folders if one.ledger is not None])


def grid(rows: list[list[Cell]], *merged: Merge, sheet: str = "案件", file: str = "普通程序.xlsx") -> Grid:
    """A sheet of some rows."""
    count, columns = columns_of(rows)
    return Grid(file, sheet, count, columns, merged)


def chosen(*grids: Grid) -> list[Chosen]:
    """The tables of the sheets of one file."""
    return choose(grids, known(), [None] * len(grids))


def table(*grids: Grid) -> list[str | None]:
    """The keys of the tables of the sheets of one file."""
    return [None if one.table is None else one.table.key for one in chosen(*grids)]
