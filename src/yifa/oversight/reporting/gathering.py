"""What organs sent, as the tables figures are counted from: all ledgers of a procedure together, whose source is whose.

Also which organs there are, how they are called and of which level they are, and where each case stands in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.law.run.counting import Tables
from yifa.ledgers.taken import Organs, RelationKind, Taken, TakenLedger
from yifa.oversight.reporting.registers import Listed, listed

GOVERNMENT = "人民政府"


@dataclass(frozen=True, order=True)
class Organ:
    """An organ that figures are told by; `region`: the government it belongs to, or itself where it is one."""

    id: str
    name: str
    level: str = ""
    region: str = ""


@dataclass(frozen=True)
class Place:
    """Where a case stands: its number as written, the file, the sheet and the row of it."""

    number: str
    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Gathered:
    """Tables by procedure, organs by id, those that sent nothing, rows that were held back, and rows of registers."""

    tables: tuple[Tables, ...]
    organs: Mapping[str, Organ] = field(default_factory=dict)
    silent: tuple[str, ...] = ()
    held: int = 0
    listed: tuple[Listed, ...] = ()

    def places(self) -> dict[tuple[str, Any], Place]:
        """Procedure and case → where the case stands."""
        found: dict[tuple[str, Any], Place] = {}
        for one in self.tables:
            if {"number", "file", "sheet", "row"} <= set(one.cases.column_names):
                columns = (one.cases[name].to_pylist() for name in ("case", "number", "file", "sheet", "row"))
                for case, number, file, sheet, row in zip(*columns, strict=True):
                    found[one.procedure, case] = Place(number or "", file or "", sheet or "", row or 0)
        return found


def gather(taken: Taken, *, as_of: date) -> Gathered:
    """Everything that was read out of a folder, ready to be counted; who belongs to whom is as on a day."""
    organs = {
        office.id: Organ(office.id, office.name, office.level or "", region_of(office.id, taken.organs, as_of))
        for office in taken.organs.offices.values()
    }
    held = sum(len(sheet.rows) for sheet in taken.held)
    rows = listed(taken.lists.officers, taken.lists.powers)
    return Gathered(tuple(_by_procedure(taken.ledgers)), organs, tuple(sorted(taken.silent)), held, rows)


def region_of(organ: str, organs: Organs, day: date) -> str:
    """The government an organ belongs to on a day, by as many steps as there are; empty where there is none.

    An office sent out belongs to whom it was sent by. One that is led from above lies in no government's hands.
    """
    above = {
        one.organ: one.to
        for one in organs.relations
        if one.kind in (RelationKind.BELONGS_TO, RelationKind.BRANCH_OF)
        and (one.first is None or one.first <= day)
        and (one.last is None or day <= one.last)
    }
    seen: set[str] = set()
    while organ and organ not in seen:
        if organs.name(organ).endswith(GOVERNMENT):
            return organ
        seen.add(organ)
        organ = above.get(organ, "")
    return ""


def _by_procedure(ledgers: Iterable[TakenLedger]) -> Iterator[Tables]:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for who only reads

    of: dict[str, list[TakenLedger]] = {}
    for one in ledgers:
        of.setdefault(one.procedure, []).append(one)
    for procedure, own in sorted(of.items()):
        acts = pa.concat_tables([one.acts for one in own], promote_options="default")
        cases = pa.concat_tables([one.cases for one in own], promote_options="default")
        sources = {one.source.id: one.source for one in own}
        yield Tables(procedure, acts, cases, tuple(sources.values()))
