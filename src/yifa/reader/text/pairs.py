"""Brackets, titles and quotation marks that do not pair up within their paragraph.

Looked for in the view, where each sort has one form. A bracket behind the number of an item (`1)`, `一)`) pairs with
nothing and is none of these. Marks of one sort in a row are one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"unclosed-title": "《》", "unclosed-quote": "“”‘’「」『』", "unclosed-bracket": "()〔〕【】[]"}
_KINDS = {pairs[at : at + 2]: kind for kind, pairs in _PAIRS.items() for at in range(0, len(pairs), 2)}
_CLOSER_OF = {pair[0]: pair[1] for pair in _KINDS}
_OPENER_OF = {pair[1]: pair[0] for pair in _KINDS}
_KIND_OF = {sign: kind for pair, kind in _KINDS.items() for sign in pair}
_SIGNS = re.compile(f'[{re.escape("".join(_KINDS))}\n"]')
_ITEM = re.compile(r"(?:^|[\s。；;：:，,])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z①-⑳])$")
DEEPEST = 8


@dataclass(frozen=True)
class Lone:
    """Marks of one sort that stand alone, by the id of the damage and the span of the view."""

    kind: str
    start: int
    end: int


def lone_marks(text: str) -> Iterator[Lone]:
    """The marks of a view that have no partner in their paragraph."""
    held: Lone | None = None
    for lone in sorted(_lone(text), key=lambda one: one.start):
        if held and held.kind == lone.kind and held.end == lone.start:
            held = Lone(held.kind, held.start, lone.end)
            continue
        if held:
            yield held
        held = lone
    if held:
        yield held


def _lone(text: str) -> Iterator[Lone]:
    waiting: list[tuple[str, int]] = []
    straight: list[int] = []
    for match in _SIGNS.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            yield from _left(waiting, straight)
            waiting, straight = [], []
        elif sign == '"':
            straight.append(at)
        elif sign in _CLOSER_OF:
            waiting.append((sign, at))
        else:
            depth = _partner(waiting, _OPENER_OF[sign])
            if depth is not None:
                yield from (Lone(_KIND_OF[other], place, place + 1) for other, place in waiting[depth + 1 :])
                del waiting[depth:]
            elif not (sign == ")" and _ITEM.search(text, max(0, at - 4), at)):
                yield Lone(_KIND_OF[sign], at, at + 1)
    yield from _left(waiting, straight)


def _partner(waiting: list[tuple[str, int]], opener: str) -> int | None:
    for depth in range(len(waiting) - 1, max(-1, len(waiting) - DEEPEST), -1):
        if waiting[depth][0] == opener:
            return depth
    return None


def _left(waiting: list[tuple[str, int]], straight: list[int]) -> Iterator[Lone]:
    yield from (Lone(_KIND_OF[sign], at, at + 1) for sign, at in waiting)
    if len(straight) % 2:
        yield Lone("unclosed-quote", straight[-1], straight[-1] + 1)
