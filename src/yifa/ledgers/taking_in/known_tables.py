"""The tables that may lie in a folder: ledgers of procedures, others' layouts, registers; made once a process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.layouts import layouts
from yifa.law.catalogue.ledgers import Ledger
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
    """Others' layouts of these procedures."""
    return [(one.id, procedures[one.of], one.ledger) for one in layouts() if one.of in procedures]


def table_named(key: str) -> KnownTable:
    """A table by its key, among all."""
    return _by_key()[key]


@cache
def _by_key() -> Mapping[str, KnownTable]:
    return {one.key: one for one in known_of(ids_of(None)).tables}
