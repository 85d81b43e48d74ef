"""Set phrases of official language whose numerals count nothing: 三项制度, 四个意识, 八项规定, 五位一体.

They stand in `sayings.yaml`; some hold in Arabic figures as well. What makes a slogan of «四个…» is told by the words
behind.
"""

from __future__ import annotations

import re

from yifa.reader.figures.vocabulary import word_lists

_WORDS = word_lists("yifa.reader.figures", "sayings")
_FIXED = frozenset(_WORDS["fixed"])
_PLANS = "|".join(_WORDS["plans"])
_NUMERAL = r"[一二两三四五六七八九十\d]{1,4}"
_DIGITS = {"两": "两2", "三": "三3", "四": "四4", "五": "五5", "六": "六6", "七": "七7", "八": "八8", "九": "九9"}


def _either(phrase: str) -> str:
    """The phrase with its numeral in either writing, where Arabic figures leave it what it is."""
    signs = _DIGITS.get(phrase[0]) if phrase in _FIXED else None
    return f"[{signs}]{re.escape(phrase[1:])}" if signs else re.escape(phrase)


_EITHER = "|".join(
    [
        rf"{_NUMERAL}(?:[—-]{_NUMERAL})?年(?:{_PLANS})",
        *(_either(one) for one in sorted(_WORDS["phrases"], key=len, reverse=True)),
    ]
)
# Looked at first, so that other signs are passed over quickly.
_FIRST = "".join(sorted({phrase[0] for phrase in _WORDS["phrases"]}))
SAYING = re.compile(rf"(?=[\d一二两三四五六七八九十{_FIRST}])(?:{_EITHER})")
# What stands behind «N个» in a slogan or an announcement: words of appeal, or parts of a speech, not things counted.
SLOGAN = re.compile("|".join(_WORDS["slogans"]))
_LEVELS = re.compile(r"(?:[省市县区州乡镇村街道办社居企园旗国]|街道|社区|部门|开发区|村居)[)）]?[、]?$")


def sums_up_levels(text: str, at: int) -> bool:
    """Whether «三级» here sums up the levels named before it (市县乡三级; 省、市、县、乡四级)."""
    return _LEVELS.search(text, max(0, at - 6), at) is not None
