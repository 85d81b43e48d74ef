"""Numbers that share one unit: that of the last of their row (分别为3、5、7件; 20个、15个工作日), or that behind their

bracket (（一审45、二审17）件).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from yifa.reader.figures.numerals import plain
from yifa.reader.figures.tokens import Token
from yifa.reader.figures.units import read_unit
from yifa.reader.reading import FigureKind

_JOINT = re.compile(r"\s?(?:、|和|及|与|以及|或)\s?")
_LOOSE_JOINT = re.compile(r"\s?(?:、|和|及|与|以及|或|,|，|/)\s?")
_BRACKET = re.compile(r"[（(][^（()）\n，。；]{0,80}\d\s?[)）]")
_HAN = re.compile("[\u4e00-\u9fff”]")
_NOUN = re.compile("[\u4e00-\u9fff]{0,8}")
_TOTAL_BEHIND = re.compile(r"(?:共计?|合计|总计)\s?\d{1,9}")
_RESPECTIVELY = re.compile(r"分别[^。；\d]{0,12}$")


def share_brackets(text: str, tokens: Sequence[Token]) -> None:
    """Bare numbers in a bracket have the unit behind it, or that of the total right before it.

    «（一审45、二审17）件», «（一审45、二审17）共62件», «纠纷221起（邻里77、山林49）»; each has its name before it, and
    none is greater than the total.
    """
    starts = [token.start for token in tokens]
    for found in _BRACKET.finditer(text):
        first, last = bisect_left(starts, found.start()), bisect_left(starts, found.end())
        inside = [token for token in tokens[first:last] if token.bare and not 1900 <= token.value <= 2100]
        if not inside or not all(_HAN.match(text, token.start - 1) for token in inside):
            continue
        unit = _unit_behind(text, found.end()) if inside[-1].end == found.end() - 1 else None
        if unit is None and first and (total := tokens[first - 1]).kind is FigureKind.COUNT and not total.bare:
            near = _NOUN.fullmatch(text, total.end, found.start()) is not None
            if near and all(token.value <= total.value for token in inside):
                unit = total.unit
        for token in inside if unit else ():
            token.unit, token.kind, token.bare, token.shared, token.classified = (
                unit,
                FigureKind.COUNT,
                False,
                True,
                True,
            )


def _unit_behind(text: str, at: int) -> str | None:
    """The classifier that stands here, or behind the total that does."""
    if total := _TOTAL_BEHIND.match(text, at):
        at = total.end()
    unit = read_unit(text, at)
    return unit.name if unit and not unit.bare_noun and unit.kind is FigureKind.COUNT else None


def share_units(text: str, tokens: Sequence[Token]) -> None:
    """Give bare numbers, and numbers with a lone 个, the unit that closes their row."""
    for at in range(len(tokens) - 2, -1, -1):
        token, following = tokens[at], tokens[at + 1]
        if not (token.bare or token.some) or following.bare or following.unit is None or following.value_to is not None:
            continue
        if not _joined(text, tokens, at):
            continue
        if token.bare or (
            following.kind in (FigureKind.DURATION, FigureKind.POINTS) and "个" in text[following.start : following.end]
        ):
            _take(token, following)


def _joined(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but the joint of a list stands between this number and the next."""
    between = text[tokens[at].end : tokens[at + 1].start]
    if _JOINT.fullmatch(between):
        return True
    return _LOOSE_JOINT.fullmatch(between) is not None and bool(
        _RESPECTIVELY.search(text, max(0, tokens[at].start - 16), tokens[at].start)
        or (at and tokens[at - 1].bare and text[tokens[at - 1].end : tokens[at].start] in ",，")
    )


def _take(token: Token, last: Token) -> None:
    token.unit, token.kind, token.bare, token.shared, token.classified = (
        last.unit,
        last.kind,
        False,
        True,
        last.classified,
    )
    if last.scale > 1 and token.scale == 1 and token.value * last.scale <= last.value * 100:
        token.value, token.scale = plain(token.value * last.scale), last.scale
