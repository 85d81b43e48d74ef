"""Where a heading may begin: the signs officials number by, also damaged ones.

Signs, from the outermost: 第一部分 第一章 · 一、 · (一) · 1. · (1) 1) · ① · 一是 第一， — a heading begins a line;
inside a line only 一是 and its kin, and such signs as continue a row that is under way (`…。二、`). What begins a line
and is no heading is passed over: a date or decimal (`3.15`), a list (`一、二季度`), a quantity (`1、2号`), a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_CN = "[一二三四五六七八九十百]{1,4}|[壹贰叁肆伍陆柒捌玖拾]{1,3}"
_FEW = "[一二三四五六七八九十]{1,3}"
_NO_SIGN = "[一二三四五六七八九十级类次个项)）、年月至到—-]"
LONGEST_TITLE = 60


class Style(IntEnum):
    """A way to number, the outermost first."""

    PART = 0
    CHINESE = 1
    BRACKETED = 2
    ARABIC = 3
    ARABIC_BRACKETED = 4
    CIRCLED = 5
    COUNTED = 6  # 一是, 第一，


@dataclass(frozen=True)
class Mark:
    """A sign that may number a heading: its span with the blanks behind it, and the number that it writes, if it does.

    `flaw` tells what is wrong with the sign itself: `lost` the number, `sign` a bracket; `loose` is a sign that is also
    written where no heading is. `opens_line` is false inside a line. `word` is how a part is called (`部分`, `章`).
    """

    start: int
    end: int
    style: Style
    number: int | None
    opens_line: bool = True
    flaw: str = ""
    word: str = ""


_SHAPES: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (Style.PART, re.compile(rf"第(?P<n>{_CN}|\d{{1,2}})(?P<word>部分|章|篇|编|单元)[\s、:：.,，]*(?=\S)")),
    (Style.BRACKETED, re.compile(rf"[(（〔\[【][ ]*(?P<n>{_CN})[ ]*[)）〕\]】][、.．,， ]*")),
    (Style.BRACKETED, re.compile(rf"(?P<flaw>[(（])(?P<n>{_FEW})(?!{_NO_SIGN})[ 、]*")),
    (Style.BRACKETED, re.compile(r"(?P<flaw>)(?P<n>[一二三四五六七八九十]{1,3})[)）][、.．,， ]*")),
    (Style.BRACKETED, re.compile(r"(?P<circle>[㈠-㈩])[、.．, ]*")),
    (Style.BRACKETED, re.compile(r"(?P<lost>[(（][ ]{0,3}[)）])(?=[\u4e00-\u9fff])")),
    (Style.COUNTED, re.compile(r"(?P<n>[一二三四五六七八九十]{1,2})(?:是(?![否非])|要(?=[\u4e00-\u9fff]))[,，:： ]?")),
    (Style.COUNTED, re.compile(r"(?:第|其)(?P<n>[一二三四五六七八九十]{1,2})(?:个?方面)?(?:是|[,，、:：])[ ]?")),
    (Style.CHINESE, re.compile(rf"(?P<n>{_CN})[ ]*(?:[、.．,，:：]+[ ]*|[ ]{{1,4}}(?=[\u4e00-\u9fff“《]))")),
    (Style.CHINESE, re.compile(r"(?P<lost>[、])[ ]*(?=[\u4e00-\u9fff“])")),
    (Style.ARABIC_BRACKETED, re.compile(r"[(（][ ]*(?P<n>\d{1,2})[ ]*[)）][、.．, ]*(?=[^\d\s])")),
    (Style.ARABIC_BRACKETED, re.compile(r"(?P<n>\d{1,2})[)）][、.．, ]*(?=[^\d\s])")),
    (Style.ARABIC_BRACKETED, re.compile(r"(?P<circle>[⑴-⒇])[、.．, ]*")),
    (Style.ARABIC, re.compile(r"(?P<n>\d{1,2})[ ]?[.．、][ ]*(?=[^\d\s.%]|(?:19|20)\d\d年)")),
    (Style.ARABIC, re.compile(r"(?P<circle>[⒈-⒛])[ ]*")),
    (Style.CIRCLED, re.compile(r"(?P<circle>[①-⑳❶-❿])[、.．, ]*")),
)  # fmt: skip
_LINE_START = re.compile(r"(?:^|(?<=\n))[ \t•·●■◆★▲*#]*(?=[^\s])")
# A list or quantity at the start of a line is no heading: 一、二季度 · 二、三产业 · 一、二、三级 · 1、2号.
_LIST = re.compile(
    r"(?P<n>[一二三四五六七八九十]{1,2}|\d{1,3})(?P<more>[、,，]|[级类档线等审批季产期轮届号楼层月日次项个])?"
)
_YEAR = re.compile(r"(?:19|20)\d\d年")
_INSIDE = re.compile(
    rf"(?<=[。；;：:!！?？”」』)）])[ ]{{0,3}}(?:(?P<counted>{_FEW}是(?!否)|[第其]{_FEW}[,，、]|{_FEW}要(?=[一-龥]))"
    rf"|(?P<chinese>{_FEW}、)|(?P<circled>[①-⑳]))"
    rf"|(?<=[,，])(?P<listed>{_FEW}是(?!否))"
    r"|(?<=[。；;])(?P<lost>、(?=[一-龥“]))"
    rf"|(?P<bracketed>[(（]{_FEW}[)）])"
    r"|(?<=[。；;：:])(?P<arabic>\d{1,2}[.．、](?=[一-龥“《]))"
    r"|(?<=[。；;：:])(?P<arabic_bracketed>[(（]\d{1,2}[)）])"
)


def marks(text: str) -> Iterator[Mark]:
    """Every sign of the view that may number a heading, in the order of the text."""
    for line_start in _LINE_START.finditer(text):
        at = line_start.end()
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        opening = None if "\t" in text[at : min(stop, at + 200)] else _opening(text, at)
        if opening is not None:
            yield opening
            at = opening.end
        yield from _inside(text, at, stop)


def _opening(text: str, at: int) -> Mark | None:
    for style, shape in _SHAPES:
        match = shape.match(text, at)
        if match is None:
            continue
        found = match.groupdict()
        if found.get("lost"):
            return Mark(at, match.end(), style, None, flaw="lost")
        number = value_of(found.get("n") or found["circle"])
        if number is None or (style in (Style.CHINESE, Style.ARABIC) and _goes_on(text, match.end(), number)):
            return None
        flaw = "sign" if found.get("flaw") is not None else ""
        if style is Style.CHINESE and "、" not in match[0]:
            flaw = "loose"
        return Mark(at, match.end(), style, number, flaw=flaw, word=found.get("word") or "")
    return None


def _inside(text: str, at: int, stop: int) -> Iterator[Mark]:
    for match in _INSIDE.finditer(text, at, stop):
        sort = match.lastgroup or ""
        sign = match[sort]
        start = match.start(sort)
        if sort == "lost":
            yield Mark(start, match.end(), Style.ARABIC, None, opens_line=False, flaw="lost")
            continue
        style = {
            "chinese": Style.CHINESE, "bracketed": Style.BRACKETED, "arabic": Style.ARABIC, "circled": Style.CIRCLED,
            "arabic_bracketed": Style.ARABIC_BRACKETED,
        }.get(sort, Style.COUNTED)  # fmt: skip
        number = value_of(sign.strip("()（）.．、,，第其是要"))
        if number is not None and not (style is Style.CHINESE and _goes_on(text, match.end(), number)):
            yield Mark(start, match.end(), style, number, opens_line=False)


def _goes_on(text: str, at: int, number: int) -> bool:
    """Whether a number behind the sign makes it a list (一、二季度) and not a heading (一、一年来的工作)."""
    match = _LIST.match(text, at)
    if match is None or _YEAR.match(text, at):
        return False
    if match["n"].isdecimal():
        return True
    return match["more"] is not None and (match["more"] in "、,，" or value_of(match["n"]) == number + 1)


def value_of(written: str) -> int | None:
    """The number that a sign writes: 十二, 12, ⑿ are 12; None when it writes none.

    >>> [value_of(one) for one in ("三", "十", "二十一", "７", "③", "㈣", "百")]
    [3, 10, 21, 7, 3, 4, None]
    """
    if written.isdecimal():
        return int(written)
    if len(written) == 1:
        for first, count in (("①", 20), ("⑴", 20), ("⒈", 20), ("㈠", 10), ("❶", 10)):
            if 0 <= ord(written) - ord(first) < count:
                return ord(written) - ord(first) + 1
    written = written.replace("拾", "十")
    tens, ten, ones = written.partition("十")
    if not ten:
        return _DIGITS.get(written)
    high = 1 if not tens else _DIGITS.get(tens)
    low = 0 if not ones else _DIGITS.get(ones)
    return None if high is None or low is None else 10 * high + low


def written_as(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals; beyond that in digits.

    >>> written_as(3), written_as(10), written_as(21), written_as(100)
    ('三', '十', '二十一', '100')
    """
    if not 0 < number < 100:
        return str(number)
    names = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else names[tens] + "十") + (names[ones] if ones else "")
