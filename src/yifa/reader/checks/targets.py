"""Which figures are no results: aims still to be reached, and values of before a change (由11.6天压缩至4.3天).

An aim is told by the words of its own part of the sentence (力争, 争取, 目标, 不低于 behind 确保), by a heading of
what is to come, or by a period behind that of the text. 确保 alone may as well speak of what was done.
"""

from __future__ import annotations

import re

from yifa.reader.checks.from_to import before_changes
from yifa.reader.checks.rows import Row, Sheet

_AIM = re.compile(
    r"力争|力求|明年|下一年|下一步|争取(?=[^,;。]{0,8}(?:达到|实现|完成|在|到|年))|将(?=于|继续|进一步|力争|实现)"
    r"|要达到|确保(?!了)[^;。]{0,24}(?:不低于|不少于|不高于|不超过|达到?|在|至|到|率|保持|控制)"
)
_AIM_OF_CLAUSE = re.compile(
    r"(?:目标|预期)(?:值)?(?:为|是|达到?)|(?<![模虚])拟(?=[新增废修开出建])|计划(?=[^,;。]{0,4}(?:新增|开展|达到|建成|年底))"
)
_AIMED_HEADING = re.compile(r"下一?步|下一?年|明年|打算|工作(?:安排|计划|思路)$|展望")


def not_results(sheet: Sheet) -> frozenset[str]:
    """The ids of figures that do not say how things were in the period of the text."""
    year = sheet.document.facts.year
    found = {one.id for one in sheet.document.figures if year and _year(one.period) > year}
    for row in sheet.rows:
        gone = before_changes(row)
        ahead = sheet.under(_AIMED_HEADING, row.start)
        found |= {
            spot.figure.id
            for at, spot in enumerate(row.spots)
            if at in gone or ahead or _AIM.search(_words_before(row, at)) or _AIM_OF_CLAUSE.search(spot.clause)
        }
    return frozenset(found)


def _year(period: str | None) -> int:
    return int(period[:4]) if period and period[:4].isdigit() else 0


def _words_before(row: Row, at: int) -> str:
    """The words of its part of the sentence, up to a figure."""
    words = "".join(spot.lead + (spot.figure.unit or "") for spot in row.spots[: at + 1])
    return re.split(r"[;。]", words)[-1]
