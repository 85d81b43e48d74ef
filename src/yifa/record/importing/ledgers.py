"""What the columns of sent ledgers carry, as it is noted beside their cases: for the duties, which must know what is
left open because nobody ever asked it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.law.facts import Source
from yifa.ledgers.taken import TakenLedger
from yifa.record.chain.plain_rows import PlainRow
from yifa.record.chain.writing import Writing
from yifa.record.importing.incoming import IncomingCase
from yifa.record.importing.models import SentLedger
from yifa.record.organs.models import Organ

Key = tuple[int, str, str]
"""Organ, procedure, file."""


def carries_of(source: Source) -> dict[str, Any]:
    """What a source carries, as it is kept."""
    found: dict[str, Any] = {"without": sorted(source.without)} if source.without else {}
    for name in ("acts", "fields", "attributes"):
        held = getattr(source, name)
        if held is not None:
            found[name] = sorted(held)
    return found


def source_of(id_: str, carries: Mapping[str, Any]) -> Source:
    """The source that was kept so."""
    acts, fields, attributes = (
        frozenset(carries[name]) if name in carries else None for name in ("acts", "fields", "attributes")
    )
    return Source(id_, acts, fields, frozenset(carries.get("without", ())), attributes)


@dataclass
class Ledgers:
    """The ledgers of one import: those on record, and those that come with it."""

    by: str
    numbers: dict[tuple[Key, int], int] = field(default_factory=dict)
    """The number of the row by the ledger (as an object of this import)."""
    rows: dict[Key, list[SentLedger]] = field(default_factory=dict)
    seen: dict[int, dict[str, Any]] = field(default_factory=dict)

    def number(self, organ: Organ, one: IncomingCase) -> int | None:
        """Which ledger a case came with; None where nobody says."""
        return None if one.ledger is None else self.numbers[(organ.id, one.procedure, one.file), id(one.ledger)]

    def news(self, organ: Organ, procedure: str, cases: Sequence[IncomingCase]) -> bool:
        """Whether some of these cases came with a ledger that is not on record as it is now."""
        return any(
            (key, id(ledger)) not in self.numbers and self._known(key, ledger, organ) is None
            for key, ledger in _ledgers(organ, procedure, cases)
        )

    def write(self, writing: Writing, organ: Organ, procedure: str, cases: Sequence[IncomingCase], part: int) -> None:
        """Note the ledgers of some cases; those that are new or changed are told in a part of their own."""
        new: list[tuple[Key, TakenLedger, PlainRow]] = []
        writing.spread(SentLedger, [[]], part)
        for key, ledger in _ledgers(organ, procedure, cases):
            if (key, id(ledger)) in self.numbers:
                continue
            known = self._known(key, ledger, organ)
            if known is None:
                taken = self._changed(key, ledger, organ, writing, part)
                if not taken:
                    new.append((key, ledger, self._row(key, ledger, organ, new)))
        writing.spread(SentLedger, [[row for *_, row in new]], part)
        for key, ledger, row in new:
            self.numbers[key, id(ledger)] = row["id"]

    def _on_record(self, key: Key) -> list[SentLedger]:
        if key not in self.rows:
            organ, procedure, file = key
            found = SentLedger.objects.filter(organ_id=organ, procedure=procedure, file=file)
            self.rows[key] = list(found.order_by("part"))
        return self.rows[key]

    def _known(self, key: Key, ledger: TakenLedger, organ: Organ) -> int | None:
        """The row that says the same already."""
        for row in self._on_record(key):
            if (row.carries, row.reach) == (self._carries(ledger), _reach(ledger, organ)):
                self.numbers[key, id(ledger)] = row.id
                return row.id
        return None

    def _changed(self, key: Key, ledger: TakenLedger, organ: Organ, writing: Writing, part: int) -> bool:
        """Let a row that no ledger of this import is say what this one does."""
        taken = {number for (one, _), number in self.numbers.items() if one == key}
        for row in self._on_record(key):
            if row.id not in taken:
                writing.change_in(part, row, carries=self._carries(ledger), reach=_reach(ledger, organ))
                self.numbers[key, id(ledger)] = row.id
                return True
        return False

    def _row(
        self, key: Key, ledger: TakenLedger, organ: Organ, new: Sequence[tuple[Key, TakenLedger, PlainRow]]
    ) -> PlainRow:
        part = 1 + len(self._on_record(key)) + sum(one == key for one, *_ in new)
        return {
            "organ_id": key[0],
            "procedure": key[1],
            "file": key[2],
            "part": part,
            "carries": self._carries(ledger),
            "reach": _reach(ledger, organ),
        }

    def _carries(self, ledger: TakenLedger) -> dict[str, Any]:
        if id(ledger) not in self.seen:
            self.seen[id(ledger)] = carries_of(ledger.source)
        return self.seen[id(ledger)]


def _ledgers(organ: Organ, procedure: str, cases: Sequence[IncomingCase]) -> list[tuple[Key, TakenLedger]]:
    """The ledgers that some cases came with, each once."""
    found = {((organ.id, procedure, one.file), id(one.ledger)): one.ledger for one in cases if one.ledger is not None}
    return [(key, ledger) for (key, _), ledger in found.items()]


def _reach(ledger: TakenLedger, organ: Organ) -> date | None:
    return ledger.reach.get(organ.code)
