"""A language to speak in: `language("zh")` or `language("en")`.

>>> from datetime import date
>>> language("en").day(date(2024, 9, 25))
'Wed 25 Sep 2024'
>>> language("zh").day(date(2024, 9, 25))
'2024年9月25日（周三）'
>>> language("en").days(date(2024, 10, 1), date(2024, 10, 7))
'1–7 Oct 2024'
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

LOCALE = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "yifa"

_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS_ZH = "一二三四五六日"
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Language:
    """One of the two languages, with its catalogue."""

    tag: str
    catalogue: gettext.NullTranslations

    def say(self, message: str, /, **values: Any) -> str:
        """A whole message, translated, with its `{values}` put in."""
        return self.catalogue.gettext(message).format(**values)

    def term(self, context: str, message: str, /) -> str:
        """A term of the field; `context` is its id in the glossary."""
        return self.catalogue.pgettext(context, message)

    def count(self, one: str, many: str, n: int, /, **values: Any) -> str:
        """A message that depends on a number."""
        return self.catalogue.ngettext(one, many, n).format(n=n, **values)

    def weekday(self, day: date) -> str:
        """The short name of a day of the week."""
        return f"周{_WEEKDAYS_ZH[day.weekday()]}" if self.tag == "zh" else _WEEKDAYS_EN[day.weekday()]

    def day(self, day: date) -> str:
        """A date with its weekday, as people write it."""
        if self.tag == "zh":
            return f"{day.year}年{day.month}月{day.day}日（{self.weekday(day)}）"
        return f"{self.weekday(day)} {day.day} {_MONTHS_EN[day.month - 1]} {day.year}"

    def moment(self, moment: datetime) -> str:
        """A date and the time of day."""
        return f"{self.day(moment.date())}{'' if self.tag == 'zh' else ' '}{moment:%H:%M}"

    def days(self, first: date, last: date) -> str:
        """A span of days, the year and month said once where they agree."""
        if first == last:
            return self.day(first)
        if self.tag == "zh":
            year = "" if first.year == last.year else f"{last.year}年"
            month = "" if first.year == last.year and first.month == last.month else f"{last.month}月"
            return f"{first.year}年{first.month}月{first.day}日至{year}{month}{last.day}日"
        end = f"{last.day} {_MONTHS_EN[last.month - 1]} {last.year}"
        if first.year != last.year:
            return f"{first.day} {_MONTHS_EN[first.month - 1]} {first.year} – {end}"
        if first.month != last.month:
            return f"{first.day} {_MONTHS_EN[first.month - 1]} – {end}"
        return f"{first.day}–{end}"

    def list(self, parts: list[str]) -> str:
        """Several things in a row."""
        return ("；" if self.tag == "zh" else "; ").join(parts)


@cache
def language(tag: str) -> Language:
    """The language for a tag such as `zh`, `zh-Hans`, `zh_CN.UTF-8` or `en`; Chinese unless the tag is English."""
    if tag.lower().startswith("en"):
        return Language("en", gettext.NullTranslations())
    return Language("zh", gettext.translation(DOMAIN, LOCALE, languages=["zh_Hans"], fallback=True))


CHINESE = "zh"
ENGLISH = "en"
