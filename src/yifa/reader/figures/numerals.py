"""Numerals: how a number is written, in Arabic figures, in Chinese, and in both at once (1亿2000万, 3万8千, 百余).

A numeral is read whole: value, the scale as written (万 → 10000) and the decimals at that scale, and the 余/多/几 that
stands inside it. Nothing here knows units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = SMALL | LARGE
CHINESE = "零〇○一二两三四五六七八九十百千万亿廿卅"
SPACE = "[ \u00a0\u2009\u202f\u3000]?"

_ARABIC = (
    r"(?:\d{1,3}(?:[,\uff0c]\d{3}){1,5}(?![,\uff0c]?\d)|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?! ?\d)|\d+)"
    r"(?:[.\uff0e]\d+)?"
)
ARABIC = re.compile(
    rf"(?P<head>{_ARABIC})"
    rf"(?:(?P<tail>{SPACE}(?:个(?=[余多]?[百千]?[万亿]))?[余多几]?(?:[十百千]{{0,3}}[万亿]+|[十百千](?![万亿]))"
    rf"(?:\d+(?:\.\d+)?[十百千]?[万亿]|\d+[百千](?=[^万亿\d]|$)|\d{{3,4}}(?=元))*)?)"
    rf"(?P<over>{SPACE}[余多几]|[+＋](?=[\u4e00-\u9fff万亿，。；、)]|$))?"
)
WORDS = re.compile(
    rf"(?P<head>[{CHINESE}]+(?:点[零〇一二三四五六七八九]+)?)(?:(?:(?P<inner>[余多几来])|个(?P<more>[余多])?(?=[百千]?[万亿]))(?P<scale>[万亿千百]+)"
    rf")?(?P<over>[余多几来])?"
)
_STEP = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<scale>[十百千万亿]*)")
_SEPARATORS = re.compile("[,\uff0c \u00a0\u2009\u202f\u3000]")
# Longer runs of figures are codes, not numbers; so are longer runs of Chinese numerals.
MOST_FIGURES = 18
# A scale that is no part of the numeral when it begins one of these words.
NOT_A_SCALE = re.compile("(?:千瓦|千克|千米|千伏|千卡|千帕|千字|百分|百强|万元户)")


@dataclass(frozen=True)
class Numeral:
    """A numeral as read: `precision` counts decimals at `scale`; `inner` is the 余, 多, 几 inside or behind it."""

    start: int
    end: int
    value: Decimal
    precision: int
    scale: int
    inner: str | None
    chinese: bool


def read_arabic(text: str, at: int) -> Numeral | None:
    """The numeral in Arabic figures that begins here, with the 万 or 亿 that follows it."""
    found = ARABIC.match(text, at)
    if found is None:
        return None
    head = _SEPARATORS.sub("", found["head"]).replace("．", ".")
    if len(head) > MOST_FIGURES:
        return None
    tail, end = found["tail"], found.end()
    if tail and (unit := NOT_A_SCALE.search(text, found.start("tail"), found.end("tail") + 1)):
        tail, end = text[found.start("tail") : unit.start()], unit.start()
    over = found["over"] if end == found.end() else None
    inner = over.strip() if over else None
    if inner in ("+", "＋"):
        inner = "以上"
    if tail:
        tail = _SEPARATORS.sub("", tail).removeprefix("个")
        if tail and tail[0] in "余多几":
            inner, tail = tail[0], tail[1:]
    value, precision, scale = _compound(head + (tail or ""))
    return Numeral(at, end, value, precision, scale, inner, chinese=False)


def _compound(written: str) -> tuple[Decimal, int, int]:
    """«1亿2000万» step by step: value, decimals of the last step, and its scale."""
    total, precision, scale = Decimal(0), 0, 1
    for step in _STEP.finditer(written):
        scale = 1
        for sign in step["scale"]:
            scale *= SCALES[sign]
        whole, _, decimals = step["number"].partition(".")
        precision = len(decimals)
        total += Decimal(f"{whole}.{decimals}" if decimals else whole) * scale
    return plain(total), precision, scale


def plain(value: Decimal) -> Decimal:
    """The same value without empty decimals and without exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def read_words(text: str, at: int) -> Numeral | None:
    """The Chinese numeral that begins here: 十五, 一万二千, 百余, 三点五, 二〇二二 (read digit by digit)."""
    found = WORDS.match(text, at)
    if found is None:
        return None
    head = found["head"]
    value = chinese_value(head) if len(head) <= MOST_FIGURES else None
    if value is None:
        return None
    whole, _, decimals = head.partition("点")
    end, inner, scale = found.end(), found["inner"] or found["more"], _last_scale(whole)
    if found["scale"]:
        for sign in found["scale"]:
            value *= SCALES[sign]
            scale *= SCALES[sign]
    inner = inner or found["over"]
    if found["over"] == "来" and value % 10:
        end, inner = found.start("over"), None
    if inner == "来":
        inner = "多"
    return Numeral(at, end, value, len(decimals), scale if inner or value % scale == 0 else 1, inner, chinese=True)


def _last_scale(written: str) -> int:
    """The scale a Chinese numeral ends with: 一万二千 is written in thousands, 三万 in ten thousands."""
    scale = 1
    for sign in reversed(written):
        if sign not in LARGE:
            break
        scale *= LARGE[sign]
    return scale


def chinese_value(written: str) -> Decimal | None:
    """The value of a Chinese numeral, None if it is not one (万万一一, 十百)."""
    whole, point, decimals = written.partition("点")
    scaled = any(sign in SCALES or sign in TENS for sign in whole)
    value = _with_scales(whole) if scaled else _digit_by_digit(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    fraction = "".join(str(DIGITS[sign]) for sign in decimals)
    return Decimal(f"{value}.{fraction}")


def _digit_by_digit(whole: str) -> int | None:
    if not whole or (len(whole) > 1 and ("两" in whole or not set(whole) & set("〇○零"))):
        return None  # 七八 and 三五 say a range, not 78 and 35
    return int("".join(str(DIGITS[sign]) for sign in whole))


def _with_scales(whole: str) -> int | None:
    """Reads 十, 百, 千, 万, 亿; each must be smaller than the one before it within its group."""
    total = group = 0
    digit: int | None = None
    last_small, last_scale = 10**4, 1
    for sign in whole:
        if sign in TENS:
            if digit is not None or last_small <= 10:
                return None
            group += TENS[sign]
            digit, last_small, last_scale = None, 10, 1
        elif sign in DIGITS:
            if digit and DIGITS[sign]:
                return None
            digit, last_scale = DIGITS[sign], last_scale if DIGITS[sign] else 1
        elif sign in SMALL:
            if SMALL[sign] >= last_small:
                return None
            group += (1 if digit is None or (digit == 0 and sign == "十") else digit) * SMALL[sign]
            digit, last_small, last_scale = None, SMALL[sign], SMALL[sign]
        else:
            group += digit or 0
            if group == 0 and total == 0:
                group = 1
            if sign == "亿" or total == 0:
                total = (total + group) * LARGE[sign]
            else:
                total += group * LARGE[sign]
            group, digit, last_small, last_scale = 0, None, 10**4, LARGE[sign]
    if digit and last_scale > 1 and whole[-1] in DIGITS and whole[-2] in SCALES and last_scale != 1:
        digit *= last_scale // 10
    return total + group + (digit or 0)
