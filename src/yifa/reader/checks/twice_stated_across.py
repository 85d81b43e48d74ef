"""Do two texts of one authority on one period state the same thing with the same value?

The second half of `twice-stated`. Passages are matched as in one text, and two figures at least must be said alike.
The day up to which each text counts is tried first: what was done up to a later day may be more, never less; and
where it is much more than the days between explain, the question is put without calling it a difference.

Source: custom (assessment of annual reports: the same figure equal everywhere).

Wrong:  in November 清理3次, in the annual report of that year 清理2次
Right:  in November 受理84件, in the annual report of that year 受理92件
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations

from yifa.reader.checks.alike import Placed, Run, placed, planned, runs, scope_of
from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.matched import only_one, usable
from yifa.reader.checks.quotients import shown
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.twice_stated import KIND, same_value
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.reading import Check, Facts, FigureKind, Verdict
from yifa.wording import Language

_SAME_DAY = 15
_MUCH = Fraction(3, 2)
_DONE = re.compile(
    r"开展|办理|受理|收到|接到|审结|办结|举办|组织|培训|排查|检查|抽查|查处|处罚|化解|调解|发布|印发|审查|备案|废止|清理|出具"
    r"|评查|下达|发放|召开|出动|立案|移送|答复|罚款|整改"
)


def find(sheets: Sequence[Sheet], speech: Language) -> Iterator[Check]:
    """Every pair of texts that speak for one authority and year."""
    laid = [placed(sheet) for sheet in sheets]
    for first, second in combinations(range(len(sheets)), 2):
        facts = sheets[first].document.facts, sheets[second].document.facts
        if not same_subject(*facts):
            continue
        one_way = _later(*facts) >= 0
        yield from _pair(sheets, laid, (first, second) if one_way else (second, first), speech)


def _pair(
    sheets: Sequence[Sheet], laid: Sequence[Sequence[Placed]], which: tuple[int, int], speech: Language
) -> Iterator[Check]:
    """Two texts, the one that counts further behind: what they say alike, then measures both state once."""
    first, second = which
    told: set[tuple[str, str]] = set()
    for run in runs(laid[first], laid[second]):
        for one, other in run:
            if planned(sheets[first], one.row) or planned(sheets[second], other.row):
                continue
            told.add((one.spot.figure.id, other.spot.figure.id))
            if check := _answer(run, one, other, sheets, (first, second), speech):
                yield check
    for one, other in _by_measure(sheets[first], sheets[second], laid[first], laid[second]):
        if (one.spot.figure.id, other.spot.figure.id) not in told:
            check = _answer(((one, other),), one, other, sheets, (first, second), speech)
            alike = one.spot.figure.kind is not FigureKind.PERCENT and scope_of(one) == scope_of(other)
            if check and (alike or check.verdict in AGREES):
                yield check


def _by_measure(
    first: Sheet, second: Sheet, one: Sequence[Placed], other: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Figures of one measure that each text states once, for an extent that both name."""
    where = {again.spot.figure.id: again for again in other}
    for told in one:
        figure = told.spot.figure
        if figure.measure is None or figure.scope is None or not usable(first, figure):
            continue
        again = only_one(second, figure.measure, figure.unit)
        if again and again.scope == figure.scope and only_one(first, figure.measure, figure.unit) is figure:
            yield told, where[again.id]


def same_subject(one: Facts, other: Facts) -> bool:
    """Whether two texts speak for one place and level, and of one year."""
    if one.year is None or one.year != other.year:
        return False
    if one.authority and one.authority == other.authority:
        return True
    levels = {one.level, other.level} - {None, "department"}
    return one.place is not None and one.place == other.place and len(levels) <= 1


def cut_off(facts: Facts) -> date | None:
    """The day up to which a text can have counted: the end of its period, or the day it was made public or signed."""
    days = [facts.published, facts.signed, facts.period[1] if facts.period else None]
    known = [day for day in days if day]
    if facts.year and known and min(known) > date(facts.year, 12, 31):
        return date(facts.year, 12, 31)
    return min(known) if known else (date(facts.year, 12, 31) if facts.year and facts.kind == "annual-report" else None)


def _later(one: Facts, other: Facts) -> int:
    """By how many days the second text counts further; 0 where one of them does not say."""
    days = cut_off(one), cut_off(other)
    return (days[1] - days[0]).days if days[0] and days[1] else 0


def _answer(
    run: Run, one: Placed, other: Placed, sheets: Sequence[Sheet], which: tuple[int, int], speech: Language
) -> Check | None:
    before, after = one.spot.figure, other.spot.figure
    ids = [f"d{which[0] + 1}:{before.id}", f"d{which[1] + 1}:{after.id}"]
    verdict = same_value(before, after)
    sum_ = f"{shown(before)} {'=' if verdict is Verdict.HOLDS else '≈' if verdict else '≠'} {shown(after)}"
    if verdict:
        return KIND.answer_over(verdict, ids, sum_, speech.say("{sum}: both texts agree.", sum=sum_))
    if scope_of(one) != scope_of(other):
        message = speech.say("{sum}: the two texts may speak of different extents.", sum=sum_)
        return KIND.answer_over(Verdict.UNVERIFIABLE, ids, sum_, message)
    facts = [sheets[index].document.facts for index in which]
    days, ends = _later(*facts), [cut_off(fact) for fact in facts]
    certain = len(run) > 1 and all(ends)
    if days > _SAME_DAY:
        grown = _grown(one, other, days, facts[1])
        if grown is None:
            return None
        if grown and before.kind is not FigureKind.PERCENT:
            sum_ = sum_.replace("≠", "≤")
            message = speech.say("{sum}: the later text counts {days} days further.", sum=sum_, days=days)
            return KIND.answer_over(Verdict.HOLDS, ids, sum_, message)
        if certain and _less(one, other):
            message = speech.say(
                "{sum}: the later text counts further, but states less; please check the basis.", sum=sum_
            )
            return KIND.answer_over(Verdict.CONTRADICTED, ids, sum_, message)
        message = speech.say(
            "{sum}: the later text counts {days} days further; please check the basis.", sum=sum_, days=days
        )
        return KIND.answer_over(Verdict.UNVERIFIABLE, ids, sum_, message)
    message = speech.say("{sum}: the two texts state the same thing with two values; please check the basis.", sum=sum_)
    return KIND.answer_over(Verdict.CONTRADICTED if certain else Verdict.UNVERIFIABLE, ids, sum_, message)


def _done(one: Placed) -> bool:
    return bool(_DONE.search(one.spot.clause + one.spot.follows)) and one.spot.figure.kind in (
        FigureKind.COUNT,
        FigureKind.AMOUNT,
    )


def _less(one: Placed, other: Placed) -> bool:
    """Whether something done up to a later day is stated as less than before; both exact."""
    first, second = reach(one.spot.figure), reach(other.spot.figure)
    return _done(one) and _done(other) and second.high is not None and second.high < first.low


def _grown(one: Placed, other: Placed, days: int, later: Facts) -> bool | None:
    """Whether the days between explain a greater number; None where the numbers are not comparable."""
    first, second = one.spot.figure, other.spot.figure
    if first.kind is not second.kind:
        return None
    if second.value < first.value or not first.value:
        return False
    so_far = max(1, (cut_off(later) or date.max).timetuple().tm_yday - days)
    return Fraction(second.value) / Fraction(first.value) <= _MUCH * (so_far + days) / so_far
