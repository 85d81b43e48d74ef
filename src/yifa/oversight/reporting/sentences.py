"""Sentences that turn with their figures: growth, decline, no change, nothing last year, nothing this year, a gap.

The turn is taken from the book when the text is drafted; the numbers stay tokens. A figure that is not there is a gap
that is marked, never a sentence without it that reads as if nothing were missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from yifa.law.catalogue.measures import measure
from yifa.law.catalogue.report_outline import FIGURE, Pattern
from yifa.oversight.reporting.tokens import BookFigure, token

GAP = "【待补：{what}】"
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Said:
    """A sentence with tokens, or the gap that stands in its place; `missing`: the measures it lacks."""

    text: str
    missing: tuple[str, ...] = ()


def say_pattern(pattern: Pattern, figures: Mapping[str, BookFigure]) -> Said:
    """A pattern with the figures of a book."""
    about = figures.get(pattern.of)
    if about is not None and about.value == 0 and pattern.zero is not None:
        return Said(pattern.zero)
    needed = [id_ for _, id_ in FIGURE.findall(_OPTIONAL.sub("", pattern.text))]
    if missing := tuple(dict.fromkeys(id_ for id_ in needed if id_ not in figures)):
        return Said(GAP.format(what="、".join(measure(id_).name.zh for id_ in missing)), missing)
    kept = _OPTIONAL.sub(lambda match: match[1] if _all_there(match[1], figures) else "", pattern.text)
    return Said(FIGURE.sub(lambda match: _placed(match[2], match[1], figures), kept))


def _all_there(text: str, figures: Mapping[str, BookFigure]) -> bool:
    return all(
        id_ in figures and not (tilde and figures[id_].difference is None) for tilde, id_ in FIGURE.findall(text)
    )


def _placed(id_: str, tilde: str, figures: Mapping[str, BookFigure]) -> str:
    return turn(figures[id_]) if tilde else token(id_)


def turn(one: BookFigure) -> str:
    """How a figure stands to last year's, its size a token; of one without an earlier value there is nothing to say."""
    if one.difference is None:
        return ""
    if one.difference == 0:
        return "与上年持平"
    if one.kind != "percent" and one.value == one.difference:
        return "上年为零"
    grown = one.difference > 0
    if one.kind == "percent":
        word = "提高" if grown else "下降"
        return f"比上年{word}{token(one.id, change=True)}"
    word = "增长" if grown else "下降"
    return f"同比{word}{token(one.id, change=True)}"
