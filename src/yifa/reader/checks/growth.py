"""Can the number have grown (or fallen) as stated from a whole number, and do number and rate of growth agree?

Cases, checks and people come in ones, so last year's number was whole. Rounding and cutting off are tried. Where the
text also gives the difference, or last year's number, the rate must follow from them. Amounts of money have no such
earlier value and are not asked, nor is the growth of a rate.

Source: custom (assessment of annual reports: growth recomputed).

Wrong:  抽查41次，比上年增加150%。    41 ÷ 2.5 = 16.4
Right:  抽查40次，比上年增加150%。    40 ÷ 2.5 = 16
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from yifa.reader.checks.arithmetic import Reach, decimal, earlier_values, in_per_cent, plain, reach, step, whole_number
from yifa.reader.checks.changes import Change, changes
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.quotients import judged, moved, shown
from yifa.reader.checks.rows import Sheet, same_unit
from yifa.reader.checks.shares import bare
from yifa.reader.checks.table_relations import YearPair, change_verdict, year_pairs
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.figures.qualifiers import inexact
from yifa.reader.reading import Check, Figure, FigureKind, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="growth",
    zh="增减变化",
    en="Growth",
    severity=Severity.SERIOUS,
    asks_zh="按所列增减幅度倒推，上年数是否为整数；增减数与幅度是否一致？",
    asks_en="Does the stated growth lead back to a whole number, and do difference and rate agree?",
    source="custom",
)


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Every announced growth; falls from one number to another are reductions. Tables of two years first."""
    for pair in year_pairs(sheet):
        yield _in_table(pair, speech)
    for row in sheet.rows:
        for change in changes(row):
            if check := _of_now_or_head(change, speech):
                yield check


def _in_table(pair: YearPair, speech: Language) -> Check:
    """Two years and their change in the line of a table."""
    verdict, told = change_verdict(pair), pair.change
    by = Fraction(pair.later.value - pair.earlier.value)
    if told.kind is FigureKind.PERCENT and pair.earlier.kind is not FigureKind.PERCENT and pair.earlier.value:
        share = in_per_cent(100 * by / Fraction(pair.earlier.value), told.precision + 2)
        sum_ = f"({shown(pair.later)} − {shown(pair.earlier)}) ÷ {shown(pair.earlier)} = {share}"
    else:
        sum_ = f"{shown(pair.later)} − {shown(pair.earlier)} = {decimal(pair.later.value - pair.earlier.value)}"
    return KIND.answer(verdict, [pair.earlier, pair.later, told], sum_, said(verdict, sum_, told.written, speech))


def _of_now_or_head(change: Change, speech: Language) -> Check | None:
    """The number directly before the change; where that cannot be, a number before it of which the change holds."""
    check = _asked(change, speech)
    if check is None or check.verdict not in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE):
        return check
    if not change.heads and change.ends_a_list and _opens_the_sentence(change):
        told = change.rate or change.by
        stated = told.figure.written if told else ""
        message = said(Verdict.UNVERIFIABLE, check.computation, stated, speech)
        return replace(check, verdict=Verdict.UNVERIFIABLE, message=message)
    tried = [_asked(replace(change, now=head), speech) for head in change.heads]
    return next((one for one in tried if one is None or one.verdict in AGREES), check)


def _opens_the_sentence(change: Change) -> bool:
    """Whether nothing of its unit stands before the list that the number ends: the total was not made out."""
    before = [spot for spot in change.row.spots if spot.start < change.now.start]
    alike = [spot for spot in before if spot.counted and same_unit(spot.figure, change.now.figure)]
    return not alike or "其中" in alike[0].lead


def _asked(change: Change, speech: Language) -> Check | None:
    if change.earlier:
        if change.rate is None or change.sign < 0:
            return None
        found = risen(change, change.earlier.figure, change.rate.figure, KIND, speech)
        return None if bare(change.modifiers) and found.verdict not in AGREES else found
    if change.by and change.rate:
        return _with_difference(change, change.by.figure, change.rate.figure, speech)
    if change.rate:
        return _implied(change, change.rate.figure, speech)
    return _below_nought(change, change.by.figure, speech) if change.by else None


