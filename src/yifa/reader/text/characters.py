"""Characters brought to one form, each by itself: full-width to ASCII, blanks to a blank, compatibility forms to plain.

What is decided here, and why:

- Full-width digits, letters, brackets and signs become ASCII (`２０２２年（％）` → `2022年(%)`): one form for all.
- The full-width comma stays (`12，345` is a list of two numbers), except between full-width digits in the form of a
  thousands separator (`１２，３４５`), where whoever typed it meant the separator.
- Circled and bracketed numbers (①, ⑴, ㈠) stay: they number items, and as plain digits they would join the number
  behind them. Superscripts (m²) and units of one character (㎡, ℃, ‰) stay.
- Every blank (no-break, ideographic, thin …) becomes a plain blank, every line separator a line feed.
- Radicals and compatibility ideographs of badly made PDF files (⼀, ⻓) become the character they look like.
- A zero drawn as a circle or a letter becomes 〇 within a year in Chinese numerals (`二○二二年`), a letter O or l
  a digit within a year (`2O22年`): nowhere else is that certain.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from yifa.reader.text.cutting import put_at

_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0100-\U000e01ef\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]+"
)
# Radicals that Unicode gives no plain form, as PDF files of office programs have them.
_RADICALS = dict(
    zip(
        "⺠⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻰⺟⺣⺫⺼⻄⻳⺎⺁⺌",
        "民见角贝车长门青页风飞食马鱼鸟黄齐龙母火目肉西龟兀厂小",
        strict=True,
    )
)

_WIDE_THOUSANDS = re.compile(r"(?<![０-９，．])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])")
_CIRCLE_YEAR = re.compile(r"[一二三四五六七八九][一二三四五六七八九〇零○◯OoОо0]{3}(?=年)")
_LETTER_YEAR = re.compile(r"(?<![0-9A-Za-z])[12][0-9OoОоIl|]{3}(?=年)")
_CIRCLES = str.maketrans("○◯OoОо0", "〇" * 7)
_LETTERS = str.maketrans("OoОоIl|", "0000111")


def plain_characters(text: str) -> str:
    """The text with every character in its plain form; as long as before.

    >>> plain_characters("２０２２年办理１，２３４件，占８２．５％")
    '2022年办理1,234件，占82.5%'
    >>> plain_characters("二○二二年①12\\u3000件")
    '二〇二二年①12 件'
    """
    if "，" in text:
        commas = (
            (match.start() + index, ",")
            for match in _WIDE_THOUSANDS.finditer(text)
            for index, character in enumerate(match[0])
            if character == "，"
        )
        text = put_at(text, commas)
    text = text.translate(_table())
    text = _CIRCLE_YEAR.sub(lambda match: match[0].translate(_CIRCLES), text)
    return _LETTER_YEAR.sub(_letters_of_a_year, text)


def _letters_of_a_year(match: re.Match[str]) -> str:
    return match[0].translate(_LETTERS) if sum(c.isdigit() for c in match[0]) >= 2 else match[0]


@cache
def _table() -> dict[int, str]:
    table = {ord(blank): " " for blank in _BLANKS} | {ord(line): "\n" for line in _LINES}
    del table[ord("\t")]
    for code in range(0xFF01, 0xFF5F):
        table[code] = chr(code - 0xFEE0)
    del table[ord("，")]
    blocks = [range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20), range(0x1D7CE, 0x1D800)]
    small_forms = range(0xFE50, 0xFE70)
    for code in (code for block in (*blocks, small_forms) for code in block):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and ord(plain) != code:
            table[code] = plain
    return table | {ord(radical): plain for radical, plain in (_RADICALS | {"﹐": "，"}).items()}
