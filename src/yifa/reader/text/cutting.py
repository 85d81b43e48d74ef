"""Leaving out characters of a view, and replacing them one for one, with the way back kept.

>>> from yifa.reader.reading import View
>>> view = leave_out(whole("20 22年"), [(2, 3)])
>>> view.text, view.span(0, 5)
('2022年', (0, 6))
"""

from __future__ import annotations

from collections.abc import Iterable

from yifa.reader.reading import View

Span = tuple[int, int]


def whole(text: str) -> View:
    """The view in which nothing has been changed yet."""
    return View(text, range(len(text) + 1))


def leave_out(view: View, spans: Iterable[Span]) -> View:
    """The view without these spans, which may overlap and stand in any order."""
    kept: list[Span] = []
    at = 0
    for start, end in sorted(spans):
        if start > at:
            kept.append((at, start))
        at = max(at, end)
    if at == 0:
        return view
    kept.append((at, len(view.text)))
    origin: list[int] = []
    for start, end in kept:
        origin.extend(view.origin[start:end])
    origin.append(view.origin[len(view.text)])
    return View("".join(view.text[start:end] for start, end in kept), tuple(origin))


def put(view: View, text: str) -> View:
    """The view with other characters in the same places; raises ValueError when their number differs."""
    if len(text) != len(view.text):
        raise ValueError("a view replaces characters one for one")
    return View(text, view.origin)


def put_at(text: str, places: Iterable[tuple[int, str]]) -> str:
    """The text with single characters replaced, given in the order of their places."""
    pieces: list[str] = []
    at = 0
    for place, character in places:
        pieces += (text[at:place], character)
        at = place + 1
    return "".join((*pieces, text[at:])) if pieces else text
