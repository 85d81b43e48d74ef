"""Which whole numbers could have given a rate of which only one number is stated, and is there any?

Cases, items and people come in ones. Where a sentence gives only the part (or only the whole) of a rate, the other
must still be a whole number. Rounding and cutting off are both tried; when no whole number gives the rate either
way, the two cannot both be right. That is said only where the words tie the number to the rate, and where reading
the number the other way round (as whole instead of part) does not explain it.

Source: custom (assessment of annual reports: percentages recomputed).

Wrong:  进驻事项371项，进驻率99.28%。    371 ÷ 373 = 99.46%, 371 ÷ 374 = 99.20%
Right:  进驻事项371项，进驻率99.46%。    371 ÷ 373 = 99.46%
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from yifa.reader.checks import rate as rate_check
from yifa.reader.checks.alike import planned
from yifa.reader.checks.arithmetic import Wholes, in_per_cent, parts_of, step, whole_number, wholes_of
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.shares import Rate, rates
from yifa.reader.figures.qualifiers import inexact
from yifa.reader.reading import Check, Figure, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="rate-denominator",
    zh="比率的基数",
    en="Base of a rate",
    severity=Severity.SERIOUS,
    asks_zh="文中只列部分（或只列总数）时，是否有整数能得出所列比率？",
    asks_en="Where only the part (or only the whole) is stated: is there a whole number that gives the rate?",
    source="custom",
)
_MOST = 2000


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Rates with one number beside them."""
    for rate in rates(sheet):
        if (
            rate.core in rate_check.REDUCED
            or rate.role not in ("part", "whole")
            or inexact(rate.spot.figure.qualifiers)
        ):
            continue
        if not 0 < rate.spot.figure.value < 100 or rate.spot.figure.value_to is not None:
            continue
        if rate_check.compared(rate, rate_check.KIND, speech) or rate_check.of_the_list(rate, speech):
            continue
        found = _answer(rate, speech)
        if found.verdict is not Verdict.UNVERIFIABLE or not planned(sheet, rate.row):
            yield found


def _answer(rate: Rate, speech: Language) -> Check:
    spot = rate.part_spot
    assert spot is not None  # noqa: S101 (both roles have one)
    beside, stated = spot.figure, rate.spot.figure
    figures = [beside, stated]
    if not whole_number(beside) or rate.complement:
        message = speech.say("No numbers on which {rate} rests were made out beside it.", rate=stated.written)
        return KIND.answer(Verdict.UNVERIFIABLE, figures, "", message)
    number, unit, value = int(beside.value), step(stated), Fraction(stated.value)
    found = wholes_of(number, value, unit) if rate.role == "part" else parts_of(number, value, unit)
    if found is None:
        other = parts_of(number, value, unit) if rate.role == "part" else wholes_of(number, value, unit)
        of_some = rate.role == "whole" and not _of_any(number, value, unit)
        verdict = Verdict.IMPOSSIBLE if other is None and (rate.firm or of_some) else Verdict.UNVERIFIABLE
        message = speech.say("No whole number beside {number} gives {rate}.", number=number, rate=stated.written)
        return KIND.answer(verdict, figures, _nearest(number, stated, rate.role == "part"), message)
    sum_ = _sum(number, found, stated, rate.role == "part")
    if found.cut:
        message = speech.say(
            "{sum}: {stated} only with the digits cut off, not rounded.", sum=sum_, stated=stated.written
        )
        return KIND.answer(Verdict.HOLDS_TRUNCATED, figures, sum_, message)
    message = speech.say(
        "{rate} can have come from {found}, which the text does not state.", rate=stated.written, found=found
    )
    return KIND.answer(Verdict.HOLDS, figures, sum_, message)


def _of_any(whole: int, rate: Fraction, unit: Fraction) -> bool:
    """Whether the rate can be one of some of the whole only (按期反馈率 of those that were due)."""
    return any(parts_of(some, rate, unit) for some in range(1, min(whole, _MOST) + 1))


def _sum(number: int, found: Wholes, stated: Figure, is_part: bool) -> str:
    part, whole = (number, found.low) if is_part else (found.low, number)
    return f"{part} ÷ {whole} = {in_per_cent(Fraction(100 * part, whole), stated.precision + 2)}"


def _nearest(number: int, stated: Figure, is_part: bool) -> str:
    """The two sums on either side of the stated rate."""
    rate = Fraction(stated.value) / 100
    other = int(number / rate) if is_part else int(number * rate)
    pairs = [(number, other), (number, other + 1)] if is_part else [(other, number), (other + 1, number)]
    return ", ".join(
        f"{part} ÷ {whole} = {in_per_cent(Fraction(100 * part, whole), stated.precision + 2)}" for part, whole in pairs
    )
