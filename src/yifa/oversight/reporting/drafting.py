"""Drafts the annual report from a figure book and what contributors wrote: chapters, sentences with tokens, gaps.

The draft is a plain text that people go on writing in: `#` title, `##` parts, `###` chapters, a paragraph a line. Every
number that comes from the book is a token; what is missing stands in 【待补：…】. Texts of contributors are placed
where the outline wants them, each with the name of its office, and are not changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yifa.law.catalogue.report_outline import Outline, ReportPart
from yifa.oversight.reporting.sentences import GAP, say_pattern
from yifa.oversight.reporting.tokens import TOKEN, BookFigure

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Material:
    """One paragraph that a contributor wrote, under one of the headings of the paper it was given."""

    kind: str
    contributor: str
    text: str


@dataclass(frozen=True)
class Draft:
    """The text, and what is in it: its tokens, the measures that are missing, parts for which nothing was written."""

    text: str
    tokens: tuple[str, ...]
    missing: tuple[str, ...]
    unwritten: tuple[str, ...]


def draft(
    of: Outline, figures: Mapping[str, BookFigure], *, authority: str, year: int, materials: Sequence[Material] = ()
) -> Draft:
    """The draft of a year's report."""
    drafting = _Drafting(figures, materials)
    lines = [f"# {of.title.format(authority=authority, year=year)}", ""]
    for number, part in enumerate(of.parts):
        lines += [f"## {_NUMERALS[number]}、{part.zh}", "", *drafting.part(part)]
    text = "\n".join(lines).rstrip() + "\n"
    tokens = tuple(dict.fromkeys(match[0] for match in TOKEN.finditer(text)))
    return Draft(text, tokens, tuple(dict.fromkeys(drafting.missing)), tuple(drafting.unwritten))


class _Drafting:
    def __init__(self, figures: Mapping[str, BookFigure], materials: Sequence[Material]) -> None:
        self.figures = figures
        self.materials = materials
        self.missing: list[str] = []
        self.unwritten: list[str] = []

    def part(self, part: ReportPart) -> Iterator[str]:
        """The lines of a part."""
        for number, chapter in enumerate(part.chapters):
            yield f"### （{_NUMERALS[number]}）{chapter.zh}"
            yield ""
            said = [say_pattern(pattern, self.figures) for pattern in chapter.sentences]
            self.missing += [id_ for one in said for id_ in one.missing]
            yield "".join(one.text for one in said)
            yield ""
        own = [one for kind in part.material for one in self.materials if one.kind == kind]
        for one in own:
            yield f"{one.text}（{one.contributor}）"
            yield ""
        if not own and not part.chapters:
            self.unwritten.append(part.id)
            yield GAP.format(what=part.zh)
            yield ""
