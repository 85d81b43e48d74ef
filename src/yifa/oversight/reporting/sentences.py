"""Sentences that turn with their figures: growth, decline, no change, nothing last year, nothing this year, a gap.

The turn is taken from the book when the text is drafted; the numbers stay tokens. A figure that is not there is a gap
that is marked, never a sentence without it that reads as if nothing were missing; what is said beside may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from yifa.law.catalogue.measures import measure
from yifa.law.catalogue.report_outline import FIGURE, OPTIONAL, Pattern
from yifa.oversight.reporting.draft_text import GAP
from yifa.oversight.reporting.tokens import BookFigure, token


@dataclass(frozen=True)
class Said:
    """A sentence with tokens, or the gap that stands in its place; `missing`: the measures it lacks."""

    text: str
    missing: tuple[str, ...] = ()


def say_pattern(pattern: Pattern, figures: Mapping[str, BookFigure], told: Collection[str] = frozenset()) -> Said:
    """A pattern with the figures of a book; optional stretches that say only what is `told` elsewhere are left out."""
    about = figures.get(pattern.of)
    if pattern.beside is not None and pattern.of in told:
        return Said(_with_figures(pattern.beside, figures, told))
    if about is not None and about.value == 0 and pattern.zero is not None:
        return Said(pattern.zero)
    needed = [id_ for _, id_ in FIGURE.findall(OPTIONAL.sub("", pattern.text))]
    if missing := tuple(dict.fromkeys(id_ for id_ in needed if id_ not in figures)):
        gap = "" if pattern.extra else GAP.format(what="、".join(measure(id_).name.zh for id_ in missing))
        return Said(gap, missing)
    if pattern.extra and about is not None and about.value == 0:
        return Said("")
    return Said(_with_figures(pattern.text, figures, told))


def _with_figures(text: str, figures: Mapping[str, BookFigure], told: Collection[str]) -> str:
    """A text with its tokens, without the stretches that are not worth saying."""
    kept = OPTIONAL.sub(lambda match: match[2] if _worth_saying(match[2], match[1], figures, told) else "", text)
    return FIGURE.sub(lambda match: _placed(match[2], match[1], figures), kept)


def _worth_saying(text: str, plus: str, figures: Mapping[str, BookFigure], told: Collection[str]) -> bool:
    """Whether all figures of an optional stretch are there, not all told and, but after a plus, not all nought."""
    found = FIGURE.findall(text)
    if not any(tilde or id_ not in told for tilde, id_ in found):
        return False
    if any(id_ not in figures or (tilde and figures[id_].difference is None) for tilde, id_ in found):
        return False
    return bool(plus) or any(tilde or figures[id_].value for tilde, id_ in found)


def _placed(id_: str, tilde: str, figures: Mapping[str, BookFigure]) -> str:
    return turn(figures[id_]) if tilde else token(id_)


GROWN = ("增长", "提高", "增加", "上升")
FALLEN = ("下降", "减少", "降低")
"""Words for the direction of a change; where a text has another than the book, the check finds it."""
_TURN = re.compile(f"({'|'.join(GROWN + FALLEN)})(?:了|约)?$")


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
        return f"比上年{word}{token(one.id, 'change')}"
    word = "增长" if grown else "下降"
    return f"同比{word}{token(one.id, 'change')}"


def turned_the_wrong_way(before: str, one: BookFigure) -> bool:
    """Whether the words before a change tell another direction than the book."""
    match = _TURN.search(before.rstrip())
    if match is None or one.difference is None:
        return False
    return one.difference == 0 or (match[1] in GROWN) != (one.difference > 0)
