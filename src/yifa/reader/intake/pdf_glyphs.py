"""The characters of a PDF with their places, read by PDFium; runs in a process of its own, see `sealed`.

Only what is drawn upright or at right angles counts: slanted text is a water mark.
"""

from __future__ import annotations

import ctypes
import json
import math
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

# the bindings alone: the package above them starts the library with the machine's fonts
import pypdfium2_raw.bindings as pdfium

from yifa.reader.intake.limits import LONGEST_TEXT, MOST_PAGES
from yifa.reader.intake.pdf_font import box_font
from yifa.reader.intake.refusals import Reason, Unreadable

_GAP = 0.15  # sizes between two characters from which on they are pieces of their own
_BACK = 0.5  # sizes by which characters may overlap
_FORMS_IN_FORMS = 4
_MOST_OBJECTS = 100_000
_SLANTED = 0.09  # radians off a right angle
_BREAKS = frozenset({2, 10, 13, 0xFFFE, 0xFFFF})
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_Piece = tuple[str, float, float, float, float]


def main(memory: int, seconds: int) -> None:
    """Read a PDF from standard input and print its pages as JSON, or the reason why it cannot be read."""
    _bound(memory, seconds)
    try:
        answer: dict[str, Any] = {"pages": read_glyphs(sys.stdin.buffer.read())}
    except Unreadable as trouble:
        answer = {"reason": str(trouble.reason), "values": trouble.values}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def read_glyphs(data: bytes) -> list[dict[str, Any]]:
    """Every page: `width`, `height`, `pictures`, and `pieces` as (text, left, right, y, size). Raises `Unreadable`."""
    _start_library()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable(Reason.ENCRYPTED) if locked else Unreadable(Reason.BROKEN, part="PDF")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise Unreadable(Reason.TOO_MANY_PAGES, pages=count, limit=MOST_PAGES)
        pages = []
        characters = 0
        for number in range(count):
            page = _read_page(document, number)
            characters += sum(len(piece[0]) for piece in page["pieces"])
            if characters > LONGEST_TEXT:
                raise Unreadable(Reason.TOO_MUCH_TEXT, limit=LONGEST_TEXT)
            pages.append(page)
        return pages
    finally:
        pdfium.FPDF_CloseDocument(document)


@cache
def _start_library() -> tuple[Any, ...]:
    """Start PDFium with the one font it may look up; what is returned must live as long as the process."""
    folder = tempfile.TemporaryDirectory(prefix="yifa-font-")
    Path(folder.name, "box.ttf").write_bytes(box_font())
    name = ctypes.create_string_buffer(os.fsencode(folder.name))
    paths = (ctypes.POINTER(ctypes.c_char) * 2)(ctypes.cast(name, ctypes.POINTER(ctypes.c_char)))
    settings = pdfium.FPDF_LIBRARY_CONFIG()
    settings.version = 2
    settings.m_pUserFontPaths = paths
    pdfium.FPDF_InitLibraryWithConfig(settings)
    return folder, name, paths, settings


def _bound(memory: int, seconds: int) -> None:
    """Let the system end this process when it takes more, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 — only on Unix

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))


def _read_page(document: Any, number: int) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, number)
    textpage = pdfium.FPDFText_LoadPage(page) if page else None
    if not textpage:
        raise Unreadable(Reason.BROKEN, part=f"PDF, p. {number + 1}")
    box = _box(page)
    pieces, turn = _pieces(textpage, box)
    width, height = box[2] - box[0], box[3] - box[1]
    if turn % 2:
        width, height = height, width
    pdfium.FPDFText_ClosePage(textpage)
    pictures = _has_picture(page)
    pdfium.FPDF_ClosePage(page)
    return {"width": width, "height": height, "pieces": pieces, "pictures": pictures}


def _box(page: Any) -> tuple[float, float, float, float]:
    edges = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetMediaBox(page, *edges):
        left, bottom, right, top = (edge.value for edge in edges)
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    return 0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def _has_picture(page: Any) -> bool:
    """Whether a page shows a picture, be it inside a form."""
    waiting = [(pdfium.FPDFPage_GetObject(page, index), 0) for index in range(pdfium.FPDFPage_CountObjects(page))]
    for thing, depth in waiting:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORMS_IN_FORMS and len(waiting) < _MOST_OBJECTS:
            inner = range(pdfium.FPDFFormObj_CountObjects(thing))
            waiting += [(pdfium.FPDFFormObj_GetObject(thing, index), depth + 1) for index in inner]
    return False


def _pieces(textpage: Any, box: tuple[float, ...]) -> tuple[list[_Piece], int]:
    """The pieces of a page in the direction most of its text is read in, and that direction in quarter turns."""
    by_turn: dict[int, list[_Piece]] = {}
    for character, corners, size, angle in _characters(textpage):
        turns = round(angle / (math.pi / 2))
        if abs(angle - turns * math.pi / 2) <= _SLANTED:
            by_turn.setdefault(turns % 4, []).append((character, *_upright(corners, turns % 4, box), size))
    if not by_turn:
        return [], 0
    turn = max(by_turn, key=lambda turn: len(by_turn[turn]))
    return _grouped(by_turn[turn]), turn


def _characters(textpage: Any) -> Iterator[tuple[str, tuple[float, ...], float, float]]:
    """Each drawn character: itself, its origin and box (x, y, left, bottom, right, top), its size, its angle."""
    rectangle, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1 or code in _BREAKS:
            continue
        if code in _HIGH:  # the first half of a character beyond 16 bits
            high = code
            continue
        if high and code in _LOW:
            code = 0x10000 + ((high - _HIGH.start) << 10) + code - _LOW.start
        high = 0
        pdfium.FPDFText_GetLooseCharBox(textpage, index, rectangle)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
        corners = (x.value, y.value, rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if not all(map(math.isfinite, (*corners, size))):
            continue
        known = 0 < code <= sys.maxunicode and code not in _LOW
        yield chr(code) if known else "\ufffd", corners, size, math.atan2(matrix.b, matrix.a)


def _upright(corners: tuple[float, ...], turn: int, box: tuple[float, ...]) -> tuple[float, float, float]:
    """Where a character begins and ends along its line, and how far down its line is, seen the way it is read."""
    x, y, left, bottom, right, top = corners
    match turn:
        case 0:
            return x - box[0], right - box[0], box[3] - y
        case 1:
            return y - box[1], top - box[1], x - box[0]
        case 2:
            return box[2] - x, box[2] - left, y - box[1]
        case _:
            return box[3] - y, box[3] - bottom, box[2] - x


def _grouped(characters: list[_Piece]) -> list[_Piece]:
    """Characters that follow one another on a line, put together."""
    pieces: list[_Piece] = []
    text: list[str] = []
    begin = end = line = largest = 0.0
    for character, left, right, y, size in characters:
        if character.isspace():
            text += [character] if text and abs(y - line) <= size else []
            continue
        gap, back = _GAP * max(size, 0.1), _BACK * max(size, 0.1)
        apart = abs(y - line) > gap or left - end > gap or left < end - back or abs(size - largest) > gap
        if text and apart:
            pieces.append(("".join(text), begin, end, line, largest))
            text = []
        if not text:
            begin, end, line, largest = left, right, y, size
        text.append(character)
        end = max(end, right)
    if text:
        pieces.append(("".join(text), begin, end, line, largest))
    return pieces
