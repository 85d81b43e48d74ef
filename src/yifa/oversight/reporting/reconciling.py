"""Brings the wording of an edited document back into the draft, and tells every number that left its token on the way.

What people wrote is kept as they wrote it: a number that was changed comes back as changed, without its token, so that
the check finds it untraced. Paragraphs are matched with those of the draft by what they say, so that a number whose
control is gone is told with the sentence it stood in before and the one it stands in now.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from yifa.oversight.reporting.cuts import MARK
from yifa.oversight.reporting.draft_text import ASIDES, Block, DraftText, Kind, parse, written
from yifa.oversight.reporting.laid_out import LaidOut, Piece, Run, lay_out
from yifa.oversight.reporting.sources import Sources
from yifa.oversight.reporting.tokens import BookFigure, UnknownToken, read_tokens, shown_token, token_of

ALIKE = 0.4
"""How much two paragraphs must have in common to be the same one, edited."""
_DIGITS = re.compile(r"\d[\d.,．，]*\d|\d")
_UNIT = "(?:[万亿]?[\u4e00-\u9fff]|%)?"
"""What is told with a number that was typed."""


@dataclass(frozen=True)
class Edited:
    """One paragraph of the document that came back; `runs` with a tag are controls. A table has rows instead."""

    kind: Kind
    runs: tuple[Run, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        every = (self.runs, *(cell for row in self.rows for cell in row))
        return "".join(run.text for runs in every for run in runs)


@dataclass(frozen=True)
class EditedPaper:
    """The document: its paragraphs, and what it says at the head (主送机关, 发文机关)."""

    paragraphs: tuple[Edited, ...]
    head: Mapping[str, str]


class Left(StrEnum):
    """How a number left its token."""

    CHANGED = "changed"
    UNBOUND = "unbound"
    REMOVED = "removed"
    TYPED = "typed"
    UNKNOWN = "unknown"
    MARK = "mark"


@dataclass(frozen=True)
class LeftToken:
    """One such number: its token where it had one, the words before and after, both paragraphs, the new line."""

    how: Left
    tag: str
    before: str
    after: str
    paragraph_before: str
    paragraph_after: str
    line: int


@dataclass(frozen=True)
class Reconciled:
    """The new draft, what left its token, and how many numbers kept theirs."""

    draft: str
    left: tuple[LeftToken, ...]
    kept: int


def reconcile(
    edited: EditedPaper,
    draft: str,
    figures: Mapping[str, BookFigure],
    year: int,
    *,
    sources: Sources | None = None,
    rebind: bool = False,
) -> Reconciled:
    """Bring a document back. `rebind`: a number that lost its control and is the same gets its token back."""
    old = parse(draft)
    before = _pieces(lay_out(draft, figures, year))
    expected = _Expected(figures, year, sources)
    made = _Reconciling(expected, rebind)
    blocks = [made.paragraph(one, number) for number, one in enumerate(edited.paragraphs)]
    partners = dict(_matched([_plain(one) for one in before], [_plain_edited(one) for one in edited.paragraphs]))
    blocks = made.compare(before, edited.paragraphs, blocks, partners)
    head = {**old.head, **{key: words for key, words in edited.head.items() if words}}
    text = written(DraftText(head, tuple(blocks)))
    lines = {block.text: block.line for block in parse(text).blocks if block.text}
    left = [replace(one, line=lines.get(_text_of(blocks, one.line), 0)) for one in made.left]
    return Reconciled(text, (*left, *_marks_lost(draft, text)), made.kept)


def _text_of(blocks: Sequence[Block], place: int) -> str:
    return blocks[place].text if 0 <= place < len(blocks) else ""


def _pieces(of: LaidOut) -> list[Piece]:
    """The paragraphs that stand in the draft itself."""
    return [one for one in of.pieces if one.line]


def _plain(one: Piece) -> str:
    every = (one.runs, *(cell for row in one.rows for cell in row))
    return _without_editors("".join(run.text for runs in every for run in runs))


def _plain_edited(one: Edited) -> str:
    return _without_editors(one.text)


def _without_editors(text: str) -> str:
    return MARK.sub("", ASIDES.sub("", text))


class _Expected:
    """What each control should hold."""

    def __init__(self, figures: Mapping[str, BookFigure], year: int, sources: Sources | None) -> None:
        self.figures, self.year, self.sources = figures, year, sources

    def words(self, tag: str) -> str | None:
        """The words of a tag; None where nothing goes by that name."""
        if tag.startswith("@"):
            name, _, place = tag[1:].rpartition("#")
            known = self.sources.quoted(name, int(place)) if self.sources and place.isdigit() else None
            return known.words if known else None
        try:
            return shown_token(next(read_tokens(f"{{{{ {tag} }}}}")), self.figures, self.year)
        except UnknownToken:
            return None


class _Reconciling:
    def __init__(self, expected: _Expected, rebind: bool) -> None:
        self.expected = expected
        self.rebind = rebind
        self.left: list[LeftToken] = []
        self.kept = 0
        self.changed: Counter[tuple[int, str]] = Counter()

    def paragraph(self, one: Edited, place: int) -> Block:
        """A paragraph as it stands in the new draft; `place` is kept as its line for the time being."""
        text = "".join(self.run(run, one, place) for run in one.runs)
        rows = tuple(
            tuple("".join(self.run(run, one, place) for run in cell).replace("|", "｜") for cell in row)
            for row in one.rows
        )
        return Block(one.kind, text.strip(), place, rows)

    def run(self, run: Run, within: Edited, place: int) -> str:
        """A run as it stands in the new draft: its token where it holds what it should."""
        if not run.tag:
            return run.text
        wanted = self.expected.words(run.tag)
        if wanted and wanted in run.text and not _DIGITS.search(run.text.replace(wanted, "", 1)):
            self.kept += 1  # words that were typed at its edge are words beside it
            return run.text.replace(wanted, token_of(run.tag, wanted), 1)
        if not run.text.strip():
            return ""
        how = Left.UNKNOWN if wanted is None else Left.CHANGED
        self.left.append(LeftToken(how, run.tag, wanted or "", run.text, "", within.text, place))
        self.changed[place, run.tag] += 1
        return run.text

    def compare(
        self, before: Sequence[Piece], after: Sequence[Edited], blocks: list[Block], partners: Mapping[int, int]
    ) -> list[Block]:
        """Find what left its token between the paragraphs, and what was typed."""
        now = Counter(run.tag for one in after for run in _runs(one.runs, one.rows) if run.tag)
        for number, one in enumerate(before):
            place = partners.get(number)
            blocks = self._gone(one, place, after, blocks, now)
            if place is not None:
                blocks[place] = _credited(one, blocks[place])
        from_before = {place: number for number, place in partners.items()}
        for place, new in enumerate(after):
            self._typed(before[from_before[place]] if place in from_before else None, new, place)
        self.left = [
            replace(one, paragraph_before=one.paragraph_before or _plain(before[from_before[one.line]]))
            if one.line in from_before
            else one
            for one in self.left
        ]
        return blocks

    def _gone(
        self, old: Piece, place: int | None, after: Sequence[Edited], blocks: list[Block], now: Counter[str]
    ) -> list[Block]:
        """Tokens of an old paragraph that its new one has no control for."""
        new = None if place is None else after[place]
        have = Counter(run.tag for run in _runs(new.runs, new.rows) if run.tag) if new else Counter[str]()
        for run in _runs(old.runs, old.rows):
            if not run.tag:
                continue
            if have[run.tag] > 0:
                have[run.tag] -= 1
                now[run.tag] -= 1
                continue
            if now[run.tag] > 0 and not have[run.tag]:
                now[run.tag] -= 1  # it moved, with its control, to another paragraph
                continue
            blocks = self._lost(run, old, place, new, blocks)
        return blocks

    def _lost(self, run: Run, old: Piece, place: int | None, new: Edited | None, blocks: list[Block]) -> list[Block]:
        stands = new is not None and place is not None and run.text in blocks[place].text
        if stands and self.rebind and place is not None and blocks[place].text.count(run.text) == 1:
            block = blocks[place]
            token = token_of(run.tag, run.text)
            self.kept += 1
            return [*blocks[:place], replace(block, text=block.text.replace(run.text, token)), *blocks[place + 1 :]]
        self.left.append(
            LeftToken(
                Left.UNBOUND if stands else Left.REMOVED,
                run.tag,
                run.text,
                run.text if stands else "",
                _plain(old),
                _plain_edited(new) if new else "",
                -1 if place is None else place,
            )
        )
        return blocks

    def _typed(self, old: Piece | None, new: Edited, place: int) -> None:
        """Numbers in plain words of a new paragraph that stood in no plain words of the old one."""
        known = Counter(_digits(run.text for run in _runs(old.runs, old.rows) if not run.tag)) if old else Counter()
        told = {
            digits
            for one in self.left
            if one.line == place and one.how is Left.UNBOUND
            for digits in _DIGITS.findall(one.after)
        }
        for run in _runs(new.runs, new.rows):
            if run.tag:
                continue
            for digits in _digits([_without_editors(run.text)]):
                if known[digits] > 0:
                    known[digits] -= 1
                elif digits not in told and not (self.rebind and old is not None and _was_number(old, digits)):
                    before = _plain(old) if old else ""
                    words = re.search(re.escape(digits) + _UNIT, run.text)
                    typed = words[0] if words else digits
                    self.left.append(LeftToken(Left.TYPED, "", "", typed, before, _plain_edited(new), place))


def _was_number(old: Piece, digits: str) -> bool:
    return any(run.tag and digits in _DIGITS.findall(run.text) for run in _runs(old.runs, old.rows))


def _credited(old: Piece, new: Block) -> Block:
    """A paragraph behind the name of the office that wrote it, where a paper of one cut has left that out."""
    first = old.runs[0].text if old.runs and old.runs[0].mark else ""
    if ASIDES.fullmatch(first) and not ASIDES.search(new.text) and new.kind == "paragraph":
        return replace(new, text=first + new.text)
    return new


def _runs(runs: Sequence[Run], rows: Sequence[Sequence[Sequence[Run]]]) -> Iterator[Run]:
    yield from runs
    for row in rows:
        for cell in row:
            yield from cell


def _digits(texts: Iterator[str] | Sequence[str]) -> list[str]:
    return [digits for text in texts for digits in _DIGITS.findall(_without_editors(text))]


def _matched(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which old paragraph is which new one: those that are the same, and between them those most alike, in order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            yield from zip(range(old_start, old_end), range(new_start, new_end), strict=True)
        elif what == "replace":
            yield from _most_alike(before, after, range(old_start, old_end), range(new_start, new_end))


def _most_alike(before: Sequence[str], after: Sequence[str], old: range, new: range) -> Iterator[tuple[int, int]]:
    pairs = []
    for first in old:
        for second in new:
            matcher = SequenceMatcher(None, before[first], after[second], autojunk=False)
            if matcher.quick_ratio() > ALIKE and (ratio := matcher.ratio()) > ALIKE:
                pairs.append((-ratio, first, second))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, first, second in sorted(pairs):
        if first not in taken_old and second not in taken_new:
            taken_old.add(first)
            taken_new.add(second)
            yield first, second


def _marks_lost(before: str, after: str) -> Iterator[LeftToken]:
    """Marks for the cuts that the document no longer has: a paper of one cut was edited, not the working copy."""
    have = Counter(match[0] for match in MARK.finditer(after))
    for match in MARK.finditer(before):
        if have[match[0]] > 0:
            have[match[0]] -= 1
        elif not match[1]:
            yield LeftToken(Left.MARK, "", match[0], "", "", "", 0)
