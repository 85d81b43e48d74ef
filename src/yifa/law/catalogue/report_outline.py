"""The outline of the annual report: its parts, chapters and sentence patterns: `corpus/report/outline.yaml`.

An outline belongs to an edition. A pattern is a text with figures in it, `{rec-accepted}`, their changes,
`{~rec-accepted}`, and stretches in brackets that are left out where something in them is missing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file

FIGURE = re.compile(r"\{(~?)([a-z0-9-]+)\}")
_OPTIONAL = re.compile(r"\[[^\[\]]*\]")

MaterialKind = Literal["measures", "practice", "shortcomings", "heads", "plans"]
"""What contributors write of, by the headings of the paper they are given."""


class Pattern(CorpusModel):
    """One sentence; `of` is what it is about, `zero` what is said where that is nought."""

    of: str
    text: str
    zero: str | None = None

    @model_validator(mode="after")
    def _can_be_read(self) -> Pattern:
        left = FIGURE.sub("", _OPTIONAL.sub("", self.text))
        if any(sign in left for sign in "{}[]"):
            raise ValueError("a bracket is not closed, or stands within another")
        named = [id_ for _, id_ in FIGURE.findall(self.text)]
        if self.of not in named:
            raise ValueError(f"the sentence is about `{self.of}`, which is not in it")
        for id_ in named:
            try:
                measure(id_)
            except UnknownMeasure as error:
                hint = f"; did you mean `{error.near[0]}`?" if error.near else ""
                raise ValueError(f"`{id_}` is no measure{hint}") from None
        return self


class ReportChapter(CorpusModel):
    """A customary chapter within a part."""

    zh: str
    sentences: tuple[Pattern, ...] = ()


class ReportPart(CorpusModel):
    """A part of the report, `required` by the supervision rules or not; `material`: what contributors wrote for it."""

    id: str
    required: bool = False
    zh: str
    chapters: tuple[ReportChapter, ...] = ()
    material: tuple[MaterialKind, ...] = ()


class Outline(CorpusModel):
    """The whole outline; `title` names {authority} and {year}."""

    edition: int
    title: str
    parts: tuple[ReportPart, ...] = Field(min_length=5)


@cache
def outline() -> Outline:
    """The outline of the corpus; raises `CorpusFaults`."""
    return read_file(CORPUS / "report" / "outline.yaml", Outline)
