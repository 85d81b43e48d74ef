"""From files to sheets that are known: what is done with some files of a folder, whoever does it.

Files that belong together (text files whose names differ only by the name of a table) stay together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.ledgers import ASIDE, LedgerSheet
from yifa.ledgers.corrections.columns import came_from
from yifa.ledgers.headings.choosing import Chosen, choose, group_of, stem_of
from yifa.ledgers.headings.finding import find_head
from yifa.ledgers.headings.known import Known, KnownTable
from yifa.ledgers.headings.mapping_file import Given, GivenSheets, given_for, read_mapping
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.ledgers.registers.columns import RegisterSheet
from yifa.ledgers.sheets import Grid, NotOpened, open_file
from yifa.ledgers.taking_in.files import BESIDE, TABLES
from yifa.ledgers.taking_in.known_tables import known_of
from yifa.ledgers.taking_in.making_sheets import Made, make_sheet, replaced_rows
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.sealing import opened, sealed

_NOT_LEDGERS = frozenset(spelled(name).full for one in ASIDE for name in (one.zh, one.en))
_COVER = ("说明", "填表说明", "封面", "目录", "字典", "代码表", "选项")
_SHARE = 1_000_000
"""Bytes of files of a share, about."""


@dataclass(frozen=True)
class File:
    """A file to be read: where it lies, what it is called, how many bytes it has."""

    path: Path
    name: str
    size: int


@dataclass(frozen=True)
class Files:
    """Some files of a folder, and how they are read.

    `whatever`: the file was named by hand, and is opened whatever it is called. `procedures`: whose ledgers may lie
    there. `mapping`: a file that says what sheets and headings are. `personal`: show personal contents in problems.
    """

    files: tuple[File, ...]
    procedures: tuple[str, ...]
    whatever: bool = False
    mapping: Path | None = None
    personal: bool = False
    aside: Path | None = None
    """A folder in which sheets wait for whoever assembles them (None: they are kept in memory)."""
    number: int = 0
    """Which share of all they are."""

    @property
    def size(self) -> int:
        """How many bytes they have."""
        return sum(one.size for one in self.files)


class Portion:
    """Sheets of one procedure (or of registers) that came out of some files; sealed in a file where others go on.

    `rows`: how many rows they have, `size`: how many bytes they are sealed (0: they wait in memory). `groups`: what
    lies together with them. `many`: how many sheets.
    """

    def __init__(self, made: Sequence[Made], aside: Path | None = None) -> None:
        self._held: list[Made] | Path = list(made)
        self.size = 0
        if aside is not None:
            self._held = aside
            self.size = aside.write_bytes(sealed(made))
        self.many = len(made)
        self.rows = sum(int(one.sheet.rows.size) for one in made)
        self.groups = frozenset(one.sheet.group for one in made)
        self.replaced = replaced_rows([one for one in made if one.own is not None])
        """By file and sheet the rows that needs-correction sheets tell anew or strike out."""

    def made(self, first: int) -> list[Made]:
        """The sheets, ranks counted on from that of the first sheet of their files; they are given out once."""
        held, self._held = self._held, []
        if isinstance(held, Path):
            waiting, held = held, opened(held.read_bytes())
            waiting.unlink()
        return [replace(one, sheet=replace(one.sheet, rank=one.sheet.rank + first)) for one in held]


@dataclass(frozen=True)
class Sheets:
    """What some files came to: by procedure (empty: registers and what is no ledger) the sheets, and problems."""

    portions: Mapping[str, Portion]
    problems: tuple[Problem, ...]

    @property
    def many(self) -> int:
        """How many sheets there are."""
        return sum(one.many for one in self.portions.values())


def shares_of(all_files: Files, known: Known) -> list[Files]:
    """Files in shares of about as many bytes, what belongs together in one."""
    units: dict[str, list[File]] = {}
    for one in all_files.files:
        units.setdefault(stem_of(one.name, known), []).append(one)
    shares: list[list[File]] = []
    size = _SHARE
    for unit in units.values():
        if size >= _SHARE:
            shares.append([])
            size = 0
        shares[-1] += unit
        size += sum(one.size for one in unit)
    return [replace(all_files, files=tuple(one), number=number) for number, one in enumerate(shares)]


def sheets_of(share: Files) -> Sheets:
    """The sheets of some files that are known; everything else is told."""
    notes, known = Notes(personal=share.personal), known_of(share.procedures)
    given = None if share.mapping is None else _given(share.mapping, share.procedures)
    grids = [grid for file in share.files for grid in _grids(file, notes, whatever=share.whatever)]
    of_procedure: dict[str, list[Made]] = {}
    for one in _made(grids, known, given, notes):
        table = one.sheet.table
        of_procedure.setdefault(table.procedure if table.kind == "ledger" else "", []).append(one)
    return Sheets(
        {name: Portion(made, _waiting(share, name)) for name, made in of_procedure.items()}, tuple(notes.problems)
    )


def _waiting(share: Files, procedure: str) -> Path | None:
    """Where sheets of a procedure wait."""
    return None if share.aside is None else share.aside / f"{share.number}-{procedure}"


@cache
def _given(mapping: Path, procedures: tuple[str, ...]) -> GivenSheets:
    return read_mapping(mapping, known_of(procedures))


def _grids(file: File, notes: Notes, *, whatever: bool) -> Iterable[Grid]:
    """The grids of a file; what cannot be read is noted."""
    if file.path.suffix.lower() not in TABLES and not whatever:
        if not file.name.lower().endswith(tuple(BESIDE)):
            notes.add("file-no-table", Place(file.name), Severity.NOTE, Fate.NOT_READ)
        return ()
    try:
        return open_file(file.path, file.name)
    except NotOpened as error:
        values = {"detail": error.detail}
        notes.add(f"file-{error.why.value}", Place(file.name), Severity.ERROR, Fate.NOT_READ, values=values)
        return ()


def _made(grids: Iterable[Grid], known: Known, given: GivenSheets | None, notes: Notes) -> Iterable[Made]:
    """The sheets that are known; the others are noted."""
    groups: dict[str, list[Grid]] = {}
    for grid in grids:
        if _is_read(grid, notes):
            groups.setdefault(group_of(grid, known), []).append(grid)
    rank = 0
    for group, own in groups.items():
        named = [_said(grid, known, given) for grid in own]
        for chosen, say in zip(choose(own, known, named), named, strict=True):
            if say is not None and say.table is None:
                place = Place(chosen.grid.file, chosen.grid.sheet if chosen.grid.is_workbook else None)
                notes.add("sheet-left-out", place, Severity.NOTE, Fate.NOT_READ)
            elif chosen.table is None:
                _note_unknown(chosen, notes)
            else:
                made = make_sheet(chosen, group, rank, notes, known, say)
                if any(one.needed and one.id not in made.sheet.columns for one in chosen.table.columns):
                    _note_unknown(chosen, notes)  # of the column without which it says nothing there are two, or none
                    continue
                yield made
                rank += 1


def _said(grid: Grid, known: Known, given: GivenSheets | None) -> Given | None:
    """What is said of a sheet by a mapping file, or, of rows that were corrected, by the workbook they stand in."""
    origin = came_from(grid)
    place = None if origin is None else (origin.file, origin.sheet)
    said = None if given is None else given_for(given, grid, place)
    if said is not None or origin is None:
        return said
    table = next((number for number, one in enumerate(known.tables) if one.key == origin.table), None)
    return None if table is None else Given(table, find_head(grid, known, at=0), {})


def _is_read(grid: Grid, notes: Notes) -> bool:
    """Whether a sheet is looked at at all."""
    place = Place(grid.file, grid.sheet if grid.is_workbook else None)
    name = spelled(grid.sheet).full
    if name in _NOT_LEDGERS or name in _COVER:
        notes.add("sheet-explains", place, Severity.NOTE, Fate.ASIDE)
        return False
    if grid.is_empty:
        notes.add("sheet-empty", place, Severity.NOTE, Fate.ASIDE)
        return False
    if grid.hidden:
        notes.add("sheet-hidden", place, Severity.WARNING, Fate.NOT_READ)
        return False
    for fault in grid.faults:
        notes.add(f"sheet-{fault}", place, Severity.WARNING, Fate.TAKEN)
    return True


def _note_unknown(chosen: Chosen, notes: Notes) -> None:
    grid = chosen.grid
    place = Place(grid.file, grid.sheet if grid.is_workbook else None)
    values: dict[str, Any] = {"sheet": grid.sheet}
    if chosen.rivals:
        values["tables"] = [_called(one) for one in chosen.rivals]
        notes.add("sheet-ambiguous", place, Severity.ERROR, Fate.NOT_READ, values=values)
    else:
        values["rows"] = grid.rows
        notes.add("sheet-unknown", place, Severity.ERROR, Fate.NOT_READ, values=values)


def _called(table: KnownTable) -> dict[str, str]:
    """A table by its key and as people call it: the procedure and the sheet."""
    of = table.sheet or table.register
    zh, en = (table.titles[0], table.id) if of is None else _titles(of)
    if table.procedure:
        title = folder(table.procedure).procedure.title
        zh, en = f"{title.zh}·{zh}", f"{title.en} · {en}"
    return {"id": table.key, "zh": zh, "en": en}


def _titles(of: LedgerSheet | RegisterSheet) -> tuple[str, str]:
    return (of.zh, of.en) if isinstance(of, RegisterSheet) else (of.title.zh, of.title.en)
