"""Does what was cut follow from the numbers: cut by so much of so much, or from so many to so few?

Asked of 审减 and 核减 with their rate, and of 由A压减至B with its rate. Where the rate is named for something
narrower than the numbers (义务教育阶段压减率), the members that stand between them are tried as what is left, and a
difference is never called a contradiction.

Source: custom (assessment of annual reports: growth and reductions recomputed); 审计 practice (审减率 = 审减额 ÷
送审额).

Wrong:  送审2.10亿元，审减2823万元，审减率15.44%。    2823万 ÷ 2.10亿 = 13.44%
Right:  送审2.10亿元，审减2823万元，审减率13.44%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.changes import Change, changes
from yifa.reader.checks.growth import risen, said
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.quotients import division, judged, left, shown
from yifa.reader.checks.rate import REDUCED, compared
from yifa.reader.checks.rows import Row, Sheet, same_unit
from yifa.reader.checks.shares import bare, rates
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.reading import Check, Figure, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="reduction",
    zh="审减与压减",
    en="Reduction",
    severity=Severity.SERIOUS,
    asks_zh="审减率、压减率是否与审减额、压减前后之数一致？",
    asks_en="Does the rate of reduction follow from what was cut, or from before and after?",
    source="custom",
)

_HANDED_IN = re.compile(r"提报|送审|报审|申报|上报|审核|预算")
_CUT = re.compile(r"^[,]?(?:共|累计|合计)?[审核]减(?:金额|资金|额|率)?(?:为|达)?$")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Reductions by value and rate, then from one number to another."""
    for rate in rates(sheet):
        if rate.core in REDUCED and rate.role in ("pair", "part") and (found := compared(rate, KIND, speech)):
            yield found
    for row in sheet.rows:
        yield from _cut_from(row, speech)
        for change in changes(row):
            if change.earlier and change.rate and change.sign < 0:
                yield _cut(change, change.earlier.figure, change.rate.figure, speech)


def _cut_from(row: Row, speech: Language) -> Iterator[Check]:
    """What was cut from what was handed in, where no rate stands behind."""
    for index, (whole, part) in enumerate(pairwise(row.spots)):
        if not (whole.counted and part.counted and _HANDED_IN.search(whole.clause) and _CUT.search(part.lead)):
            continue
        behind = row.spots[index + 2] if index + 2 < len(row.spots) else None
        if not same_unit(whole.figure, part.figure) or (behind and behind.per_cent and _CUT.search(behind.lead)):
            continue
        if part.figure.value > whole.figure.value:
            continue
        sum_ = f"{shown(part.figure)} ≤ {shown(whole.figure)}"
        message = speech.say("{sum}: the part is no greater than the whole.", sum=sum_)
        yield KIND.answer(Verdict.HOLDS, [whole.figure, part.figure], sum_, message)


def _cut(change: Change, earlier: Figure, rate: Figure, speech: Language) -> Check:
    check = risen(change, earlier, rate, KIND, speech)
    if check.verdict in AGREES or not bare(change.modifiers):
        return check
    whole = reach(earlier)
    for member in change.members:
        verdict = judged(left(whole, reach(member.figure)), whole, rate)
        if verdict in AGREES:
            sum_ = division(member.figure, earlier, rate, complement=True)
            figures = [earlier, change.now.figure, member.figure, rate]
            return KIND.answer(verdict, figures, sum_, said(verdict, sum_, rate.written, speech))
    message = speech.say(
        "{sum}, but {rate} is stated for {scope} only.",
        sum=check.computation,
        rate=rate.written,
        scope=change.modifiers,
    )
    return KIND.answer(Verdict.UNVERIFIABLE, [earlier, change.now.figure, rate], check.computation, message)
