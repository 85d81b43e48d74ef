"""Do the steps of handling narrow down: received ≥ accepted ≥ concluded?

Asked of numbers of one unit that follow one another in a sentence and name consecutive steps. Cases of an earlier year
are carried over, so more concluded than accepted is a question, no contradiction, and so are problems found
earlier; but of those examined no more can pass than took part, and no
head of an organ appears in more cases than were heard.

Source: custom (assessment of annual reports: part ≤ whole); 行政复议统计报表 (steps of a case).

Wrong:  参加考试50人，58人合格。
Right:  收到申请109件，受理92件，办结75件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.process_words import APPEARED, DONE, EXAMINED, FOUND, IN_COURT, PASSED, PUT_RIGHT, step_of
from yifa.reader.checks.quotients import shown
from yifa.reader.checks.rows import Sheet, Spot, comparable, same_unit
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="funnel",
    zh="办理环节",
    en="Steps of handling",
    severity=Severity.MINOR,
    asks_zh="收到、受理、办结是否逐级不增？",
    asks_en="Do received, accepted and concluded narrow down?",
    source="custom",
)
_MATTERS = re.compile(r"复议|诉讼|应诉|信访|来访|公开|调解|纠纷|仲裁|投诉|举报|提案|建议|赔偿|处罚|许可|援助")
_ANOTHER_MATTER = re.compile(r"[;。]|同时|此外|另外|其中|上年|往年|结转|存量")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Each step against the one before it in the same sentence."""
    for row in sheet.rows:
        earlier: Spot | None = None
        for spot in row.spots:
            if not spot.counted:
                continue
            check = _compared(earlier, spot, speech) if earlier else None
            if check:
                yield check
            if not check or step_of(spot.clause + spot.follows) != DONE:
                earlier = spot


def _follows(before: Spot, spot: Spot) -> bool | None:
    """True where nothing can be carried over between the two steps, False where it can, None when they are none."""
    if not comparable(before.figure, spot.figure) or _ANOTHER_MATTER.search(spot.lead) or spot.depth != before.depth:
        return None
    if EXAMINED.search(before.words) and PASSED.search(spot.words):
        return len(spot.clause + spot.follows) <= 8
    if IN_COURT.search(before.words) and APPEARED.search(spot.words):
        return True
    if FOUND.search(before.words) and PUT_RIGHT.search(spot.words):
        return False
    matters = [set(_MATTERS.findall(words)) for words in (before.words, spot.words)]
    if matters[0] and matters[1] and not matters[0] & matters[1]:
        return None
    first, second = step_of(before.words), step_of(spot.clause + spot.follows)
    return False if first is not None and second is not None and first < second else None


def _compared(before: Spot, spot: Spot, speech: Language) -> Check | None:
    strict = _follows(before, spot)
    if strict is None:
        return None
    first, second = reach(before.figure), reach(spot.figure)
    figures = [before.figure, spot.figure]
    if first.high is None or second.low <= first.high:
        loose = (first.loose or second.loose) and not second.stated <= first.low
        sum_ = f"{shown(before.figure)} ≥ {shown(spot.figure)}"
        message = speech.say("{sum}: the later step is no greater than the one before.", sum=sum_)
        return KIND.answer(Verdict.HOLDS_APPROXIMATELY if loose else Verdict.HOLDS, figures, sum_, message)
    sum_ = f"{shown(before.figure)} < {shown(spot.figure)}"
    if strict and same_unit(before.figure, spot.figure):
        message = speech.say("{sum}: the later step is greater than the one before; please check the basis.", sum=sum_)
        return KIND.answer(Verdict.CONTRADICTED, figures, sum_, message)
    message = speech.say("{sum}: perhaps with cases carried over; the text does not say.", sum=sum_)
    return KIND.answer(Verdict.UNVERIFIABLE, figures, sum_, message)
