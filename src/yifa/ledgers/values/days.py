"""Days and times of day as clerks write them: 2022.3.5, 20220305, 2022年3月5日 10:30, Chinese numerals, serials.

A day without its year, the thirtieth of February, or 3/5/2022 (the third of May? the fifth of March?) is not guessed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from yifa.law.conditions import day_number
from yifa.ledgers.sheets import Cell
from yifa.ledgers.values.readings import Reading, bad, value
from yifa.ledgers.values.texts import half_width, plain, unsaid

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""Years a ledger can speak of; 2099-12-31 is how systems write 长期."""
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = (17_000, 75_000)  # 1946 to 2105: numbers between are days of Excel
_MINUTES = 24 * 60
_CENTURY = 80  # two-digit years below are of this century
_NUMERALS = str.maketrans("〇零一二三四五六七八九", "00123456789")

_TIME = (
    r"(?:(?P<half>上午|下午|晚上|中午|凌晨|am|pm)t?)?"
    r"(?P<hour>\d{1,2})(?::|时|点)(?P<minute>\d{1,2})?分?(?::?\d{1,2}(?:\.\d+)?秒?)?"
)
_LATER = rf"(?:[t,，]?{_TIME}(?:\+08:?00)?)?"
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}}|\d{{2}})(?P<sign>[-./年])(?P<month>\d{{1,2}})(?:[-./月])(?P<day>\d{{1,2}})(?:[日号]|(?!\d)){_LATER}"
)
_RUN = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:(?P<hour>\d{2})(?P<minute>\d{2})(?:\d{2})?)?")
_RUN_TIMED = re.compile(rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_LATER}")
_YEAR_LAST = re.compile(rf"(?P<one>\d{{1,2}})[-./](?P<other>\d{{1,2}})[-./](?P<year>\d{{4}}){_LATER}")
_NO_YEAR = re.compile(r"\d{1,2}[-./月]\d{1,2}[日号]?")
_NO_DAY = re.compile(r"\d{4}[-./年]\d{1,2}月?|\d{4}年?")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?")
_CLOCK = re.compile(_TIME)
_WEEKDAY = re.compile(r"[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?")
_NEAR_SIGN = re.compile(r" ?([-./年月日号时点分秒:]) ?")
_CHINESE = re.compile(
    r"(?P<year>[〇零一二三四五六七八九]{2,4})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})[日号]?"
)
_SEVERAL = re.compile(r"\d[日号]?\s*[、,;，；至~]\s*\d")


def read_day(cell: Cell, *, from_1904: bool = False) -> Reading:
    """A day, and its minute where the cell has a time of day: `(days from 1970-01-01, minute or None)`."""
    match cell:
        case bool():
            return bad("not-a-day")
        case datetime():
            minute = cell.hour * 60 + cell.minute
            return _within(cell.date(), minute or None)
        case date():
            return _within(cell, None)
        case int() | float():
            return _of_number(float(cell), from_1904)
        case time() | timedelta():
            return bad("time-without-day")
    return _read_text(cell, from_1904)


@lru_cache(maxsize=1 << 16)
def _read_text(cell: str, from_1904: bool) -> Reading:
    """The same day is written in many columns of many sheets; it is read once."""
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    return _of_text(text, from_1904)


def read_minute(cell: Cell) -> Reading:
    """A time of day in minutes: 10:30, 10时30分, 下午3:20, a part of a day."""
    match cell:
        case bool():
            return bad("not-a-time")
        case datetime() | time():
            return value(cell.hour * 60 + cell.minute)
        case timedelta():
            minutes = cell // timedelta(minutes=1)
            return value(minutes) if 0 <= minutes < _MINUTES else bad("not-a-time")
        case date():
            return bad("not-a-time")
        case int() | float():
            part = float(cell) % 1
            return value(round(part * _MINUTES) % _MINUTES) if cell >= 0 and (part or not cell) else bad("not-a-time")
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    found = _CLOCK.fullmatch(half_width(text).replace(" ", "").lower())
    minute = None if found is None else _minute(found)
    if minute is None:
        timed = _of_text(text, False)
        minute = timed.value[1] if timed.value else None
    return bad("not-a-time") if minute is None else value(minute)


