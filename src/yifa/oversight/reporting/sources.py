"""What a draft was made from, sealed beside it: whose report of which year, its book, contributors' texts.

Of the book its seal stands here and what each figure said, so that another book can be set beside it. Every text
stands here as the contributor wrote it, with the file, its digest, who wrote and checked it and when, and its numbers;
a number that a draft quotes can be held against it for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from yifa.oversight.reporting.canonical import opened, sealed
from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.tokens import BookFigure, quoting, token, value_text
from yifa.reader.figures import find_numbers
from yifa.reader.reading import COUNTING_KINDS, Extract
from yifa.reader.subjects import give_subjects
from yifa.reader.text import prepare
from yifa.wording import CHINESE, language

SCHEMA = "yifa.report-sources/1"
_DIGITS = re.compile(r"\d[\d.,．，]*\d|\d")


@dataclass(frozen=True)
class Quotable:
    """A number of a contributor's text: the words it is written with, and which paragraph of the sources it is in."""

    words: str
    paragraph: int


@dataclass(frozen=True)
class Sources:
    """All of it; `numbers`: by contributor, the numbers of its paragraphs in their order; `told`: figures by id."""

    authority: str
    year: int
    book: str
    materials: tuple[Material, ...]
    numbers: Mapping[str, tuple[Quotable, ...]]
    told: Mapping[str, str] = field(default_factory=dict)
    drafted: str = ""
    """The SHA-256 of the draft as it was made, by which one that people edited is known."""

    def quoted(self, contributor: str, place: int) -> Quotable | None:
        """A number by its place in the contributor's paper, from 1; None where it has fewer."""
        numbers = self.numbers.get(contributor, ())
        return numbers[place - 1] if 1 <= place <= len(numbers) else None


class NumberSpan(NamedTuple):
    """Where a number of a text stands with its words, and the measure the reader takes it for."""

    start: int
    end: int
    measure: str | None = None


def number_spans(texts: Sequence[str]) -> list[list[NumberSpan]]:
    """The numbers of each text; every digit lies in one of them.

    >>> [(one.start, one.end) for one in number_spans(["其中62个，8月30日办结。"])[0]]
    [(2, 5), (6, 11)]
    """
    whole = "\n".join(texts)
    prepared = prepare(Extract("", whole, "txt"), speech=language(CHINESE))
    found: list[NumberSpan] = []
    figures = give_subjects(prepared, find_numbers(prepared))
    for one in sorted(figures, key=lambda one: (one.start, -one.end)):
        written = whole[one.start : one.end]
        start = one.start + len(written) - len(written.lstrip())
        plain = not any(sign in written for sign in "\n@#{}")
        if plain and (one.kind in COUNTING_KINDS or _has(written)) and (not found or start >= found[-1].end):
            found.append(NumberSpan(start, start + len(written.strip()), one.measure))
    return [_own(text, start, found) for text, start in zip(texts, _starts(texts), strict=True)]


def _starts(texts: Sequence[str]) -> Iterator[int]:
    at = 0
    for text in texts:
        yield at
        at += len(text) + 1


def _own(text: str, start: int, found: Sequence[NumberSpan]) -> list[NumberSpan]:
    """The spans within one of the texts, and digits that lie in none of them."""
    end = start + len(text)
    within = (one for one in found if start <= one.start and one.end <= end)
    spans = [NumberSpan(one.start - start, one.end - start, one.measure) for one in within]
    for match in _DIGITS.finditer(text):
        if not any(one.start <= match.start() and match.end() <= one.end for one in spans):
            spans = [one for one in spans if one.end <= match.start() or one.start >= match.end()]
            spans.append(NumberSpan(*match.span()))
    return sorted(spans, key=lambda one: one.start)


def _has(text: str) -> bool:
    return _DIGITS.search(text) is not None


def make_sources(
    authority: str,
    year: int,
    book: str,
    materials: Sequence[Material],
    figures: Mapping[str, BookFigure] | None = None,
) -> tuple[Sources, list[str]]:
    """The sources of a draft, and each contributor's text with its numbers as tokens, in the order given.

    A number that the book tells as well, of the same measure and in the same words, is the book's.
    """
    told = {id_: value_text(one) for id_, one in (figures or {}).items()}
    numbers: dict[str, list[Quotable]] = {}
    texts = []
    for place, (one, spans) in enumerate(zip(materials, number_spans([one.text for one in materials]), strict=True)):
        own = numbers.setdefault(one.contributor, [])
        parts, at = [], 0
        for start, end, of in spans:
            words = one.text[start:end]
            own.append(Quotable(words, place))
            of_book = of is not None and told.get(of) == words
            parts += [one.text[at:start], token(of) if of and of_book else quoting(words, one.contributor, len(own))]
            at = end
        texts.append("".join([*parts, one.text[at:]]))
    quotable = {who: tuple(own) for who, own in numbers.items()}
    return Sources(authority, year, book, tuple(materials), quotable, told), texts


@dataclass(frozen=True)
class Turned:
    """A figure that another book tells otherwise; empty where one of the two does not tell it."""

    id: str
    before: str
    after: str


def told_otherwise(of: Sources, figures: Mapping[str, BookFigure]) -> list[Turned]:
    """The figures that a book tells otherwise than the one a draft was made from."""
    now = {id_: value_text(one) for id_, one in figures.items()}
    return [
        Turned(id_, of.told.get(id_, ""), now.get(id_, ""))
        for id_ in dict.fromkeys([*of.told, *now])
        if of.told.get(id_, "") != now.get(id_, "")
    ]


def sources_bytes(of: Sources) -> bytes:
    """The sources, sealed."""
    return sealed(
        {
            "schema": SCHEMA,
            "authority": of.authority,
            "year": of.year,
            "book": of.book,
            "told": dict(of.told),
            "drafted": of.drafted,
            "texts": [
                {
                    "kind": one.kind,
                    "contributor": one.contributor,
                    "text": one.text,
                    "file": one.file,
                    "sha256": one.sha256,
                    "person": one.person,
                    "reviewer": one.reviewer,
                    "day": one.day,
                    "numbers": [
                        number.words for number in of.numbers.get(one.contributor, ()) if number.paragraph == place
                    ],
                }
                for place, one in enumerate(of.materials)
            ],
        }
    )


def open_sources(data: bytes) -> Sources:
    """Sources, read; raises `NotSealed` where they were changed."""
    read = opened(data)
    materials = tuple(_material(one) for one in read["texts"])
    pairs = [
        (one["contributor"], Quotable(words, place))
        for place, one in enumerate(read["texts"])
        for words in one["numbers"]
    ]
    pairs.sort(key=lambda pair: pair[0])
    numbers = {who: tuple(quotable for _, quotable in own) for who, own in groupby(pairs, key=lambda pair: pair[0])}
    return Sources(read["authority"], read["year"], read["book"], materials, numbers, read["told"], read["drafted"])


def _material(one: Mapping[str, Any]) -> Material:
    return Material(
        one["kind"],
        one["contributor"],
        one["text"],
        one["file"],
        one["sha256"],
        one["person"],
        one["reviewer"],
        one["day"],
    )
