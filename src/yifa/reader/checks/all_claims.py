"""Do counts bear out what the sentence says of all of them?

Asked where 「全部办结」 and the like stand behind two numbers of one unit, the second of which names the same act:
the two must then be equal. 「尚有3件未办结」 in the same sentence says otherwise as well. Where nothing is counted
there is nothing to ask; 全覆盖 beside fewer than all is a question, as the claim may be meant for something else.

Source: custom (assessment of annual reports: claims of 100% have their numbers).

Wrong:  发现问题28个，整改25个，全部整改到位。
Right:  发现问题28个，整改28个，全部整改到位。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.quotients import shown
from yifa.reader.checks.rows import Row, Sheet, Spot, same_unit
from yifa.reader.checks.shares import same_words
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="all-claims",
    zh="“全部”之说",
    en="Claims of all",
    severity=Severity.SERIOUS,
    asks_zh="文中称“全部”，所列数目是否支持？",
    asks_en="Where the text says all, do its counts bear that out?",
    source="custom",
)
_ALL = re.compile(
    r"(?:^|[,;:])(?:现|均|目前|现已|已|并)*全部(?:按[时期]|依法|如期)?(?:已|均|予以|进行|得到|完成|落实)*(?P<act>办结|答复|反馈|整改|合格|审查|备案|公开|公示|化解|销号|受理|采纳)"
)
_LEFT = re.compile(r"(?:尚有|仍有|还有|另有|剩余)$")
_CARRIED = re.compile(r"结转|上年|往年|去年|存量|到期|应办|其余")
_COVERED = re.compile(r"全覆盖|全面覆盖")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Claims of all behind the numbers they speak of."""
    for row in sheet.rows:
        for index in range(1, len(row.spots)):
            if check := _claim(row, index, speech):
                yield check


def _claim(row: Row, index: int, speech: Language) -> Check | None:
    whole, part = row.spots[index - 1], row.spots[index]
    if not (whole.counted and part.counted and same_unit(whole.figure, part.figure)):
        return None
    if whole.depth != part.depth or _CARRIED.search(row.words) or re.search(r"[;。]|其中", part.lead):
        return None
    said = _ALL.search(same_words(part.tail.split(";")[0]))
    words = same_words(part.clause + part.follows)
    if said and said["act"] in words and "未" + said["act"] not in words:
        return _compared(whole, part, speech)
    before = _ALL.search(same_words(part.lead))
    if before and _LEFT.search(part.clause) and ("未" + before["act"]) in same_words(part.follows):
        return _contrary(whole, part, speech)
    if (
        _COVERED.search(part.tail.split(";")[0])
        and re.search(r"[中有]", part.lead)
        and part.figure.value < whole.figure.value
    ):
        sum_ = f"{shown(part.figure)} < {shown(whole.figure)}"
        message = speech.say("{sum}: the text says all; perhaps of something else.", sum=sum_)
        return KIND.answer(Verdict.UNVERIFIABLE, [whole.figure, part.figure], sum_, message)
    return None


def _compared(whole: Spot, part: Spot, speech: Language) -> Check | None:
    first, second = reach(whole.figure), reach(part.figure)
    if first.exact and second.exact and first.stated == second.stated:
        sum_ = f"{shown(part.figure)} = {shown(whole.figure)}"
        message = speech.say("{sum}: all of them, as the text says.", sum=sum_)
        return KIND.answer(Verdict.HOLDS, [whole.figure, part.figure], sum_, message)
    if first.loose or second.loose or second.stated > first.stated:
        return None
    return _contrary(whole, part, speech)


def _contrary(whole: Spot, part: Spot, speech: Language) -> Check:
    sum_ = f"{shown(part.figure)} ≠ {shown(whole.figure)}"
    message = speech.say("{sum}: the text says all; please check the basis.", sum=sum_)
    return KIND.answer(Verdict.CONTRADICTED, [whole.figure, part.figure], sum_, message)
