"""The automatic numbers of paragraphs in a Word document: 一、（一） 1. restored as a reader of the page sees them.

Headings of reports are mostly numbered this way; without it the text would lose its outline. Answers to ECMA-376
part 1, 17.9 (numbering) as Word carries it out: paragraphs of one list share its counters, a level starts again after
a higher one, `lvlOverride` gives an instance its own levels and starts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from yifa.reader.intake.numerals import NO_NUMBER, numeral

LEVELS = 9


@dataclass(frozen=True)
class Level:
    """How one level is numbered: `pattern` is like `第%1条` or `%1.%2`; `restart` as in `w:lvlRestart`."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1
    legal: bool = False
    gap: bool = True
    restart: int | None = None


@dataclass(frozen=True)
class Instance:
    """A list in use: which counters it shares, its levels, and the levels that it starts anew when first used."""

    shared: str
    levels: Mapping[int, Level]
    restarted: frozenset[int] = frozenset()


class Numbering:
    """Counts the numbered paragraphs of a document, in order."""

    def __init__(self, instances: Mapping[str, Instance]) -> None:
        self._instances = instances
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[str] = set()

    def label(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph of a list, with the space that sets it off; "" when it shows none."""
        instance = self._instances.get(list_id)
        if instance is None or not 0 <= depth < LEVELS or depth not in instance.levels:
            return ""
        counters = self._counters.setdefault(instance.shared, [None] * LEVELS)
        if list_id not in self._started:
            self._started.add(list_id)
            for level in instance.restarted:
                counters[level] = None
        self._count(instance, counters, depth)
        return _written(instance, counters, depth)

    @staticmethod
    def _count(instance: Instance, counters: list[int | None], depth: int) -> None:
        for level in range(depth):  # a level that was passed over counts as begun
            if counters[level] is None:
                counters[level] = instance.levels.get(level, Level()).start
        counter = counters[depth]
        counters[depth] = instance.levels[depth].start if counter is None else counter + 1
        for level in range(depth + 1, LEVELS):
            restart = instance.levels.get(level, Level()).restart
            # lvlRestart n: only a level above n (counted from 1) starts this one again; 0: nothing does
            if restart is None or depth < restart:
                counters[level] = None


def _written(instance: Instance, counters: list[int | None], depth: int) -> str:
    level = instance.levels[depth]
    if level.style in NO_NUMBER and "%" not in level.pattern:
        return "" if level.style == "bullet" else _with_gap(level.pattern, level)

    def put(found: re.Match[str]) -> str:
        inner = int(found.group(1)) - 1
        counted = instance.levels.get(inner, Level())
        style = "decimal" if level.legal else counted.style
        value = counters[inner]
        return numeral(counted.start if value is None else value, style)

    if level.style == "bullet":
        return ""
    return _with_gap(re.sub("%([1-9])", put, level.pattern), level)


def _with_gap(label: str, level: Level) -> str:
    return set_off(label) if level.gap else label


def set_off(label: str) -> str:
    """A label that ends in ASCII gets a space after it, as on the page, so that `1.` and `2023年` stay apart."""
    return label + " " if label and label[-1].isascii() and not label[-1].isspace() else label
