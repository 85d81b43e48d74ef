"""Takes a folder of ledgers in: files → sheets → registers and ledgers → everything that can be judged.

Nothing is dropped in silence: what is not a table, a sheet nobody knows, a heading, a row, a cell, is told with what
would cure it, and the rows that were held back come out as they stood.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from yifa.law.catalogue.folders import Folder, folder, procedure_ids
from yifa.law.catalogue.layouts import layouts
from yifa.law.catalogue.ledgers import ASIDE, Ledger
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import day_number
from yifa.ledgers.headings.choosing import Chosen, choose, group_of
from yifa.ledgers.headings.known import Known, known_tables
from yifa.ledgers.headings.mapping_file import GivenSheets, given_for, read_mapping
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.problems import Fate, Place, Severity
from yifa.ledgers.registers.organ_names import name_within
from yifa.ledgers.sheets import Grid, NotOpened, open_file
from yifa.ledgers.taken import Taken, TakenLedger
from yifa.ledgers.taking_in.assembling import Around, assemble
from yifa.ledgers.taking_in.carrying import Scope, acts_by_name
from yifa.ledgers.taking_in.files import BESIDE, TABLES, files_of
from yifa.ledgers.taking_in.held_rows import Done, done_with, held_sheets
from yifa.ledgers.taking_in.making_sheets import Made, make_sheet, replaced_rows, unmasked, without_rows
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.reading_ledgers import read_ledger_sheets
from yifa.ledgers.taking_in.reading_registers import Registers, read_registers
from yifa.ledgers.taking_in.rows_of_cases import give_cases
from yifa.ledgers.taking_in.sheet import Joined, Sheet, joined
from yifa.ledgers.values.texts import plain
from yifa.ledgers.values.words import yes_no

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are read."""
YIELDS_NOTHING: Progress = lambda done, of: None  # noqa: E731 - a name for it
_MOST_AT_ONCE = 4
_NOT_LEDGERS = frozenset(spelled(name).full for one in ASIDE for name in (one.zh, one.en))
_COVER = ("说明", "填表说明", "封面", "目录", "字典", "代码表", "选项")


def take_folder(
    where: Path,
    *,
    as_of: date,
    ledgers: Iterable[str] | None = None,
    mapping: Path | None = None,
    personal: bool = False,
    progress: Progress = YIELDS_NOTHING,
) -> Taken:
    """Take a folder (or one file) in, as of a day. `ledgers`: the procedures whose ledgers may lie there (None: all).

    `mapping`: a file that says what sheets and headings are. `personal`: show personal contents in problems. Raises
    `CorpusFaults` for a mapping file that cannot be used.
    """
    notes = Notes(personal=personal)
    folders = [one for one in map(folder, ledgers or procedure_ids()) if one.ledger is not None]
    known = _known(folders)
    given = None if mapping is None else read_mapping(mapping, known)
    made = _make(list(_open_all(where, notes, progress)), known, given, notes)
    registers = read_registers([one.sheet for one in made if one.sheet.table.kind == "register"], notes)
    run = _Run(as_of, notes, registers, {one.procedure.id: one for one in folders})
    return run.taken(made)


def _known(folders: Sequence[Folder]) -> Known:
    """The tables that may lie in a folder: ledgers of procedures, others' layouts of them, registers."""
    own = [(one.procedure, one.ledger) for one in folders if one.ledger is not None]
    return known_tables(own, layouts_of({procedure.id: procedure for procedure, _ in own}))


def layouts_of(procedures: Mapping[str, Procedure]) -> list[tuple[str, Procedure, Ledger]]:
    """Others' layouts of these procedures."""
    return [(one.id, procedures[one.of], one.ledger) for one in layouts() if one.of in procedures]


# -- files and sheets -------------------------------------------------------------------------------------------------


def _open_all(where: Path, notes: Notes, progress: Progress) -> Iterable[Grid]:
    """The grids of all files; what cannot be read is noted. While one is turned into a grid, others are parsed."""
    files = list(files_of(where))
    sizes = [path.stat().st_size if path.exists() else 0 for path in files]
    names = [path.name if where.is_file() else path.relative_to(where).as_posix() for path in files]
    opened = partial(_opened, whatever=where.is_file())
    with ThreadPoolExecutor(max_workers=min(_MOST_AT_ONCE, os.cpu_count() or 1)) as workers:
        done = 0
        for name, size, found in zip(names, sizes, workers.map(opened, files, names), strict=True):
            done += size
            if isinstance(found, NotOpened):
                values = {"detail": found.detail}
                notes.add(f"file-{found.why.value}", Place(name), Severity.ERROR, Fate.NOT_READ, values=values)
            elif found is None and not name.lower().endswith(tuple(BESIDE)):
                notes.add("file-no-table", Place(name), Severity.NOTE, Fate.NOT_READ)
            else:
                yield from found or ()
            progress(done, sum(sizes))


