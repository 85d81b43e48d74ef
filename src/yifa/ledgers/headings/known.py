"""The tables a sheet may be: of the ledgers of all procedures, of others' layouts, of registers, and the scope."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, TypeVar

from yifa.law.catalogue.ledgers import Ledger, LedgerColumn, LedgerSheet
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.registers.columns import SHEETS, RegisterSheet
from yifa.ledgers.taken import Sureness

Kind = Literal["ledger", "register", "scope"]
SCOPE_TITLES = ("登记范围", "记录范围", "Scope")
MAIN = "main"
BETWEEN = "·"
"""What stands between the lines of a heading that has several, where it is shown as one."""
_OF_OFFICES = "行政"
_MOST_KEPT = 20_000
_NUMBERED = re.compile(r"c-\d+")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class KnownColumn:
    """A column that a sheet may have. `several`: more than one column may hold it (names). `needed`: or no sheet.

    `added`: it is none of the layout's own; where it stands it is read, but it does not show which layout this is.
    """

    id: str
    names: tuple[str, ...]
    several: bool = False
    needed: bool = False
    added: bool = False


@dataclass(frozen=True)
class KnownTable:
    """A table that a sheet may be. `procedure` is empty for registers; `titles`: its own names, the first is written.

    `matters`: names of the procedure or layout, as they stand in file names and above tables.
    """

    kind: Kind
    id: str
    titles: tuple[str, ...]
    columns: tuple[KnownColumn, ...]
    procedure: str = ""
    layout: str = ""
    matters: tuple[str, ...] = ()
    sheet: LedgerSheet | None = field(default=None, repr=False)
    ledger: Ledger | None = field(default=None, repr=False)
    register: RegisterSheet | None = field(default=None, repr=False)

    @property
    def is_main(self) -> bool:
        """Whether it has a row for each case."""
        return (
            self.kind == "ledger"
            and self.sheet is not None
            and self.ledger is not None
            and (self.sheet is self.ledger.main or self.id == MAIN)
        )

    @cached_property
    def needed(self) -> frozenset[int]:
        """The columns without which it says nothing."""
        return frozenset(place for place, column in enumerate(self.columns) if column.needed)

    @cached_property
    def title_forms(self) -> tuple[str, ...]:
        """Its titles as they are compared."""
        return tuple(dict.fromkeys(spelled(title).full for title in self.titles))

    @cached_property
    def matter_forms(self) -> tuple[str, ...]:
        """The names of its matter as they are compared, the longest first; very short ones say nothing."""
        forms = {form for name in self.matters for form in (spelled(name).full, spelled(name).bare)}
        return tuple(sorted((form for form in forms if len(form) > 2), key=lambda form: (-len(form), form)))

    @cached_property
    def short_forms(self) -> tuple[str, ...]:
        """The names of its matter as people shorten them (处罚台账 for 行政处罚台账), the longest first."""
        forms = {form for name in self.matters for form in (spelled(name).full, spelled(name).bare)}
        short = {form.replace(_OF_OFFICES, "") for form in forms if _OF_OFFICES in form}
        return tuple(sorted((form for form in short if len(form) > 1), key=lambda form: (-len(form), form)))

    @cached_property
    def key(self) -> str:
        """Which table it is, among all."""
        return "/".join(filter(None, (self.procedure or self.kind, self.layout, self.id)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling may mean: a column of a table, and how surely."""

    table: int
    column: int
    sureness: Sureness


