"""Names of people in one cell: 张三、李四; 张三,李四; 张三 李四; 张 三；李四（执法证号）."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from yifa.ledgers.sheets import Cell
from yifa.ledgers.values.readings import Reading, bad, value
from yifa.ledgers.values.texts import plain, squeezed, unsaid

_BESIDE = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_BETWEEN = re.compile(r"[、，,；;/／|｜\n\r\t+＋&]+")
_BETWEEN_THINGS = re.compile(r"[、，,；;\n\r|｜]+")
_REST = re.compile(r"[\0、，,；;。.\s/|及和与]+")
_AND = re.compile(r"(?<=[^\s、]{2})[和与及](?=[^\s、]{2})")
_AND_OTHERS = re.compile(r"等\s*([\d一二三四五六七八九十两]+\s*[人名位])?\s*$")
_LETTERS = re.compile(r"[A-Za-z.'\-· ]+")


def read_names(cell: Cell) -> Reading:
    """A list of names, each once, in their order; numbers and remarks in brackets are left out."""
    return _read(cell if isinstance(cell, str) else plain(cell))


@lru_cache(maxsize=1 << 15)
def _read(cell: str) -> Reading:
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    bare = _BESIDE.sub("", text)
    if _AND_OTHERS.search(bare):
        return bad("names-not-all")
    names = tuple(dict.fromkeys(name for part in _BETWEEN.split(bare) for name in _part(part) if name))
    return value(names) if names else bad("no-names")


def read_list(cell: Cell) -> Reading:
    """Several names of organs, sectors, things: told apart by 、，；; and line breaks alone, whatever is in them."""
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    names = tuple(dict.fromkeys(" ".join(part.split()) for part in _BETWEEN_THINGS.split(text) if part.strip()))
    return value(names) if names else bad("no-names")


def read_named(cell: Cell, known: Mapping[str, str]) -> Reading:
    """Names of a closed list, several in a cell: by name (as compared), what each means; names may hold any sign.

    The longest name is found first, so that one that contains another, or a 、, is read whole.
    """
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    left, found = squeezed(text), {}
    for name in sorted(known, key=len, reverse=True):
        place = left.find(name)
        if place >= 0:
            found[place] = known[name]
            left = left.replace(name, "\0" * len(name))
    if _REST.sub("", left):
        return bad("not-an-element")
    return value(tuple(dict.fromkeys(found[place] for place in sorted(found))))


def _part(part: str) -> list[str]:
    """The names in what stands between two signs; a name of two characters is often spread with a space."""
    pieces = part.split()
    if len(pieces) > 1 and (_LETTERS.fullmatch(part) or any(len(piece) == 1 for piece in pieces)):
        pieces = [" ".join(pieces)] if _LETTERS.fullmatch(part) else _spread(pieces)
    return [name for piece in pieces for name in (_AND.split(piece) if len(piece) >= 5 else [piece])]


def _spread(pieces: list[str]) -> list[str]:
    """Single characters that follow one another are one name: 张 三 李 四 cannot be told apart, 张 三 王小五 can."""
    names: list[str] = []
    single = ""
    for piece in pieces:
        if len(piece) == 1:
            single += piece
            if len(single) == 2:
                names.append(single)
                single = ""
        elif single:
            names.append(single + piece if len(piece) == 1 else single)
            names.append(piece)
            single = ""
        else:
            names.append(piece)
    return [*names, single] if single else names
