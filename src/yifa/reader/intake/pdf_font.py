"""A font of one kilobyte that has the same box for every character; PDFium gets it in place of the machine's fonts.

PDFium passes over a character whose glyph has no extent. Where a PDF names a Chinese font without bringing it along,
and the machine has none either (servers mostly have none), whole pages would vanish without a word. With this font
every character has an extent, and a PDF reads the same on every machine. Answers to the OpenType specification 1.9:
the tables a font must have, and a `cmap` of format 13, which maps a range of characters to a single glyph.
"""

from __future__ import annotations

import struct

_FAMILY = "WenQuanYi Micro Hei"  # one of the names that PDFium looks for on Linux when a Chinese font is wanted
_EM, _ASCENT, _DESCENT = 1000, 880, -120
_FIRST, _LAST = 0x20, 0x2FFFF
_CODE_PAGES = 0x601F01FF  # Western, Cyrillic, Greek …, Japanese, both Chinese, Korean
_EPOCH = 0


def box_font() -> bytes:
    """The font, as the bytes of a .ttf."""
    box = _box()
    tables = {
        b"OS/2": _os2(),
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, _FIRST, _LAST, 1),
        b"glyf": box * 2,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, _EPOCH, _EPOCH, 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(">IhhhHhhh", 0x10000, _ASCENT, _DESCENT, 0, _EM, 0, 0, _EM)
        + struct.pack(">hhhhhhhhH", 1, 0, 0, 0, 0, 0, 0, 0, 2),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        b"loca": struct.pack(">III", 0, len(box), 2 * len(box)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 2, *bytes(8)),
        b"name": _name(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, *bytes(8)),
    }
    return _assembled(tables)


def _box() -> bytes:
    """A glyph: one contour of four points."""
    glyph = struct.pack(">hhhhhHH", 1, 0, _DESCENT, _EM, _ASCENT, 3, 0) + bytes((1, 1, 1, 1))
    glyph += struct.pack(">hhhhhhhh", 0, _EM, 0, -_EM, _DESCENT, 0, _ASCENT - _DESCENT, 0)
    return _padded(glyph)


def _os2() -> bytes:
    head = struct.pack(">HhHHH", 1, _EM, 400, 5, 0) + bytes(22) + bytes(10)
    ranges = struct.pack(">IIII4sHHH", 0xFFFFFFFF, 0xFFFFFFFF, 0, 0, b"BOX ", 0x40, _FIRST, 0xFFFF)
    return head + ranges + struct.pack(">hhhHHII", _ASCENT, _DESCENT, 0, _ASCENT, -_DESCENT, _CODE_PAGES, 0)


def _name() -> bytes:
    said = ((1, _FAMILY), (2, "Regular"), (3, _FAMILY), (4, _FAMILY), (6, _FAMILY.replace(" ", "")))
    records, texts = b"", b""
    for platform, encoding, language, codec in ((1, 0, 0, "ascii"), (3, 1, 0x409, "utf-16-be")):
        for number, text in said:
            raw = text.encode(codec)
            records += struct.pack(">HHHHHH", platform, encoding, language, number, len(raw), len(texts))
            texts += raw
    return struct.pack(">HHH", 0, 2 * len(said), 6 + len(records)) + records + texts


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    directory = struct.pack(">IHHHH", 0x10000, count, 128, 3, 16 * count - 128)
    body = b""
    for tag, table in sorted(tables.items()):
        padded = _padded(table)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += tag + struct.pack(">III", total, 12 + 16 * count + len(body), len(table))
        body += padded
    return directory + body


def _padded(data: bytes) -> bytes:
    return data.ljust(-(-len(data) // 4) * 4, b"\0")
