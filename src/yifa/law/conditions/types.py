"""The types a condition knows, and how a value of each is written down as a plain whole number, text or truth value.

A day is counted from 1970-01-01; money is counted in fen; a time of day in minutes. So every engine compares whole
numbers and texts only, and a wrong comparison (a day with an amount of money) is found when the corpus is read.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

EPOCH = date(1970, 1, 1).toordinal()
MINUTES = 24 * 60
"""Minutes of a day; the last is 1439."""


class Type(StrEnum):
    """What a value is. The names are those written in the corpus and in messages."""

    YES_NO = "yes/no"
    NUMBER = "whole number"
    MONEY = "money"
    DAY = "day"
    WORD = "word"
    NAMES = "names"
    LENGTH = "length"

    @property
    def article(self) -> str:
        """With its article, as messages say it: `a day`, `yes or no`."""
        return _SPOKEN[self]


_SPOKEN = {
    Type.YES_NO: "yes or no",
    Type.NUMBER: "a whole number",
    Type.MONEY: "an amount of money",
    Type.DAY: "a day",
    Type.WORD: "a word",
    Type.NAMES: "a list of names",
    Type.LENGTH: "a length",
}


def day_number(day: date) -> int:
    """A day counted from 1970-01-01."""
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    """The day of a number counted from 1970-01-01.

    >>> day_of(day_number(date(2024, 2, 29)))
    datetime.date(2024, 2, 29)
    """
    return date.fromordinal(number + EPOCH)
