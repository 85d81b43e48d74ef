"""Measures the pages of a PDF: where its characters stand, in millimetres from the upper left corner of the page.

Pictures of pages are kept as plain PNG: grey, eight bits, no filter.
"""

from __future__ import annotations

import ctypes
import struct
import zlib
from typing import NamedTuple

import numpy as np
import pypdfium2

MM = 25.4 / 72


class Glyph(NamedTuple):
    """A character, the edges of what is drawn of it, its size in points, and how far down its base line is."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    base: float


def glyphs(pdf: bytes, page: int) -> list[Glyph]:
    """The characters of a page that are drawn."""
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    height = sheet.get_height()
    text = sheet.get_textpage()
    found = []
    for place in range(text.count_chars()):
        character = text.get_text_range(place, 1)
        if not character.strip():
            continue
        left, bottom, right, top = text.get_charbox(place)
        x, y = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, place, x, y)
        size = pypdfium2.raw.FPDFText_GetFontSize(text, place)
        found.append(
            Glyph(
                character,
                left * MM,
                right * MM,
                (height - top) * MM,
                (height - bottom) * MM,
                size,
                (height - y.value) * MM,
            )
        )
    document.close()
    return found


def lines(of: list[Glyph], size: float) -> list[list[Glyph]]:
    """The lines of the text of one size, from above."""
    by_base: dict[int, list[Glyph]] = {}
    for one in of:
        if abs(one.size - size) < 0.2:
            by_base.setdefault(round(one.base * 2), []).append(one)
    return [sorted(by_base[base], key=lambda one: one.left) for base in sorted(by_base)]


def size_of(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page, in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    return width * MM, height * MM


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


Picture = np.ndarray


def picture(pdf: bytes, page: int) -> Picture:
    """A page in shades of grey, 60 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = document[page].render(scale=60 / 72, grayscale=True).to_numpy().copy()
    document.close()
    return drawn.reshape(drawn.shape[0], -1)


def png(of: Picture) -> bytes:
    """A picture as a file."""
    height, width = of.shape
    rows = b"".join(b"\0" + bytes(row) for row in of)

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def read_png(file: bytes) -> Picture:
    """A picture out of such a file."""
    width, height = struct.unpack(">II", file[16:24])
    start = file.index(b"IDAT")
    (size,) = struct.unpack(">I", file[start - 4 : start])
    rows = np.frombuffer(zlib.decompress(file[start + 4 : start + 4 + size]), dtype=np.uint8)
    return rows.reshape(height, width + 1)[:, 1:]
