"""Lengths of time as statutes write them: a whole number and its unit.

A length never loses its unit: 20 calendar days and 20 working days are different things, and a bare 「二十日」 means
one or the other by the statute's own counting rule (行政处罚法 85, 行政许可法 82, …), which is looked up, not assumed.

>>> parse_length("20 working days")
Length(n=20, unit=<Unit.WORKING_DAYS: 'working days'>)
>>> str(parse_length("六个月"))
'6 months'
>>> parse_length("二十日").unit          # the statute decides which days
<Unit.STATUTORY_DAYS: 'days'>
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What is counted."""

    MINUTES = "minutes"
    HOURS = "hours"
    CALENDAR_DAYS = "calendar days"
    WORKING_DAYS = "working days"
    STATUTORY_DAYS = "days"  # 「日」: calendar or working days, as the statute's counting rule says
    MONTHS = "months"
    YEARS = "years"


class NotALength(ValueError):
    """A text that is no length; `found` holds it."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(
            f"{found!r} is not a length: expected a whole number with its unit, such as «20 working days», "
            "«15 calendar days», «6 months», «2 years», «24 hours», 「20个工作日」 or 「六十日」"
        )


@dataclass(frozen=True, slots=True)
class Length:
    """A whole, positive number of one unit."""

    n: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.n < 1:
            raise NotALength(f"{self.n} {self.unit}")

    def __str__(self) -> str:
        return f"{self.n} {self.unit}"


_UNITS = {
    Unit.MINUTES: ("minute", "minutes", "min", "分钟"),
    Unit.HOURS: ("hour", "hours", "h", "小时", "个小时"),
    Unit.CALENDAR_DAYS: ("calendar day", "calendar days", "cal", "自然日", "个自然日", "日历天", "日历日"),
    Unit.WORKING_DAYS: ("working day", "working days", "wd", "工作日", "个工作日"),
    Unit.STATUTORY_DAYS: ("day", "days", "日", "天"),
    Unit.MONTHS: ("month", "months", "mo", "月", "个月"),
    Unit.YEARS: ("year", "years", "yr", "年"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SHAPE = re.compile(r"\s*(?P<number>[0-9０-９]+|[零〇一二两三四五六七八九十百]+)\s*(?P<unit>\D+?)\s*")


def parse_length(text: str) -> Length:
    """Read a length in English or Chinese, digits or numerals; raises `NotALength` naming what was expected."""
    match = _SHAPE.fullmatch(_HYPHEN.sub(" ", text))
    unit = _UNIT_OF.get(match["unit"].lower()) if match else None
    if match is None or unit is None:
        raise NotALength(text)
    number = match["number"]
    n = int(number) if number[0].isdigit() else _chinese_number(number)
    if n < 1:
        raise NotALength(text)
    return Length(n, unit)


def _chinese_number(numerals: str) -> int:
    """Whole numbers below a thousand, the largest any term has: 十五 → 15, 一百二十 → 120."""
    total, digit = 0, 0
    for sign in numerals:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
