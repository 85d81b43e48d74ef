"""What the formatting of a binary .doc says about its text: tables, lists, styles; deleted and hidden characters.

Answers to [MS-DOC] 2.4.6 (direct formatting), 2.9 (PapxFkp, ChpxFkp, Prl), 2.6 (Sprm), 2.9.271 (STSH). Formatting is
kept in pages of 512 bytes, found by the place in the file of the character it belongs to.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yifa.reader.intake.word97_file import Where, Word97

_PAGE = 512
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_VARIABLE = 6
_TABLE_DEFINITION, _TAB_CHANGES, _HUGE = 0xD608, 0xC615, 0x6646
_STYLE = 0x4600
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09
_PARAGRAPH_STYLE = 1
_MOST_BASES = 20


@dataclass(frozen=True)
class Format:
    """What a paragraph is: `list_use` counts from 1 in the table of list uses, 0 is none, None is not said."""

    in_table: bool = False
    row_end: bool = False
    depth: int = 0
    list_use: int | None = None
    level: int | None = None


class Formatting:
    """Formats by place in the file."""

    def __init__(self, file: Word97) -> None:
        self._file = file
        self._styles = _read_styles(file.structure(Where.STYLES))
        self._paragraphs = _Pages(file, Where.PARAGRAPH_PAGES, 13)
        self._characters = _Pages(file, Where.CHARACTER_PAGES, 1)

    def paragraph(self, place: int) -> Format:
        """The format of the paragraph whose end stands at this place in the file, that of its style included."""
        run = self._paragraphs.find(place)
        if run is None:
            return self._styles.get(0, Format())
        at = run[0]
        page = self._file.document
        size = page[at] if at < len(page) else 0
        begin, length = (at + 1, 2 * size - 1) if size else (at + 2, 2 * (page[at + 1] if at + 1 < len(page) else 0))
        if length < 2 or begin + 2 > len(page):
            return self._styles.get(0, Format())
        style = struct.unpack_from("<H", page, begin)[0]
        return self._apply(self._styles.get(style, Format()), page[begin + 2 : begin + length])

    def hides(self, place: int) -> tuple[str, int, int]:
        """Why the character at this place does not show, and from where to where in the file this holds.

        "deleted", "hidden", "symbol" (a sign of a symbol font), or "" when it does show.
        """
        found = self._characters.find(place)
        if found is None:
            return "", place, place + 1
        at, begin, until = found
        page = self._file.document
        if at < 0 or at >= len(page):
            return "", begin, until
        kind = ""
        for code, operand in modifiers(page[at + 1 : at + 1 + page[at]]):
            if code == _DELETED and operand[:1] == b"\1":
                return "deleted", begin, until
            if code == _HIDDEN and operand[:1] == b"\1":
                kind = "hidden"
            elif code == _SYMBOL:
                kind = kind or "symbol"
        return kind, begin, until

    def _apply(self, base: Format, changes: bytes) -> Format:
        found = base
        for code, operand in modifiers(changes):
            if code == _HUGE and len(operand) == 4:
                at = struct.unpack("<I", operand)[0]
                if at + 2 <= len(self._file.data):
                    length = struct.unpack_from("<H", self._file.data, at)[0]
                    found = _changed(found, self._file.data[at + 2 : at + 2 + length])
            elif code == _STYLE and len(operand) == 2:
                found = self._styles.get(struct.unpack("<H", operand)[0], Format())
        return _changed(found, changes)


class _Pages:
    """The pages of one kind of formatting."""

    def __init__(self, file: Word97, where: Where, entry: int) -> None:
        self._document = file.document
        self._entry = entry
        table = file.structure(where)
        count = max(0, (len(table) - 4) // 8)
        self._starts = list(struct.unpack_from(f"<{count}I", table)) if count else []
        self._numbers = struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
        self.missing = not count

    def find(self, place: int) -> tuple[int, int, int] | None:
        """Where the properties for a place in the file lie (-1: none are kept), and from where to where they hold."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        page = (self._numbers[index] & 0x3FFFFF) * _PAGE
        if page + _PAGE > len(self._document):
            return None
        runs = self._document[page + _PAGE - 1]
        if not 0 < runs <= (_PAGE - 5) // (4 + self._entry):
            return None
        places = struct.unpack_from(f"<{runs + 1}I", self._document, page)
        run = bisect_right(places, place) - 1
        if not 0 <= run < runs:
            return None
        offset = self._document[page + 4 * (runs + 1) + self._entry * run]
        return (page + 2 * offset if offset else -1), places[run], places[run + 1]