def _opened(path: Path, name: str, *, whatever: bool) -> list[Grid] | NotOpened | None:
    """The grids of a file, why there are none, or None for one whose name does not end like a table.

    `whatever`: it was named by hand, and is opened whatever it is called.
    """
    if path.suffix.lower() not in TABLES and not whatever:
        return None
    try:
        return open_file(path, name)
    except NotOpened as error:
        return error


def _make(grids: Sequence[Grid], known: Known, given: GivenSheets | None, notes: Notes) -> list[Made]:
    """The sheets that are known; the others are noted."""
    groups: dict[str, list[Grid]] = {}
    for grid in grids:
        if _is_read(grid, notes):
            groups.setdefault(group_of(grid, known), []).append(grid)
    made: list[Made] = []
    for group, own in groups.items():
        named = [given_for(given, grid) for grid in own]
        for chosen, say in zip(choose(own, known, named), named, strict=True):
            if say is not None and say.table is None:
                place = Place(chosen.grid.file, chosen.grid.sheet if chosen.grid.is_workbook else None)
                notes.add("sheet-left-out", place, Severity.NOTE, Fate.NOT_READ)
            elif chosen.table is None:
                _note_unknown(chosen, notes)
            else:
                columns = None if say is None else say.columns
                made.append(make_sheet(chosen, group, len(made), notes, columns))
    return _mended(made)


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
    if chosen.rivals:
        rivals = [f"{one.procedure or one.id}: {one.titles[0]}" for one in chosen.rivals]
        notes.add("sheet-ambiguous", place, Severity.ERROR, Fate.NOT_READ, values={"tables": rivals})
    else:
        notes.add("sheet-unknown", place, Severity.ERROR, Fate.NOT_READ, values={"rows": grid.rows})


def _mended(made: Sequence[Made]) -> list[Made]:
    """With the rows of needs-correction sheets in the place of those they came from."""
    mending = [one for one in made if one.own is not None]
    if not mending:
        return list(made)
    replaced = replaced_rows(mending)
    plain_ = {(one.sheet.grid.file, one.sheet.grid.sheet): one.sheet for one in made if one.own is None}
    grids = {key: sheet.grid for key, sheet in plain_.items()}
    headings = {key: sheet.headings for key, sheet in plain_.items()}
    groups = {key[0]: sheet.group for key, sheet in plain_.items()}
    found = []
    for one in made:
        if one.own is None:
            rows = replaced.get((one.sheet.grid.file, one.sheet.grid.sheet))
            found.append(one if rows is None else Made(without_rows(one.sheet, rows)))
        else:
            sheet = unmasked(one, grids, headings)
            found.append(Made(in_group(sheet, groups.get(sheet.group, sheet.group)), one.own, one.struck))
    return found


def in_group(sheet: Sheet, group: str) -> Sheet:
    """A sheet as lying together with others."""
    return replace(sheet, group=group)


# -- ledgers ----------------------------------------------------------------------------------------------------------


