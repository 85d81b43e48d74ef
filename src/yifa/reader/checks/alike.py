"""Which figures of two passages are the same thing said again: by the words around them, run by run.

Short labels (保留65件) mean something only in their row, so figures are matched in runs: a run starts at a figure whose
words are long and stand once in each passage, and goes on in both directions as long as the words agree. Nothing is
concluded from values here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from yifa.reader.checks.rows import Row, Sheet, Spot

_LIGHT = re.compile(
    r"截至目前|目前|今年以来|今年|本年度|年内|全年|共计|总计|合计|累计|实现|达到|高达|其中|同时|先后|分别|[共达为约近超已均了的有年]|余|多"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SCOPES = re.compile(
    r"全[省市县区州盟旗镇乡]域?|[省市县区州盟旗]本级|[省市县区]级|[省市县区]直|[省市县区]政府部门|[省市县区]政府|各?县区|县\(区\)|各部门|乡镇街道|镇街|乡镇|街道|系统|法院"
)
_PLANS = re.compile(r"力争|确保|争取|目标|计划|明年|下一步|下一年|将(?!军|近|要求)|要达到")
_PLAN_HEADING = re.compile(r"下一?步|下一?年|明年|打算|安排|计划|思路|任务$")
LONG = 6


@dataclass(frozen=True)
class Placed:
    """A figure with its row, and the words that make it the same as another."""

    spot: Spot
    row: Row
    key: str


Run = tuple[tuple[Placed, Placed], ...]


def key_of(spot: Spot) -> str:
    """The words around a figure without those that say nothing, the figure itself as #."""
    label, follows = (_LIGHT.sub("", words) for words in (spot.label, spot.follows))
    return f"{label}#{spot.figure.unit or ''}{follows}"


def placed(sheet: Sheet) -> tuple[Placed, ...]:
    """Every figure of a text that counts, in order."""
    return tuple(Placed(spot, row, key_of(spot)) for row in sheet.rows for spot in row.spots)


def scope_of(one: Placed) -> str | None:
    """The extent a figure is given for: as the figure has it, or the last one named before it in its sentence."""
    if one.spot.figure.scope:
        return one.spot.figure.scope
    words = ""
    for spot in one.row.spots:
        words += spot.lead
        if spot is one.spot:
            break
    return scope_in(words)


def scope_in(words: str) -> str | None:
    """The extent last named in some words."""
    found = _SCOPES.findall(words)
    return found[-1] if found else None


def planned(sheet: Sheet, row: Row) -> bool:
    """Whether a sentence speaks of what is to be reached, not of what was."""
    if _PLANS.search(row.words):
        return True
    return sheet.under(_PLAN_HEADING, row.start)


def weight(key: str) -> int:
    """How many characters of a key are words."""
    return len(_HAN.findall(key))


def runs(first: Sequence[Placed], second: Sequence[Placed]) -> list[Run]:
    """Runs of figures said alike in two texts."""
    once = Counter(one.key for one in first)
    again = Counter(one.key for one in second)
    where = {one.key: index for index, one in enumerate(second)}
    anchors = [
        (index, where[one.key])
        for index, one in enumerate(first)
        if once[one.key] == 1 and again[one.key] == 1 and weight(one.key) >= LONG
    ]
    return _grown(first, second, anchors)


def repeats(all_: Sequence[Placed]) -> list[Run]:
    """Runs of figures that one text says twice."""
    places: dict[str, list[int]] = {}
    for index, one in enumerate(all_):
        places.setdefault(one.key, []).append(index)
    anchors = [(at[0], at[1]) for key, at in places.items() if len(at) == 2 and weight(key) >= LONG]
    return _grown(all_, all_, sorted(anchors))


def _grown(first: Sequence[Placed], second: Sequence[Placed], anchors: list[tuple[int, int]]) -> list[Run]:
    found: list[Run] = []
    seen: set[tuple[int, int]] = set()
    for anchor in anchors:
        if anchor in seen:
            continue
        pairs = [anchor]
        for way in (-1, 1):
            left, right = anchor[0] + way, anchor[1] + way
            while _alike(first, second, left, right):
                pairs.append((left, right))
                left, right = left + way, right + way
        seen.update(pairs)
        found.append(tuple((first[left], second[right]) for left, right in sorted(pairs)))
    return found


def _alike(first: Sequence[Placed], second: Sequence[Placed], left: int, right: int) -> bool:
    if not (0 <= left < len(first) and 0 <= right < len(second)) or (first is second and left >= right):
        return False
    return first[left].key == second[right].key and weight(first[left].key) > 1
