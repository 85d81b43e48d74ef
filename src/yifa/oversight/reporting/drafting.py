"""Drafts the annual report from a figure book and what contributors wrote: chapters, sentences with tokens, gaps.

The draft is a plain text that people go on writing in, see `draft_text`. Every number is a token: one of the book, a
year, or one that a contributor wrote. What is missing stands in 【待补：…】. Texts of contributors stand in the chapter
that speaks of the same, each behind the name of its office, and are not changed: what an office did behind what the
book tells of the same, in one paragraph with it, then examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from yifa.law.catalogue.contributors import contributors
from yifa.law.catalogue.report_outline import Outline, ReportChapter, ReportPart
from yifa.oversight.reporting.canonical import digest
from yifa.oversight.reporting.draft_text import GAP, HEAD_KEYS, HEAD_LINE, numeral
from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.sentences import say_pattern
from yifa.oversight.reporting.sources import Sources, make_sources
from yifa.oversight.reporting.tokens import TOKEN, BookFigure, read_tokens, token

__all__ = ["Draft", "Material", "credited", "draft"]
OF_BOOK = "【素材：数据册】"
"""Where behind an office's text the book speaks again."""
_KIND_OF_AUTHORITY = re.compile(r"(?:人民政府|管理委员会|办事处)$")


@dataclass(frozen=True)
class Draft:
    """The text, and what is in it: its tokens, the measures that are missing, parts for which nothing was written.

    `sources`: what it was made from. `left_out`: measures of sentences that were left out because nothing is known.
    `unplaced`: texts of offices that do not write of such a part.
    """

    text: str
    tokens: tuple[str, ...]
    missing: tuple[str, ...]
    unwritten: tuple[str, ...]
    sources: Sources
    left_out: tuple[str, ...] = ()
    unplaced: tuple[Material, ...] = ()


def draft(
    of: Outline,
    figures: Mapping[str, BookFigure],
    *,
    authority: str,
    year: int,
    materials: Sequence[Material] = (),
    addressee: str = "",
    book: str = "",
) -> Draft:
    """The draft of a year's report; `book`: the seal of the figure book."""
    sources, texts = make_sources(authority, year, book, materials, figures)
    drafting = _Drafting(authority, figures, [*zip(materials, texts, strict=True)], _years(authority))
    lines = _head(authority, addressee)
    lines += [f"# {drafting.said(of.title)}", "", drafting.said(of.opening(year)), ""]
    for number, part in enumerate(of.parts, 1):
        lines += [f"## {numeral(number)}、{drafting.said(part.zh)}", "", *drafting.part(part)]
    text = "\n".join([*lines, of.closing]) + "\n"
    tokens = tuple(dict.fromkeys(match[0] for match in TOKEN.finditer(text)))
    missing, left_out = (tuple(dict.fromkeys(some)) for some in (drafting.missing, drafting.left_out))
    sources = replace(sources, drafted=digest(text.encode()))
    return Draft(text, tokens, missing, tuple(drafting.unwritten), sources, left_out, tuple(drafting.unplaced))


def _head(authority: str, addressee: str) -> list[str]:
    given = {"主送机关": addressee, "发文机关": authority}
    told = [f"{key}：{given[key]}" for key in HEAD_KEYS if given.get(key)]
    return [HEAD_LINE, *told, HEAD_LINE, ""]


def _years(authority: str) -> dict[str, str]:
    """What the texts of the outline name besides figures."""
    place = _KIND_OF_AUTHORITY.sub("", authority) or authority
    years = {"year": token("年度", "year"), "last": token("上年度", "year"), "next": token("下年度", "year")}
    return {"authority": authority, "place": place, **years}