def _of_number(number: float, from_1904: bool) -> Reading:
    """A day of Excel, or a day written as a number of eight digits."""
    if number.is_integer() and 19_000_101 <= number <= 21_001_231:
        return _of_text(str(int(number)), from_1904)
    if not _SERIALS[0] <= number <= _SERIALS[1]:
        return bad("not-a-day")
    whole, part = divmod(number, 1)
    minute = round(part * _MINUTES)
    day = (_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=int(whole) + minute // _MINUTES)
    return _within(day, minute % _MINUTES or None)


def _of_text(text: str, from_1904: bool) -> Reading:
    written = _NEAR_SIGN.sub(r"\1", _WEEKDAY.sub("", half_width(text)).lower().strip(" 。.,;")).replace(" ", "t")
    chinese = _CHINESE.fullmatch(written)
    if chinese is not None:
        year = chinese["year"].translate(_NUMERALS)
        return _calendar_day(year, _numeral(chinese["month"]), _numeral(chinese["day"]), None)
    found = _RUN.fullmatch(written) or _RUN_TIMED.fullmatch(written) or _YEAR_FIRST.fullmatch(written)
    if found is not None:
        named = found.groupdict()
        if len(named["year"]) == 2 and named["sign"] != "年" and int(named["year"]) <= 12:
            return bad("day-ambiguous")
        timed = named.get("hour") is not None
        minute = _minute(found) if timed else None
        if timed and minute is None:
            return bad("not-a-time")
        return _calendar_day(named["year"], int(named["month"]), int(named["day"]), minute or None)
    turned = _YEAR_LAST.fullmatch(written)
    if turned is not None:
        return _year_last(turned)
    if _NUMBER.fullmatch(written):
        return _of_number(float(written), from_1904)
    if _NO_YEAR.fullmatch(written):
        return bad("day-without-year")
    if _NO_DAY.fullmatch(written):
        return bad("day-incomplete")
    return bad("several-days" if _SEVERAL.search(text) else "not-a-day")


def _year_last(found: re.Match[str]) -> Reading:
    """A day with its year at the end; which of the others is the month must be plain."""
    one, other = int(found["one"]), int(found["other"])
    minute = _minute(found) if found["hour"] is not None else None
    if one != other and one <= 12 and other <= 12:
        return bad("day-ambiguous")
    month, day = (one, other) if one <= 12 else (other, one)
    return _calendar_day(found["year"], month, day, minute)


def _calendar_day(year: str, month: int, day: int, minute: int | None) -> Reading:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _CENTURY else 1900
    try:
        return _within(date(number, month, day), minute)
    except ValueError:
        return bad("no-such-day")


def _within(day: date, minute: int | None) -> Reading:
    return value((day_number(day), minute)) if FIRST_YEAR <= day.year <= LAST_YEAR else bad("year-out-of-range")


def _minute(found: re.Match[str]) -> int | None:
    named = found.groupdict()
    hour, minute, half = int(named["hour"]), int(named["minute"] or 0), named.get("half")
    if half in ("下午", "晚上", "pm") and hour < 12:
        hour += 12
    if half in ("凌晨", "am") and hour == 12:
        hour = 0
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _numeral(text: str) -> int:
    """Up to thirty-one, as days are spoken: 二十三, 三十一, 十."""
    tens, ten, ones = text.partition("十")
    digits = "一二三四五六七八九"
    if not ten:
        return digits.find(text) + 1
    return (digits.find(tens) + 1 if tens else 1) * 10 + (digits.find(ones) + 1 if ones else 0)
