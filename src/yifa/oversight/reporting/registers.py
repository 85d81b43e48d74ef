"""Figures out of registers: certified officers, powers by kind, as there are on the last day of a period.

A register tells what there is, not what happened: each row has the days from and to which it holds. What a ledger of
one year tells of them would be too little. Certificates count, persons do not: no row names anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from yifa.law.catalogue.measures import measure
from yifa.law.conditions.types import day_number
from yifa.law.figures import Figure, Gap
from yifa.law.figures.working_out import Lack
from yifa.law.run.counting import Behind

SUPERVISION = "监督"
"""In the kind of a certificate: it is one of those who supervise enforcement."""
POWERS: Mapping[str, str] = {
    "licence": "itm-licences",
    "penalty": "itm-penalties",
    "coercion": "itm-coercions",
    "inspection": "itm-inspections",
}
"""Which measure counts the powers of a kind; `itm-powers` counts all."""
MEASURES: Mapping[str, str] = {
    **dict.fromkeys(("qua-officers", "qua-supervisors"), "officers"),
    **dict.fromkeys(("itm-powers", *POWERS.values()), "powers"),
}
"""Every measure that registers tell, with the sheet that tells it."""
_OF = {"qua": "qualification", "itm": "duty-list"}
"""The procedure that measures of a topic are told of."""


@dataclass(frozen=True, order=True)
class Listed:
    """One row of a register that a measure counts: whose, its number, and the days in which it holds and does not.

    Days are numbers from 1970-01-01. `open`: the day from which it holds ought to be there and is not.
    """

    measure: str
    organ: str
    number: str
    first: int | None = None
    last: int | None = None
    paused: int | None = None
    resumed: int | None = None
    open: bool = False

    def holds_on(self, day: int) -> bool:
        """Whether it holds on a day."""
        begun, ended = self.first is None or self.first <= day, self.last is not None and self.last < day
        resting = self.paused is not None and self.paused <= day and (self.resumed is None or self.resumed > day)
        return begun and not ended and not resting


@dataclass(frozen=True)
class OfRegister:
    """A measure counted from a register: the figure, that of each organ, and the rows behind it."""

    figure: Figure
    by_organ: tuple[tuple[str, Figure], ...]
    rows: tuple[Behind, ...]


def listed(officers: Any, powers: Any) -> tuple[Listed, ...]:
    """The rows of the registers of officers and of powers (Arrow tables; None where none was sent), in order."""
    found = [*_officers(() if officers is None else officers.to_pylist())]
    found += _powers(() if powers is None else powers.to_pylist())
    return tuple(sorted(found, key=lambda one: (one.measure, one.organ, one.number, one.first or 0)))


def _officers(rows: Iterable[Mapping[str, Any]]) -> Iterator[Listed]:
    """Certificates: what was withdrawn holds until the day before."""
    for row in rows:
        if not row["number"]:
            continue
        ends = [day for day in (row["expires"], _before(row["withdrawn"])) if day is not None]
        name = "qua-supervisors" if SUPERVISION in (row["kind"] or "") else "qua-officers"
        days = row["issued"], min(ends, default=None), row["suspended"], row["restored"]
        yield Listed(name, row["organ"] or "", row["number"], *days, open=row["issued"] is None)


def _powers(rows: Iterable[Mapping[str, Any]]) -> Iterator[Listed]:
    for row in rows:
        names = ["itm-powers", *([POWERS[row["kind"]]] if row["kind"] in POWERS else [])]
        yield from (Listed(name, row["organ"] or "", row["code"], row["from"], row["to"]) for name in names)


def _before(day: int | None) -> int | None:
    return None if day is None else day - 1


def of_registers(rows: Iterable[Listed], last: date) -> dict[str, OfRegister]:
    """Each measure that registers tell, as on a day; of what has no day it is open whether it counts."""
    by_measure: dict[str, list[Listed]] = {}
    for one in rows:
        by_measure.setdefault(one.measure, []).append(one)
    return {id_: _counted(id_, own, last) for id_, own in by_measure.items()}


def _counted(id_: str, own: list[Listed], last: date) -> OfRegister:
    procedure = _OF[id_.partition("-")[0]]
    there = [one for one in own if not one.open and one.holds_on(day_number(last))]
    rows = tuple(Behind(procedure, one.number, one.organ, None, None) for one in there)
    organs = sorted({one.organ for one in there})
    by_organ = tuple(
        (organ, _figure(id_, procedure, [one for one in own if one.organ == organ], last)) for organ in organs
    )
    return OfRegister(_figure(id_, procedure, own, last), by_organ, rows)


def _figure(id_: str, procedure: str, own: list[Listed], last: date) -> Figure:
    unsure = sum(one.open for one in own)
    gaps = (Gap(Lack.UNDATED, procedure, unsure),) if unsure else ()
    there = sum(not one.open and one.holds_on(day_number(last)) for one in own)
    return Figure(measure(id_), Fraction(there), gaps=gaps)
