"""The ledgers of one procedure out of the sheets of a folder: what is done for each procedure, whoever does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import day_number
from yifa.ledgers.problems import Problem
from yifa.ledgers.registers.officers import Officers
from yifa.ledgers.registers.organ_names import OrganNames, name_within
from yifa.ledgers.taken import Organs, TakenLedger
from yifa.ledgers.taking_in.assembling import Around, assemble
from yifa.ledgers.taking_in.carrying import Scope
from yifa.ledgers.taking_in.held_rows import Done, done_with
from yifa.ledgers.taking_in.making_sheets import Made, unmasked, without_rows
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.reading_ledgers import read_ledger_sheets
from yifa.ledgers.taking_in.rows_of_cases import give_cases
from yifa.ledgers.taking_in.sheet import Joined, Sheet, joined
from yifa.ledgers.taking_in.sheets_of_files import Portion
from yifa.ledgers.values.texts import plain
from yifa.ledgers.workers import give_back

LARGE = 100_000
"""Where there are more rows, what a step needed is given back before the next."""
Rows = Mapping[tuple[str, str], set[int]]
"""By file and sheet some of its rows, counted from 0."""


@dataclass(frozen=True)
class Setting:
    """What holds for every procedure of a folder.

    `replaced`: by file and sheet the rows that needs-correction sheets tell anew or strike out. `scopes`: by group what
    a sheet of scope says.
    """

    as_of: date
    personal: bool
    organs: Organs
    officers: Officers
    scopes: Mapping[str, Scope]
    replaced: Rows

    @property
    def moved(self) -> Mapping[tuple[str, str], int]:
        """By file and sheet how many rows are told anew elsewhere."""
        return {key: len(rows) for key, rows in self.replaced.items()}


@dataclass(frozen=True)
class SheetsOf:
    """The sheets of one procedure: portions, each with the rank of the first sheet of its files."""

    procedure: str
    portions: tuple[tuple[int, Portion], ...]

    @property
    def rows(self) -> int:
        """How many rows they have."""
        return sum(one.rows for _, one in self.portions)

    @property
    def size(self) -> int:
        """How many bytes they are, sealed."""
        return sum(one.size for _, one in self.portions)

    @property
    def groups(self) -> set[str]:
        """What lies together with them."""
        return {group for _, one in self.portions for group in one.groups}


@dataclass(frozen=True)
class Assembled:
    """The ledgers of one procedure, what is wrong with them, what became of their rows, which organs sent some."""

    procedure: str
    ledgers: tuple[TakenLedger, ...]
    problems: tuple[Problem, ...]
    done: tuple[Done, ...]
    sent: frozenset[str]


def assembled(asked: SheetsOf, setting: Setting) -> Assembled:
    """Put the sheets of a procedure together; they are given up on the way, so that memory is given back."""
    made = sheets_in_order(asked.portions, setting.replaced)
    run = _Run(setting, Notes(personal=setting.personal), OrganNames(setting.organs))
    sheets = joined([run.owned(one.sheet) for one in made])
    made.clear()
    if asked.rows > LARGE:
        give_back()
    return run.assembled(asked.procedure, sheets)


def sheets_in_order(portions: Sequence[tuple[int, Portion]], replaced: Rows) -> list[Made]:
    """The sheets of some portions without the rows that are told anew elsewhere; needs-correction sheets last."""
    return mended([one for first, portion in portions for one in portion.made(first)], replaced)


def mended(made: Sequence[Made], replaced: Rows) -> list[Made]:
    """With the rows of needs-correction sheets in the place of those they came from."""
    plain_ = [one for one in made if one.own is None]
    mending = [one for one in made if one.own is not None]
    at = {(one.sheet.grid.file, one.sheet.grid.sheet): one.sheet for one in plain_} if mending else {}
    grids = {key: sheet.grid for key, sheet in at.items()}
    headings = {key: sheet.headings for key, sheet in at.items()}
    groups = {key[0]: sheet.group for key, sheet in at.items()}
    declared = {key: sheet.declared for key, sheet in at.items()}
    found = []
    for one in plain_:
        rows = replaced.get((one.sheet.grid.file, one.sheet.grid.sheet))
        found.append(one if rows is None else Made(without_rows(one.sheet, rows)))
    for one in mending:
        sheet = unmasked(one, grids, headings)
        origin = next((origin[:2] for origin in sheet.origins or () if origin is not None), ("", ""))
        of_ledger = declared.get(origin, frozenset())  # a mended row is told as the ledger it came from
        sheet = replace(sheet, group=groups.get(sheet.group, sheet.group), declared=sheet.declared | of_ledger)
        found.append(Made(sheet, one.own, one.struck))
    return found


@dataclass
class _Run:
    """One run over the sheets of a procedure."""

    setting: Setting
    notes: Notes
    names: OrganNames
    owners: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def owned(self, sheet: Sheet) -> Sheet:
        """A sheet with the organ whose it is, by the title above it, its name, the names of file and folders.

        A needs-correction sheet belongs to the organ of the sheet its rows came from.
        """
        origin = next((one for one in sheet.origins or () if one is not None), None)
        if origin is not None and origin[:2] in self.owners:
            return replace(sheet, organ=self.owners[origin[:2]])
        above = [plain(cell) for row in range(sheet.first_row) for cell in sheet.grid.row(row) if isinstance(cell, str)]
        file = sheet.grid.file if origin is None else origin[0]
        texts = [*above[:20], sheet.grid.sheet, *reversed(file.split("/"))]
        organ = self.names.named_in(texts) or name_within(texts)
        self.owners[sheet.grid.file, sheet.grid.sheet] = organ
        return replace(sheet, organ=organ)

    def assembled(self, name: str, sheets: Sequence[Joined]) -> Assembled:
        """The ledgers."""
        procedure, setting = folder(name).procedure, self.setting
        officers = setting.officers
        around = Around(setting.organs, officers.listed, officers.shared_names, setting.as_of, setting.scopes)
        as_of = day_number(setting.as_of)
        filed = [read_ledger_sheets(own, procedure, self.names, as_of, self.notes) for own in sheets]
        cases = give_cases(filed, self.notes)
        if sum(one.sheet.size for one in filed) > LARGE:
            give_back()
        ledgers = assemble(filed, cases, procedure, around, self.notes)
        sent: set[str] = set()
        done: list[Done] = []
        for one in filed:
            used = np.unique(one.numbered.organ[one.numbered.said])
            sent |= {one.numbered.organs[code] for code in used.tolist()}
            sent |= {sheet.organ for sheet in one.sheet.sheets if sheet.organ}
            for part, sheet in enumerate(one.sheet.sheets):
                mine = slice(int(one.sheet.starts[part]), int(one.sheet.starts[part + 1]))
                held, copies = one.held[mine], one.copy[mine] & ~one.held[mine]
                done.append(done_with(sheet, np.flatnonzero(held).tolist(), int(copies.sum()), setting.moved))
        return Assembled(name, tuple(ledgers), tuple(self.notes.problems), tuple(done), frozenset(sent))
