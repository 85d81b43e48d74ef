"""The tables that may lie in a folder: ledgers of procedures, others' layouts, registers; made once a process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.layouts import layouts
from yifa.law.catalogue.ledgers import Ledger, LedgerColumn, LedgerSheet
from yifa.law.catalogue.procedures import Procedure
from yifa.ledgers.headings.known import Known, KnownTable, known_tables


def ids_of(ledgers: Iterable[str] | None) -> tuple[str, ...]:
    """The procedures that are asked for (None: all) and have a ledger, in the order asked."""
    return tuple(one for one in ledgers or procedure_ids() if folder(one).ledger is not None)


@cache
def known_of(procedures: tuple[str, ...]) -> Known:
    """The tables of some procedures, others' layouts of them, and registers."""
    folders = [folder(one) for one in procedures]
    own = [(one.procedure, one.ledger) for one in folders if one.ledger is not None]
    return known_tables(own, layouts_of({procedure.id: procedure for procedure, _ in own}))


def layouts_of(procedures: Mapping[str, Procedure]) -> list[tuple[str, Procedure, Ledger]]:
    """Others' layouts of these procedures, each with the columns of the ledger that whoever keeps it may have added."""
    return [(one.id, procedures[one.of], _widened(one.id)) for one in layouts() if one.of in procedures]


@cache
def _widened(layout: str) -> Ledger:
    """A layout with the columns and long sheets of the ledger it tells the same as, as far as it has none itself.

    What a layout lacks people are told to add; so it is read where it was added.
    """
    found = next(one for one in layouts() if one.id == layout)
    ledger, kept = found.ledger, found.kept
    told = {_what(one) for one in ledger.main.columns} | {tuple(one.split(".")) for one in ledger.always}
    added = (one for one in kept.main.columns if one.key is None and one.shows is None and _what(one) not in told)
    main = LedgerSheet(title=ledger.main.title, also=ledger.main.also, columns=(*ledger.main.columns, *added))
    return ledger.model_copy(update={"main": main, "sheets": kept.sheets})


def _what(column: LedgerColumn) -> tuple[object, ...]:
    """What a column tells: the day of an act, a field of one, or something else of it or of the case."""
    rest = tuple(filter(None, (column.part, column.elements, column.case, column.nth if column.nth > 1 else None)))
    return (*filter(None, (column.act,)), *column.field, *rest)


def table_named(key: str) -> KnownTable:
    """A table by its key, among all."""
    return _by_key()[key]


@cache
def _by_key() -> Mapping[str, KnownTable]:
    return {one.key: one for one in known_of(ids_of(None)).tables}
