"""Does part over whole give the rate that stands beside them?

Asked of every stated share (…率, 占…的, 占比) with its two numbers in the sentence. Rounding half up and to even, and
digits cut off, are all accepted; 余, 约 and the like widen the numbers. Other numbers of the sentence, and of the one
before, are tried as the whole before anything is called a difference.

Source: custom (assessment of annual reports: percentages recomputed).

Wrong:  受理120件，办结90件，办结率95%。    90 ÷ 120 = 75.00%
Right:  受理120件，办结114件，办结率95%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from yifa.reader.checks.alike import planned
from yifa.reader.checks.arithmetic import in_per_cent, reach
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.quotients import added, division, judged, left, shown
from yifa.reader.checks.rows import WINDOW, Sheet, Spot, same_unit
from yifa.reader.checks.shares import Rate, rates
from yifa.reader.checks.table_relations import line_rates
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.figures.qualifiers import inexact
from yifa.reader.reading import Check, Figure, FigureKind, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="rate",
    zh="比率",
    en="Rate",
    severity=Severity.SERIOUS,
    asks_zh="部分除以总数，是否等于文中所列比率？",
    asks_en="Does part over whole give the rate stated beside them?",
    source="custom",
)
# A rate of 100% beside a smaller part may rest on those that were due; of these it may not.
_ALL_OF_THEM = frozenset({"办结", "答复", "整改", "合格", "审查", "备案", "公开", "公示", "采纳"})
_PUTS_RIGHT = re.compile(r"^(?:决定)?(?:撤销|变更|确认违法|责令(?:限期)?履行|限期履行|责令重新|部分撤销)")
_OPENS_BRACKET = re.compile(r"^\([^,;:。()未不]{0,4}$")
_CLOSES_BRACKET = re.compile(r"^[^,;:。()]{0,6}\)")
_LONGEST = 4
_NEAR = 15
_BEST = (Verdict.HOLDS, Verdict.HOLDS_TRUNCATED, Verdict.HOLDS_APPROXIMATELY)
REDUCED = frozenset({"审减", "核减"})


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Rates with their part and whole, and rates of which the sentence gives neither. Lines of tables first."""
    for one in line_rates(sheet):
        verdict = judged(reach(one.part), reach(one.whole), one.rate)
        sum_ = division(one.part, one.whole, one.rate)
        figures = [one.part, one.whole, one.rate]
        yield KIND.answer(verdict, figures, sum_, _message(verdict, one.rate.written, sum_, speech))
    for rate in rates(sheet):
        if rate.core in REDUCED:
            continue
        found = compared(rate, KIND, speech) or of_the_list(rate, speech) or _put_right(rate, speech)
        if found := found or _with_bracket(rate, speech) or _only_two(rate, speech):
            yield found
        elif rate.role in ("alone", "pair") and _asks_for_a_base(rate) and not planned(sheet, rate.row):
            yield KIND.answer(
                Verdict.UNVERIFIABLE,
                [rate.spot.figure],
                "",
                speech.say("No numbers on which {rate} rests were made out beside it.", rate=rate.spot.figure.written),
            )


def _asks_for_a_base(rate: Rate) -> bool:
    figure = rate.spot.figure
    return 0 < figure.value < 100 and not inexact(figure.qualifiers) and "分别" not in rate.spot.lead


def _judge(rate: Rate, part: Spot, whole: Spot) -> Verdict:
    top, bottom = reach(part.figure), reach(whole.figure)
    return judged(left(bottom, top) if rate.complement else top, bottom, rate.spot.figure)


def compared(rate: Rate, kind: CheckKind, speech: Language) -> Check | None:
    """The rate against its part and the first whole that gives it; None when the sentence leaves the whole open."""
    part = rate.part_spot
    if part is None or rate.role == "whole":
        return None
    tried = [(_judge(rate, part, one), one) for one in (*rate.wholes, *rate.far)]
    agreeing = [(verdict, one) for verdict, one in tried if verdict in AGREES]
    if agreeing:
        verdict, whole = min(agreeing, key=lambda pair: _BEST.index(pair[0]))
    elif _list_gives(rate) or (not rate.firm and rate.spot.figure.value == 100):
        return None
    elif several := _several(rate):
        return _of_several(rate, *several, kind, speech)
    elif rate.role != "pair" or not (rate.firm or _close(rate)):
        return None
    else:
        if rate.spot.figure.value == 100 and part.figure.kind is FigureKind.AMOUNT:
            return None
        verdict, whole = _difference(rate), rate.wholes[0]
    figures = [part.figure, whole.figure, rate.spot.figure]
    sum_ = division(part.figure, whole.figure, rate.spot.figure, complement=rate.complement)
    return kind.answer(verdict, figures, sum_, _message(verdict, rate.spot.figure.written, sum_, speech))


