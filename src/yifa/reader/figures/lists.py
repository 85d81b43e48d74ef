"""Numbers in a row that share the unit of the last: 分别为3、5、7件; 20个、15个工作日; 2.1、3.4个百分点."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yifa.reader.figures.numerals import plain
from yifa.reader.figures.tokens import Token
from yifa.reader.reading import FigureKind

_JOINT = re.compile(r"\s?(?:、|和|及|与|以及|或)\s?")
_LOOSE_JOINT = re.compile(r"\s?(?:、|和|及|与|以及|或|,|，|/)\s?")
_RESPECTIVELY = re.compile(r"分别[^。；\d]{0,12}$")


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
