"""Blanks that part what belongs together: within a number, between number and unit, between the characters of a line.

Decided case by case, so that two numbers are never made one (a row `12 34 56` stays three numbers):

- A line whose characters all stand apart (`共 办 理 1 2 件`, as from a scan) loses its single blanks.
- A year, month and day are joined, across a line break too, when together they are a year of 1900–2099 before 年
  (`2 0 2 1 年`, `20\\n22年`, `202 1年1 2月`).
- A group of three behind a thousands separator is joined when it has exactly three digits (`1,2 34件`), and a group
  set off by a thin blank (`12 345` with U+2009 or U+202F).
- A decimal point loses its blanks before a unit that takes decimals (`93. 5%`).
- A blank between a number and its unit, and in running text a single blank beside an ideograph, goes (`办理 12 件`).
  Not behind the number of a heading or row (`1 件数`), not in lines with tabs or wide gaps, which are rows of tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yifa.reader.text.cutting import Span

IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff"
_NUMERAL = "〇零一二三四五六七八九十百千万亿两几"
_UNITS = (
    "年月日时分秒个件项次人名户家条份起宗例部处所场批篇册期张块台套辆艘座万亿千百元美港欧美度倍亩公顷里米吨克斤平立升%‰℃"
    "类种余多级轮岁届季周天支队只幅盏头株棵本卷号步站点村镇乡县区市省校班组门间笔单票款"
)
# Each begins with a character and looks back from there, which is several times faster than looking back first.
_DATE = re.compile(
    r"[12](?<![\d.,%][12])(?<!\d [12])(?:(?<=1) ?\n?9|(?<=2) ?\n?0) ?\n?\d ?\n?\d ?\n?年"
    r"(?: ?(?:1 ?[0-2]|\d) ?月(?: ?(?:[12] ?\d|3 ?[01]|\d) ?日)?)?"
)
_MONTH = re.compile(r"(?<=年)(?:1 [0-2]) ?月|(?<=月)(?:[12] \d|3 [01]) ?日")
_THOUSANDS = re.compile(r"\d(?<![\d.,]\d)\d{0,2}(?:,\d{3})*,(?:\d \d\d|\d\d \d|\d \d \d)(?![\d.,]| \d)")
_THIN = re.compile("(?<![\\d.,])\\d{1,3}(?:[\u2009\u202f]\\d{3})+(?!\\d)")
_DECIMAL = re.compile(rf"\d(?<=[{IDEOGRAPH}]\d)\d*(?: \. ?|\. )\d+(?= ?(?:[%‰万亿]|个百分点|元|公里|平方|亩|吨))")
_UNIT = re.compile(rf"(?<=\d) {{1,2}}(?=[{_UNITS}])|(?<=\d) +(?=[%‰])|(?<=\d[万亿千百]) (?=[{_UNITS}])")
_BESIDE = re.compile(
    rf"(?<=[{IDEOGRAPH}]) (?=[\d{IDEOGRAPH}])|(?<=[\d%‰]) (?=[{IDEOGRAPH}])|(?<=[，。；、：]) (?=[\d{IDEOGRAPH}“《])"
)
_BLANKS = re.compile("[ \n\u2009\u202f]+")
_ROW_NUMBER = re.compile(r"\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[.、．)]? ")
_PROSE = re.compile(r"[，。；、,;]")
_WIDE_GAP = re.compile(r"\t|\S {2,}\S")
_IDEOGRAPHS = re.compile(f"[{IDEOGRAPH}]")

LONGEST_LINE = 2000  # in a longer one, line breaks were made blanks


def blanks_to_leave_out(text: str) -> Iterator[Span]:
    """Spans of blanks, and of line breaks within a year, that the view leaves out."""
    if " " not in text and "\n" not in text:
        return
    yield from _blanks_of(match for match in _DATE.finditer(text) if _flows(text, match))
    if " " not in text:
        return
    for pattern in (_MONTH, _THOUSANDS, _DECIMAL):
        yield from _blanks_of(pattern.finditer(text))
    start = 0
    for line in text.split("\n"):
        if " " in line:
            yield from ((start + first, start + last) for first, last in _of_line(line))
        start += len(line) + 1


def thin_blanks(text: str) -> Iterator[Span]:
    """The thin blanks that set off groups of three digits; to be asked before blanks are made alike."""
    yield from _blanks_of(_THIN.finditer(text))


def _blanks_of(matches: Iterator[re.Match[str]]) -> Iterator[Span]:
    for match in matches:
        yield from ((match.start() + one.start(), match.start() + one.end()) for one in _BLANKS.finditer(match[0]))


def _flows(text: str, match: re.Match[str]) -> bool:
    """Whether a year broken by a line feed stands within running text, not in cells below one another."""
    return "\n" not in match[0] or text[match.start() - 1 : match.start()] not in ("", "\n")


def _of_line(line: str) -> Iterator[Span]:
    body = line.strip(" ")
    if not body:
        return
    indent = line.index(body[0])
    tokens = body.split(" ")
    if len(tokens) >= 6 and _spaced_out(tokens):
        at = indent
        for token, following in pairwise(tokens):
            at += len(token)
            if token and following:
                yield at, at + 1
            at += 1
        return
    row = _ROW_NUMBER.match(line)
    first = row.end() if row else 0
    yield from (match.span() for match in _UNIT.finditer(line) if match.start() >= first)
    if (
        len(body) <= LONGEST_LINE
        and _PROSE.search(body)
        and not _WIDE_GAP.search(body)
        and len(_IDEOGRAPHS.findall(body)) >= 8
    ):
        yield from (
            match.span()
            for match in _BESIDE.finditer(line)
            if match.start() >= first and not _beside_numeral(line, match.start())
        )


def _spaced_out(tokens: list[str]) -> bool:
    """Whether the characters of a line stand apart: nearly every piece is one character, most are ideographs."""
    pieces = [token for token in tokens if token]
    single = sum(1 for token in pieces if len(token) == 1)
    ideographs = sum(1 for token in pieces if _IDEOGRAPHS.match(token))
    return 10 * single >= 9 * len(pieces) and 2 * ideographs >= len(pieces)


def _beside_numeral(line: str, at: int) -> bool:
    """Whether a Chinese numeral touches the blank on one side and a digit or numeral stands on the other."""
    before, after = line[at - 1], line[at + 1]
    numerals = sum(character in _NUMERAL for character in (before, after))
    digits = sum(character.isdigit() for character in (before, after))
    return numerals > 0 and numerals + digits == 2
