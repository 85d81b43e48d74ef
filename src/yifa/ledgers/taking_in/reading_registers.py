"""Reads the sheets of registers in a folder: organs first, then what names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl
import pyarrow as pa

from yifa.ledgers.problems import Fate, Severity
from yifa.ledgers.registers.officers import Officers, make_officers
from yifa.ledgers.registers.organ_names import OrganNames
from yifa.ledgers.registers.organs import make_organs
from yifa.ledgers.registers.reading import Placed, read_register
from yifa.ledgers.taken import Lists, Organs
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.sheet import Sheet


@dataclass(frozen=True)
class Registers:
    """Everything registers say; `held`: by the rank of a sheet the positions of rows held back."""

    organs: Organs = field(default_factory=Organs)
    names: OrganNames = field(default_factory=lambda: OrganNames(Organs()))
    officers: Officers = field(default_factory=Officers)
    lists: Lists = field(default_factory=Lists)
    held: Mapping[int, set[int]] = field(default_factory=dict)


def read_registers(sheets: Sequence[Sheet], notes: Notes) -> Registers:
    """Read them all; what is wrong is noted."""
    held: dict[int, set[int]] = {}
    frames: dict[str, list[tuple[Sheet, pl.DataFrame]]] = {}
    for sheet in sheets:
        frames.setdefault(sheet.table.id, []).append((sheet, _read(sheet, notes, held)))

    def of(name: str) -> list[pl.DataFrame]:
        return [frame for _, frame in frames.get(name, ())]

    organs, unknown = make_organs(of("organs"), of("relations"))
    for number, position, _ in unknown:
        sheet = frames["relations"][number][0]
        at = sheet.columns["organ"][0].place
        notes.cell("organ-not-listed", sheet, position, at, Severity.ERROR, Fate.HELD)
        held.setdefault(sheet.rank, set()).add(position)
    names = OrganNames(organs)
    officers = make_officers(of("officers"), names)
    _note_strangers(frames, names, notes)
    lists = Lists(*(_table(of(name), names) for name in ("officers", "powers", "discretion", "parties")))
    return Registers(organs, names, officers, lists, held)


def _read(sheet: Sheet, notes: Notes, held: dict[int, set[int]]) -> pl.DataFrame:
    register = sheet.table.register
    assert register is not None  # noqa: S101 - a sheet of a register
    places = {
        name: (ones[0].place, ones[0].factor if ones[0].unit == "yuan" else 1) for name, ones in sheet.columns.items()
    }
    frame, flaws = read_register(register, Placed(places, sheet.grid.columns, sheet.rows, sheet.grid.from_1904))
    for flaw in flaws:
        severity, fate = (Severity.ERROR, Fate.HELD) if flaw.holds else (Severity.WARNING, Fate.TAKEN)
        notes.add(
            flaw.kind,
            sheet.place(flaw.position, flaw.column),
            severity,
            fate,
            value=flaw.value,
            heading=sheet.headings[flaw.column],
            values=flaw.values,
        )
        if flaw.holds:
            held.setdefault(sheet.rank, set()).add(flaw.position)
    return frame


def _note_strangers(
    frames: Mapping[str, Sequence[tuple[Sheet, pl.DataFrame]]], names: OrganNames, notes: Notes
) -> None:
    """Names of organs in other registers that the register of organs has not got, once each."""
    if not names.organs.offices:
        return
    for table in ("officers", "powers"):
        for sheet, frame in frames.get(table, ()):
            first = frame.group_by("organ", maintain_order=True).agg(pl.col("position").first(), pl.len())
            for organ, position, rows in first.iter_rows():
                if organ is not None and len(names.called(organ)) != 1:
                    kind = "organ-shared" if names.called(organ) else "organ-unknown"
                    at = sheet.columns["organ"][0].place
                    values = {"rows": rows, "organ": organ}
                    notes.cell(kind, sheet, position, at, Severity.WARNING, Fate.TAKEN, values)


def _table(frames: Sequence[pl.DataFrame], names: OrganNames) -> Any:
    """A list as an Arrow table, organs by their ids where they are known; None where none was sent."""
    if not frames:
        return None
    whole = pl.concat(frames).drop("position")
    if "organ" in whole.columns:
        known = {
            text: called[0]
            for text in whole["organ"].unique().to_list()
            if text is not None
            for called in [names.called(text)]
            if len(called) == 1
        }
        whole = whole.with_columns(pl.col("organ").replace(known))
    found = whole.to_arrow()
    return found.cast(pa.schema([(one.name, _plain(one.type)) for one in found.schema]))


def _plain(type_: pa.DataType) -> pa.DataType:
    if pa.types.is_large_list(type_) or pa.types.is_list(type_):
        return pa.large_list(pa.large_string())
    return type_ if pa.types.is_integer(type_) else pa.large_string()
