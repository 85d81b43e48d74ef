"""Checks a drafted report before it goes out: numbers without a token, what the reader finds, gaps still marked.

The reader reads the text as anyone will who is given it. A number that counts something and came from no token is
*untraced*: it must be bound to the book, or somebody must answer for it by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from yifa.oversight.reporting.tokens import BookFigure, Traced, traced
from yifa.reader.reading import COUNTING_KINDS, Check, Extract, Figure, Verdict
from yifa.reader.whole import read_text
from yifa.wording import Language

_HEADING_MARK = re.compile("^#+ +", re.MULTILINE)
_GAP = re.compile(r"【待补：[^】]*】")
_BAD = frozenset((Verdict.CONTRADICTED, Verdict.IMPOSSIBLE))


@dataclass(frozen=True)
class Checked:
    """What a check came to: the text with its numbers, numbers without a token, doubts of the reader, gaps, parts.

    `open`: figures in the text of which the data leave something open.
    """

    text: str
    traced: tuple[Traced, ...]
    untraced: tuple[Figure, ...]
    contradictions: tuple[Check, ...]
    absent: tuple[Check, ...]
    gaps: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing stands in the way of issuing it."""
        return not (self.untraced or self.contradictions or self.absent or self.gaps)


def check_draft(draft: str, figures: Mapping[str, BookFigure], *, speech: Language) -> Checked:
    """Check a draft against a book; raises `UnknownToken`."""
    text, spans = traced(_HEADING_MARK.sub("", draft), figures)
    document = read_text(Extract("draft", text, "txt"), speech=speech)
    untraced = tuple(
        one
        for one in document.figures
        if one.kind in COUNTING_KINDS and not any(span.start < one.end and one.start < span.end for span in spans)
    )
    return Checked(
        text,
        tuple(spans),
        untraced,
        tuple(one for one in document.checks if one.verdict in _BAD),
        tuple(one for one in document.checks if one.kind == "completeness-law" and one.verdict is Verdict.MISSING),
        tuple(match[0] for match in _GAP.finditer(text)),
        tuple(dict.fromkeys(span.id for span in spans if figures[span.id].open)),
    )
