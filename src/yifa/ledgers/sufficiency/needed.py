"""What each duty needs to be told, and in which columns of its ledger that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from yifa.law.catalogue.ledger_feeds import PLAIN, choices, feeds
from yifa.law.catalogue.ledgers import Ledger, LedgerColumn, LedgerSheet
from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.conditions.columns import Attribute, CrossCount, UnqualifiedOf
from yifa.law.duties.understood import Understood
from yifa.law.facts import Source, needs
from yifa.law.facts.case import CERTIFICATE


class NeedKind(StrEnum):
    """What sort of thing is needed."""

    ACT = "act"
    FIELD = "field"
    FACT = "fact"
    CERTIFICATES = "certificates"
    """Who held a certificate on which day: the register of officers."""
    OTHER_CASES = "other-cases"
    """How often in all cases: ledgers of the other procedures, and what must agree."""


class Need(NamedTuple):
    """One thing a duty needs: an act, a field of an act, a fact of the case or the organ, or what no column tells."""

    kind: NeedKind
    name: str = ""
    field: str = ""


CERTIFICATES, OTHER_CASES = Need(NeedKind.CERTIFICATES), Need(NeedKind.OTHER_CASES)


class Keeping(NamedTuple):
    """A column in which a need is kept; in a long sheet the sheet itself must be there too."""

    sheet: str
    column: str


def needs_of(one: Understood) -> frozenset[Need]:
    """Everything a duty needs so that it can always be decided."""
    found: set[Need] = {Need(NeedKind.ACT, act) for act in one.facts}
    for column in one.needs:
        if isinstance(column, Attribute):
            found.add(Need(NeedKind.FACT, column.of, column.name))
        elif isinstance(column, CrossCount):
            found.add(OTHER_CASES)
        ended = (CERTIFICATE, *column.lapses) if isinstance(column, UnqualifiedOf) else ()
        for act, field in needs(column):
            if act in ended:
                found.add(CERTIFICATES)
            elif act != YEAR:
                found.add(Need(NeedKind.ACT, act) if field is None else Need(NeedKind.FIELD, act, field))
    return frozenset(found)


def is_carried(need: Need, source: Source) -> bool:
    """Whether a source tells it; of certificates, whether acts of that kind or a register do."""
    match need.kind:
        case NeedKind.ACT:
            return source.carries_act(need.name)
        case NeedKind.FIELD:
            return source.carries_field(need.name, need.field)
        case NeedKind.FACT:
            return source.attributes is None or f"{need.name}.{need.field}" in source.attributes
        case NeedKind.CERTIFICATES:
            return source.carries_act(CERTIFICATE)
        case NeedKind.OTHER_CASES:
            return source.counts


def keepings(ledger: Ledger, procedure: Procedure) -> Mapping[Need, Keeping]:
    """For everything the columns of a ledger can tell, the column that tells it first: a day before a number."""
    found: dict[Need, tuple[int, int, Keeping]] = {}
    for place, (sheet, column) in enumerate(ledger.columns()):
        for rank, need in _told(ledger, sheet, column, procedure):
            if need not in found or (rank, place) < found[need][:2]:
                found[need] = rank, place, Keeping(sheet.id, column.id)
    return {need: keeping for need, (_, _, keeping) in found.items()}


def _told(ledger: Ledger, sheet: LedgerSheet, column: LedgerColumn, procedure: Procedure) -> Iterator[tuple[int, Need]]:
    """What a column tells, the better ways with a lower number."""
    if column.case is not None:
        yield 0, Need(NeedKind.FACT, "case", column.case)
    if column.is_chooser:
        yield from ((1, Need(NeedKind.ACT, act)) for choice in choices(column, procedure).values() for act in choice)
    for choice, several in feeds(sheet, column, procedure).items():
        for feed in several:
            if feed.what == "field" and feed.field is not None:
                yield 0, Need(NeedKind.FIELD, feed.act, feed.field)
            elif feed.what in ("whole", "lacking"):
                yield from ((1, Need(NeedKind.FIELD, feed.act, name)) for name in ledger.in_order.get(feed.act, ()))
            if choice == PLAIN and feed.makes and feed.what not in ("whole", "lacking"):
                yield _RANKS.get(feed.what, 3), Need(NeedKind.ACT, feed.act)


_RANKS = {"day": 0, "minute": 2, "number": 2, "happened": 2}
"""How well a cell tells that an act was done; a field of it tells it last."""
