"""Whether part over whole gives a stated percentage: rounded, cut off, or as nearly as inexact inputs allow."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from yifa.reader.checks.arithmetic import Reach, cut_to, decimal, in_per_cent, plain, reach, rounds_to, step
from yifa.reader.reading import Figure, Verdict

_SCALES = {10**4: "万", 10**8: "亿"}
_BEFORE = frozenset({"约", "近", "不足", "不超过", "超过", "至少"})
_BEHIND = frozenset({"余", "多", "几", "以上", "以下", "以内", "左右", "上下"})


def shown(figure: Figure) -> str:
    """A figure in a sum: its value, in 万 or 亿 where it is written so, with the word that makes it inexact."""
    if figure.value_to is not None:
        return f"{decimal(figure.value)}–{decimal(figure.value_to)}"
    text = decimal(figure.value)
    if figure.scale in _SCALES:
        text = plain(Fraction(figure.value) / figure.scale, figure.precision) + _SCALES[figure.scale]
    before = next((word for word in figure.qualifiers if word in _BEFORE), "")
    after = next((word for word in figure.qualifiers if word in _BEHIND), "")
    return f"{before}{text}{after}"


def added(figures: Sequence[Figure]) -> Reach:
    """What the sum of figures may be."""
    parts = [reach(figure) for figure in figures]
    highs = [part.high for part in parts]
    return Reach(
        sum((part.stated for part in parts), Fraction(0)),
        sum((part.low for part in parts), Fraction(0)),
        None if None in highs else sum((high for high in highs if high is not None), Fraction(0)),
        any(part.loose for part in parts),
    )


def shares(part: Reach, whole: Reach) -> tuple[Fraction, Fraction | None]:
    """The least and greatest percentage that part over whole may be."""
    low = Fraction(0) if whole.high is None else 100 * part.low / whole.high
    return low, None if part.high is None or whole.low <= 0 else 100 * part.high / whole.low


def judged(part: Reach, whole: Reach, rate: Figure) -> Verdict:
    """What the sum says of a stated percentage; a whole of nought contradicts any."""
    if whole.stated <= 0:
        return Verdict.CONTRADICTED
    unit, stated = step(rate), Fraction(rate.value)
    low, high = shares(part, whole)
    told = reach(rate)
    if told.loose:
        return Verdict.HOLDS_APPROXIMATELY if told.meets(low, high) else Verdict.CONTRADICTED
    if not (part.loose or whole.loose):
        exact = 100 * part.stated / whole.stated
        if rounds_to(exact, stated, unit):
            return Verdict.HOLDS
        if cut_to(exact, stated, unit):
            return Verdict.HOLDS_TRUNCATED
    if (part.exact and whole.exact) or not _overlap(low, high, stated - unit / 2, stated + unit):
        return Verdict.CONTRADICTED
    return Verdict.HOLDS_APPROXIMATELY


def _overlap(low: Fraction, high: Fraction | None, first: Fraction, last: Fraction) -> bool:
    return low < last and (high is None or first <= high)


def left(whole: Reach, part: Reach) -> Reach:
    """What is left of a whole without a part."""
    high = None if whole.high is None else whole.high - part.low
    low = Fraction(0) if part.high is None else max(Fraction(0), whole.low - part.high)
    return Reach(whole.stated - part.stated, low, high, whole.loose or part.loose)


def moved(now: Reach, before: Reach, sign: int) -> Reach:
    """By how much something has grown (`sign` 1) or fallen (−1)."""
    more, less = (now, before) if sign > 0 else (before, now)
    low = Fraction(0) if less.high is None else more.low - less.high
    high = None if more.high is None else more.high - less.low
    return Reach(more.stated - less.stated, low, high, more.loose or less.loose)


def division(part: Figure, whole: Figure, rate: Figure, *, complement: bool = False) -> str:
    """The sum as a person would write it: `720 ÷ 878 = 82.00%`; with two more decimals than stated."""
    top = Fraction(whole.value - part.value if complement else part.value)
    over = f"({shown(whole)} − {shown(part)})" if complement else shown(part)
    if not whole.value:
        return f"{over} ÷ 0"
    sign = "≈" if reach(part).loose or reach(whole).loose else "="
    return f"{over} ÷ {shown(whole)} {sign} {in_per_cent(100 * top / Fraction(whole.value), rate.precision + 2)}"
