"""Headings as a tree, also where their numbering is damaged.

A sign (see `numbering`) becomes a heading when its row makes sense there: on a line of its own nearly always; inside
a line, or in a doubtful form, only where it continues the row that is under way. What hangs below what is decided by
the signs (部分 over 一、 over (一)), below that by which stood first. Items within a paragraph (一是, ①) end with it,
unless the next item follows in a later one. A text that numbers nothing may still have headings (`plain_headings`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from yifa.reader.text.numbering import LONGEST_TITLE, Mark, Style, marks
from yifa.reader.text.plain_headings import plain_headings

_SENTENCE_END = "。！？!?；;：:”」』)）"
_STOP = re.compile(r"[。！？!?]")
_STOP_OR_BLANK = re.compile(r"[。！？!? ]")
_CLAUSE = re.compile(r"[，,：:；;。！？!?]")
_TRIMMED = " \n，,：:；;。、"
_NEXT_LINE = re.compile(r"\n{1,2}[^\n]{2,40}(?=\n|$)")
_CONTENTS = re.compile(r"(?:^|(?<=\n))[ ]*目[ ]*录[ ]*(?=\n)")
_LEADERS = re.compile(r"[\s.．…·\-—()（）\d]+$")
LONGEST_LINE_TITLE = 80
LOOK_AHEAD = 60  # marks


@dataclass
class Heading:
    """A heading of the view: its sign, its title and where its body begins; `below` by the style of their signs.

    `number` is as written, or the next where none is; `next_number` that of the heading after it in its row.
    """

    mark: Mark
    title: str
    body: int
    parent: Heading | None
    number: int = 0
    next_number: int | None = None
    end: int = 0
    below: dict[Style, list[Heading]] = field(default_factory=dict)

    @property
    def style(self) -> Style:
        """How it is numbered."""
        return self.mark.style

    @property
    def within_paragraph(self) -> bool:
        """Whether it is an item of a paragraph, and ends with it."""
        return self.style is Style.COUNTED or (self.style >= Style.ARABIC and not self.mark.opens_line)


def find_headings(text: str) -> tuple[list[Heading], dict[Style, list[Heading]]]:
    """The headings of a view in the order of the text, and those at the top by style; numbers as written."""
    return _Builder(text).build()


class _Builder:
    """Takes the signs one after another and keeps what is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks = _without_contents(text, list(marks(text)))
        if not any(mark.opens_line and mark.style <= Style.ARABIC for mark in self.marks):
            self.marks = sorted((*self.marks, *plain_headings(text)), key=lambda mark: mark.start)
        self.lines = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
        self.open: list[Heading] = []
        self.found: list[Heading] = []
        self.top: dict[Style, list[Heading]] = {}
        self.written = {(mark.style, mark.number) for mark in self.marks if mark.opens_line}

    def build(self) -> tuple[list[Heading], dict[Style, list[Heading]]]:
        for index, mark in enumerate(self.marks):
            depth = self._depth(mark)
            if self._is_heading(index, mark, self._before(mark, depth)):
                self._take(mark, depth)
        self._close(0, len(self.text), None)
        self._titles()
        return self.found, self.top

    def _line_end(self, at: int) -> int:
        return self.lines[bisect_left(self.lines, at)]

    def _title_end(self, heading: Heading) -> int:
        """The end of the line that holds the title: that of the sign, or the next where the sign stands alone."""
        mark = heading.mark
        stop = self._line_end(mark.start)
        if heading.within_paragraph or self.text[mark.end : stop].strip():
            return stop
        following = _NEXT_LINE.match(self.text, stop)
        return following.end() if following and not _STOP.search(following[0]) else stop

    def _depth(self, mark: Mark) -> int:
        """How many of the open headings stay open above this sign."""
        for depth, heading in enumerate(self.open):
            if heading.style is mark.style:
                return depth
            if mark.style < Style.ARABIC and heading.style > mark.style:
                return depth
            if heading.within_paragraph and self._ended(heading, mark.start):
                return depth
        return len(self.open)

    def _ended(self, heading: Heading, at: int) -> bool:
        """Whether an item within a paragraph ended with it before this place."""
        stop = self._line_end(heading.mark.start)
        return stop < at and not self.text[:stop].endswith(("：", ":"), max(0, stop - 1))

    def _before(self, mark: Mark, depth: int) -> Heading | None:
        """The heading that this sign would follow in its row."""
        row = (self.open[depth - 1].below if depth else self.top).get(mark.style)
        return row[-1] if row else None

    def _is_heading(self, index: int, mark: Mark, before: Heading | None) -> bool:
        follows = before is not None and mark.number == before.number + 1
        if mark.number is None and not mark.opens_line:
            return self._same_line(before, mark)
        if mark.opens_line:
            if mark.style is Style.COUNTED:
                near = before is not None and mark.number in (before.number + 1, before.number + 2)
                return mark.number == 1 or near
            if mark.flaw == "lost":
                return mark.style is Style.CHINESE or before is not None
            if mark.flaw == "sign":
                return follows or (mark.number == 1 and before is None and (mark.style, 2) in self.written)
            if mark.flaw == "loose":
                return follows or (mark.number == 1 and before is None and (mark.style, 2) in self.written)
            return True
        previous = self.text[max(0, mark.start - 4) : mark.start].rstrip(" ")[-1:]
        if mark.style is Style.COUNTED:
            if previous in ",，":
                return follows and self._same_line(before, mark)
            if mark.number == 1:
                return self._leads_on(index, mark)
            return (
                before is not None
                and mark.number in (before.number + 1, before.number + 2)
                and (self._same_line(before, mark) or follows)
            )
        if mark.style is Style.BRACKETED and mark.number == 1 and before is None and self.open:
            heading = self.open[-1]
            title = self.text[heading.mark.end : mark.start]
            return heading.style < Style.BRACKETED and 0 < len(title) <= LONGEST_TITLE and not _STOP.search(title)
        if not previous or previous not in _SENTENCE_END:
            return False
        if mark.number == 1:
            return before is None and mark.style is not Style.BRACKETED and self._leads_on(index, mark)
        return follows and (mark.style < Style.ARABIC or self._same_line(before, mark))

    def _same_line(self, before: Heading | None, mark: Mark) -> bool:
        return before is not None and self._line_end(before.mark.start) >= mark.start

    def _leads_on(self, index: int, mark: Mark) -> bool:
        """Whether a second item follows the first, before anything that stands above it."""
        for later in self.marks[index + 1 : index + 1 + LOOK_AHEAD]:
            if later.style is mark.style and later.number in (2, 3):
                return True
            if later.opens_line and later.style < mark.style and mark.style is not Style.COUNTED:
                return False
            if later.opens_line and later.style <= Style.BRACKETED:
                return False
        return False

    def _take(self, mark: Mark, depth: int) -> None:
        self._close(depth, mark.start, mark)
        parent = self.open[-1] if self.open else None
        row = (parent.below if parent else self.top).setdefault(mark.style, [])
        number = mark.number if mark.number is not None else (row[-1].number + 1 if row else 1)
        heading = Heading(mark, "", mark.end, parent, number)
        if row:
            row[-1].next_number = number
        row.append(heading)
        self.open.append(heading)
        self.found.append(heading)

    def _close(self, depth: int, at: int, mark: Mark | None) -> None:
        reached = at
        for heading in self.open[depth:]:
            goes_on = mark is not None and mark.style is heading.style and mark.number == heading.number + 1
            if heading.within_paragraph and not goes_on:
                stop = self._line_end(heading.mark.start)
                if stop < reached and self._ended(heading, reached):
                    reached = stop
            heading.end = reached
        del self.open[depth:]

    def _titles(self) -> None:
        for index, heading in enumerate(self.found):
            stop = self._title_end(heading)
            if index + 1 < len(self.found):
                stop = min(stop, self.found[index + 1].mark.start)
            length = _title_length(self.text[heading.mark.end : stop], heading)
            heading.body = heading.mark.end + length
            heading.title = self.text[heading.mark.end : heading.body].strip(_TRIMMED)