def _close(rate: Rate) -> bool:
    """Whether the sum comes near the rate, so that a reader would set the two against each other."""
    part = rate.part_spot
    if part is None or not rate.wholes[0].figure.value:
        return False
    share = 100 * part.figure.value / rate.wholes[0].figure.value
    return abs(share - rate.spot.figure.value) <= _NEAR


def _several(rate: Rate) -> tuple[Sequence[Figure], Sequence[Figure]] | None:
    """Other numbers side by side that give the rate, alone or together: 调解15件、撤回20件 over 审结95件.

    One number over another only where the rate has decimals, as chance is no explanation then.
    """
    exact = rate.spot.figure.precision > 0
    if rate.twins:
        rest = [spot.figure for spot in rate.stretch if spot not in rate.twins and _fits(spot, rate.twins[0])]
        parts = [spot.figure for spot in rate.twins]
        if len(rest) == len(parts) and judged(added(parts), added(rest), rate.spot.figure) is Verdict.HOLDS:
            return parts, rest
    spots = [spot for spot in rate.stretch if rate.part_spot and same_unit(spot.figure, rate.part_spot.figure)]
    runs = [
        spots[low:high] for low in range(len(spots)) for high in range(low + 1, min(low + _LONGEST, len(spots)) + 1)
    ]
    for top in runs:
        if rate.part_spot not in top and not (exact and len(top) == 1):
            continue
        for bottom in runs:
            if (exact or len(top) + len(bottom) > 2) and not {id(spot) for spot in top} & {id(spot) for spot in bottom}:
                figures = [spot.figure for spot in top], [spot.figure for spot in bottom]
                if judged(added(figures[0]), added(figures[1]), rate.spot.figure) is Verdict.HOLDS:
                    return figures
    return None


def _of_several(
    rate: Rate, parts: Sequence[Figure], wholes: Sequence[Figure], kind: CheckKind, speech: Language
) -> Check:
    """Sums that give the rate; with a rate of few digits that may be chance."""
    stated = rate.spot.figure
    exact = len(parts) > 2 and judged(added(parts), added(wholes), stated) is Verdict.HOLDS
    verdict = Verdict.HOLDS if stated.precision or exact else Verdict.UNVERIFIABLE
    share = in_per_cent(100 * added(parts).stated / added(wholes).stated, stated.precision + 2)
    sum_ = f"{_bracketed(parts)} ÷ {_bracketed(wholes)} = {share}"
    if verdict is Verdict.HOLDS:
        message = _message(verdict, stated.written, sum_, speech)
    else:
        message = speech.say("{sum} would give {stated}; the text does not say so.", sum=sum_, stated=stated.written)
    return kind.answer(verdict, [*parts, *wholes, stated], sum_, message)


def _fits(one: Spot, other: Spot) -> bool:
    return same_unit(one.figure, other.figure)


def _only_two(rate: Rate, speech: Language) -> Check | None:
    """Two numbers of one unit and nothing else before the rate: 12个县中11个，覆盖率91.7%; only where they give it."""
    spots = [spot for spot in rate.stretch if _fits(spot, rate.stretch[-1])]
    if rate.role != "alone" or len(spots) != 2 or rate.core == "纠错":
        return None
    part, whole = sorted((spot.figure for spot in spots), key=lambda figure: figure.value)
    verdict = judged(reach(part), reach(whole), rate.spot.figure)
    if verdict is not Verdict.HOLDS:
        return None
    sum_ = division(part, whole, rate.spot.figure)
    message = _message(verdict, rate.spot.figure.written, sum_, speech)
    return KIND.answer(verdict, [part, whole, rate.spot.figure], sum_, message)


