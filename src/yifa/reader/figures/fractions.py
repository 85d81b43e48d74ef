"""Fractions and tenths in words: 百分之九十八点五, 千分之三, 三分之二, 八成. Given as per cent or as a ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yifa.reader.figures.covers import Covers
from yifa.reader.figures.numerals import CHINESE, chinese_value, plain
from yifa.reader.figures.tokens import Token
from yifa.reader.reading import FigureKind

_UNITS = {"百": "%", "千": "‰", "万": "‱"}
_NUMBER = rf"(?:\d{{1,6}}(?:\.\d{{1,6}})?|[{CHINESE}]{{1,8}}(?:点[零〇一二三四五六七八九]{{1,6}})?)"
_FRACTION = re.compile(
    rf"(?P<of>[百千万])分之(?P<n>{_NUMBER})|(?P<whole>[{CHINESE}]{{1,3}}"
    rf"|\d{{1,3}})分之(?P<part>[{CHINESE}]{{1,3}}|\d{{1,3}})"
)
# «超过2/3»: with a stroke only where a word of measure leads.
_STROKE = re.compile(r"(?<=[近约超过足达占少降缩到])\s?(?P<part>[1-9])\s?/\s?(?P<whole>[2-9]|10)(?![\d/年月日.])")
_TENTHS = re.compile(
    r"(?<![零一二两三四五六七八九十百完形建组构促变生造养合\d.])(?P<n>[三四五六七八九1-9]|(?<=[近约超足达到降增减缩占过掉])[一两])成"
    r"(?:(?P<half>半)|(?P<more>[一二三四五六七八九])(?=[，。；、,;）)的以左\s]|$))?(?![立功为效员本果绩长材品熟就型因人年都书套不])"
)


def find_fractions(text: str, covers: Covers) -> Iterator[Token]:
    """Every fraction in words; the places are covered, so that no part of them is read again."""
    for found in _FRACTION.finditer(text):
        if not covers.free(found.start(), words=True):
            continue
        token = _per(found) if found["of"] else _ratio(found)
        if token:
            covers.cover(found.start(), found.end())
            yield token
    for found in _STROKE.finditer(text):
        if covers.free(found.start("part"), words=True) and (token := _ratio(found)):
            covers.cover(token.start, token.end)
            yield token
    for found in _TENTHS.finditer(text):
        if covers.free(found.start(), words=True):
            covers.cover(found.start(), found.end())
            ones = Decimal(5) if found["half"] else _value(found["more"]) if found["more"] else None
            value = (_value(found["n"]) or Decimal(0)) * 10 + (ones or 0)
            yield _token(found.start(), found.end(), value, "%", FigureKind.PERCENT, 0)


def _value(written: str) -> Decimal | None:
    return Decimal(written) if written[0].isdigit() else chinese_value(written)


def _per(found: re.Match[str]) -> Token | None:
    value = _value(found["n"])
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    precision = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return _token(found.start(), found.end(), value, _UNITS[found["of"]], FigureKind.PERCENT, precision)


def _ratio(found: re.Match[str]) -> Token | None:
    whole, part = _value(found["whole"]), _value(found["part"])
    if not whole or part is None or part > whole:
        return None
    value = plain((part / whole).quantize(Decimal("0.0001")))
    return _token(min(found.start("part"), found.start("whole")), found.end(), value, None, FigureKind.RATIO, 4)


def _token(start: int, end: int, value: Decimal, unit: str | None, kind: FigureKind, precision: int) -> Token:
    return Token(start, end, value, None, unit, kind, precision, 1, True, False, classified=True)