def modifiers(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """The single changes of a list of them: code and operand. What is cut off ends the list."""
    at = 0
    while at + 2 <= len(changes):
        code = struct.unpack_from("<H", changes, at)[0]
        at += 2
        kind = code >> 13
        if kind != _VARIABLE:
            size = _SIZES[kind]
        elif code == _TABLE_DEFINITION:
            size = 1 + struct.unpack_from("<H", changes, at)[0] if at + 2 <= len(changes) else len(changes)
        elif code == _TAB_CHANGES and changes[at : at + 1] == b"\xff":
            return
        else:
            size = 1 + changes[at] if at < len(changes) else 1
        yield code, changes[at : at + size] if kind != _VARIABLE else changes[at + 1 : at + size]
        at += size


def _changed(found: Format, changes: bytes) -> Format:
    for code, operand in modifiers(changes):
        on = operand[:1] == b"\1"
        match code:
            case 0x2416:  # sprmPFInTable
                found = replace(found, in_table=on, depth=max(found.depth, 1) if on else 0)
            case 0x2417:  # sprmPFTtp
                found = replace(found, row_end=on)
            case 0x6649 if len(operand) == 4:
                found = replace(found, depth=max(0, struct.unpack("<i", operand)[0]))
            case 0x260A:  # sprmPIlvl
                found = replace(found, level=operand[0] if operand else 0)
            case 0x460B if len(operand) == 2:
                use = struct.unpack("<h", operand)[0]
                found = replace(found, list_use=max(0, use))
            case _:
                pass
    return found


def _read_styles(table: bytes) -> dict[int, Format]:
    """The format that each paragraph style gives, those it is based on included."""
    if len(table) < 6:
        return {}
    head, count, fixed = struct.unpack_from("<HHH", table)
    at = 2 + head
    own: dict[int, tuple[int, bytes]] = {}
    for number in range(min(count, 0x0FFF)):
        if at + 2 > len(table):
            break
        size = struct.unpack_from("<H", table, at)[0]
        entry = table[at + 2 : at + 2 + size]
        at += 2 + size
        read = _read_style(entry, fixed)
        if read:
            own[number] = read
    return {number: _by_style(number, own) for number in own}


def _read_style(entry: bytes, fixed: int) -> tuple[int, bytes] | None:
    """The style that a paragraph style is based on, and its changes."""
    if len(entry) < fixed + 2 or fixed < 10 or struct.unpack_from("<H", entry, 2)[0] & 15 != _PARAGRAPH_STYLE:
        return None
    base = struct.unpack_from("<H", entry, 2)[0] >> 4
    name = struct.unpack_from("<H", entry, fixed)[0]
    at = fixed + 2 + 2 * name + 2
    at += at % 2
    if at + 4 > len(entry):
        return base, b""
    size = struct.unpack_from("<H", entry, at)[0]
    return base, entry[at + 4 : at + 2 + size]


def _by_style(number: int, own: dict[int, tuple[int, bytes]]) -> Format:
    row: list[bytes] = []
    for _ in range(_MOST_BASES):
        if number not in own:
            break
        number, changes = own[number]
        row.append(changes)
    found = Format()
    for changes in reversed(row):
        found = _changed(found, changes)
    return found
