"""Numbers as paragraphs are numbered with: 一、（二） ③ IV. c) — the number formats of word processors.

>>> [numeral(n, "chineseCountingThousand") for n in (1, 10, 12, 20, 101, 1010)]
['一', '十', '十二', '二十', '一百零一', '一千零一十']
>>> numeral(4, "upperRoman"), numeral(28, "lowerLetter"), numeral(3, "decimalEnclosedCircle")
('IV', 'bb', '③')
"""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_COUNTING = {
    "chineseCounting": (_DIGITS, "十百千"),
    "chineseCountingThousand": (_DIGITS, "十百千"),
    "japaneseCounting": (_DIGITS, "十百千"),
    "taiwaneseCounting": (_DIGITS, "十百千"),
    "taiwaneseCountingThousand": (_DIGITS, "十百千"),
    "chineseLegalSimplified": (_LEGAL, "拾佰仟"),
    "ideographLegalTraditional": (_LEGAL_TRADITIONAL, "拾佰仟"),
    "japaneseLegal": (_LEGAL_TRADITIONAL, "拾佰仟"),
}
_DIGIT_BY_DIGIT = {
    "ideographDigital": _DIGITS,
    "japaneseDigitalTenThousand": _DIGITS,
    "taiwaneseDigital": _DIGITS,
    "koreanDigital2": _DIGITS,
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
}
_CYCLES = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}
# first character and how many follow one another in Unicode
_RUNS = {
    "decimalEnclosedCircle": ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)),
    "decimalEnclosedCircleChinese": ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)),
    "decimalEnclosedParen": ((1, 20, 0x2474),),
    "decimalEnclosedFullstop": ((1, 20, 0x2488),),
    "ideographEnclosedCircle": ((1, 10, 0x3280),),
}
NO_NUMBER = frozenset({"none", "bullet"})
"""Formats that show no number."""


def numeral(n: int, style: str) -> str:
    """A number in one of the formats of WordprocessingML (`w:numFmt`); unknown formats and n < 1 give Arabic digits."""
    if style in NO_NUMBER:
        return ""
    if n < 1:
        return str(n)
    if style in _COUNTING:
        return _counted(n, *_COUNTING[style])
    if style in _DIGIT_BY_DIGIT:
        return str(n).translate(str.maketrans("0123456789", _DIGIT_BY_DIGIT[style]))
    if style in _CYCLES:
        return _CYCLES[style][(n - 1) % len(_CYCLES[style])]
    for first, last, code in _RUNS.get(style, ()):
        if first <= n <= last:
            return chr(code + n - first)
    return _western(n, style)


def _western(n: int, style: str) -> str:
    match style:
        case "upperRoman":
            return _roman(n)
        case "lowerRoman":
            return _roman(n).lower()
        case "upperLetter":
            return _letters(n)
        case "lowerLetter":
            return _letters(n).lower()
        case "decimalZero":
            return f"{n:02}"
        case "ordinal":
            return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
        case "numberInDash":
            return f"- {n} -"
        case _:
            return str(n)


def _counted(n: int, digits: str, units: str) -> str:
    """The number as it is spoken; 十二 and not 一十二 at the front, except in the forms for money."""
    if n >= 10000:
        return str(n)
    spoken, gap = "", False
    for power, unit in zip((3, 2, 1, 0), (*reversed(units), ""), strict=True):
        digit = n // 10**power % 10
        if digit:
            spoken += ("零" if gap else "") + digits[digit] + unit
            gap = False
        else:
            gap = bool(spoken)
    return spoken[1:] if spoken.startswith("一十") else spoken


def _roman(n: int) -> str:
    if n >= 4000:
        return str(n)
    written = ""
    for value, letters in _ROMAN:
        written += letters * (n // value)
        n %= value
    return written


def _letters(n: int) -> str:
    """A … Z, then AA, BB … as word processors do."""
    times, letter = divmod(n - 1, 26)
    return chr(ord("A") + letter) * min(times + 1, 20)
