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
# «由去年的|63%»: the time of the next number and of no other.
_FROM = re.compile("(?:由|从)$")
ONCE = "once:"
# A bracket that says more than a time (2021年10月1日起施行); 今年（1—11月） holds on.
_BRACKET = re.compile("[（(](?![\\d年月日上下半度—–至~-]*[)）])[^（()）]*[)）]")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


_HEAD_YEAR = re.compile(r"(?:19|20)\d\d")
_HEAD_BEFORE = re.compile(r"上(?:一)?[年期]|去年|^同期")
_HEAD_MONTHS = re.compile(r"(?P<first>\d{1,2})(?:[-—–至~](?P<last>\d{1,2}))?月")


class Periods:
    """The times named in one sentence, read from left to right."""

    def __init__(self, text: str, start: int, end: int, dates: Sequence[Number], year: int | None) -> None:
        events = [(found.start(), _word_period(text, start, found, year)) for found in _WORD.finditer(text, start, end)]
        events += [(date.start, _date_period(text, start, date, year)) for date in dates]
        self._events = sorted((event for event in events if event[1] != "ignore"), key=lambda event: event[0])
        self._year = year
        self._next = 0
        self._brackets = [found.span() for found in _BRACKET.finditer(text, start, end)]
        self._outside: tuple[int, str | None, str | None] | None = None
        self._once = False
        self._plain: str | None = None
        self._changing: str | None = None
        self._former: str | None = None

    def at(self, place: int, *, changing: bool) -> str | None:
        """The period of a number here; one that is `changing` is never last year's. To be asked from left to right."""
        while self._next < len(self._events) and self._events[self._next][0] < place:
            at, event = self._events[self._next]
            self._leave(at)
            self._enter(at)
            self._once = event is not None and event.startswith(ONCE)
            event = event.removeprefix(ONCE) if event else event
            self._plain = self._after(self._plain, event) if not self._once else self._plain
            self._former = event
            if self._once:
                self._next += 1
                continue
            if event != "previous":
                self._changing = self._after(self._changing, event)
            self._next += 1
        self._leave(place)
        if self._once and not changing:
            self._once = False
            return self._former
        return self._changing if changing else self._plain

    def _enter(self, at: int) -> None:
        """What a bracket says of time holds within it."""
        span = next((one for one in self._brackets if one[0] < at < one[1]), None)
        if span and self._outside is None:
            self._outside = span[1], self._plain, self._changing

    def _leave(self, at: int) -> None:
        if self._outside and at >= self._outside[0]:
            _, self._plain, self._changing = self._outside
            self._outside = None

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
        return f"{ONCE}previous" if _FROM.search(text, max(start, found.start() - 2), found.start()) else "previous"
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
        named = date.unit == "年" and text[date.end : date.end + 1] in ("（", "(")
        return f"{ONCE}{'previous' if date.value + 1 == year else date.value}" if named else "ignore"
    if _NO_TIME.match(text, date.end) or (date.unit == "年" and date.value < 2000):
        return "ignore"
    value, to, unit = int(date.value), int(date.value_to) if date.value_to is not None else None, date.unit
    until = _UNTIL.search(text, max(start, date.start - 6), date.start) is not None
    if unit == "年":
        if to is not None:
            return f"{value}..{to}"
        once = ONCE if _FROM.search(text, max(start, date.start - 2), date.start) else ""
        return f"{once}previous" if year is not None and value == year - 1 else f"{once}{value}"
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


def period_of_head(head: str, year: int | None) -> str | None:
    """The time that the head of a table's column or row names.

    >>> [period_of_head(one, 2023) for one in ("2023年", "上年同期", "2022年度", "本年", "1-11月")]
    ['2023', 'previous', 'previous', '2023', '2023-01..2023-11']
    """
    named = _HEAD_YEAR.search(head)
    if named is None and _HEAD_BEFORE.search(head):
        return "previous"
    own = int(named.group()) if named else year
    if own is None or (year is not None and own == year - 1):
        return None if own is None else "previous"
    if months := _HEAD_MONTHS.search(head):
        first, last = int(months["first"]), int(months["last"] or months["first"])
        return f"{own}-{first:02}" + ("" if last == first else f"..{own}-{last:02}")
    if half := re.search("[上下]半年", head):
        first, last = _HALF[half.group()]
        return f"{own}-{first:02}..{own}-{last:02}"
    return str(own)