def _title_length(words: str, heading: Heading) -> int:
    """How many characters of a paragraph, from its sign on, are its title, with the mark that ends it."""
    first = _CLAUSE.search(words)
    if heading.style is Style.COUNTED:
        return first.end() if first else len(words)
    stop = (_STOP if heading.mark.opens_line else _STOP_OR_BLANK).search(words)
    if stop is None and len(words) <= LONGEST_LINE_TITLE:
        return len(words)
    if stop is not None and stop.start() <= LONGEST_TITLE:
        return stop.end()
    return first.end() if first else len(words)


def _without_contents(text: str, found: list[Mark]) -> list[Mark]:
    """The signs without those of a table of contents: its first entry comes again where the text begins."""
    contents = _CONTENTS.search(text, 0, 4000)
    if contents is None:
        return found
    listed = [mark for mark in found if mark.start > contents.end() and mark.opens_line]
    if not listed:
        return found
    wanted = _entry(text, listed[0])
    again = next((mark.start for mark in listed[1:] if wanted and _entry(text, mark) == wanted), None)
    if again is None:
        return found
    return [mark for mark in found if mark.start < contents.start() or mark.start >= again]


def _entry(text: str, mark: Mark) -> str:
    stop = text.find("\n", mark.end)
    return _LEADERS.sub("", text[mark.end : stop if stop >= 0 else len(text)].strip())


def rows(found: Sequence[Heading], top: dict[Style, list[Heading]]) -> list[list[Heading]]:
    """Every row of headings that are numbered together."""
    return [*top.values(), *(row for heading in found for row in heading.below.values())]
