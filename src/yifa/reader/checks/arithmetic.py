"""Exact sums over figures as they are written: what a value may stand for, and what rounds to what.

A figure written 2.10亿元 stands for anything that rounds to it; 50余 for 50 to 59 (what is said and more, up to the
next unit of the last digit that is not nought; 163余 up to 169); 近200 for 100 to 200; 约 for one such unit to
either side; 以上 for that much or more. All sums are done on fractions, so nothing is lost on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from yifa.reader.figures.qualifiers import inexact
from yifa.reader.reading import Figure, FigureKind

MORE = frozenset({"余", "多", "几"})
ABOUT = frozenset({"约", "左右", "上下"})
BELOW = frozenset({"近", "不足", "以下", "以内", "不超过"})
ABOVE = frozenset({"以上", "超过", "至少"})


@dataclass(frozen=True)
class Reach:
    """The least and the greatest value a figure may stand for; `high` None: without end.

    `stated` is the value as written; `loose` says that the text itself calls it inexact (余, 约, a range).
    """

    stated: Fraction
    low: Fraction
    high: Fraction | None
    loose: bool

    @property
    def exact(self) -> bool:
        """Whether it can stand for one value only."""
        return self.low == self.high

    def meets(self, low: Fraction, high: Fraction | None) -> bool:
        """Whether some value of it lies within these bounds."""
        return (high is None or self.low <= high) and (self.high is None or low <= self.high)


def step(figure: Figure) -> Fraction:
    """The unit of the last digit written: 1 for 82%, 1/10 for 82.0%, 1 000 000 for 2.10亿."""
    return Fraction(figure.scale, 10**figure.precision)


def coarse_step(figure: Figure) -> Fraction:
    """The unit of the last digit that is not nought: 10 for 50, 1000 for 22000, 10000 for 1万."""
    fine = step(figure)
    digits = Fraction(figure.value) / fine
    if figure.precision or digits.denominator != 1 or not digits:
        return fine
    units = int(digits)
    while units % 10 == 0:
        units //= 10
        fine *= 10
    return fine


def reach(figure: Figure) -> Reach:
    """What a figure may stand for."""
    value = Fraction(figure.value)
    words = set(figure.qualifiers)
    if figure.value_to is not None:
        return Reach(value, value, Fraction(figure.value_to), True)
    coarse = coarse_step(figure)
    least = Fraction(1) if _counts(figure) else Fraction(0)
    if words & MORE:
        width = 10 * coarse - value % (10 * coarse) if coarse == 1 and value > 10 else coarse
        return Reach(value, value, value + width - least, True)
    if words & ABOUT:
        return Reach(value, value - coarse, value + coarse, True)
    if words & BELOW:
        return Reach(value, value - coarse, value, True)
    if words & ABOVE:
        return Reach(value, value, Fraction(100) if _share(figure) else None, True)
    if figure.precision or figure.scale != 1:
        half = step(figure) / 2
        return Reach(value, value - half, value + half, False)
    return Reach(value, value, value, False)


def _counts(figure: Figure) -> bool:
    return figure.kind is FigureKind.COUNT and step(figure).denominator == 1


def _share(figure: Figure) -> bool:
    return figure.kind is FigureKind.PERCENT and figure.value <= 100


def whole_number(figure: Figure) -> bool:
    """Whether it is an exact count of things that come in ones."""
    return (
        figure.kind is FigureKind.COUNT
        and figure.value_to is None
        and not inexact(figure.qualifiers)
        and figure.scale == 1
        and figure.precision == 0
        and figure.value > 0
    )


def rounds_to(exact: Fraction, stated: Fraction, unit: Fraction) -> bool:
    """Whether a value, rounded to the unit, is the stated one; a half may go up (as in school) or to the even digit."""
    units = exact / unit
    return stated / unit in (floor(units + Fraction(1, 2)), round(units))


def cut_to(exact: Fraction, stated: Fraction, unit: Fraction) -> bool:
    """Whether a value, with the digits beyond the unit cut off, is the stated one."""
    return floor(exact / unit) == stated / unit


@dataclass(frozen=True)
class Wholes:
    """The whole numbers that could stand at an open place, from `low` to `high`; `cut` if only with digits cut off."""

    low: int
    high: int
    cut: bool = False

    @property
    def many(self) -> int:
        """How many they are."""
        return self.high - self.low + 1

    def __str__(self) -> str:
        """The one, or the first and last."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


def wholes_of(part: int, rate: Fraction, unit: Fraction) -> Wholes | None:
    """The wholes of which `part` is `rate` per cent (more than 0), as stated to the unit; None when there is none."""
    for lowest, highest, test in ((rate - unit / 2, rate + unit / 2, rounds_to), (rate, rate + unit, cut_to)):
        last = floor(100 * part / lowest) if lowest > 0 else 100 * part * 10**6
        found = [
            n for n in _ends(max(ceil(100 * part / highest), part), last) if test(Fraction(100 * part, n), rate, unit)
        ]
        if found:
            return Wholes(min(found), max(found), test is cut_to)
    return None


def parts_of(whole: int, rate: Fraction, unit: Fraction) -> Wholes | None:
    """The parts that are `rate` per cent of `whole`, as stated to the unit; None when there is none."""
    low, high = (rate - unit / 2) * whole / 100, (rate + unit / 2) * whole / 100
    for first, last, test in (
        (ceil(low), floor(high), rounds_to),
        (ceil(rate * whole / 100), floor((rate + unit) * whole / 100), cut_to),
    ):
        found = [n for n in _ends(max(first, 0), min(last, whole)) if test(Fraction(100 * n, whole), rate, unit)]
        if found:
            return Wholes(min(found), max(found), test is cut_to)
    return None


def earlier_values(now: int, growth: Fraction, unit: Fraction) -> Wholes | None:
    """The values from which `now` has grown by `growth` per cent (negative: fallen), as stated to the unit.

    None when there is none. A fall must leave something: it is less than 99 per cent.
    """
    sign, size = (1, growth) if growth >= 0 else (-1, -growth)
    for lowest, highest, test in ((size - unit / 2, size + unit / 2, rounds_to), (size, size + unit, cut_to)):
        low, high = sorted(Fraction(now) / (1 + sign * by / 100) for by in (lowest, highest))
        found = [
            n for n in _ends(max(ceil(low), 1), floor(high)) if test(sign * Fraction(100 * (now - n), n), size, unit)
        ]
        if found:
            return Wholes(min(found), max(found), test is cut_to)
    return None


def _ends(first: int, last: int) -> list[int]:
    """Both ends of a run of whole numbers, and their neighbours within it: a bound itself may be excluded."""
    if last < first:
        return []
    return sorted({n for n in (first, first + 1, last - 1, last) if first <= n <= last})


def in_per_cent(value: Fraction, places: int = 2) -> str:
    """A share as people write it: `82.00%`; rounded half up."""
    return f"{plain(value, places)}%"


def plain(value: Fraction, places: int) -> str:
    """A fraction with so many decimals, rounded half up."""
    units = floor(abs(value) * 10**places + Fraction(1, 2))
    whole, rest = divmod(units, 10**places)
    sign = "-" if value < 0 and units else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def decimal(value: Decimal) -> str:
    """A value without an exponent and without trailing noughts after the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
