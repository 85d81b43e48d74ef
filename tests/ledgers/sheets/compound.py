"""A compound file (OLE) with one stream, as small as the format allows: for what is locked with a password."""

from __future__ import annotations

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_file(stream: str) -> bytes:
    """A compound file with a stream of 4096 bytes of this name."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    fat = [_FAT, _END, *range(3, 10), _END]
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    entries = _entry("Root Entry", 5, child=1, start=_END, size=0) + _entry(stream, 2, child=_FREE, start=2, size=4096)
    return header + table + entries.ljust(_SECTOR, b"\0") + bytes(4096)


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, kind, 1)
    return entry + struct.pack("<III", _FREE, _FREE, child) + bytes(36) + struct.pack("<IQ", start, size)
