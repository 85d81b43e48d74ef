"""Checks a drafted report before it goes out: every number, what the reader finds, parts, days, marks for editors.

The reader reads each cut as anyone will who is given it. A digit that came from no token, or a number the reader counts
that came from none, is *untraced*: it must be bound to the book, or somebody must answer for it by name. Each point has
a key that stays the same while the words around it do, so that who answers for it need not do so twice.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from yifa.law.catalogue.report_outline import Outline, outline
from yifa.oversight.reporting.cuts import Cut, CutText, cut, told_all_the_same
from yifa.oversight.reporting.draft_text import GAPS, DraftText, numeral, parse
from yifa.oversight.reporting.laid_out import Issue, LaidOut, Reading, laid_out
from yifa.oversight.reporting.sentences import turned_the_wrong_way
from yifa.oversight.reporting.sources import Sources
from yifa.oversight.reporting.tokens import BookFigure, Traced, read_tokens
from yifa.reader.reading import COUNTING_KINDS, Check, Document, Extract, Figure, Verdict
from yifa.reader.whole import read_text
from yifa.wording import Language

_BAD = frozenset((Verdict.CONTRADICTED, Verdict.IMPOSSIBLE))
_DIGITS = re.compile(r"\d[\d.,．，·/—-]*\d|\d")
_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿两几\\d]")
_TITLE = re.compile("《[^《》]*》")
_NUMBER = re.compile(r"[\u4e00-\u9fa5]{1,12}〔((?:19|20)\d{2})〕[1-9]\d*号")
AROUND = 12
"""Characters on either side that make a point's key, and are shown before it."""


class Fault(StrEnum):
    """What stands in the way of issuing a report."""

    UNTRACED = "untraced"
    MISQUOTED = "misquoted"
    DIRECTION = "direction"
    ALL = "all"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"
    GAP = "gap"
    MARK = "mark"
    WITHHELD = "withheld"
    NUMBERING = "numbering"
    EMPTY = "empty"
    TITLE = "title"
    DAY = "day"
    HEAD = "head"
    BOOK = "book"


NOT_RELEASED = frozenset((Fault.GAP, Fault.MARK, Fault.BOOK, Fault.HEAD))
"""What nobody can answer for: it must be mended in the draft."""


@dataclass(frozen=True)
class Point:
    """One point. `words` are those it is about, `before` what stands before them, `line` that of the draft, or 0.

    `message` is the reader's, in the language asked for; `against` what the words should be, as far as it is known.
    """

    fault: Fault
    words: str
    before: str = ""
    line: int = 0
    against: str = ""
    message: str = ""
    key: str = ""
    cut: Cut = Cut.SUBMITTED

    @property
    def releasable(self) -> bool:
        """Whether somebody may answer for it, so that the report goes out all the same."""
        return self.fault not in NOT_RELEASED


@dataclass(frozen=True)
class Checked:
    """What a check came to: the text that is sent, where its numbers come from, the points, figures that are open.

    `late`: what the reader says of days without it standing in the way.
    """

    text: str
    traced: tuple[Traced, ...]
    points: tuple[Point, ...]
    open: tuple[str, ...]
    hints: tuple[Check, ...]
    laid_out: Mapping[Cut, LaidOut]

    @property
    def clean(self) -> bool:
        """Whether nothing stands in the way of issuing it."""
        return not self.points

    def of(self, *faults: Fault) -> tuple[Point, ...]:
        """The points of some sorts."""
        return tuple(one for one in self.points if one.fault in faults)


def check_draft(
    draft: str,
    figures: Mapping[str, BookFigure],
    *,
    speech: Language,
    year: int = 0,
    sources: Sources | None = None,
    issue: Issue | None = None,
    seal: str = "",
) -> Checked:
    """Check a draft against a book, both cuts of it; raises `UnknownToken`.

    `seal`: that of the book; a draft whose sources name another was made from other figures.
    """
    text = parse(draft)
    issue = issue or Issue()
    of = outline()
    points: list[Point] = []
    cuts: dict[Cut, LaidOut] = {}
    read: dict[Cut, Reading] = {}
    hints: tuple[Check, ...] = ()
    for which in (Cut.SUBMITTED, Cut.PUBLIC):
        made = cut(text, which)
        cuts[which] = laid_out(made, figures, year, of=which, issue=issue)
        read[which] = Reading(cuts[which])
        if which is Cut.PUBLIC and read[which].text == read[Cut.SUBMITTED].text:
            break
        document = read_text(Extract("draft", read[which].text, "txt"), speech=speech)
        own = [*_numbers(read[which], document, of), *_found(read[which], document), *_told_withheld(made)]
        own += _marks(made) if which is Cut.SUBMITTED else ()
        hints = hints or tuple(one for one in document.checks if one.verdict is Verdict.LATE)
        points += [replace(one, cut=which) for one in own if not _known(one, points)]
    points += [*_quotes(text, sources), *_directions(text, figures), *_alls(text, figures)]
    points += [*_gaps(text), *_headings(text, of)]
    points += [*_papers(text, cuts[Cut.SUBMITTED], issue, year), *_book(sources, seal)]
    spans = read[Cut.SUBMITTED].spans
    return Checked(
        read[Cut.SUBMITTED].text,
        tuple(spans),
        tuple(_keyed(points)),
        tuple(dict.fromkeys(one.id for one in spans if one.id in figures and figures[one.id].open)),
        hints,
        cuts,
    )