@dataclass(frozen=True)
class Known:
    """All tables, and the headings by their spellings."""

    tables: tuple[KnownTable, ...]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of all of them, the longest first."""
        return tuple(sorted({one for table in self.tables for one in table.titles}, key=lambda one: (-len(one), one)))

    @cached_property
    def spellings(self) -> Mapping[str, tuple[Meaning, ...]]:
        """Every spelling with what it may mean; likeness is kept apart under `~`."""
        found: dict[str, dict[tuple[int, int], Sureness]] = {}
        for number, table in enumerate(self.tables):
            for place, column in enumerate(table.columns):
                for name, how in _spellings(column):
                    kept = found.setdefault(name, {})
                    kept.setdefault((number, place), how)
        return {
            name: tuple(Meaning(table, column, how) for (table, column), how in places.items())
            for name, places in found.items()
        }

    @cached_property
    def _found(self) -> dict[Hashable, Any]:
        return {}

    def once(self, asked: Hashable, find: Callable[[], Found]) -> Found:
        """What is found for something asked, found once: the same headings and names stand in many files."""
        if asked not in self._found:
            if len(self._found) > _MOST_KEPT:
                self._found.clear()
            self._found[asked] = find()
        found: Found = self._found[asked]
        return found

    def is_heading(self, text: str) -> bool:
        """Whether this is the heading of any column of any table, by its spelling."""
        return self.once(text, lambda: self._is_heading(text))

    def _is_heading(self, text: str) -> bool:
        forms = [spelled(one) for one in dict.fromkeys((text, text.rpartition(BETWEEN)[2]))]
        return any(name in self.spellings for form in forms for name in (form.bare, form.full, f"~{form.loose}"))

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much a spelling says about which table it is: little where many tables have it."""
        found = {}
        for name, places in self.spellings.items():
            tables = {one.table for one in places if not self.tables[one.table].columns[one.column].added}
            found[name] = 1 / max(len(tables), 1) ** 0.5
        return found


def _spellings(column: KnownColumn) -> Iterable[tuple[str, Sureness]]:
    for place, name in enumerate(column.names):
        how = Sureness.EXACT if place == 0 else Sureness.ALSO
        form = spelled(name)
        yield form.bare, how
        yield form.full, how
    for name in column.names:
        yield f"~{spelled(name).loose}", Sureness.LIKELY


def known_tables(
    ledgers: Iterable[tuple[Procedure, Ledger]], layouts: Iterable[tuple[str, Procedure, Ledger]] = ()
) -> Known:
    """The tables of ledgers (with the procedure each belongs to), of layouts (with their id) and of registers."""
    tables: list[KnownTable] = []
    for layout, procedure, ledger in (*(("", *one) for one in ledgers), *layouts):
        matters = (
            procedure.title.zh,
            procedure.id,
            *ledger.main.also,
            ledger.main.title.zh,
            *((layout,) if layout else ()),
        )
        for sheet in (ledger.main,) if layout else ledger.all_sheets:
            titles = (sheet.title.zh, *sheet.also, sheet.title.en, sheet.id)
            columns = tuple(_of_ledger(one, procedure, ledger) for one in sheet.columns)
            columns = _with_added(columns) if layout else columns
            tables.append(KnownTable("ledger", sheet.id, titles, columns, procedure.id, layout, matters, sheet, ledger))
    tables += [_of_register(one) for one in SHEETS]
    scope = (
        KnownColumn("step", ("事项", "环节", "Step"), needed=True),
        KnownColumn("kept", ("是否登记", "登记", "Kept"), needed=True),
    )
    tables.append(KnownTable("scope", "scope", SCOPE_TITLES, scope))
    return Known(tuple(tables))


def _with_added(columns: tuple[KnownColumn, ...]) -> tuple[KnownColumn, ...]:
    """The columns of a layout: those that are not its own do not take the headings of those that are."""
    own = {name for one in columns if _is_of_layout(one.id) for name, _ in _spellings(one)}
    return tuple(
        one
        if _is_of_layout(one.id)
        else replace(one, added=True, names=tuple(name for name in one.names if own.isdisjoint(_forms(name))))
        for one in columns
    )


def _is_of_layout(id_: str) -> bool:
    """Whether a column is one of the layout's own; these are numbered."""
    return _NUMBERED.fullmatch(id_) is not None


def _forms(name: str) -> set[str]:
    form = spelled(name)
    return {form.bare, form.full, f"~{form.loose}"}


def _of_ledger(column: LedgerColumn, procedure: Procedure, ledger: Ledger) -> KnownColumn:
    names = column.headings
    if column.key == "case":
        own = next((one for one in ledger.main.columns if one.key == "case"), None)
        names = (*names, *(own.headings if own is not None else ()))
    several = any(name in procedure.fields and procedure.fields[name].type is Type.NAMES for name in column.field)
    return KnownColumn(column.id, tuple(dict.fromkeys(names)), several, column.key == "case")


def _of_register(sheet: RegisterSheet) -> KnownTable:
    columns = tuple(KnownColumn(one.id, (one.zh, *one.also, one.en), False, one.needed) for one in sheet.columns)
    return KnownTable("register", sheet.id, (sheet.zh, *sheet.also, sheet.en, sheet.id), columns, register=sheet)
