"""A measure from what was counted: directly, added up from its parts, or as a rate of two sums.

A value is an exact fraction in the unit of the measure (money in yuan, a rate in per cent), never rounded here. What
the data leave open goes with it as gaps, so that nothing unknown passes for nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from yifa.law.catalogue.measures import Measure, measure
from yifa.law.figures.grain import NOTHING, Told, Totals

UNITS = {"元": 100, "万元": 100 * 10**4, "亿元": 100 * 10**8}
"""How many fen a unit of money is."""


class Lack(StrEnum):
    """What a gap is."""

    NOT_COUNTED = "not-counted"
    """Nobody has said how the measure is counted from acts."""
    NO_DATA = "no-data"
    """There are no data of a procedure it is counted from."""
    NOT_CARRIED = "not-carried"
    """The data of an organ have no column for what it rests on."""
    UNKNOWN = "unknown"
    """It is open whether some acts or cases count."""
    BLANK = "blank"
    """Some hold no value to add up."""
    UNDATED = "undated"
    """Some have no day, and so are of no period."""
    NOTHING_BELOW = "nothing-below"
    """The rate has nothing to be a part of."""
    OVER_WHOLE = "over-whole"
    """More was counted above than below, although a share is meant: what is above began in another period."""


@dataclass(frozen=True, order=True)
class Gap:
    """Something that is open: how many, or of which procedure or organ."""

    lack: Lack
    of: str = ""
    count: int = 0


@dataclass(frozen=True)
class Figure:
    """A measure with its value, None where there is none; a rate and a duration with what was divided by what."""

    measure: Measure
    value: Fraction | None
    above: Fraction | None = None
    below: Fraction | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether nothing is left open."""
        return self.value is not None and not self.gaps

    @property
    def partial(self) -> bool:
        """Whether something that belongs to it was not counted at all."""
        return any(gap.lack in (Lack.NOT_COUNTED, Lack.NO_DATA) for gap in self.gaps)


def work_out(id_: str, told: Sequence[Told]) -> Figure:
    """A measure from all figures of a group; raises `UnknownMeasure`."""
    return _Working(told, {}).figure(measure(id_))


def work_out_all(
    ids: Iterable[str], told: Sequence[Told], given: Mapping[str, Figure] | None = None
) -> dict[str, Figure]:
    """Several measures from all figures of a group; `given` are taken where nothing was counted, or only a part."""
    working = _Working(told, given or {})
    return {id_: working.figure(measure(id_)) for id_ in ids}


class _Working:
    def __init__(self, told: Sequence[Told], given: Mapping[str, Figure]) -> None:
        self.given = given
        self.by_measure: dict[str, list[Told]] = {}
        for one in told:
            self.by_measure.setdefault(one.figure.measure, []).append(one)
        self.done: dict[str, Figure] = {}

    def figure(self, of: Measure) -> Figure:
        """One measure."""
        if of.id not in self.done:
            found = self._figure(of)
            self.done[of.id] = self.given.get(of.id, found) if found.value is None or found.partial else found
        return self.done[of.id]

    def _figure(self, of: Measure) -> Figure:
        if own := self.by_measure.get(of.id):
            return self._counted(of, own)
        if of.formulas:
            return self._rate(of)
        if of.adds_up_from:
            return self._added(of)
        return Figure(of, None, gaps=(Gap(Lack.NOT_COUNTED, of.id),))

    def _counted(self, of: Measure, own: Sequence[Told]) -> Figure:
        loaded = [one for one in own if one.loaded]
        counts: dict[tuple[Lack, str], int] = {(Lack.NO_DATA, one.figure.procedure): 0 for one in own if not one.loaded}
        for gap in (gap for one in loaded for gap in _gaps(one)):
            counts[gap.lack, gap.of] = counts.get((gap.lack, gap.of), 0) + gap.count
        gaps = tuple(sorted(Gap(lack, where, count) for (lack, where), count in counts.items()))
        heard = [one for one in loaded if not one.silent]
        if not heard:
            return Figure(of, None, gaps=gaps)
        return _valued(of, heard, sum((one.totals for one in heard), NOTHING), gaps)

    def _added(self, of: Measure) -> Figure:
        parts = [self.figure(measure(id_)) for id_ in of.adds_up_from]
        values = [one.value for one in parts if one.value is not None]
        return Figure(of, sum(values, Fraction(0)) if values else None, gaps=_gathered(parts))

    def _rate(self, of: Measure) -> Figure:
        """By the first formula of which all parts have a value, else with the gaps of the first."""
        tried = [self._by_formula(of, one.numerator, one.denominator) for one in of.formulas]
        return next((one for one in tried if one.below is not None), tried[0])

    def _by_formula(self, of: Measure, above: Sequence[str], below: Sequence[str]) -> Figure:
        sides = [[self.figure(measure(id_)) for id_ in side] for side in (above, below)]
        gaps = _gathered([one for side in sides for one in side])
        if any(one.value is None for side in sides for one in side):
            return Figure(of, None, gaps=gaps)
        top, bottom = (sum((one.value or Fraction(0) for one in side), Fraction(0)) for side in sides)
        if not bottom:
            return Figure(of, None, top, bottom, (*gaps, Gap(Lack.NOTHING_BELOW, of.id)))
        if top > bottom and not of.over_100:
            return Figure(of, None, top, bottom, (*gaps, Gap(Lack.OVER_WHOLE, of.id)))
        return Figure(of, top / bottom * 100, top, bottom, gaps)


def _valued(of: Measure, own: Sequence[Told], totals: Totals, gaps: tuple[Gap, ...]) -> Figure:
    way = own[0].figure.counting
    if way.in_hand is not None:
        return Figure(of, Fraction(totals.n - totals.total), gaps=gaps)
    if of.kind == "duration":
        count = totals.n - totals.blank
        if not count:
            return Figure(of, None, Fraction(totals.total), Fraction(0), (*gaps, Gap(Lack.NOTHING_BELOW, of.id)))
        return Figure(of, Fraction(totals.total, count), Fraction(totals.total), Fraction(count), gaps)
    if way.sum is None:
        return Figure(of, Fraction(totals.n), gaps=gaps)
    return Figure(of, Fraction(totals.total, UNITS.get(of.unit, 1) if of.kind == "amount" else 1), gaps=gaps)


def _gaps(one: Told) -> list[Gap]:
    where, totals = one.figure.procedure, one.totals
    added = one.figure.value is not None
    found = [Gap(Lack.NOT_CARRIED, organ) for organ in one.untold]
    for lack, count in (
        (Lack.UNKNOWN, totals.unknown),
        (Lack.BLANK, totals.blank if added else 0),
        (Lack.UNDATED, one.undated.n + one.undated.unknown),
    ):
        if count:
            found.append(Gap(lack, where, count))
    return found


def _gathered(parts: Iterable[Figure]) -> tuple[Gap, ...]:
    return tuple(sorted({gap for one in parts for gap in one.gaps}))


def by_measure(figures: Iterable[Figure]) -> Mapping[str, Figure]:
    """Figures by the id of their measure."""
    return {one.measure.id: one for one in figures}
