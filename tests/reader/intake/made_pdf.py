"""Builds PDFs out of placed text: `pdf([at(100, 80, "甲乙"), at(100, 110, "丙")], [at(100, 80, "第二页")])`.

The font is named but not brought along, as older Chinese PDFs do it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
SIZE = 16
_PICTURE = b"/Picture Do"


@dataclass(frozen=True)
class Placed:
    """Text from `left` on the base line `top`, counted from the upper edge; `turn` is a text matrix of its own."""

    left: float
    top: float
    text: str
    size: float = SIZE
    turn: tuple[float, float, float, float] = (1, 0, 0, 1)


def at(left: float, top: float, text: str, size: float = SIZE, **more: tuple[float, float, float, float]) -> Placed:
    """A placed text."""
    return Placed(left, top, text, size, **more)


def lines(*texts: str, top: float = 110, left: float = 90, step: float = 28) -> list[Placed]:
    """Texts one below the other; two ideographic spaces in front are an indent, as printers set it."""
    placed = []
    for number, text in enumerate(texts):
        bare = text.lstrip("　")
        placed.append(at(left + SIZE * (len(text) - len(bare)), top + step * number, bare))
    return placed


def pdf(*pages: list[Placed], picture: bool = False, content: bytes | None = None) -> bytes:
    """A PDF of these pages; `picture` puts one on every page, `content` is drawn instead, packed as it is given."""
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    catalog, tree = add(b""), add(b"")
    descendant = add(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Made /DW 1000 /W [1 95 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor "
        b"<< /Type /FontDescriptor /FontName /Made /Flags 4 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 "
        b"/ItalicAngle 0 /FontBBox [0 -120 1000 880] >> >>"
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /UniGB-UTF16-H /DescendantFonts [%d 0 R] >>"
        % descendant
    )
    image = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n\x80\nendstream"
    )
    kids = []
    for page in pages:
        drawn = b"\n".join(map(_drawn, page))
        if picture:
            drawn += b"\nq 400 0 0 600 90 100 cm " + _PICTURE + b" Q"
        drawing = add(_stream(zlib.compress(drawn) if content is None else content))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                b"/Resources << /Font << /F %d 0 R >> /XObject << /Picture %d 0 R >> >> >>"
                % (tree, WIDTH, HEIGHT, drawing, font, image)
            )
        )
    objects[catalog - 1] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    objects[tree - 1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        len(kids),
    )
    return _file(objects, catalog)


def _drawn(placed: Placed) -> bytes:
    codes = placed.text.encode("utf-16-be").hex().encode()
    matrix = " ".join(f"{number:g}" for number in (*placed.turn, placed.left, HEIGHT - placed.top)).encode()
    return b"BT /F %g Tf %s Tm <%s> Tj ET" % (placed.size, matrix, codes)


def _stream(packed: bytes) -> bytes:
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _file(objects: list[bytes], catalog: int) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            catalog,
            len(written),
        )
    )
