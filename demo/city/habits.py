"""How each office writes: its way with dates, yes and no, and money; the same in all of its ledgers.

Cells are texts; a date of an office that uses real date cells is the number of the day with a mark (`SERIAL`).
"""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from demo.city.days import EPOCH, number
from demo.city.draws import Draws

FIRST, LAST = number("2000-01-01"), number("2036-12-31")
SERIAL = "\x00"
"""A cell that begins with it is the number of a day in a spreadsheet, not a text."""
EXCEL_ZERO = number("1899-12-30")
UNKNOWN = "不详"
STYLES = ("iso", "dots", "chinese", "compact", "slashes", "serial")
WEIGHTS = (34, 16, 18, 7, 10, 15)


def _written(style: str) -> np.ndarray:
    days = [EPOCH + timedelta(days=one) for one in range(FIRST, LAST + 1)]
    held = np.empty(len(days), dtype=object)
    forms = {
        "iso": lambda day: day.isoformat(),
        "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
        "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
        "compact": lambda day: f"{day.year}{day.month:02}{day.day:02}",
        "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
        "serial": lambda day: f"{SERIAL}{(day - EPOCH).days - EXCEL_ZERO}",
    }
    held[:] = [forms[style](day) for day in days]
    return held


DATES = np.stack([_written(style) for style in STYLES])
CLOCK = np.empty(1440, dtype=object)
CLOCK[:] = [f" {minute // 60:02}:{minute % 60:02}" for minute in range(1440)]
ISO = STYLES.index("iso")
YES_NO = np.array([["否", "是"], ["否", "是"], ["×", "√"], ["无", "有"]], dtype=object)
FULL_WIDTH = str.maketrans("0123456789.-/", "０１２３４５６７８９．－／")


class Habits:
    """The habits of all organs, by their numbers."""

    def __init__(self, organs: int, draws: Draws, *, serial: bool) -> None:
        self.styles = len(STYLES) if serial else len(STYLES) - 1
        weights = np.array(WEIGHTS) * np.array([serial or style != "serial" for style in STYLES])
        self.date = draws.named("date").weighted(organs, weights)
        self.yes_no = draws.named("yes-no").weighted(organs, np.array([70, 10, 20, 0]))
        self.money = draws.named("money").weighted(organs, np.array([80, 12, 8]))

    def days(self, day: np.ndarray, organ: np.ndarray) -> np.ndarray:
        """Days as these organs write them; one in forty otherwise, as different people fill the sheet in."""
        turn = (day * 2_654_435_761 + organ * 40_503 + np.arange(day.size) * 97) >> 5
        style = np.where(turn % 40 == 0, (self.date[organ] + 1 + turn // 40 % 3) % self.styles, self.date[organ])
        return DATES[style, day - FIRST]

    def moments(self, day: np.ndarray, minute: np.ndarray, organ: np.ndarray) -> np.ndarray:
        """Days with the time of day; offices with real date cells write these as texts."""
        style = np.where(np.array(STYLES, dtype=object)[self.date[organ]] == "serial", ISO, self.date[organ])
        style = np.where(style == STYLES.index("compact"), ISO, style)
        return DATES[style, day - FIRST] + CLOCK[minute]

    def truths(self, value: np.ndarray, organ: np.ndarray) -> np.ndarray:
        """Yes and no."""
        return YES_NO[self.yes_no[organ], value.astype(np.int64)]

    def amounts(self, fen: np.ndarray, organ: np.ndarray, factor: int) -> np.ndarray:
        """Amounts in yuan, or in tens of thousands of them (`factor` 10000)."""
        found = np.empty(fen.size, dtype=object)
        kinds, at = np.unique(fen, return_inverse=True)
        for way in np.unique(self.money[organ]).tolist() if fen.size else ():
            texts = np.empty(kinds.size, dtype=object)
            texts[:] = [_amount(one, way, factor) for one in kinds.tolist()]
            own = self.money[organ] == way
            found[own] = texts[at[own]]
        return found


def _amount(fen: int, way: int, factor: int) -> str:
    yuan = fen / 100 / factor
    plain = f"{yuan:.6f}".rstrip("0").rstrip(".") or "0"
    if factor > 1 or way == 0:
        return plain
    return f"{yuan:,.2f}" if way == 1 and yuan >= 1000 else f"{plain}元" if way == 2 else plain
