"""The time a figure is of: `2022`, `2022-01..2022-11`, `2022-03`, `cumulative`, `previous`, or None where nothing says.

A date before the number in its sentence holds until another comes; 累计 and 以来 make a running total (今年以来 is the
year's); 上年, 去年 or an earlier year make it last year's value unless the figure is a change against that time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yifa.reader.reading import Number

_HALF = {"上半年": (1, 6), "下半年": (7, 12)}
_WORD = re.compile(
    r"(?P<since>以来)|(?P<total>累计)|(?P<now>今年|本年度?|全年|年内|当年)|(?P<half>[上下]半年)"
    r"|(?P<past>去年|上一?年度?(?!结转|同期相比))|(?P<quarter>(?P<front>前)?第?[一二三四1-4]季度)"
)
_COMPARED = re.compile(r"(?:比|较|与|同|比照|相比)\s?(?:于)?$")
# A year that dates something else: an edition, a birth, a limit.
_NO_TIME = re.compile(r"\s?(?:版|修订|修正|制定|印发|以前|之前|前|以后|出生|第)")
_UNTIL = re.compile(r"截[至止]\s?(?:目前|到)?\s?$|至\s?$")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Periods:
    """The times named in one sentence, read from left to right."""

    def __init__(self, text: str, start: int, end: int, dates: Sequence[Number], year: int | None) -> None:
        events = [(found.start(), _word_period(text, start, found, year)) for found in _WORD.finditer(text, start, end)]
        events += [(date.start, _date_period(text, start, date, year)) for date in dates]
        self._events = sorted((event for event in events if event[1] != "ignore"), key=lambda event: event[0])
        self._year = year
        self._next = 0
        self._plain: str | None = None
        self._changing: str | None = None

    def at(self, place: int, *, changing: bool) -> str | None:
        """The period of a number here; one that is `changing` is never last year's. To be asked from left to right."""
        while self._next < len(self._events) and self._events[self._next][0] < place:
            event = self._events[self._next][1]
            self._plain = self._after(self._plain, event)
            if event != "previous":
                self._changing = self._after(self._changing, event)
            self._next += 1
        return self._changing if changing else self._plain

    def _after(self, period: str | None, event: str | None) -> str | None:
        if event == "since":
            return period if period and self._year and period == str(self._year) else "cumulative"
        if event == "cumulative" and period is not None:
            return period
        return event


def _word_period(text: str, start: int, found: re.Match[str], year: int | None) -> str | None:
    if found["since"]:
        return "since"
    if found["total"]:
        return "cumulative"
    if _COMPARED.search(text, max(start, found.start() - 4), found.start()):
        return "ignore"
    if found["past"]:
        return "previous"
    if year is None:
        return "ignore"
    if found["half"]:
        first, last = _HALF[found["half"]]
        return f"{year}-{first:02}..{year}-{last:02}"
    if found["quarter"]:
        number = next(_QUARTERS[sign] for sign in reversed(found["quarter"][:-2]) if sign in _QUARTERS)
        first = 1 if found["front"] else number * 3 - 2
        return f"{year}-{first:02}..{year}-{number * 3:02}"
    return str(year)


def _date_period(text: str, start: int, date: Number, year: int | None) -> str | None:
    """What a date that stands before a number says of its time."""
    if _COMPARED.search(text, max(start, date.start - 4), date.start):
        return "ignore"
    if _NO_TIME.match(text, date.end) or (date.unit == "年" and date.value < 2000):
        return "ignore"
    value, to, unit = int(date.value), int(date.value_to) if date.value_to is not None else None, date.unit
    until = _UNTIL.search(text, max(start, date.start - 6), date.start) is not None
    if unit == "年":
        if to is not None:
            return f"{value}..{to}"
        return "previous" if year is not None and value == year - 1 else str(value)
    if unit == "年月日":
        value, to, unit = value // 100, to // 100 if to else None, "年月"
    if unit == "月日":
        value, to, unit = value // 100, to // 100 if to else None, "月"
    if unit == "月":
        if year is None:
            return "ignore"
        value, to = year * 100 + value, year * 100 + to if to else None
    elif unit != "年月":
        return "ignore"
    if until:
        value, to = value // 100 * 100 + 1, to or value
    first = f"{value // 100}-{value % 100:02}"
    return first if to is None or to == value else f"{first}..{to // 100}-{to % 100:02}"
