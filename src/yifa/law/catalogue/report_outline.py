"""The outline of the annual report: its parts, chapters and sentence patterns: `corpus/report/outline.yaml`.

An outline belongs to an edition. A pattern is a text with figures in it, `{rec-accepted}`, their changes,
`{~rec-accepted}`, and stretches in brackets that are left out where a figure in them is missing or all are nought; one
that begins with a plus is left out only where one is missing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file

FIGURE = re.compile(r"\{(~?)([a-z0-9-]+)\}")
OPTIONAL = re.compile(r"\[(\+?)([^\[\]]*)\]")

MaterialKind = Literal["measures", "practice", "shortcomings", "heads", "plans", "other"]
"""What contributors write of, by the headings of the paper they are given."""


class Pattern(CorpusModel):
    """One sentence; `of` is what it is about, `zero` what is said where that is nought.

    `beside` is said where an office tells of it already, with its own stretches in brackets. `extra`: it is left out
    where its figures are missing, any other is a gap; `new`: it begins a paragraph; `words` say which texts of offices
    stand with it; `by`: what the name of an authority ends with that has such acts at all, all where it is empty.
    """

    of: str
    text: str
    zero: str | None = None
    beside: str | None = None
    words: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    extra: bool = False
    new: bool = False

    @model_validator(mode="after")
    def _can_be_read(self) -> Pattern:
        for text in self.texts:
            left = FIGURE.sub("", OPTIONAL.sub("", text))
            if any(sign in left for sign in "{}[]"):
                raise ValueError("a bracket is not closed, or stands within another")
        if self.of not in [id_ for _, id_ in FIGURE.findall(self.text)]:
            raise ValueError(f"the sentence is about `{self.of}`, which is not in it")
        for id_ in self.named:
            try:
                measure(id_)
            except UnknownMeasure as error:
                hint = f"; did you mean `{error.near[0]}`?" if error.near else ""
                raise ValueError(f"`{id_}` is no measure{hint}") from None
        return self

    def said_by(self, authority: str) -> bool:
        """Whether the report of an authority has this sentence."""
        return not self.by or authority.endswith(self.by)

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence, and what is said beside an office's text."""
        return (self.text,) if self.beside is None else (self.text, self.beside)

    @property
    def named(self) -> tuple[str, ...]:
        """The measures it may tell of, each once."""
        return tuple(dict.fromkeys(id_ for text in self.texts for _, id_ in FIGURE.findall(text)))


class ReportChapter(CorpusModel):
    """A customary chapter within a part; `contributors` and `words` say which texts of offices stand in it."""

    zh: str
    contributors: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sentences: tuple[Pattern, ...] = ()


class ReportPart(CorpusModel):
    """A part of the report, `required` by the supervision rules or not; `material`: what contributors wrote for it.

    `lead` is said first where several wrote, and each text is counted: 一是, 二是. `contributors`: only these
    write of it.
    """

    id: str
    required: bool = False
    zh: str
    lead: str = ""
    chapters: tuple[ReportChapter, ...] = ()
    contributors: tuple[str, ...] = ()
    material: tuple[MaterialKind, ...] = ()


class Opening(CorpusModel):
    """The first paragraph, of reports up to the year `until`."""

    until: int | None = None
    text: str


class Outline(CorpusModel):
    """The whole outline; `title` and the texts name {authority}, {place}, {year}, {last}, {next}."""

    edition: int
    title: str
    openings: tuple[Opening, ...] = Field(min_length=1)
    closing: str
    parts: tuple[ReportPart, ...] = Field(min_length=5)

    def opening(self, year: int) -> str:
        """The first paragraph of the report on a year."""
        return next(one.text for one in self.openings if one.until is None or year <= one.until)

    @model_validator(mode="after")
    def _opens_every_year(self) -> Outline:
        if self.openings[-1].until is not None:
            raise ValueError("the last opening has a last year; reports of later years would have none")
        return self


@cache
def outline() -> Outline:
    """The outline of the corpus; raises `CorpusFaults`."""
    return read_file(CORPUS / "report" / "outline.yaml", Outline)
