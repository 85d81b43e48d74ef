"""The time a text reports on: a year, a half, the months up to a day, several years.

The title says it first (`2022年度`, `2021年上半年`, `2018—2022年`); then the words that open the report
(`现将2022年度…报告如下`), then the year the first sentence begins with. A text that was only published or signed in a
year reports on none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from yifa.reader.text.numbering import value_of

_CN_YEAR = r"二[〇零][〇零一二三四五六七八九]{2}"
_Y = rf"(?P<y>(?:19|20)\d\d|{_CN_YEAR})"
_SPAN = re.compile(r"(?P<from>(?:19|20)\d\d)年?(?:[-—–－~～至到]{1,2})(?P<to>(?:19|20)\d\d)年")
_PART = re.compile(
    rf"{_Y}年(?:度)?(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|前?(?P<quarters>[二三两])(?:个)?季度"
    r"|1 ?(?:月)?[-—–－~至到]{1,2} ?(?P<month>\d{1,2})月(?:份)?)"
)
_WHOLE = re.compile(rf"{_Y}年")
_UNTIL = re.compile(rf"截[至止](?:到)?(?:{_Y}年)?(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日|底|末|份)")
_OPENING = re.compile(rf"(?:现将|现就|下面).{{0,30}}?{_Y}年")
_FIRST = re.compile(rf"^\s*{_Y}年(?:度)?(?:以来)?[,，]|(?<=[。\n])\s*{_Y.replace('y>', 'y2>')}年(?:度)?(?:以来)?[,，]")
REACH = 900


@dataclass(frozen=True)
class Period:
    """First and last day, the span of the view it was read from, and the year where it is within one."""

    first: date
    last: date
    start: int
    end: int

    @property
    def year(self) -> int:
        """The year reported on: the last one."""
        return self.last.year


def period_of_title(title: str, start: int) -> Period | None:
    """The period that a title names; `start` is its place in the view.

    >>> period_of_title("青屏县2021年上半年法治政府建设工作总结", 0).last.isoformat()
    '2021-06-30'
    """
    bare = re.sub(r"《[^《》]*》", lambda match: " " * len(match[0]), title)
    match = _SPAN.search(bare)
    if match and int(match["from"]) <= int(match["to"]):
        return Period(
            date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31), start + match.start(), start + match.end()
        )
    part = _PART.search(bare)
    if part:
        return _of_part(part, start)
    match = _WHOLE.search(bare)
    return _of_year(match, start) if match else None


def period_of_opening(text: str, start: int) -> Period | None:
    """The period that the words opening a text name, from a place of the view on."""
    opening = text[start : start + REACH]
    match = _OPENING.search(opening)
    if match:
        return _of_year(match, start)
    first = _FIRST.search(opening)
    return _of_year(first, start) if first else None


def cut_off(text: str, start: int, year: int | None) -> tuple[date, int, int] | None:
    """The day up to which a text counts when it says so at its opening: 截至11月底."""
    match = _UNTIL.search(text, start, min(len(text), start + 400))
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    own = _year(match["y"]) if match["y"] else year
    if own is None:
        return None
    last = monthrange(own, int(match["month"]))[1]
    day = min(last, int(match["day"])) if match["day"] else last
    return date(own, int(match["month"]), max(1, day)), match.start(), match.end()


def _of_part(match: re.Match[str], start: int) -> Period | None:
    year = _year(match["y"])
    first, last = 1, 12
    if match["half"]:
        first, last = (1, 6) if match["half"] == "上" else (7, 12)
    elif match["quarter"]:
        quarter = int(match["quarter"]) if match["quarter"].isdigit() else (value_of(match["quarter"]) or 1)
        first, last = 3 * quarter - 2, 3 * quarter
    elif match["quarters"]:
        last = 9 if match["quarters"] == "三" else 6
    else:
        last = int(match["month"])
        if not 1 <= last <= 12:
            return None
    return Period(
        date(year, first, 1), date(year, last, monthrange(year, last)[1]), start + match.start(), start + match.end()
    )


def _of_year(match: re.Match[str], start: int) -> Period:
    name = "y" if match["y"] else "y2"
    year = _year(match[name])
    return Period(date(year, 1, 1), date(year, 12, 31), start + match.start(name), start + match.end(name) + 1)


def _year(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return int("".join("0" if sign in "〇零" else str(value_of(sign)) for sign in written))
