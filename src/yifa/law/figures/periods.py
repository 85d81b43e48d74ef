"""Periods of whole months: what a figure is of.

A month is a whole number, twelve times the year plus the month before it, so that months of a period are a range and
every engine compares whole numbers only.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """From the first month to the last, both within it."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period that ends before it begins: {self}")

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls(month_number(year, 1), month_number(year, 12))

    @classmethod
    def months(cls, first: tuple[int, int], last: tuple[int, int]) -> Period:
        """From a year and month to another."""
        return cls(month_number(*first), month_number(*last))

    @classmethod
    def read(cls, text: str) -> Period:
        """A period as people write it; raises `ValueError`.

        >>> [str(Period.read(one)) for one in ("2025", "2025-03", "2025-01..2025-11")]
        ['2025', '2025-03', '2025-01..2025-11']
        """
        first, _, last = text.partition("..")
        one, other = _read(first), _read(last or first)
        return cls(one.first, other.last)

    @property
    def before(self) -> Period:
        """The same months a year earlier."""
        return Period(self.first - 12, self.last - 12)

    @property
    def first_day(self) -> date:
        """The first day of it."""
        return date(self.first // 12, self.first % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of it: the cut-off day of what is counted at its end."""
        year, month = self.last // 12, self.last % 12 + 1
        return date(year, month, calendar.monthrange(year, month)[1])

    def __str__(self) -> str:
        if self.first % 12 == 0 and self.last == self.first + 11:
            return str(self.first // 12)
        months = [f"{month // 12}-{month % 12 + 1:02}" for month in (self.first, self.last)]
        return months[0] if self.first == self.last else "..".join(months)


def month_number(year: int, month: int) -> int:
    """The number of a month (1 to 12) of a year."""
    if not 1 <= month <= 12:
        raise ValueError(f"{month} is no month: expected 1 to 12")
    return year * 12 + month - 1


def _read(text: str) -> Period:
    parts = text.strip().split("-")
    if not 1 <= len(parts) <= 2 or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        raise ValueError(f"«{text}» is no period: expected 2025, 2025-03 or 2025-01..2025-11")
    return Period.year(int(parts[0])) if len(parts) == 1 else Period(*[month_number(*map(int, parts))] * 2)