@dataclass
class _Run:
    """One run over the ledgers of a folder."""

    as_of: date
    notes: Notes
    registers: Registers
    folders: Mapping[str, Folder]
    scopes: dict[str, Scope] = field(default_factory=dict)
    owners: dict[tuple[str, str], str | None] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    done: list[Done] = field(default_factory=list)

    def taken(self, made: list[Made]) -> Taken:
        """Everything in some sheets, procedure after procedure; `made` is emptied, so that memory is given back."""
        moved = {key: len(rows) for key, rows in replaced_rows([one for one in made if one.own is not None]).items()}
        ordered = sorted(made, key=lambda one: one.own is not None)
        made.clear()
        of_procedure: dict[str, list[Sheet]] = {}
        for one in ordered:
            if one.sheet.table.kind == "ledger":
                of_procedure.setdefault(one.sheet.table.procedure, []).append(self._owned(one.sheet))
            else:
                held = sorted(self.registers.held.get(one.sheet.rank, ()))
                self.done.append(done_with(one.sheet, held, 0, moved))
        groups = {name: {one.group for one in sheets} for name, sheets in of_procedure.items()}
        for one in ordered:
            if one.sheet.table.kind == "scope":
                self._scope(one.sheet, groups)
        ordered.clear()
        ledgers: list[TakenLedger] = []
        for name in sorted(of_procedure):
            ledgers += self._assembled(name, joined(of_procedure.pop(name)), moved)
        problems = tuple(self.notes.problems)
        return Taken(
            tuple(ledgers),
            self.registers.organs,
            self.registers.officers.register,
            self.registers.lists,
            problems,
            tuple(id_ for id_ in self.registers.organs.offices if id_ not in self.sent),
            self.registers.officers.listed,
            tuple(one.rows for one in self.done),
            tuple(held_sheets(self.done, problems)),
        )

    def _assembled(
        self, name: str, sheets: Sequence[Joined], moved: Mapping[tuple[str, str], int]
    ) -> list[TakenLedger]:
        """The ledgers of one procedure."""
        procedure, officers = self.folders[name].procedure, self.registers.officers
        around = Around(self.registers.organs, officers.listed, officers.shared_names, self.as_of, self.scopes)
        as_of, names = day_number(self.as_of), self.registers.names
        filed = [read_ledger_sheets(own, procedure, names, as_of, self.notes) for own in sheets]
        cases = give_cases(filed, self.notes)
        found = assemble(filed, cases, procedure, around, self.notes)
        for one in filed:
            used = np.unique(one.numbered.organ[one.numbered.said])
            self.sent |= {one.numbered.organs[code] for code in used.tolist()}
            self.sent |= {sheet.organ for sheet in one.sheet.sheets if sheet.organ}
            for part, sheet in enumerate(one.sheet.sheets):
                mine = slice(int(one.sheet.starts[part]), int(one.sheet.starts[part + 1]))
                held, copies = one.held[mine], one.copy[mine] & ~one.held[mine]
                self.done.append(done_with(sheet, np.flatnonzero(held).tolist(), int(copies.sum()), moved))
        return found

    def _owned(self, sheet: Sheet) -> Sheet:
        """A sheet with the organ whose it is, by the title above it, its name, the names of file and folders.

        A needs-correction sheet belongs to the organ of the sheet its rows came from.
        """
        origin = next((one for one in sheet.origins or () if one is not None), None)
        if origin is not None and origin[:2] in self.owners:
            return replace(sheet, organ=self.owners[origin[:2]])
        above = [plain(cell) for row in range(sheet.first_row) for cell in sheet.grid.row(row) if isinstance(cell, str)]
        file = sheet.grid.file if origin is None else origin[0]
        texts = [*above[:20], sheet.grid.sheet, *reversed(file.split("/"))]
        organ = self.registers.names.named_in(texts) or name_within(texts)
        self.owners[sheet.grid.file, sheet.grid.sheet] = organ
        return replace(sheet, organ=organ)

    def _scope(self, sheet: Sheet, groups: Mapping[str, set[str]]) -> None:
        """What a sheet of scope says is kept, and is not; `groups`: by procedure what lies together."""
        names: dict[str, tuple[str, ...]] = {}
        for name in [name for name, own in groups.items() if sheet.group in own]:
            ledger = self.folders[name].ledger
            if ledger is not None:
                names |= acts_by_name(ledger, self.folders[name].procedure)
        read = yes_no()
        said: dict[bool, set[str]] = {True: set(), False: set()}
        own = Joined([sheet])
        steps, kept = (own.columns[name][0].place for name in ("step", "kept"))
        for position in range(own.size):
            step, answer = plain(own.cells[steps].at(position)), read(own.cells[kept].at(position))
            if step not in names:
                self.notes.row("scope-unknown", own, position, Severity.WARNING, Fate.ASIDE, column=steps)
            elif isinstance(answer.value, bool):
                said[answer.value] |= set(names[step])
            elif answer.wrong:
                self.notes.row(answer.wrong, own, position, Severity.WARNING, Fate.ASIDE, column=kept)
        self.scopes[sheet.group] = Scope(frozenset(said[True]), frozenset(said[False] - said[True]))