def _known(point: Point, points: Sequence[Point]) -> bool:
    return any(one.fault is point.fault and one.words == point.words and one.before == point.before for one in points)


def _keyed(points: Sequence[Point]) -> Iterator[Point]:
    """The points with their keys; what is said alike more than once is counted through."""
    seen: dict[str, int] = {}
    for one in points:
        text = "\n".join((one.fault.value, one.words, one.before, one.against))
        key = f"{one.fault.value}-{hashlib.sha256(text.encode()).hexdigest()[:6]}"
        seen[key] = seen.get(key, 0) + 1
        yield replace(one, key=key if seen[key] == 1 else f"{key}-{seen[key]}")


# -- numbers ----------------------------------------------------------------------------------------------------------


def _numbers(reading: Reading, document: Document, of: Outline) -> Iterator[Point]:
    """Numbers that came from no token."""
    text, spans = reading.text, reading.spans
    known = [*_known_titles(text, of), *((one.start, one.end) for one in spans), *_put_in(reading)]
    known.sort()
    ends = [end for _, end in known]
    found: list[tuple[int, int]] = []
    for one in document.figures:
        numeral_of = _NUMERAL if one.kind in COUNTING_KINDS else _DIGITS
        if _says_more(one, text, known, numeral_of):
            found.append((one.start, one.end))
    for span in spans:  # a numeral that runs into a number: 十 before 2件
        if match := _RUNS_IN.search(text[max(0, span.start - AROUND) : span.start]):
            found.append((span.start - len(match[0]), span.end))
    for match in _DIGITS.finditer(text):
        runs = [run.span() for run in _RUN.finditer(text, *match.span())]
        loose = [run for run in runs if not _within(run, known, ends)]
        for start, end in [match.span()] if loose and loose == runs else loose:
            if not any(begin <= start and end <= finish for begin, finish in found):
                found.append((start, end))
    for start, end in sorted(found):
        before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
        yield Point(Fault.UNTRACED, text[start:end].strip(), before, reading.line(start))


def _within(run: tuple[int, int], known: Sequence[tuple[int, int]], ends: Sequence[int]) -> bool:
    place = bisect_right(ends, run[0])
    return place < len(known) and known[place][0] <= run[0] and run[1] <= known[place][1]


_RUN = re.compile(r"\d+")
_RUNS_IN = re.compile("[十百千万亿两几]+$")


def _says_more(one: Figure, text: str, known: Sequence[tuple[int, int]], numeral_of: re.Pattern[str]) -> bool:
    """Whether a figure of the reader has a numeral outside what is known."""
    at = one.start
    for start, end in known:
        if start >= one.end or end <= at:
            continue
        if numeral_of.search(text[at:start] if start > at else ""):
            return True
        at = max(at, end)
    return numeral_of.search(text[at : one.end]) is not None


def _known_titles(text: str, of: Outline) -> Iterator[tuple[int, int]]:
    """Titles of papers that the outline itself cites."""
    cited = {title for one in of.openings for title in _TITLE.findall(one.text)}
    for match in _TITLE.finditer(text):
        if match[0] in cited:
            yield match.span()


def _put_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """What the layout itself puts in: who is addressed, the signature, the day."""
    bounds = [*(start for start, _ in reading.lines[1:]), len(reading.text)]
    for (start, line), end in zip(reading.lines, bounds, strict=True):
        if line == 0:
            yield start, end


def _quotes(text: DraftText, sources: Sources | None) -> Iterator[Point]:
    """Numbers that a contributor is said to have written, and did not."""
    for words, line in _texts(text):
        for one in read_tokens(words):
            if one.form != "quoted":
                continue
            known = sources.quoted(one.id, one.place) if sources else None
            if known is None or known.words != one.said:
                before = words[max(0, one.start - AROUND) : one.start]
                yield Point(Fault.MISQUOTED, words[one.start : one.end], before, line, known.words if known else "")


def _directions(text: DraftText, figures: Mapping[str, BookFigure]) -> Iterator[Point]:
    for words, line in _texts(text):
        for one in read_tokens(words):
            before = words[max(0, one.start - AROUND) : one.start]
            if one.form == "change" and turned_the_wrong_way(before, figures[one.id]):
                yield Point(Fault.DIRECTION, words[one.start : one.end], before, line, _sign(figures[one.id]))


_ALL = re.compile("全部|均已|全数|无一")


