"""Does a stated growth agree with last year's report of the same authority?

The second half of `growth`. The measure must be sure in both texts, and the earlier text state one value for it. A
difference is called one where both tell it in the same words for the same extent; revised statistics and a changed
basis are why it asks to check the basis.

Source: custom (assessment of annual reports: growth recomputed from last year's figure).

Wrong:  last year 收到58件, this year 收到85件，同比增长54.5%    85 ÷ 58 − 1 = 46.6%
Right:  last year 收到58件, this year 收到85件，同比增长46.6%
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from yifa.reader.checks.arithmetic import decimal, in_per_cent, reach
from yifa.reader.checks.changes import Change, changes
from yifa.reader.checks.growth import KIND
from yifa.reader.checks.matched import only_one, same_extent, same_words, usable
from yifa.reader.checks.quotients import judged, moved, shown
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.twice_stated_across import same_subject
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.reading import Check, Facts, Figure, Verdict
from yifa.wording import Language


def find(sheets: Sequence[Sheet], speech: Language) -> Iterator[Check]:
    """Every growth of a text whose authority's report of the year before is among the texts."""
    for later, sheet in enumerate(sheets):
        for earlier, other in enumerate(sheets):
            if not _year_before(other.document.facts, sheet.document.facts):
                continue
            for row in sheet.rows:
                for change in changes(row):
                    if check := _compared(sheets, (earlier, later), change, speech):
                        yield check


def _year_before(one: Facts, other: Facts) -> bool:
    if one.year is None or other.year is None or one.year + 1 != other.year:
        return False
    if "annual-report" not in (one.kind, other.kind) or one.kind != other.kind:
        return False
    return same_subject(replace(one, year=other.year), other)


def _compared(sheets: Sequence[Sheet], which: tuple[int, int], change: Change, speech: Language) -> Check | None:
    now, told = change.now.figure, change.by or change.rate
    if told is None or change.earlier is not None or not usable(sheets[which[1]], now):
        return None
    before = only_one(sheets[which[0]], now.measure or "", now.unit)
    if before is None or not before.value or before.kind is not now.kind:
        return None
    difference = moved(reach(now), reach(before), change.sign)
    if change.by:
        verdict, sum_ = _by_number(now, before, change.by.figure, change.sign)
    else:
        verdict = judged(difference, reach(before), told.figure) if difference.stated >= 0 else Verdict.CONTRADICTED
        share = in_per_cent(
            100 * Fraction(now.value - before.value) / Fraction(before.value), told.figure.precision + 1
        )
        sum_ = f"({shown(now)} − {shown(before)}) ÷ {shown(before)} = {share}"
    ids = [f"d{which[0] + 1}:{before.id}", f"d{which[1] + 1}:{now.id}", f"d{which[1] + 1}:{told.figure.id}"]
    stated = told.figure.written
    if verdict in AGREES:
        message = speech.say("{sum}: agrees with the report of the year before.", sum=sum_)
        return KIND.answer_over(verdict, ids, sum_, message)
    if same_words(now, before) and same_extent(now, before):
        message = speech.say("{sum} by the report of the year before, but {stated} is stated.", sum=sum_, stated=stated)
        return KIND.answer_over(Verdict.CONTRADICTED, ids, sum_, message)
    message = speech.say(
        "{sum} by the report of the year before, not {stated}; it may count otherwise.", sum=sum_, stated=stated
    )
    return KIND.answer_over(Verdict.UNVERIFIABLE, ids, sum_, message)


def _by_number(now: Figure, before: Figure, by: Figure, sign: int) -> tuple[Verdict, str]:
    change = sign * (now.value - before.value)
    sum_ = f"{shown(now)} − {shown(before)} = {decimal(now.value - before.value)}"
    if change == by.value:
        return Verdict.HOLDS, sum_
    told, found = reach(by), moved(reach(now), reach(before), sign)
    if (told.loose or found.loose or not found.exact) and told.meets(found.low, found.high):
        return Verdict.HOLDS_APPROXIMATELY, sum_
    return Verdict.CONTRADICTED, sum_
