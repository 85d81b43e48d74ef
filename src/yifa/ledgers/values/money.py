"""Money in fen: 5000, 5,000.00元, 0.5万元, 壹万元整, 一万二千元; whole numbers.

An amount that says its unit has that unit, whatever the heading says.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from yifa.ledgers.sheets import Cell
from yifa.ledgers.values.readings import Reading, bad, value
from yifa.ledgers.values.texts import half_width, plain, unsaid

_SIGNS = re.compile(r"人民币|rmb|cny|[¥￥$,，\s]")
_UNITS = {
    "": None,
    "元": 1,
    "圆": 1,
    "块": 1,
    "万元": 10_000,
    "万": 10_000,
    "亿元": 100_000_000,
    "亿": 100_000_000,
    "千元": 1000,
}
_SHAPE = re.compile(
    r"(?P<number>[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(?P<unit>亿元|万元|千元|亿|万|元|圆|块)?整?"
)
_DIGITS = {
    sign: place
    for signs in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", " 壹貳參肆伍陸柒捌玖")
    for place, sign in enumerate(signs)
}
_DIGITS |= {"两": 2, "弍": 2, "叄": 3}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_CHINESE = re.compile(r"(?P<whole>[^元圆角分整正]+)(?:[元圆])?(?:(?P<tenths>.)角)?(?:零?(?P<cents>.)分)?[整正]?")
_MOST = 10**16
_COUNTERS = re.compile(r"(?:人|名|位|次|件|个|户|家|份|项|起|宗|岁|周岁)$")


def read_money(cell: Cell, *, factor: int = 1) -> Reading:
    """An amount in fen; `factor`: how many yuan a bare number of the column counts (万元: 10000)."""
    if isinstance(cell, bool):
        return bad("not-money")
    if isinstance(cell, int | float):
        return _fen(Decimal(repr(cell)), factor)
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    written = _SIGNS.sub("", half_width(text).lower())
    found = _SHAPE.fullmatch(written)
    if found is not None:
        unit = _UNITS[found["unit"] or ""]
        try:
            return _fen(Decimal(found["number"]), factor if unit is None else unit)
        except InvalidOperation:
            return bad("not-money")
    return _spoken(written, factor)


def read_number(cell: Cell) -> Reading:
    """A whole number; one word that counts (人, 次, 件, 岁 …) may stand after it."""
    if isinstance(cell, bool):
        return bad("not-a-number")
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    written = _COUNTERS.sub("", half_width(text).replace(" ", "").replace(",", ""))
    try:
        number = Decimal(written)
    except InvalidOperation:
        spoken = chinese_number(written)
        return bad("not-a-number") if spoken is None else value(spoken)
    if not number.is_finite() or number != number.to_integral_value() or abs(number) >= _MOST:
        return bad("not-a-number")
    return value(int(number))


def _fen(amount: Decimal, factor: int) -> Reading:
    if not amount.is_finite() or abs(amount) >= _MOST:
        return bad("not-money")
    fen = (amount * factor * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return bad("negative") if fen < 0 else value(int(fen))


def _spoken(text: str, factor: int) -> Reading:
    """An amount in Chinese numerals."""
    found = _CHINESE.fullmatch(text)
    whole = None if found is None else chinese_number(found["whole"])
    if found is None or whole is None:
        return bad("not-money")
    parts = [_DIGITS.get(found[name] or "零") for name in ("tenths", "cents")]
    if None in parts:
        return bad("not-money")
    said_unit = "元" in text or "圆" in text
    fen = whole * 100 * (1 if said_unit else factor) + (parts[0] or 0) * 10 + (parts[1] or 0)
    return value(fen) if fen < _MOST else bad("not-money")


def chinese_number(text: str) -> int | None:
    """A whole number in Chinese numerals, those for money too; None where it is none.

    >>> [chinese_number(text) for text in ("壹万", "一万二千", "三百零五", "两万五", "十二", "壹拾万伍仟")]
    [10000, 12000, 305, None, 12, 105000]
    """
    total = section = digit = 0
    pending = False
    for sign in text:
        if sign in _DIGITS and sign != " ":
            if pending and digit:
                return None
            digit, pending = _DIGITS[sign], True
        elif sign in _SMALL:
            if not pending and section:
                return None
            section += (digit if pending else 1) * _SMALL[sign]
            digit, pending = 0, False
        elif sign in _LARGE and (section or digit or total):
            total = (
                (total + section + digit) * _LARGE[sign]
                if _LARGE[sign] > 10_000
                else total + (section + digit) * _LARGE[sign]
            )
            section, digit, pending = 0, 0, False
        else:
            return None
    if pending and digit and text[-2:-1] in (*_LARGE, *_SMALL) and text[-2:-1] not in ("十", "拾"):
        return None  # 两万五 is spoken of 25000 and of nothing else; it is not written in ledgers
    return total + section + digit if text else None