def _with_bracket(rate: Rate, speech: Language) -> Check | None:
    """The part stands in a bracket behind the rate: 实有58名，持证率94.8%（55人）; only where a whole gives it."""
    spots, at = rate.row.spots, rate.at
    if (
        at + 1 >= len(spots)
        or not _OPENS_BRACKET.match(rate.spot.tail)
        or not _CLOSES_BRACKET.match(spots[at + 1].tail)
    ):
        return None
    part = spots[at + 1]
    for whole in reversed(spots[max(0, at - WINDOW) : at]):
        if not (whole.counted and _fits(part, whole) and whole.figure.value >= part.figure.value):
            continue
        verdict = judged(reach(part.figure), reach(whole.figure), rate.spot.figure)
        if verdict in (Verdict.HOLDS, Verdict.HOLDS_TRUNCATED):
            sum_ = division(part.figure, whole.figure, rate.spot.figure)
            message = _message(verdict, rate.spot.figure.written, sum_, speech)
            return KIND.answer(verdict, [part.figure, whole.figure, rate.spot.figure], sum_, message)
    return None


def _bracketed(figures: Sequence[Figure]) -> str:
    joined = " + ".join(map(shown, figures))
    return f"({joined})" if len(figures) > 1 else joined


def _list_gives(rate: Rate) -> tuple[Verdict, list[Figure]] | None:
    """占比 of one member of a list, the whole being the list: 98 ÷ (98 + 28)."""
    part = rate.part_spot
    members = rate.stretch
    if part is None or len(members) < 2 or not all(same_unit(part.figure, spot.figure) for spot in members):
        return None
    figures = [spot.figure for spot in members]
    total = added(figures)
    tops = [reach(part.figure), *([left(total, reach(rate.opposite.figure))] if rate.opposite else [])]
    verdicts = [judged(top, total, rate.spot.figure) for top in tops]
    return next(((verdict, figures) for verdict in verdicts if verdict in AGREES), None)


def of_the_list(rate: Rate, speech: Language) -> Check | None:
    """A share of which the whole is the list it stands behind; None where that does not give it."""
    found, part = _list_gives(rate), rate.part_spot
    if found is None or part is None or rate.role == "alone":
        return None
    verdict, figures = found
    total, stated = added(figures), rate.spot.figure
    top, listed = part.figure.value, shown(part.figure)
    if rate.opposite and judged(reach(part.figure), total, stated) not in AGREES:
        listed = _bracketed([figure for figure in figures if figure is not rate.opposite.figure])
        top = sum((figure.value for figure in figures if figure is not rate.opposite.figure), Decimal(0))
    share = in_per_cent(100 * Fraction(top) / total.stated, stated.precision + 2)
    sum_ = f"{listed} ÷ ({' + '.join(map(shown, figures))}) = {share}"
    return KIND.answer(verdict, [*figures, stated], sum_, _message(verdict, stated.written, sum_, speech))


def _put_right(rate: Rate, speech: Language) -> Check | None:
    """纠错率: the decisions that put an act right, of the cases concluded; only where that gives the rate."""
    around = [spot for spot in rate.row.spots if spot.counted]
    parts = [spot.figure for spot in around if _PUTS_RIGHT.match(spot.label.removeprefix("其中"))]
    if rate.core != "纠错" or not parts:
        return None
    for whole in (*around, *(rate.row.before.spots if rate.row.before else ())):
        if whole.figure in parts or whole.figure.value < max(part.value for part in parts):
            continue
        if judged(added(parts), reach(whole.figure), rate.spot.figure) in (Verdict.HOLDS, Verdict.HOLDS_TRUNCATED):
            return _of_several(rate, parts, [whole.figure], KIND, speech)
    return None


def _difference(rate: Rate) -> Verdict:
    """What may be said when no number gives the rate: a difference only where the words tie them together."""
    everything = rate.spot.figure.value == 100 and rate.core not in _ALL_OF_THEM
    return Verdict.CONTRADICTED if rate.firm and not everything else Verdict.UNVERIFIABLE


def _message(verdict: Verdict, stated: str, sum_: str, speech: Language) -> str:
    match verdict:
        case Verdict.HOLDS:
            return speech.say("{sum}, as stated ({stated}).", sum=sum_, stated=stated)
        case Verdict.HOLDS_TRUNCATED:
            return speech.say("{sum}: {stated} only with the digits cut off, not rounded.", sum=sum_, stated=stated)
        case Verdict.HOLDS_APPROXIMATELY:
            return speech.say("{sum}: {stated} is possible, the inputs are not exact.", sum=sum_, stated=stated)
        case Verdict.CONTRADICTED:
            return speech.say("{sum}, but {stated} is stated; please check the basis.", sum=sum_, stated=stated)
        case _:
            return speech.say("{sum}, not {stated}; the rate may rest on other numbers.", sum=sum_, stated=stated)
