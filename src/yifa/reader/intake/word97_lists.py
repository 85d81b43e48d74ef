"""The lists of a binary .doc: how their levels are numbered, and which list a paragraph's list use stands for.

Answers to [MS-DOC] 2.9.131 (LSTF), 2.9.150 (LVL), 2.9.147 (LVLF), 2.9.132 (LFO), 2.9.133 (LFOLVL).
"""

from __future__ import annotations

import struct
from dataclasses import replace

from yifa.reader.intake.word97_file import Where, Word97
from yifa.reader.intake.word_numbering import LEVELS, Instance, Level

# in the order of their numbers, [MS-OSHARED] 2.2.1.3
_STYLE_NAMES = """
decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago
ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal
japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero
bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese
ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting
ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified
chineseCountingThousand
"""
_STYLES = _STYLE_NAMES.split()
_NONE = 0xFF
_LIST_SIZE, _LEVEL_SIZE, _USE_SIZE = 28, 28, 16
_NOTHING_AFTER = 2
_MOST = 5_000


class CutOff(Exception):
    """The lists end before they should."""


def read_lists(file: Word97) -> dict[str, Instance]:
    """The lists by the number of their use. Raises `CutOff` when the structures do not hold together."""
    try:
        lists = _read_levels(file)
        return _read_uses(file.structure(Where.LIST_USES), lists)
    except (struct.error, IndexError) as error:
        raise CutOff from error


def _read_levels(file: Word97) -> dict[int, dict[int, Level]]:
    offset, size = file.place(Where.LISTS)
    table = file.table
    if not size:
        return {}
    count = struct.unpack_from("<H", table, offset)[0]
    at = offset + size  # the levels follow the table of lists, outside its size
    found: dict[int, dict[int, Level]] = {}
    for number in range(count):
        entry = offset + 2 + _LIST_SIZE * number
        list_id = struct.unpack_from("<i", table, entry)[0]
        simple = table[entry + 26] & 1
        levels = {}
        for depth in range(1 if simple else LEVELS):
            levels[depth], at = _read_level(table, at)
        found[list_id] = levels
    return found


def _read_level(table: bytes, at: int) -> tuple[Level, int]:
    start, style, flags = struct.unpack_from("<iBB", table, at)
    places = table[at + 6 : at + 15]
    follow, character_size, paragraph_size, limit = table[at + 15], table[at + 24], table[at + 25], table[at + 26]
    text_at = at + _LEVEL_SIZE + character_size + paragraph_size
    length = struct.unpack_from("<H", table, text_at)[0]
    written = struct.unpack_from(f"<{length}H", table, text_at + 2)
    holds_numbers = {place - 1 for place in places if place}
    pattern = "".join(
        f"%{unit + 1}" if index in holds_numbers and unit < LEVELS else chr(unit) for index, unit in enumerate(written)
    )
    name = "none" if style == _NONE else _STYLES[style] if style < len(_STYLES) else "decimal"
    level = Level(
        style=name,
        pattern=pattern,
        start=max(0, min(start, 0x7FFF)),
        legal=bool(flags & 4),
        gap=follow != _NOTHING_AFTER,
        restart=limit if flags & 8 else None,
    )
    return level, text_at + 2 + 2 * length


def _read_uses(table: bytes, lists: dict[int, dict[int, Level]]) -> dict[str, Instance]:
    if not table:
        return {}
    count = struct.unpack_from("<I", table)[0]
    if count > _MOST:
        raise CutOff
    at = 4 + _USE_SIZE * count
    found = {}
    for number in range(count):
        entry = 4 + _USE_SIZE * number
        list_id = struct.unpack_from("<i", table, entry)[0]
        levels = dict(lists.get(list_id, {}))
        restarted = set()
        at += 4  # a position that says nothing
        for _ in range(table[entry + 12]):
            start, flags = struct.unpack_from("<iI", table, at)
            at += 8
            depth = flags & 15
            if flags & 32:
                levels[depth], at = _read_level(table, at)
            if flags & 16 and depth in levels:
                restarted.add(depth)
                if not flags & 32:
                    levels[depth] = replace(levels[depth], start=max(0, start))
        found[str(number + 1)] = Instance(str(list_id), levels, frozenset(d for d in restarted if d < LEVELS))
    return found
