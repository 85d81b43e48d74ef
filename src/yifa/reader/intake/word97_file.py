"""The binary .doc of Word 97–2003 (and WPS Writer's .wps) opened: streams, the table of contents of the file, the text.

Answers to [MS-DOC]: 2.5 (Fib), 2.8 and 2.9 (Plc, Clx, Pcd), 2.4.1 (retrieving text). Text is addressed by character
position (CP); the same character's place in the file (FC) is what formatting is looked up by.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

import olefile

from yifa.reader.intake.limits import LARGEST_PART, LONGEST_TEXT
from yifa.reader.intake.refusals import Reason, Unreadable

_WORD = 0xA5EC
_WORD_6 = (0xA5DC, 0xA5DB, 0xA69C, 0xA697)
_FIRST_OF_97 = 0x00C0
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COMPRESSED = 0x40000000
_PAIRS_AT = 0x9A
_OLE_FAULTS = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error)


class Where(IntEnum):
    """The pairs of the Fib that say where in the table stream a structure lies."""

    STYLES = 1
    FOOTNOTE_PLACES = 2
    FOOTNOTES = 3
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    PIECES = 33
    ENDNOTE_PLACES = 46
    ENDNOTES = 47
    LISTS = 73
    LIST_USES = 74


@dataclass(frozen=True)
class Stories:
    """How many characters each part of the text has, in the order in which they stand."""

    main: int
    footnotes: int
    headers: int
    annotations: int
    endnotes: int
    boxes: int


@dataclass(frozen=True)
class _TextPiece:
    start: int
    end: int
    offset: int
    width: int


class Word97:
    """An opened file. `text` holds all stories; `missing` says that some of it could not be reached."""

    def __init__(self, document: bytes, table: bytes, data: bytes) -> None:
        self.document = document
        self.table = table
        self.data = data
        self.missing = False
        self._pieces = self._read_pieces()
        self._starts = [piece.start for piece in self._pieces]
        self.text = self._read_text()
        sizes = struct.unpack_from("<7i", document, 0x4C)
        self.stories = Stories(*(max(0, size) for size in (*sizes[:3], sizes[4], sizes[5], sizes[6])))

    def structure(self, where: Where) -> bytes:
        """The bytes of a structure in the table stream; empty when there is none."""
        offset, size = self.place(where)
        return self.table[offset : offset + size] if size and offset < len(self.table) else b""

    def place(self, where: Where) -> tuple[int, int]:
        """Where a structure lies in the table stream, and its size."""
        at = _PAIRS_AT + 8 * where
        if at + 8 > len(self.document):
            return 0, 0
        offset, size = struct.unpack_from("<II", self.document, at)
        return offset, min(size, LARGEST_PART)

    def file_place(self, position: int) -> int:
        """The place in the file of the character at a position, or -1."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._pieces[index].end:
            return -1
        piece = self._pieces[index]
        return piece.offset + (position - piece.start) * piece.width

    def _read_pieces(self) -> list[_TextPiece]:
        structure = self.structure(Where.PIECES)
        at = 0
        while at + 3 <= len(structure) and structure[at] == 1:  # formatting of fast saved files: passed over
            at += 3 + struct.unpack_from("<H", structure, at + 1)[0]
        if at + 5 > len(structure) or structure[at] != 2:
            raise Unreadable(Reason.BROKEN, part="Clx")
        size = struct.unpack_from("<I", structure, at + 1)[0]
        table = structure[at + 5 : at + 5 + size]
        count = (len(table) - 4) // 12
        if count < 1:
            raise Unreadable(Reason.BROKEN, part="Clx")
        positions = struct.unpack_from(f"<{count + 1}I", table)
        pieces: list[_TextPiece] = []
        for index in range(count):
            where = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
            start, end = positions[index], positions[index + 1]
            width = 1 if where & _COMPRESSED else 2
            offset = (where & ~_COMPRESSED) // 2 if width == 1 else where
            if end > LONGEST_TEXT:
                raise Unreadable(Reason.TOO_MUCH_TEXT, limit=LONGEST_TEXT)
            if start > end or (pieces and start != pieces[-1].end):
                raise Unreadable(Reason.BROKEN, part="PlcPcd")
            pieces.append(_TextPiece(start, end, offset, width))
        return pieces

    def _read_text(self) -> str:
        parts = []
        for piece in self._pieces:
            count = piece.end - piece.start
            raw = self.document[piece.offset : piece.offset + count * piece.width]
            text = _narrow(raw) if piece.width == 1 else _wide(raw)
            if len(text) < count:
                self.missing = True
                text += "\r" * (count - len(text))
            parts.append(text)
        return "".join(parts)


def open_word97(data: bytes) -> Word97:
    """The file behind these bytes. Raises `Unreadable`: encrypted, spreadsheet, slides, old_format, broken."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as package:
            names = {"/".join(path).lower() for path in package.listdir()}
            _check_kind(names)
            document = package.openstream("WordDocument").read()
            header = struct.unpack_from("<HHHHHH", document.ljust(12, b"\0"))
            if header[0] in _WORD_6 or (header[0] == _WORD and header[1] < _FIRST_OF_97):
                raise Unreadable(Reason.OLD_FORMAT, found="Word 6/95")
            if header[0] != _WORD or len(document) < _PAIRS_AT:
                raise Unreadable(Reason.BROKEN, part="WordDocument")
            if header[5] & _ENCRYPTED:
                raise Unreadable(Reason.ENCRYPTED)
            table = package.openstream("1Table" if header[5] & _TABLE_1 else "0Table").read()
            more = package.openstream("Data").read() if "data" in names else b""
    except _OLE_FAULTS as error:
        raise Unreadable(Reason.BROKEN, part="OLE") from error
    return Word97(document, table, more)


def _check_kind(names: set[str]) -> None:
    if "encryptedpackage" in names:
        raise Unreadable(Reason.ENCRYPTED)
    if "worddocument" in names:
        return
    if names & {"workbook", "book"}:
        raise Unreadable(Reason.SPREADSHEET)
    if "powerpoint document" in names:
        raise Unreadable(Reason.SLIDES)
    if names & {"contents", "matost", "mm"}:
        raise Unreadable(Reason.OLD_FORMAT, found="Microsoft Works")
    if not names or names & {"0table", "1table", "\x05summaryinformation"}:
        raise Unreadable(Reason.BROKEN, part="OLE")
    raise Unreadable(Reason.UNKNOWN)


def _wide(raw: bytes) -> str:
    """UTF-16 text, one character of the result for every two bytes, so that positions hold; see `whole_characters`."""
    units = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
    return "".join(map(chr, units))


def whole_characters(text: str) -> str:
    """Text whose characters beyond 16 bits stand as halves, with the halves put together."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _narrow(raw: bytes) -> str:
    """Text kept in one byte a character: Latin, with the signs of Windows where Latin-1 has none."""
    return "".join(_SIGNS.get(byte, chr(byte)) for byte in raw)


_SIGNS = {
    byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