def risen(change: Change, earlier: Figure, rate: Figure, kind: CheckKind, speech: Language) -> Check:
    """From one number to another against the rate of change, up or down."""
    now, before = reach(change.now.figure), reach(earlier)
    by = moved(now, before, change.sign)
    verdict = judged(by, before, rate) if by.stated >= 0 else Verdict.CONTRADICTED
    top, less = (change.now.figure, earlier) if change.sign > 0 else (earlier, change.now.figure)
    share = in_per_cent(100 * by.stated / before.stated, rate.precision + 2) if before.stated else "—"
    sum_ = f"({shown(top)} − {shown(less)}) ÷ {shown(earlier)} = {share}"
    return kind.answer(verdict, [earlier, change.now.figure, rate], sum_, said(verdict, sum_, rate.written, speech))


def _with_difference(change: Change, by: Figure, rate: Figure, speech: Language) -> Check:
    """Now, the difference and the rate: last year's number follows from the first two."""
    now, difference = reach(change.now.figure), reach(by)
    stated = now.stated - change.sign * difference.stated
    ends = (now.low, now.high, difference.low, difference.high)
    if None in ends:
        before = Reach(stated, stated, None, True)
    else:
        low = now.low - difference.high if change.sign > 0 else now.low + difference.low  # type: ignore[operator]
        high = now.high - difference.low if change.sign > 0 else now.high + difference.high  # type: ignore[operator]
        before = Reach(stated, low, high, now.loose or difference.loose)
    verdict = judged(difference, before, rate)
    sign = "−" if change.sign > 0 else "+"
    share = in_per_cent(100 * difference.stated / stated, rate.precision + 2) if stated > 0 else "—"
    sum_ = f"{shown(by)} ÷ ({shown(change.now.figure)} {sign} {shown(by)}) = {share}"
    return KIND.answer(verdict, [change.now.figure, by, rate], sum_, said(verdict, sum_, rate.written, speech))


def _implied(change: Change, rate: Figure, speech: Language) -> Check | None:
    now = change.now.figure
    if not whole_number(now) or inexact(rate.qualifiers) or rate.value_to is not None or not rate.value:
        return None
    if change.sign < 0 and (rate.value + 1 >= 100 or rate.kind is FigureKind.MULTIPLE):
        return None
    times = 100 if rate.kind is FigureKind.MULTIPLE else 1
    growth = change.sign * Fraction(rate.value) * times
    found = earlier_values(int(now.value), growth, step(rate) * times)
    factor = 1 + growth / 100
    exact = Fraction(now.value) / factor
    sum_ = f"{shown(now)} ÷ {plain(factor, rate.precision + 2)} = {plain(exact, 0 if exact.denominator == 1 else 1)}"
    if found is None:
        message = speech.say("{sum}: no whole number of the earlier year gives {rate}.", sum=sum_, rate=rate.written)
        return KIND.answer(Verdict.IMPOSSIBLE, [now, rate], sum_, message)
    verdict = Verdict.HOLDS_TRUNCATED if found.cut else Verdict.HOLDS
    message = speech.say("{sum}: the earlier year can have been {found}.", sum=sum_, found=found)
    return KIND.answer(verdict, [now, rate], sum_, message)


def _below_nought(change: Change, by: Figure, speech: Language) -> Check | None:
    now = change.now.figure
    if change.sign < 0 or not whole_number(now) or inexact(by.qualifiers) or by.value <= now.value:
        return None
    sum_ = f"{shown(now)} − {shown(by)} < 0"
    message = speech.say("{sum}: the number cannot have grown by more than it is.", sum=sum_)
    return KIND.answer(Verdict.IMPOSSIBLE, [now, by], sum_, message)


def said(verdict: Verdict, sum_: str, stated: str, speech: Language) -> str:
    """What a sum says of a stated rate of change."""
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