@dataclass
class _Drafting:
    authority: str
    figures: Mapping[str, BookFigure]
    texts: Sequence[tuple[Material, str]]
    named: Mapping[str, str]
    missing: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unwritten: list[str] = field(default_factory=list)
    unplaced: list[Material] = field(default_factory=list)

    def said(self, text: str) -> str:
        """A text of the outline with what it names."""
        return text.format(**self.named)

    def part(self, part: ReportPart) -> Iterator[str]:
        """The lines of a part."""
        own = [(one, text) for kind in part.material for one, text in self.texts if one.kind == kind]
        if wrote := [pair for pair in own if _is_one_of(pair[0].contributor, part.contributors)]:
            self.unplaced += [pair[0] for pair in own if pair not in wrote]
            own = wrote
        own.sort(key=lambda pair: (part.material.index(pair[0].kind), _rank(pair[0].contributor)))
        places = [_chapter_of(one, part.chapters) for one, _ in own]
        told = _told([text for _, text in own])
        number = 0
        for place, chapter in enumerate(part.chapters):
            here = [(one, text) for (one, text), at in zip(own, places, strict=True) if at == place]
            done = [(one, text) for one, text in here if one.kind != "practice"]
            paragraphs = _woven(self.sentences(chapter, told), done)
            paragraphs += [credited(one, text) for one, text in here if one.kind == "practice"]
            if paragraphs:
                number += 1
                yield from (f"### （{numeral(number)}）{chapter.zh}", "")
                for text in paragraphs:
                    yield from (text, "")
        if not part.chapters:
            yield from self.counted(part, own)
            if not own:
                self.unwritten.append(part.id)
                yield from (GAP.format(what=_without_years(part.zh)), "")

    def counted(self, part: ReportPart, own: Sequence[tuple[Material, str]]) -> Iterator[str]:
        """The texts of a part without chapters: counted through, behind what is said first, where there are several."""
        if not part.lead or len(own) == 1:
            for one, text in own:
                yield from (credited(one, text), "")
        elif own:
            yield from (self.said(part.lead), "")
            for number, (one, text) in enumerate(own, 1):
                yield from (credited(one, f"{numeral(number)}是{text}"), "")

    def sentences(self, chapter: ReportChapter, told: frozenset[str]) -> list[_Paragraph]:
        """The paragraphs of a chapter that the book tells; not what the texts in it tell already."""
        paragraphs = [_Paragraph()]
        for pattern in (one for one in chapter.sentences if one.said_by(self.authority)):
            one = say_pattern(pattern, self.figures, told)
            own = [token_.id for token_ in read_tokens(one.text)]
            (self.left_out if pattern.extra else self.missing).extend(one.missing)
            if pattern.new:
                paragraphs.append(_Paragraph())
            said = "" if own and told.issuperset(own) else one.text
            if pattern.beside is not None and pattern.of in told:
                paragraphs[-1].more += said
            else:
                paragraphs[-1].text += said
            paragraphs[-1].topics |= {_topic(id_) for id_ in pattern.named}
            paragraphs[-1].words |= set(pattern.words)
        return paragraphs


@dataclass
class _Paragraph:
    """What the book tells, and of what other texts must be to stand with it."""

    text: str = ""
    more: str = ""
    """What it tells beside an office that tells of the same, behind it."""
    topics: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def hits(self, text: str) -> int:
        """How much of the same a text tells."""
        told = [_topic(one.id) for one in read_tokens(text) if one.form == "value"]
        return sum(topic in self.topics for topic in told) + sum(text.count(word) for word in self.words)


def _woven(paragraphs: Sequence[_Paragraph], texts: Sequence[tuple[Material, str]]) -> list[str]:
    """The paragraphs of the book with the texts of offices: each behind the paragraph that tells most of the same, the
    first in one paragraph with it; before all others what tells of nothing the book does."""
    behind: list[list[str]] = [[] for _ in paragraphs]
    made: list[str] = []
    for one, text in texts:
        hits = [paragraph.hits(text) for paragraph in paragraphs]
        best = max(range(len(hits)), key=lambda place: (hits[place], -place))
        (behind[best] if hits[best] else made).append(credited(one, text))
    for paragraph, own in zip(paragraphs, behind, strict=True):
        first, *others = own or [""]
        again = OF_BOOK if first and paragraph.more else ""
        made += [paragraph.text + first + again + paragraph.more, *others]
    return [text for text in made if text]


def _topic(id_: str) -> str:
    """What a measure is of: the first word of its id."""
    return id_.partition("-")[0]


def _told(paragraphs: Sequence[str]) -> frozenset[str]:
    """The figures of the book that some texts tell."""
    return frozenset(one.id for text in paragraphs for one in read_tokens(text) if one.form == "value")


def _without_years(text: str) -> str:
    return re.sub(r"\{(year|last|next)\}年?", "", text)


def credited(one: Material, text: str) -> str:
    """A contributor's text behind the name of its office."""
    return f"【素材：{one.contributor}】{text}"


def _chapter_of(one: Material, chapters: Sequence[ReportChapter]) -> int:
    """The chapter whose words a text has most of; else the first that names the office; else the first."""
    if not chapters:
        return 0
    hits = [sum(one.text.count(word) for word in chapter.words) for chapter in chapters]
    named = [one.contributor in _names(chapter.contributors) for chapter in chapters]
    best = max(range(len(chapters)), key=lambda place: (hits[place], named[place], -place))
    return best if hits[best] or any(named) else 0


def _names(offices: Sequence[str]) -> set[str]:
    """Offices by their ids and names."""
    known = _office_names()
    return {name for id_ in offices for name in (id_, known.get(id_, id_))}


def _is_one_of(office: str, named: Sequence[str]) -> bool:
    """Whether an office is among those named, with or without its place before its name."""
    return any(office.endswith(name) for name in _names(named))


def _rank(office: str) -> int:
    """Where an office stands among those that are asked: whoever leads the report speaks first."""
    names = list(_office_names().items())
    return next((place for place, pair in enumerate(names) if office in pair), len(names))


@cache
def _office_names() -> dict[str, str]:
    return {one.id: one.name.zh for one in contributors()}
