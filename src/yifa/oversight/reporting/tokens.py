"""Tokens: the places of a text where numbers stand that somebody else answers for.

Three forms, all between double braces: a figure of the book (`rec-accepted`, and `.change` or `.earlier` of it), a fact
of the report (年度, 上年度, 下年度), and a number that a contributor wrote, with its place in the contributor's paper
(`62个 @审计局#3`). A token is put in when a text is drafted and stays in it; the number comes from the sealed book when
the text is shown, so that a text never says another number than the book. How much is shown is settled here alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from yifa.oversight.reporting.canonical import shown

TOKEN = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_FIGURE = re.compile(r"([a-z][a-z0-9-]*)(?:\.(change|earlier))?")
_QUOTED = re.compile(r"(\S.*?)\s*@(\S+?)#(\d+)")
_LARGE = ((Fraction(10**8), "亿元"), (Fraction(10**4), "万元"))
YEARS = {"年度": 0, "上年度": -1, "下年度": 1}
"""Facts of a report that are years, by how far they lie from its own."""

Form = Literal["value", "change", "earlier", "year", "quoted"]


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
    earlier: Fraction | None = None


class UnknownToken(LookupError):
    """A token that the book has no figure for."""


class Token(NamedTuple):
    """A token as it stands in a text. `id` names a measure, a fact, or the contributor of a number that is quoted."""

    start: int
    end: int
    form: Form
    id: str
    said: str = ""
    """The words that are quoted."""
    place: int = 0
    """Which number of the contributor's paper it is, from 1."""

    @property
    def tag(self) -> str:
        """What a content control is called that holds it."""
        if self.form == "quoted":
            return f"@{self.id}#{self.place}"
        return self.id if self.form in ("value", "year") else f"{self.id}.{self.form}"


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
            None if "earlier" not in one else Fraction(one["earlier"]["value"]),
        )
    return found


_CHANGE = ("difference", "percent")


def token(id_: str, form: Form = "value") -> str:
    """The token of a figure, of its change, of its earlier value, or of a year."""
    return f"{{{{ {id_}{'' if form in ('value', 'year') else '.' + form} }}}}"


def quoting(said: str, contributor: str, place: int) -> str:
    """The token of a number that a contributor wrote."""
    return f"{{{{ {said} @{contributor}#{place} }}}}"


def token_of(tag: str, said: str) -> str:
    """The token that a content control of this name stands for; `said`: the words in it."""
    name, _, place = tag.rpartition("#")
    return quoting(said, name[1:], int(place)) if tag.startswith("@") and place.isdigit() else f"{{{{ {tag} }}}}"


def read_tokens(text: str) -> Iterator[Token]:
    """The tokens of a text; raises `UnknownToken` for what is none."""
    for match in TOKEN.finditer(text):
        inner = match[1]
        if inner in YEARS:
            yield Token(*match.span(), "year", inner)
        elif found := _FIGURE.fullmatch(inner):
            yield Token(*match.span(), _FORMS[found[2]], found[1])
        elif found := _QUOTED.fullmatch(inner):
            yield Token(*match.span(), "quoted", found[2], found[1], int(found[3]))
        else:
            raise UnknownToken(match[0])


_FORMS: Mapping[str | None, Form] = {None: "value", "change": "change", "earlier": "earlier"}


class Traced(NamedTuple):
    """A stretch of a filled text that came from a token."""

    start: int
    end: int
    id: str
    form: Form = "value"
    place: int = 0

    @property
    def tag(self) -> str:
        """What a content control is called that holds it."""
        return Token(0, 0, self.form, self.id, place=self.place).tag


def filled(text: str, figures: Mapping[str, BookFigure], year: int = 0) -> str:
    """A text with its numbers; raises `UnknownToken`."""
    return traced(text, figures, year)[0]


def traced(text: str, figures: Mapping[str, BookFigure], year: int = 0) -> tuple[str, list[Traced]]:
    """A text with its numbers, and where each token's stands; `year`: that of the report; raises `UnknownToken`."""
    parts: list[str] = []
    found: list[Traced] = []
    at = length = 0
    for one in read_tokens(text):
        number = shown_token(one, figures, year)
        before = text[at : one.start]
        length += len(before)
        found.append(Traced(length, length + len(number), one.id, one.form, one.place))
        length += len(number)
        parts += [before, number]
        at = one.end
    return "".join([*parts, text[at:]]), found


def shown_token(one: Token, figures: Mapping[str, BookFigure], year: int) -> str:
    """The words that stand for a token; raises `UnknownToken`."""
    if one.form == "quoted":
        return one.said
    if one.form == "year":
        if not year:
            raise UnknownToken(token(one.id))
        return str(year + YEARS[one.id])
    figure = figures.get(one.id)
    lacking = figure is None or (figure.difference if one.form == "change" else figure.value) is None
    if figure is None or lacking or (one.form == "earlier" and figure.earlier is None):
        raise UnknownToken(token(one.id, one.form))
    if one.form == "change":
        return change_text(figure)
    return value_text(figure, figure.earlier if one.form == "earlier" else None)


def value_text(one: BookFigure, value: Fraction | None = None) -> str:
    """A figure with its unit, as reports write it: 85件, 27.59%, 109.84万元; `value`: another than its own."""
    value = one.value if value is None else value
    if one.kind == "amount":
        for size, unit in _LARGE:
            if value >= size:
                return f"{shown(value / size)}{unit}"
    return f"{shown(value, 1 if one.kind == 'duration' else 2)}{one.unit}"


def change_text(one: BookFigure) -> str:
    """The size of a change, without its direction: 12.5%, 1.2个百分点, 3件."""
    difference = abs(one.difference or Fraction(0))
    if one.kind == "percent":
        return f"{shown(difference)}个百分点"
    if one.percent is None:
        return f"{shown(difference)}{one.unit}"
    return f"{shown(abs(one.percent), 1)}%"
