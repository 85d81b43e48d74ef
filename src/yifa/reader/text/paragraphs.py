"""The lines of a view that hold something: what facts and damage look at one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_STOP = re.compile("[。！？；;，,]")


@dataclass(frozen=True)
class Paragraph:
    """A line of the view without the blanks around it; `start` and `end` are places of the view."""

    start: int
    end: int
    text: str

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is running text: long, or a whole sentence."""
        return len(self.text) > 90 or (len(self.text) > 24 and "。" in self.text)

    @cached_property
    def is_row(self) -> bool:
        """Whether it looks like a row of a table."""
        return "\t" in self.text or "|" in self.text

    @cached_property
    def clauses(self) -> int:
        """How many commas and stops it has."""
        return len(_STOP.findall(self.text))

    @cached_property
    def ideographs(self) -> int:
        """How many ideographs it has."""
        return len(_IDEOGRAPH.findall(self.text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The lines of a view that are not blank."""
    found = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            left = start + line.index(words[0])
            found.append(Paragraph(left, left + len(words), words))
        start += len(line) + 1
    return tuple(found)
