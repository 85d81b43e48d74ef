"""What a file is, told from its content; its name only settles what the content leaves open.

Offices send .doc files that are web pages, .wps files that are .docx, and .txt files that are web pages; each is read
as what it is.
"""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from yifa.reader.intake.refusals import Reason, Unreadable


class Kind(StrEnum):
    """What a file turns out to be."""

    TXT = "txt"
    HTML = "html"
    WEB_ARCHIVE = "mht"
    DOCX = "docx"
    WORD_XML = "xml"
    DOC = "doc"
    RTF = "rtf"
    PDF = "pdf"
    OFD = "ofd"
    OLD = "old"


_PICTURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
    *(b"\0\0\0\x0cjP  ", b"8BPS", b"AT&TFORM"),
)
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = (b"\xdb\xa5\x2d\0", b"\x31\xbe\0\0", b"\x9b\xa5\x21\0", b"\x32\xbe\0\0")
_WEB_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"</?(?:html|head|body|meta|title|div|p|span|table|tr|td|br|h[1-6]|font|a|b|strong|ul|ol|li|center)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_CLOSING_BLOCK = re.compile(rb"</(?:p|div|td|tr|table|h[1-6]|li)\s*>", re.IGNORECASE)
_MANY = 8  # closed blocks from which a text that begins with a tag is taken for a page without its head
_MAIL_HEADS = (b"mime-version:", b"from: ", b"content-type: multipart", b"subject: ", b"date: ")
_HEAD = 8192
_PDF_HEAD = 1024


def recognise(data: bytes, suffix: str) -> Kind:
    """What these bytes are. Raises `Unreadable` for what is no text at all (pictures, archives, spreadsheets)."""
    if not data.strip(b"\0 \t\r\n\f"):
        raise Unreadable(Reason.EMPTY)
    if re.search(rb"%PDF-\d", data[:_PDF_HEAD]):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _recognise_zip(data)
    if data.startswith(_OLE):
        return Kind.DOC
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return Kind.RTF
    if data.startswith(_OLD_WORD):
        return Kind.OLD
    if data.startswith(_PICTURES) or _is_other_picture(data):
        raise Unreadable(Reason.PICTURE)
    if data.startswith(_ARCHIVES) or data[257:262] == b"ustar":
        raise Unreadable(Reason.ARCHIVE)
    return _recognise_text(data, suffix)


def _is_other_picture(data: bytes) -> bool:
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    is_bitmap = data[:2] == b"BM" and data[6:10] == bytes(4)
    return is_webp or is_bitmap or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")


def _recognise_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, LookupError) as error:
        raise Unreadable(Reason.BROKEN, part="ZIP") from error
    if "ofd.xml" in names:
        return Kind.OFD
    if any(name.startswith("word/") for name in names):
        return Kind.DOCX
    if any(name.startswith("xl/") for name in names):
        raise Unreadable(Reason.SPREADSHEET)
    if any(name.startswith("ppt/") for name in names):
        raise Unreadable(Reason.SLIDES)
    if "content.xml" in names and "mimetype" in names:
        return Kind.OLD
    if "[content_types].xml" in names:
        return Kind.DOCX
    raise Unreadable(Reason.ARCHIVE)


def _recognise_text(data: bytes, suffix: str) -> Kind:
    head = _narrow(data[: 4 * _HEAD])[:_HEAD]
    stripped = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if stripped.lower().startswith(_MAIL_HEADS) and b"multipart/" in head[:2048]:
        return Kind.WEB_ARCHIVE
    if stripped.startswith(b"<?xml") and re.search(rb"<(?:\w+:)?(?:wordDocument|package)\b", head):
        return Kind.WORD_XML
    if _OPENING.match(stripped):
        return Kind.HTML
    if suffix in _WEB_SUFFIXES and _TAG.search(_narrow(data)):
        return Kind.HTML
    if stripped.startswith(b"<") and _TAG.match(stripped) and len(_CLOSING_BLOCK.findall(head)) >= _MANY:
        return Kind.HTML
    return Kind.TXT


def _narrow(data: bytes) -> bytes:
    """The bytes without the NULs that UTF-16 and UTF-32 set beside ASCII, so that tags can be seen."""
    data = data.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return data.replace(b"\0", b"") if b"\0" in data else data
