"""Is the same thing stated twice with the same value?

Asked of passages that one text repeats nearly word for word, and of rates of one measure and one named extent;
between texts, of the same passages in reports of one authority on one period. Extent (全市, 市本级) and cut-off day
are tried as explanations first: what is counted up to a later day may be more, so only a smaller later number is a
difference. Nearly equal values are equal when one is the other with fewer digits, or when the text calls one
inexact.

Source: custom (assessment of annual reports: the same figure equal everywhere).

Wrong:  全市网上可办率99.85%。……全市网上可办率98.5%。
Right:  全市网上可办率99.85%。……全市网上可办率99.9%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.reader.checks.alike import Run, placed, planned, repeats, scope_in, scope_of
from yifa.reader.checks.arithmetic import cut_to, reach, rounds_to, step
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.matched import WHOLE_AREA
from yifa.reader.checks.quotients import shown
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.shares import Rate, bare, rates
from yifa.reader.reading import Check, Figure, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="twice-stated",
    zh="前后表述",
    en="Stated twice",
    severity=Severity.SERIOUS,
    asks_zh="同一事项两次出现，数值是否一致？",
    asks_en="Is the same thing stated with the same value both times?",
    source="custom",
)
BLOCK = 3
_SURE = 0.9
_MOST = 60
_GENERAL = frozenset({"办结", "合格", "成功", "满意", "整改", "答复", "采纳", "调解", "完成", "覆盖", "受理"})


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Repeated passages, then rates of one measure."""
    told: set[frozenset[str]] = set()
    for run in repeats(placed(sheet)):
        if len(run) >= BLOCK and repeated_block(run):
            for one, other in run:
                told.add(frozenset((one.spot.figure.id, other.spot.figure.id)))
                yield _answer(one.spot.figure, other.spot.figure, speech)
    for first, second in _rates_said_twice(sheet):
        figures = (first.spot.figure, second.spot.figure)
        if frozenset(figure.id for figure in figures) not in told:
            yield _answer(*figures, speech)


def same_value(one: Figure, other: Figure) -> Verdict | None:
    """Holds, holds approximately, or None when two figures cannot stand for one value."""
    if one.kind is not other.kind:
        return None
    if one.value == other.value and one.value_to == other.value_to:
        return Verdict.HOLDS
    first, second = reach(one), reach(other)
    if first.loose or second.loose:
        return Verdict.HOLDS_APPROXIMATELY if first.meets(second.low, second.high) else None
    coarse, fine = (one, other) if step(one) >= step(other) else (other, one)
    stated, exact, unit = Fraction(coarse.value), Fraction(fine.value), step(coarse)
    if step(fine) == unit:
        return None
    if rounds_to(exact, stated, unit) or cut_to(exact, stated, unit):
        return Verdict.HOLDS_APPROXIMATELY
    return None


def repeated_block(run: Run) -> bool:
    """Whether a run is one passage said twice, and not the same list for two years, places or kinds.

    Half of its values agree, one of them large or with decimals, so that chance is no explanation; extents agree.
    """
    equal = [(one, other) for one, other in run if same_value(one.spot.figure, other.spot.figure)]
    telling = [one for one, _ in equal if one.spot.figure.value >= 100 or one.spot.figure.precision]
    scopes = all(scope_of(one) == scope_of(other) for one, other in run)
    periods = all(one.spot.figure.period == other.spot.figure.period for one, other in run)
    return scopes and periods and bool(telling) and 2 * len(equal) >= len(run)


def _rates_said_twice(sheet: Sheet) -> Iterator[tuple[Rate, Rate]]:
    named = [
        one
        for one in rates(sheet)
        if one.name.endswith("率") and "分别" not in one.spot.lead and not planned(sheet, one.row)
    ]
    alike: dict[str, list[Rate]] = {}
    for one in named:
        alike.setdefault(one.name[-3:], []).append(one)
    for one, other in (pair for group in alike.values() for pair in combinations(group[:_MOST], 2)):
        figures = one.spot.figure, other.spot.figure
        if one.row is other.row or figures[0].period != figures[1].period:
            continue
        scopes = [
            figure.scope or scope_in(rate.spot.clause) for figure, rate in zip(figures, (one, other), strict=True)
        ]
        if _same_scope(scopes, one, other) and _same_base(one, other) and _same_name(one, other):
            yield one, other


def _same_scope(scopes: list[str | None], one: Rate, other: Rate) -> bool:
    """One extent, named; or the whole area once and none the other time, where the measure is sure in both."""
    if scopes[0] == scopes[1] and scopes[0] is not None:
        return True
    figures = one.spot.figure, other.spot.figure
    sure = figures[0].measure is not None and figures[0].measure == figures[1].measure
    sure = sure and min(figure.measure_score for figure in figures) >= _SURE
    return sure and all(scope is None or scope in WHOLE_AREA for scope in scopes) and any(scopes)


def _same_base(one: Rate, other: Rate) -> bool:
    """Not when both give their own numbers, and those differ: then they speak of two things."""
    bases = [[spot.figure.value for spot in (rate.part_spot, *rate.wholes[:1]) if spot] for rate in (one, other)]
    return not (bases[0] and bases[1]) or bases[0] == bases[1]


def _same_name(one: Rate, other: Rate) -> bool:
    first, second = (_without_scope(rate.name) for rate in (one, other))
    ids = {rate.spot.figure.measure for rate in (one, other)}
    if first == second:
        return (len(first) >= 5 and first[:-1][-2:] not in _GENERAL) or (
            len(ids) == 1 and None not in ids and len(first) > 5
        )
    if len(ids) != 1 or None in ids or one.core != other.core:
        return False
    try:
        known = measure(str(next(iter(ids))))
    except UnknownMeasure:
        return False
    usual = set(known.name.zh + known.meaning.zh)
    if not (first.endswith(second) or second.endswith(first)):
        return False
    return set(first) <= usual and set(second) <= usual


def _without_scope(name: str) -> str:
    return re.sub(r"^.*(?:全[省市县区州盟旗镇]|本级)", "", bare(name))


def _answer(one: Figure, other: Figure, speech: Language) -> Check:
    verdict = same_value(one, other)
    sum_ = f"{shown(one)} {'=' if verdict is Verdict.HOLDS else '≈' if verdict else '≠'} {shown(other)}"
    if verdict:
        message = speech.say("{sum}: stated twice, alike.", sum=sum_)
        return KIND.answer(verdict, [one, other], sum_, message)
    message = speech.say("{sum}: the same thing is stated with two values; please check the basis.", sum=sum_)
    return KIND.answer(Verdict.CONTRADICTED, [one, other], sum_, message)
