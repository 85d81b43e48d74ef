"""The same year in the ledgers offices really have: publicity files (双公示), a platform's export, a hand-kept sheet.

What each of them has a column for is told as in the full ledgers, in its own words and units; the rest is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from demo.city.city import City
from demo.city.filling import Rows
from demo.city.ledgers import Ledgers
from demo.city.registers import officers, organs
from demo.city.sheets import Table, letters, write_csv, write_workbook
from yifa.law.catalogue.layouts import Layout, layout
from yifa.law.conditions import Type

POOR = {
    "双公示": ("publicity-penalty-2018", "publicity-licence-2018"),
    "平台导出": ("platform-penalty",),
    "手工台账": ("hand-kept-penalty",),
}
"""Folder → the layouts that lie in it."""
WITH_OFFICERS = ("平台导出",)
YES, NO = frozenset(("是", "√", "有")), frozenset(("否", "×", "无"))


def write_poor(folder: Path, city: City, held: Ledgers) -> None:
    """Write what the poor ledgers tell of one procedure, a file an organ (a place at province scale)."""
    for name, ids in POOR.items():
        for id_ in ids:
            of = layout(id_)
            if of.file.of == held.layout.procedure.id:
                for office, table in _by_organ(city, held, of):
                    if city.scale == "province":
                        write_csv(folder / name / f"{office}{of.file.title.zh}.csv", table)
                    else:
                        write_workbook(folder / name / f"{office}{of.file.title.zh}.xlsx", [table])


def write_registers(folder: Path, city: City) -> None:
    """The organs beside every one of them; officers where the platform knows them."""
    for name in POOR:
        lists = [*organs(city), *([officers(city)] if name in WITH_OFFICERS else [])]
        write_workbook(folder / name / "名册.xlsx", lists)


def _by_organ(city: City, held: Ledgers, of: Layout) -> Iterator[tuple[str, Table]]:
    main = held.sheets[0]
    rows = np.flatnonzero(_published(held, of, main))
    columns = [_cells(held, of, place, main)[rows] for place in range(len(of.file.columns))]
    named = np.array([one.place if city.scale == "province" else one.name for one in city.places.organs], dtype=object)
    group = named[held.organ[main.case[rows]]]
    for office in dict.fromkeys(group.tolist()):
        at = np.flatnonzero(group == office)
        cells = [one[at] for one in columns]
        yield office, _table(of, office, cells, at.size)


def _published(held: Ledgers, of: Layout, main: Rows) -> np.ndarray:
    """Files for publicity tell of decisions only, and of penalties only where nothing else is told."""
    there = np.ones(main.case.size, dtype=bool)
    if of.file.outgoing:
        there &= _column(held, main, "main.decided") != None  # noqa: E711 - for every cell
    for name, word in of.file.always.items():
        field = name.partition(".")[2]
        shown = held.layout.procedure.fields[field].words[word]
        there &= _column(held, main, f"main.{field}") == (shown.zh if shown is not None else word)
    return there


def _column(held: Ledgers, main: Rows, name: str) -> np.ndarray:
    """The cells of a column of the ledger, one for each row of the main sheet."""
    sheet, _, column = name.partition(".")
    place = next((n for n, one in enumerate(held.layout.sheets) if one.id == sheet), None)
    number = None
    if place is not None:
        number = next((n for n, one in enumerate(held.layout.sheets[place].columns) if one.id == column), None)
    found = np.full(main.case.size, None, dtype=object)
    if place is None or number is None or number not in held.sheets[place].columns:
        return found
    rows = held.sheets[place]
    if place == 0:
        return rows.columns[number]
    by_case = np.full(held.organ.size, None, dtype=object)
    by_case[rows.case] = rows.columns[number]
    return by_case[main.case]


def _cells(held: Ledgers, of: Layout, place: int, main: Rows) -> np.ndarray:
    column = of.file.columns[place]
    if column.to is None:
        return (
            np.arange(1, main.case.size + 1).astype(str).astype(object) if column.heading == "序号" else _nothing(main)
        )
    cells = _column(held, main, column.to)
    if column.unit == "wan-yuan":
        return _each(cells, _ten_thousands)
    if column.yes:
        return _each(cells, lambda text: column.yes[0] if text in YES else column.no[0] if text in NO else text)
    if column.words:
        codes = _codes(held, column)
        return _each(cells, lambda text: codes.get(text, text))
    if column.zh in ("主办人", "协办人"):
        first = column.zh == "主办人"
        return _each(cells, lambda text: (text.partition("、")[0] if first else text.partition("、")[2]) or None)
    return cells


def _nothing(main: Rows) -> np.ndarray:
    return np.full(main.case.size, None, dtype=object)


def _each(cells: np.ndarray, change: Any) -> np.ndarray:
    known: dict[Any, Any] = {None: None}
    for cell in dict.fromkeys(cells.tolist()):
        if cell is not None:
            known[cell] = change(cell)
    found = np.empty(cells.size, dtype=object)
    found[:] = [known[cell] for cell in cells.tolist()]
    return found


def _ten_thousands(text: str) -> str:
    plain = text.strip().strip("　").replace(",", "").replace("元", "")
    return f"{float(plain) / 10_000:.6f}".rstrip("0").rstrip(".") or "0"


def _codes(held: Ledgers, column: Any) -> dict[str, str]:
    """What the layout writes for each word of the ledger: its first code for that value."""
    found: dict[str, str] = {}
    for name, one in held.layout.procedure.fields.items():
        if one.type is Type.WORD and column.to is not None and name in _fields(held, column.to):
            for code, value in column.words.items():
                said = one.words.get(value) if value is not None else None
                if said is not None:
                    found.setdefault(said.zh, code)
    return found


def _fields(held: Ledgers, name: str) -> tuple[str, ...]:
    sheet, _, column = name.partition(".")
    for one in held.layout.sheets:
        if one.id == sheet:
            shown = one.column(column)
            return tuple(shown.field) if shown is not None else ()
    return ()


def _table(of: Layout, office: str, cells: list[np.ndarray], rows: int) -> Table:
    heads = tuple(one.heading for one in of.file.columns)
    if of.file.id.startswith("platform"):
        groups = [one.heading.removesuffix(one.zh) for one in of.file.columns]
        below = tuple(one.zh for one in of.file.columns)
        return Table("Sheet1", (tuple(_once(groups)), below), cells, rows, merged=tuple(_merged(groups, 1)))
    if of.file.id.startswith("hand"):
        above = (f"{office}行政处罚案件登记表", "登记期间：2025年7月至2026年6月　　填表人：")
        return Table("登记表", (heads,), cells, rows, above=above)
    return Table(of.file.title.zh, (heads,), cells, rows)


def _once(groups: list[str]) -> Iterator[str]:
    before = ""
    for one in groups:
        yield "" if one == before else one
        before = one


def _merged(groups: list[str], row: int) -> Iterator[str]:
    first = 0
    for place in range(1, len(groups) + 1):
        if place == len(groups) or groups[place] != groups[first]:
            if place - first > 1:
                yield f"{letters(first)}{row}:{letters(place - 1)}{row}"
            first = place
