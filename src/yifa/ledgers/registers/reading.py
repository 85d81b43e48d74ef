"""Reads a sheet of a register into a table, row by row as its columns are declared; what is wrong is told by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from yifa.law.conditions import Type
from yifa.ledgers.identifiers import check_code, check_person, mask, mask_text
from yifa.ledgers.registers.columns import RegisterColumn, RegisterSheet
from yifa.ledgers.sheets import Cell, Column
from yifa.ledgers.values.days import read_day
from yifa.ledgers.values.money import read_money
from yifa.ledgers.values.names import read_list
from yifa.ledgers.values.readings import Reader, Reading, Said, bad, read_column, value
from yifa.ledgers.values.texts import has_lost_digits, plain
from yifa.ledgers.values.words import of_list, read_text

OPEN_LISTS = frozenset(("sector", "place"))
"""Columns whose words are profiles where the corpus has rules for them; others may stand there."""
_DTYPES: Mapping[Type, Any] = {Type.DAY: pl.Int64, Type.MONEY: pl.Int64, Type.NAMES: pl.List(pl.String)}


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a register: the position of its row, the column of the grid, what, and whether it is held."""

    position: int
    column: int
    kind: str
    holds: bool
    value: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Placed:
    """Where a register's columns stand in the grid: by id the column and the factor of its amounts."""

    places: Mapping[str, tuple[int, int]]
    columns: tuple[Column, ...]
    rows: NDArray[np.intp]
    from_1904: bool = False


def read_register(sheet: RegisterSheet, placed: Placed) -> tuple[pl.DataFrame, list[Flaw]]:
    """The rows of a register that can be taken (with their `position`), and what is wrong."""
    size = placed.rows.size
    flaws: list[Flaw] = []
    columns: dict[str, pl.Series] = {"position": pl.Series(np.arange(size, dtype=np.int32))}
    for column in sheet.columns:
        dtype = _DTYPES.get(column.type, pl.String)
        if column.id not in placed.places:
            columns[column.id] = pl.Series([None], dtype=dtype).new_from_index(0, size)
            continue
        place, factor = placed.places[column.id]
        read = read_column(placed.columns[place], _reader(column, factor, placed.from_1904), placed.rows)
        columns[column.id] = pl.Series(read.values(), dtype=dtype).gather(read.codes)
        bad = read.says(Said.BAD)
        if column.needed:
            bad |= ~read.says(Said.VALUE, Said.BAD)
        for position in np.flatnonzero(bad).tolist():
            reading = read.readings[read.codes[position]]
            holds = column.needed or column.type is Type.DAY
            kind = reading.wrong or "needed"
            cell = placed.columns[place].at(int(placed.rows[position]))
            flaws.append(Flaw(position, place, kind, holds, _shown(cell, column), _expected(column)))
        if column.code is not None:
            flaws += _codes(column, placed, place)
    held = {flaw.position for flaw in flaws if flaw.holds}
    frame = pl.DataFrame(columns)
    return (frame.filter(~pl.col("position").is_in(list(held))) if held else frame), flaws


def _expected(column: RegisterColumn) -> dict[str, Any]:
    return {"words": [names[0] for names in column.words.values()]} if column.words else {}


def _codes(column: RegisterColumn, placed: Placed, place: int) -> list[Flaw]:
    """Codes whose check digits are wrong; told, and taken as they stand."""
    check = check_person if column.code == "person" else check_code
    held = placed.columns[place]
    wrong: dict[int, tuple[str, dict[str, str]]] = {}
    for code, cell in enumerate(held.values):
        text = plain(cell)
        found = check(text) if text else None
        if has_lost_digits(cell):
            wrong[code] = "digits-lost", {}
        elif found is not None:
            wrong[code] = f"code-{found.kind}", {} if column.personal else {"meant": found.meant}
    if not wrong:
        return []
    codes = held.codes[placed.rows]
    return [
        Flaw(
            position,
            place,
            *wrong[int(codes[position])][:1],
            False,
            _shown(held.values[codes[position]], column),
            wrong[int(codes[position])][1],
        )
        for position in np.flatnonzero(np.isin(codes, list(wrong))).tolist()
    ]


def _shown(cell: Cell, column: RegisterColumn) -> str:
    text = plain(cell)
    if not column.personal:
        return mask_text(text)
    return mask(
        text, {"person": "person-id", "phone": "phone", "address": "address", "head": "name"}.get(column.id, "text")
    )


def _reader(column: RegisterColumn, factor: int, from_1904: bool) -> Reader:
    known = {name: word for word, names in column.words.items() for name in (word, *names)}
    match column.type:
        case Type.DAY:
            return partial(_day, from_1904=from_1904)
        case Type.MONEY:
            return partial(read_money, factor=factor)
        case Type.NAMES:
            return partial(_names, known, column.id in OPEN_LISTS or not known)
    if not known:
        return read_text
    return of_list(known)


def _day(cell: Cell, *, from_1904: bool) -> Reading:
    found = read_day(cell, from_1904=from_1904)
    return value(found.value[0]) if found.said is Said.VALUE else found


def _names(known: Mapping[str, str], is_open: bool, cell: Cell) -> Reading:
    """Several names; of profiles the word of the corpus where it has rules; others only where they may stand."""
    found = read_list(cell)
    if found.said is not Said.VALUE:
        return found
    if not is_open and not all(name in known for name in found.value):
        return bad("not-on-the-list")
    return value([known.get(name, name) for name in found.value])
