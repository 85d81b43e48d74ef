"""The parts of a yearly report and where they stand: by headings first, by passages where no heading names them.

A part counts as brief when its text is shorter than a few sentences; how many characters that is stands here, so
that the two lists of completeness use one measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yifa.reader.checks.rows import Sheet
from yifa.wording import Language

BRIEF = 120


@dataclass(frozen=True)
class Found:
    """Where a part stands in the view, its heading if one names it, and its text without that."""

    start: int
    end: int
    title: str
    words: str


def under_headings(sheet: Sheet, pattern: re.Pattern[str], deepest: int = 2) -> list[Found]:
    """Passages under headings that match; none inside another."""
    found: list[Found] = []
    for section in sheet.document.prepared.sections:
        if not 1 <= section.level <= deepest or not pattern.search(section.title):
            continue
        start, end = sheet.at(section.start), sheet.at(section.end)
        if not found or start >= found[-1].end:
            found.append(Found(start, end, section.title, sheet.view[sheet.at(section.body) : end]))
    return found


def paragraphs(sheet: Sheet, pattern: re.Pattern[str]) -> list[Found]:
    """Paragraphs that match, for texts whose parts have no headings."""
    found = []
    for line in re.finditer(r"[^\n]+", sheet.view):
        if pattern.search(line.group()):
            found.append(Found(line.start(), line.end(), "", line.group()))
    return found


def sentences(sheet: Sheet, pattern: re.Pattern[str]) -> list[Found]:
    """Sentences that match."""
    spans = sheet.document.prepared.sentences
    return [
        Found(start, end, "", sheet.view[start:end]) for start, end in spans if pattern.search(sheet.view, start, end)
    ]


def told_length(size: int, speech: Language) -> str:
    """How long a part is, in words; with what is asked for where it is brief."""
    if size < BRIEF:
        return speech.say("{size} characters of text, {brief} looked for", size=size, brief=BRIEF)
    return speech.say("{size} characters of text", size=size)


def length(found: list[Found]) -> int:
    """How many characters that are not blank a part has."""
    return sum(len(re.sub(r"\s", "", one.words)) for one in found)