def _alls(text: DraftText, figures: Mapping[str, BookFigure]) -> Iterator[Point]:
    """«All» in a clause of a figure of which the data leave something open."""
    for words, line in _texts(text):
        at = 0
        for clause in re.split("(?<=[。；])", words):
            told = [one.id for one in read_tokens(clause) if one.form == "value"]
            open_ = next((id_ for id_ in told if id_ in figures and figures[id_].open), None)
            match = _ALL.search(clause)
            if open_ is not None and match is not None:
                before = words[max(0, at + match.start() - AROUND) : at + match.start()]
                yield Point(Fault.ALL, match[0], before, line, open_)
            at += len(clause)


def _sign(one: BookFigure) -> str:
    return "" if one.difference is None else "+" if one.difference > 0 else "-" if one.difference < 0 else "0"


def _texts(text: DraftText) -> Iterator[tuple[str, int]]:
    for one in text.blocks:
        yield one.text, one.line
        for row in one.rows:
            for cell in row:
                yield cell, one.line


# -- what the reader finds --------------------------------------------------------------------------------------------


def _found(reading: Reading, document: Document) -> Iterator[Point]:
    """Contradictions, and parts that the rules ask for and the text has not."""
    places = {one.id: one for one in document.figures}
    for one in document.checks:
        about = [places[id_] for id_ in one.figures if id_ in places]
        at = about[0].start if about else one.start
        line = 0 if at is None else reading.line(at)
        if one.verdict in _BAD:
            words = "、".join(figure.text.strip() for figure in about) or one.computation
            yield Point(Fault.CONTRADICTED, words, one.kind, line, one.computation, one.message)
        elif one.kind == "completeness-law" and one.verdict is Verdict.MISSING:
            yield Point(Fault.ABSENT, one.id.partition(":")[2], "", 0, "", one.message)


# -- marks, chapters, days --------------------------------------------------------------------------------------------


def _gaps(text: DraftText) -> Iterator[Point]:
    for words, line in _texts(text):
        for match in GAPS.finditer(words):
            yield Point(Fault.GAP, match[0], words[max(0, match.start() - AROUND) : match.start()], line)


def _marks(made: CutText) -> Iterator[Point]:
    for one in made.faults:
        yield Point(Fault.MARK, one.mark, "", one.line, one.fault)


def _told_withheld(made: CutText) -> Iterator[Point]:
    for one, token in told_all_the_same(made):
        yield Point(Fault.WITHHELD, token, one.reason, one.line)


_NUMBERED = {"part": "{}、", "chapter": "（{}）"}


def _headings(text: DraftText, of: Outline) -> Iterator[Point]:
    """Headings that are not numbered through, required parts that say nothing, what stands for no part."""
    parts = chapters = 0
    for place, one in enumerate(text.blocks):
        if one.kind == "attachment":
            break
        if one.kind not in _NUMBERED:
            continue
        parts, chapters = (parts + 1, 0) if one.kind == "part" else (parts, chapters + 1)
        wanted = _NUMBERED[one.kind].format(numeral(parts if one.kind == "part" else chapters))
        if not one.text.startswith(wanted):
            yield Point(Fault.NUMBERING, one.text, "", one.line, wanted)
        below = text.blocks[place + 1] if place + 1 < len(text.blocks) else None
        deeper = below is not None and one.kind == "part" and below.kind == "chapter"
        if below is None or (below.kind not in ("paragraph", "table", "item") and not deeper):
            yield Point(Fault.EMPTY, one.text, "", one.line)
    required = sum(part.required for part in of.parts)
    if parts < required:
        yield Point(Fault.ABSENT, str(parts), "", 0, str(required))


def _papers(text: DraftText, sent: LaidOut, issue: Issue, year: int) -> Iterator[Point]:
    """The title, what stands at the head, the number and the day of issue."""
    title = next((one for one in text.blocks if one.kind == "title"), None)
    if title is None:
        yield Point(Fault.TITLE, "")
    elif year and not any(one.form == "year" and one.id == "年度" for one in read_tokens(title.text)):
        yield Point(Fault.TITLE, sent.title, "", title.line, str(year))
    for line, words in text.unknown:
        yield Point(Fault.HEAD, words, "", line)
    for key, words in text.head.items():
        if _DIGITS.search(words):
            yield Point(Fault.HEAD, f"{key}：{words}")
    if issue.number:
        match = _NUMBER.fullmatch(issue.number)
        if match is None or (issue.dated is not None and int(match[1]) != issue.dated.year):
            yield Point(Fault.DAY, issue.number)
    if issue.dated is not None and year and issue.dated <= date(year, 12, 31):
        yield Point(Fault.DAY, issue.dated.isoformat(), "", 0, date(year, 12, 31).isoformat())


def _book(sources: Sources | None, seal: str) -> Iterator[Point]:
    if sources is not None and seal and sources.book and sources.book != seal:
        yield Point(Fault.BOOK, seal[:12], "", 0, sources.book[:12])
