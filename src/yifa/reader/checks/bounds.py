"""Is a share between 0 and 100 per cent?

Asked of stated shares (合格率, 占比); growth may exceed 100, and so may what is measured against a target or against
cases of another period (完成率, 结案率, 执行率). Where the measure of the corpus says that it may, it is not asked.

Source: custom (assessment of annual reports: percentages that cannot be).

Wrong:  考试合格率103%
Right:  目标任务完成率103%
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.shares import name_of
from yifa.reader.reading import Check, Figure, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="bounds",
    zh="比率界限",
    en="Bounds of a share",
    severity=Severity.SERIOUS,
    asks_zh="比率是否在0至100%之间？",
    asks_en="Is a share between 0 and 100 per cent?",
    source="custom",
)
_MAY_EXCEED = re.compile(
    r"完成|增|结|执行|周转|使用|利用|收益|回报|返还|负荷|达成|兑现|预算|目标|投入|清理|消化|办理|收缴|征收|贡献"
)
_MAY_NOT = re.compile(
    r"合格|通过|满意|覆盖|成功|出庭|应诉|审查|备案|公开|公示|及时|按时|按期|答复|采纳|持证|上岗|知晓|达标|优良|占"
)

_CHANGES = re.compile(r"[同环]比|[增降减升]|上年|去年")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Shares that cannot be."""
    for row in sheet.rows:
        for spot in row.spots:
            named = name_of(spot)
            if not named or 0 <= spot.figure.value <= 100:
                continue
            name = named[0]
            if spot.figure.value < 0 and _CHANGES.search(row.words):
                continue  # a minus sign beside words of change is a fall
            if _MAY_EXCEED.search(name) or not _MAY_NOT.search(name) or _measure_may(spot.figure):
                continue
            sum_ = f"{spot.figure.written} > 100%" if spot.figure.value > 100 else f"{spot.figure.written} < 0"
            message = speech.say("A share cannot be {rate}.", rate=spot.figure.written)
            yield KIND.answer(Verdict.IMPOSSIBLE, [spot.figure], sum_, message)


def _measure_may(figure: Figure) -> bool:
    try:
        return figure.measure is not None and measure(figure.measure).over_100
    except UnknownMeasure:
        return False
