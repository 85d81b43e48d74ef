"""What is recognised before any number is read: mark-up, titles in 《》, quoted names, dates, codes, set phrases.

A covered place holds no figure. Dates, codes, ordinals and ranks come out as numbers of those kinds; titles, quoted
names and set phrases come out as nothing at all.
"""

from __future__ import annotations

import re
from decimal import Decimal

from yifa.reader.figures.codes import find_codes, find_ordinals
from yifa.reader.figures.dates import DAY, day_alone, find_dates
from yifa.reader.figures.sayings import SAYING
from yifa.reader.reading import FigureKind, Number

_MARKUP = re.compile(
    r"</?[A-Za-z!][^<>\n]{0,400}>|&#?\w{1,8};|(?:https?://|www\.)[\x21-\x7e]+|[A-Za-z\d._+-]{1,64}@[A-Za-z\d.-]+"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量)\s?[:：]\s?\d{1,9}\s?次?(?=\s|$)"
)
_TITLE = re.compile(r"《[^《》\n]{0,120}(?:《[^《》\n]{0,80}》[^《》\n]{0,80}){0,3}》|〈[^〈〉\n]{0,60}〉")
_QUOTED = re.compile(r"“([^“”\n]{1,16})”|‘([^‘’\n]{1,16})’|「([^「」\n]{1,16})」|\"([^\"\n，。；,;:：]{1,16})\"")
# A quoted name is short; beyond that, figures in Arabic within quotation marks are read.
_LONGEST_NAME = 12
ALL, WORDS_ONLY = 1, 2


class Covers:
    """The covered places of a text, and the numbers that say when or which but not how many."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mask = bytearray(len(text) + 1)
        self.numbers: list[Number] = []
        for found in _MARKUP.finditer(text):
            self.cover(found.start(), found.end())
        for found in _TITLE.finditer(text):
            self.cover(found.start(), found.end())
        for found in _QUOTED.finditer(text):
            inside = found.group()[1:-1]
            named = len(inside) <= _LONGEST_NAME or "+" in inside
            self.cover(found.start(), found.end(), ALL if named else WORDS_ONLY)
        self._cover_dates()
        self._cover_codes()
        for found in SAYING.finditer(text):
            self.cover(found.start(), found.end())

    def cover(self, start: int, end: int, how: int = ALL) -> None:
        """Mark a place as holding no figure."""
        self._mask[start:end] = bytes([how]) * (end - start)

    def free(self, at: int, *, words: bool = False) -> bool:
        """Whether a figure may begin here; `words` asks for a Chinese numeral."""
        how = self._mask[at]
        return how == 0 or (how == WORDS_ONLY and not words)

    def _cover_dates(self) -> None:
        for date in find_dates(self._text):
            if self.free(date.start):
                self._add(date.start, date.end, date.value, FigureKind.DATE, date.unit, date.value_to)
        for found in DAY.finditer(self._text):
            if self.free(found.start()) and (day := day_alone(self._text, found)):
                self._add(day.start, day.end, day.value, FigureKind.DATE, day.unit, None)

    def _cover_codes(self) -> None:
        for named in (*find_codes(self._text), *find_ordinals(self._text)):
            if self.free(named.start) and self.free(named.end - 1):
                self._add(named.start, named.end, named.value, named.kind, named.unit, None)

    def _add(
        self, start: int, end: int, value: Decimal, kind: FigureKind, unit: str | None, to: Decimal | None
    ) -> None:
        self.cover(start, end)
        written = self._text[start:end]
        self.numbers.append(Number(start, end, value, to, unit, kind, written, 0, 1))
