"""Builds OLE files out of streams, and the smallest binary .doc: `doc("甲\\r乙\\r")`."""

from __future__ import annotations

import struct

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SMALL = 4096  # a shorter stream would have to lie in the stream of small streams; it is filled up instead
_PIECES_AT = 0x1A2
_TEXT_AT = 0x600


def ole(**streams: bytes) -> bytes:
    """An OLE file with these streams; `x00` and the like in a name stand for the characters of these codes."""
    names = {name.replace("x05", "\x05"): data.ljust(_SMALL, b"\0") for name, data in streams.items()}
    table: list[int] = []
    starts = []
    body = b""
    for data in names.values():
        count = -(-len(data) // _SECTOR)
        starts.append(len(table))
        table += [*range(len(table) + 1, len(table) + count), _END]
        body += data.ljust(count * _SECTOR, b"\0")
    entries = [_entry("Root Entry", 5, 1 if names else _FREE, _END, 0)]
    for number, (name, data) in enumerate(names.items()):
        following = number + 2 if number + 1 < len(names) else _FREE
        entries.append(_entry(name, 2, _FREE, starts[number], len(data), following))
    directory = b"".join(entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first_directory = len(table)
    count = len(directory) // _SECTOR
    table += [*range(first_directory + 1, first_directory + count), _END]
    fats = 1
    while (len(table) + fats) * 4 > fats * _SECTOR:
        fats += 1
    first_fat = len(table)
    table += [_FAT] * fats
    packed = struct.pack(f"<{len(table)}I", *table).ljust(fats * _SECTOR, b"\xff")
    places = [*range(first_fat, first_fat + fats)] + [_FREE] * (109 - fats)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, first_directory, 0, _SMALL, _END, 0, _END, 0)
    return head + struct.pack("<109I", *places) + body + directory + packed


def doc(text: str, *, latin: bool = False, flags: int = 0, ident: int = 0xA5EC, version: int = 0xC1) -> bytes:
    """A binary .doc that holds nothing but text; `latin` keeps it in one byte a character."""
    raw = text.encode("cp1252" if latin else "utf-16-le")
    header = bytearray(_TEXT_AT)
    struct.pack_into("<HH", header, 0, ident, version)
    struct.pack_into("<H", header, 0x0A, 0x0200 | flags)
    struct.pack_into("<i", header, 0x4C, len(raw) if latin else len(raw) // 2)
    count = len(raw) if latin else len(raw) // 2
    place = (_TEXT_AT * 2) | 0x40000000 if latin else _TEXT_AT
    pieces = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, place, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", header, _PIECES_AT, 0, len(clx))
    return ole(WordDocument=bytes(header) + raw, **{"1Table": clx})


def _entry(name: str, kind: int, child: int, start: int, size: int, following: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    entry = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    entry += struct.pack("<III", _FREE, following, child if kind == 5 else _FREE)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
