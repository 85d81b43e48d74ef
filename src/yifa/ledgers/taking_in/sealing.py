"""Sheets sealed, to be sent from one process to another: small, quickly made and opened.

A sheet has hundreds of small columns: their codes go as one block for each kind of number. A table goes by its key.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from yifa.ledgers.headings.known import KnownTable
from yifa.ledgers.sheets import Cell, Column, Grid
from yifa.ledgers.taking_in.known_tables import table_named
from yifa.ledgers.taking_in.making_sheets import Made

_Blocks = Mapping[str, Any]


def sealed(made: Sequence[Made]) -> bytes:
    """Sheets as bytes."""
    held = io.BytesIO()
    _Sealer(held, pickle.HIGHEST_PROTOCOL).dump(list(made))
    return held.getvalue()


def opened(held: bytes) -> list[Made]:
    """The sheets that were sealed."""
    found: list[Made] = pickle.loads(held)  # noqa: S301 - made by `sealed` in a process of this program
    return found


def _table(table: KnownTable) -> tuple[Any, ...]:
    return table_named, (table.key,)


def _grid(grid: Grid) -> tuple[Any, ...]:
    places: dict[str, list[int]] = {}
    for place, column in enumerate(grid.columns):
        places.setdefault(column.codes.dtype.char, []).append(place)
    blocks = {kind: np.stack([grid.columns[place].codes for place in own]) for kind, own in places.items()}
    values = [list(column.values) for column in grid.columns]
    about = (grid.file, grid.sheet, grid.rows, grid.merged, grid.hidden, grid.from_1904, grid.faults, grid.is_workbook)
    return _grid_of, (about, places, blocks, values)


def _grid_of(
    about: tuple[Any, ...], places: Mapping[str, list[int]], blocks: _Blocks, values: list[list[Cell]]
) -> Grid:
    columns: list[Column | None] = [None] * len(values)
    for kind, own in places.items():
        for codes, place in zip(blocks[kind], own, strict=True):
            columns[place] = Column(codes, values[place])
    file, sheet, rows, *others = about
    return Grid(file, sheet, rows, tuple(one for one in columns if one is not None), *others)


class _Sealer(pickle.Pickler):
    """A pickler that knows how grids and tables go."""

    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[KnownTable] = _table
    dispatch_table[Grid] = _grid
