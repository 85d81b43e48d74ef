"""Days as officials write them, and days that do not exist.

`2023年1月5日`, `二〇二三年一月五日`, `2023.1.5`, `2023-01-05`, `2023/1/5`, `20230105`; also `2022129`, in which the
signs for year, month and day were eaten: that is read only where one day alone is possible, or one agrees with what
else is known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.reader.text.numbering import value_of

_CN_YEAR = "[一二][〇零一二三四五六七八九]{3}"
_CN_SMALL = "[一二三四五六七八九十]{1,3}"
_DAY = re.compile(
    rf"(?P<y>(?:19|20)\d\d) ?年 ?(?P<m>\d{{1,2}}) ?月 ?(?P<d>\d{{1,2}}) ?[日号]"
    rf"|(?P<cy>{_CN_YEAR})年(?P<cm>{_CN_SMALL})月(?P<cd>{_CN_SMALL})[日号]"
    r"|(?<![\d.\-/])(?P<ny>(?:19|20)\d\d)(?P<sep>[-./])(?P<nm>\d{1,2})(?P=sep)(?P<nd>\d{1,2})(?![\d]|(?P=sep)\d)"
    r"|(?<!\d)(?P<ty>20\d\d)(?P<tm>0[1-9]|1[0-2])(?P<td>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTH_AND_DAY = re.compile(
    r"(?:(?<!\d)(?P<y>(?:19|20)\d\d)年)?(?<![\d.])(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号](?![线楼院机])"
)
_RUN = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<rest>\d{2,4})(?!\d)")
LEAP = 2024


@dataclass(frozen=True)
class FoundDay:
    """A day as written: its span, and the day, or None where the calendar has no such day."""

    start: int
    end: int
    day: date | None


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDay]:
    """The full dates of a text.

    >>> [found.day.isoformat() for found in find_days("2023年1月5日，二〇二三年一月十五日，2023.1.5")]
    ['2023-01-05', '2023-01-15', '2023-01-05']
    """
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        found = match.groupdict()
        if found["cy"]:
            digits = "".join("0" if sign in "〇零" else str(value_of(sign)) for sign in found["cy"])
            parts = (int(digits), value_of(found["cm"]), value_of(found["cd"]))
        else:
            year, month, day = (found["y"], found["m"], found["d"]) if found["y"] else (
                (found["ny"], found["nm"], found["nd"]) if found["ny"] else (found["ty"], found["tm"], found["td"])
            )  # fmt: skip
            parts = (int(year), int(month), int(day))
        yield FoundDay(match.start(), match.end(), _day(*parts))


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def impossible_days(text: str) -> Iterator[tuple[int, int]]:
    """Spans of days that the calendar does not have: 2月30日, 2023年2月29日, 13月5日 behind a year."""
    if "月" not in text:
        return
    for match in _MONTH_AND_DAY.finditer(text):
        month, day = int(match["m"]), int(match["d"])
        if not 1 <= month <= 12:
            if match["y"]:
                yield match.span()
        elif not 1 <= day <= monthrange(int(match["y"] or LEAP), month)[1]:
            yield match.span()


def eaten_days(text: str, known: date | None = None, after: int | None = None) -> tuple[FoundDay, bool] | None:
    """The day that a line of digits alone stands for (`2022129`), and whether it was certain by itself.

    `known` is a day it may be expected to agree with, such as that of publication; `after` is the year reported on,
    whose report is signed in the first half of the next. None where there is no such line; a day of None where it
    stays open.

    >>> found, certain = eaten_days("2022129", date(2022, 1, 29))
    >>> found.day.isoformat(), certain
    ('2022-01-29', False)
    """
    match = _RUN.fullmatch(text)
    if match is None:
        return None
    year, rest = int(match["y"]), match["rest"]
    days = [
        day
        for cut in (1, 2)
        if len(rest) > cut and rest[cut] != "0" and (day := _day(year, int(rest[:cut]), int(rest[cut:]))) is not None
    ]
    if not days:
        return None
    if len(days) == 1:
        return FoundDay(match.start(), match.end(), days[0]), True
    near = [day for day in days if known is not None and 0 <= (known - day).days <= 60]
    early = [day for day in days if after is not None and day.year == after + 1 and day.month <= 6]
    for chosen in (near, early):
        if len(chosen) == 1:
            return FoundDay(match.start(), match.end(), chosen[0]), False
    return FoundDay(match.start(), match.end(), None), False
