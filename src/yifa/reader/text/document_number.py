"""The number of an official document: sign of the organ, year in brackets, serial number (青政发〔2023〕2号).

Brackets of any form are taken, since web pages have them all. A number is the document's own when it stands in the
head, alone, behind a label, or behind the title in brackets; the numbers of other documents stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yifa.reader.text.furniture import labels
from yifa.reader.text.paragraphs import Paragraph

NUMBER = re.compile(
    r"(?P<sign>[\u4e00-\u9fff]{2,14}(?:\([\u4e00-\u9fff]{1,6}\)[\u4e00-\u9fff]{0,4})?) ?"
    r"[〔\[(（【{﹝〈<「［] ?(?P<year>(?:19|20)\d\d) ?年? ?[〕\])）】}﹞〉>」］] ?"
    r"(?P<serial>第? ?\d{1,5}(?:-\d{1,3})?) ?号"
)
_LABELS = ("文号", "发文字号", "文件编号")


@dataclass(frozen=True)
class DocumentNumber:
    """A document number as written, with its span of the view and its year."""

    text: str
    year: int
    start: int
    end: int


def find_document_number(head: Sequence[Paragraph]) -> DocumentNumber | None:
    """The document's own number, from the lines of its head; None where it has none.

    >>> from yifa.reader.text.paragraphs import paragraphs
    >>> find_document_number(paragraphs("青屏县人民政府\\n青政发[2023]2号")).text
    '青政发[2023]2号'
    """
    for line in head:
        for label, value, at in labels(line.text):
            match = NUMBER.match(value) if label in _LABELS else None
            if match:
                return _made(match, line.start + at)
    for line in head:
        for match in NUMBER.finditer(line.text):
            before, after = line.text[: match.start()].strip(), line.text[match.end() :].strip()
            if (not before and len(after) <= 14) or (before.endswith(("(", "（")) and after in (")", "）", "")):
                return _made(match, line.start)
    return None


def _made(match: re.Match[str], start: int) -> DocumentNumber:
    return DocumentNumber(match[0], int(match["year"]), start + match.start(), start + match.end())
