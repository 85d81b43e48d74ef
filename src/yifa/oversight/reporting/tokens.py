"""Tokens: the places of a text where figures stand, `{{ rec-accepted }}` and `{{ rec-accepted.change }}`.

A token is put in when a text is drafted and stays in it; the number comes from the figure book when the text is shown,
so that a text never says another number than the book. How much is shown is settled here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from yifa.oversight.reporting.canonical import shown

TOKEN = re.compile(r"\{\{ ([a-z0-9-]+)(\.change)? \}\}")
_LARGE = ((Fraction(10**8), "亿元"), (Fraction(10**4), "万元"))


@dataclass(frozen=True)
class BookFigure:
    """A figure of the sealed book, as a text needs it."""

    id: str
    name: str
    kind: str
    unit: str
    value: Fraction
    difference: Fraction | None = None
    percent: Fraction | None = None
    open: bool = False
    """Whether the data leave something open."""


class UnknownToken(LookupError):
    """A token that the book has no figure for."""


def figures_of(book: Mapping[str, Any]) -> dict[str, BookFigure]:
    """The figures of an opened book, by id."""
    found = {}
    for one in book["figures"]:
        change = one.get("change", {})
        difference, percent = (None if (text := change.get(key)) is None else Fraction(text) for key in _CHANGE)
        found[one["id"]] = BookFigure(
            one["id"],
            one["name"]["zh"],
            one["kind"],
            one["unit"],
            Fraction(one["value"]),
            difference,
            percent,
            bool(one["gaps"]),
        )
    return found


_CHANGE = ("difference", "percent")


def token(id_: str, *, change: bool = False) -> str:
    """The token of a figure, or of its change."""
    return f"{{{{ {id_}{'.change' if change else ''} }}}}"


class Traced(NamedTuple):
    """A stretch of a filled text that came from a token."""

    start: int
    end: int
    id: str


def filled(text: str, figures: Mapping[str, BookFigure]) -> str:
    """A text with its numbers; raises `UnknownToken`."""
    return traced(text, figures)[0]


def traced(text: str, figures: Mapping[str, BookFigure]) -> tuple[str, list[Traced]]:
    """A text with its numbers, and where each token's stands; raises `UnknownToken`."""
    parts: list[str] = []
    found: list[Traced] = []
    at = length = 0
    for match in TOKEN.finditer(text):
        one = figures.get(match[1])
        if one is None or (match[2] and one.difference is None):
            raise UnknownToken(match[0])
        number = change_text(one) if match[2] else value_text(one)
        before = text[at : match.start()]
        length += len(before)
        found.append(Traced(length, length + len(number), one.id))
        length += len(number)
        parts += [before, number]
        at = match.end()
    return "".join([*parts, text[at:]]), found


def value_text(one: BookFigure) -> str:
    """A figure with its unit, as reports write it: 85件, 27.59%, 109.84万元."""
    if one.kind == "amount":
        for size, unit in _LARGE:
            if one.value >= size:
                return f"{shown(one.value / size)}{unit}"
    return f"{shown(one.value, 1 if one.kind == 'duration' else 2)}{one.unit}"


def change_text(one: BookFigure) -> str:
    """The size of a change, without its direction: 12.5%, 1.2个百分点, 3件."""
    difference = abs(one.difference or Fraction(0))
    if one.kind == "percent":
        return f"{shown(difference)}个百分点"
    if one.percent is None:
        return f"{shown(difference)}{one.unit}"
    return f"{shown(abs(one.percent), 1)}%"
