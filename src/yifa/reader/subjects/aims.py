"""What is aimed at and no result of the period: told by the heading above, or by the words of its own clause.

A heading of what is to come (下一步工作安排, 2025年工作思路) makes aims of all figures under it; one that speaks of
shortcomings as well (不足与下一年打算) only of those whose paragraph or nearer heading looks ahead. In running text
力争, 目标, 确保…不低于 do. 确保 alone may as well speak of what was done.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from yifa.reader.reading import Section

PLANNED = "planned"
"""The period of a figure that is aimed at, where the text names no later year for it."""

AIM = re.compile(
    r"力争|力求|明年|下一年|下一步|争取(?=[^,，;；。]{0,8}(?:达到|实现|完成|在|到|年))|将(?=于|继续|进一步|力争|实现)"
    r"|要达到|确保(?!了)[^;；。]{0,24}(?:不低于|不少于|不高于|不超过|达到?|在|至|到|率|保持|控制)"
)
AIM_OF_CLAUSE = re.compile(
    r"(?:目标|预期)(?:值)?(?:为|是|达到?)|(?<![模虚])拟(?=[新增废修开出建])"
    r"|计划(?=[^,，;；。]{0,4}(?:新增|开展|达到|建成|年底))"
)
AIMED_HEADING = re.compile(
    r"下一?步|下一?年度?|下一?阶段|明年|来年|今后|打算|展望|设想|思路|工作(?:安排|计划|部署)$|(?:工作|主要)目标(?:任务)?$"
)
_NEXT_YEAR = (
    "{year}年(?!.*(?:完成|落实|开展|进展)情况).*(?:工作|安排|任务|重点|计划|目标|举措|措施|方向|打算)|^{year}年$"
)
_SHORT = re.compile(r"不足|问题|困难|差距|短板|薄弱")
_DONE = re.compile(r"(?:完成|落实|开展|进展|执行|推进)情况|回顾|总结|成效|上年|去年")
_LOOKS_AHEAD = re.compile(r"将(?!军|近)|力争|争取|打算|计划|下一步|推动|推进|确保|着力|继续|进一步")


class Headings:
    """The headings of a text, asked for what stands under those that look ahead."""

    def __init__(self, sections: Sequence[Section], year: int | None) -> None:
        self._next = re.compile(_NEXT_YEAR.format(year=year + 1)) if year else None
        told = [(one.start, one.end, self._told(one.title)) for one in sections if one.level]
        self._ahead, self._both, self._back = (
            _Spans([(start, end) for start, end, word in told if word == wanted])
            for wanted in ("ahead", "both", "back")
        )

    def _told(self, title: str) -> str:
        """What a heading speaks of: ahead (what is to come), back (what is wanting or was done), both, or neither."""
        ahead = AIMED_HEADING.search(title) or (self._next and self._next.search(title))
        if _SHORT.search(title) or _DONE.search(title):
            return "both" if ahead else "back"
        return "ahead" if ahead else ""

    def look_ahead(self, at: int, paragraph: str) -> bool:
        """Whether a place of the extracted text stands under such a heading; `paragraph` are the words before it."""
        if self._ahead.hold(at):
            return True
        if not self._both.hold(at) or self._back.hold(at):
            return False
        return _LOOKS_AHEAD.search(paragraph) is not None


class _Spans:
    """Spans of a text, to be asked which places lie in one of them."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def hold(self, at: int) -> bool:
        """Whether a place lies in one of the spans."""
        index = bisect_right(self._starts, at)
        return index > 0 and at < self._reached[index - 1]
