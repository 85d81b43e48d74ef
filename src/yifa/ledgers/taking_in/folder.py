"""Takes a folder of ledgers in: files → sheets → registers and ledgers → everything that can be judged.

Nothing is dropped in silence: what is not a table, a sheet nobody knows, a heading, a row, a cell, is told with what
would cure it, and the rows that were held back come out as they stood.

The work falls into shares, files first and then procedures, that several processes can do. Whoever judges procedure by
procedure asks for `gathered` and puts `assembled` into a share of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from yifa.law.catalogue.folders import folder
from yifa.ledgers.headings.mapping_file import read_mapping
from yifa.ledgers.problems import Fate, Problem, Severity
from yifa.ledgers.taken import Lists, Taken
from yifa.ledgers.taking_in.carrying import Scope, acts_by_name
from yifa.ledgers.taking_in.files import files_of
from yifa.ledgers.taking_in.held_rows import Done, done_with, held_sheets
from yifa.ledgers.taking_in.known_tables import ids_of, known_of
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.of_procedure import Assembled, Setting, SheetsOf, assembled, sheets_in_order
from yifa.ledgers.taking_in.reading_registers import read_registers
from yifa.ledgers.taking_in.sheet import Joined, Sheet
from yifa.ledgers.taking_in.sheets_of_files import File, Files, Portion, Sheets, shares_of, sheets_of
from yifa.ledgers.values.texts import plain
from yifa.ledgers.values.words import yes_no
from yifa.ledgers.workers import Workers

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are read."""
YIELDS_NOTHING: Progress = lambda done, of: None  # noqa: E731 - a name for it


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
    found = gathered(
        where, Workers(), as_of=as_of, ledgers=ledgers, mapping=mapping, personal=personal, progress=progress
    )
    return taken(found, [assembled(one, found.setting) for one in found.procedures])


@dataclass(frozen=True)
class Gathered:
    """The sheets of a folder, procedure by procedure in the order of their names; what its registers say; problems."""

    setting: Setting
    procedures: tuple[SheetsOf, ...]
    lists: Lists
    problems: tuple[Problem, ...]
    done: tuple[Done, ...]


def files_in(where: Path) -> tuple[File, ...]:
    """The files of a folder (or one file), as they are called and how many bytes they have."""
    files = list(files_of(where))
    sizes = [path.stat().st_size if path.exists() else 0 for path in files]
    names = [path.name if where.is_file() else path.relative_to(where).as_posix() for path in files]
    return tuple(map(File, files, names, sizes))


def gathered(
    where: Path,
    workers: Workers,
    *,
    as_of: date,
    ledgers: Iterable[str] | None = None,
    mapping: Path | None = None,
    personal: bool = False,
    progress: Progress = YIELDS_NOTHING,
) -> Gathered:
    """Everything up to what is done procedure by procedure; asks and raises as `take_folder` does."""
    procedures = ids_of(ledgers)
    known = known_of(procedures)
    if mapping is not None:
        read_mapping(mapping, known)
    shares = shares_of(Files(files_in(where), procedures, where.is_file(), mapping, personal, workers.aside), known)
    read = workers.each(sheets_of, shares, [one.size for one in shares], progress)
    notes = Notes(personal=personal)
    notes.problems += [problem for one in read for problem in one.problems]
    portions = _by_procedure(read)
    replaced: dict[tuple[str, str], set[int]] = {}
    for _, portion in (pair for own in portions.values() for pair in own):
        for key, rows in portion.replaced.items():
            replaced.setdefault(key, set()).update(rows)
    others = [one.sheet for one in sheets_in_order(portions.pop("", ()), replaced)]
    registers = read_registers([one for one in others if one.table.kind == "register"], notes)
    of = tuple(SheetsOf(name, tuple(portions[name])) for name in sorted(portions))
    groups = {one.procedure: one.groups for one in of}
    scopes = {one.group: _scope(one, groups, notes) for one in others if one.table.kind == "scope"}
    setting = Setting(as_of, personal, registers.organs, registers.officers, scopes, replaced)
    done = [done_with(one, sorted(registers.held.get(one.rank, ())), 0, setting.moved) for one in others]
    return Gathered(setting, of, registers.lists, tuple(notes.problems), tuple(done))


def _by_procedure(read: Sequence[Sheets]) -> dict[str, list[tuple[int, Portion]]]:
    """The portions of every procedure, each with the rank of the first sheet of its share."""
    found: dict[str, list[tuple[int, Portion]]] = {}
    first = 0
    for one in read:
        for name, portion in one.portions.items():
            found.setdefault(name, []).append((first, portion))
        first += one.many
    return found


def taken(found: Gathered, procedures: Sequence[Assembled]) -> Taken:
    """Everything that was read, put together."""
    setting = found.setting
    done = (*found.done, *(one for of in procedures for one in of.done))
    problems = (*found.problems, *(one for of in procedures for one in of.problems))
    sent = frozenset[str]().union(*(one.sent for one in procedures))
    return Taken(
        tuple(ledger for one in procedures for ledger in one.ledgers),
        setting.organs,
        setting.officers.register,
        found.lists,
        problems,
        tuple(id_ for id_ in setting.organs.offices if id_ not in sent),
        setting.officers.listed,
        tuple(one.rows for one in done),
        tuple(held_sheets(done, problems)),
    )


def _scope(sheet: Sheet, groups: Mapping[str, set[str]], notes: Notes) -> Scope:
    """What a sheet of scope says is kept, and is not; `groups`: by procedure what lies together."""
    names: dict[str, tuple[str, ...]] = {}
    for name in [name for name, own in groups.items() if sheet.group in own]:
        of = folder(name)
        if of.ledger is not None:
            names |= acts_by_name(of.ledger, of.procedure)
    read = yes_no()
    said: dict[bool, set[str]] = {True: set(), False: set()}
    own = Joined([sheet])
    steps, kept = (own.columns[name][0].place for name in ("step", "kept"))
    note = partial(notes.row, severity=Severity.WARNING, fate=Fate.ASIDE)
    for position in range(own.size):
        step, answer = plain(own.cells[steps].at(position)), read(own.cells[kept].at(position))
        if step not in names:
            note("scope-unknown", own, position, column=steps)
        elif isinstance(answer.value, bool):
            said[answer.value] |= set(names[step])
        elif answer.wrong:
            note(answer.wrong, own, position, column=kept)
    return Scope(frozenset(said[True]), frozenset(said[False] - said[True]))
