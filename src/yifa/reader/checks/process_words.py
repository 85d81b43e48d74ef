"""The words for the steps of handling a matter, in the order in which matters pass them: what a funnel is made of.

A later step can only be taken by what passed the earlier one in the same period. Cases of an earlier year are carried
over, so of these steps a larger later number is a question and no contradiction; people examined, samples drawn and
problems found are not carried over.
"""

from __future__ import annotations

import re

RECEIVED, TAKEN, DONE = 0, 1, 2
_STEPS = (
    (DONE, re.compile(r"办结|审结|结案|办复|办理完毕|已结|答复|调解成功|成功调解|成功化解|出庭|撤回|撤诉|和解")),
    (TAKEN, re.compile(r"(?<!不予)(?<!未)受理|立案|承办|开庭|应诉案|应诉\d*$")),
    (RECEIVED, re.compile(r"收到|收案|新收|接到|接收|收件|申请")),
)
# Ways in which a case ends: steps of handling, but also kinds of outcome that add up.
OUTCOMES = re.compile(r"撤回|撤诉|和解|调解|化解|答复|出庭")
EXAMINED = re.compile(r"参加考试|参考|报考|应考|参加[^,;。]{0,8}考|抽检|抽样|送检")
PASSED = re.compile(r"(?<!不)合格|通过|及格|不合格")
IN_COURT = re.compile(r"开庭")
APPEARED = re.compile(r"出庭")
FOUND = re.compile(r"(?:发现|查出|排查出|查找出|梳理出)[^,;。]{0,12}(?:问题|隐患)")
PUT_RIGHT = re.compile(r"整改|销号|整治到位")


def step_of(words: str) -> int | None:
    """Which step a clause speaks of; None when of none."""
    return next((step for step, pattern in _STEPS if pattern.search(words)), None)
