"""A file → `Extract`: how it is opened, told apart, handed to the reader of its format, and refused with a reason."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from yifa.reader.intake.blocks import Gathered
from yifa.reader.intake.decode import decode
from yifa.reader.intake.defects import Defect, word
from yifa.reader.intake.limits import LARGEST_FILE, LONGEST_TEXT
from yifa.reader.intake.ofd_file import read_ofd
from yifa.reader.intake.office import convert
from yifa.reader.intake.packages import Package, parse_xml
from yifa.reader.intake.pdf_file import read_pdf
from yifa.reader.intake.recognise import Kind, recognise
from yifa.reader.intake.refusals import Reason, Unreadable, refuse
from yifa.reader.intake.rich_text import read_rtf
from yifa.reader.intake.web_page import read_archive, read_page
from yifa.reader.intake.word97_text import read_word97
from yifa.reader.intake.word_document import read_docx, read_flat
from yifa.reader.reading import Extract
from yifa.wording import Language

_MEGABYTE = 1024 * 1024
_WPS = frozenset({".wps", ".wpt"})
_FORMATS = {Kind.WEB_ARCHIVE: "html", Kind.WORD_XML: "docx", Kind.OLD: "doc"}
_NAMES: dict[str, frozenset[str]] = {
    "txt": frozenset({".txt", ".text", ".md", ""}),
    "html": frozenset({".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"}),
    "docx": frozenset({".docx", ".docm", ".dotx", ".xml"}),
    "doc": frozenset({".doc", ".dot"}),
    "wps": _WPS,
    "rtf": frozenset({".rtf"}),
    "pdf": frozenset({".pdf"}),
    "ofd": frozenset({".ofd"}),
}
# what LibreOffice may help with; a bomb or a locked file it is not given
_OFFICE_HELPS = frozenset({Reason.OLD_FORMAT, Reason.BROKEN})


def take_in(path: Path, *, speech: Language) -> Extract:
    """The text of a file, with its places and its damage. Raises `Refused`, and nothing else, when that cannot be."""
    file = str(path)
    try:
        data = _read_file(path)
        found, kind = _take(data, path.suffix.lower())
        if not found.text.strip():
            raise Unreadable(Reason.NO_TEXT if kind != "txt" else Reason.EMPTY)
        if len(found.text) > LONGEST_TEXT:
            raise Unreadable(Reason.TOO_MUCH_TEXT, limit=LONGEST_TEXT)
    except Unreadable as trouble:
        raise refuse(file, trouble, speech) from trouble
    except (RecursionError, MemoryError) as error:
        raise refuse(file, Unreadable(Reason.BROKEN, part=path.suffix or "?"), speech) from error
    defects = list(found.defects)
    if path.suffix.lower() not in _NAMES[kind]:
        defects.append(Defect("other_format", 0, 0, {"suffix": path.suffix, "format": kind}))
    return Extract(file, found.text, kind, found.encoding, found.marks, word(defects, speech))


def _read_file(path: Path) -> bytes:
    try:
        if not path.exists():
            raise Unreadable(Reason.MISSING)
        if not path.is_file():
            raise Unreadable(Reason.NO_FILE)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Unreadable(Reason.TOO_LARGE, size=f"{size / _MEGABYTE:.0f}", limit=LARGEST_FILE // _MEGABYTE)
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE)
    except (OSError, ValueError) as error:
        raise Unreadable(Reason.NOT_OPENED, why=errno.errorcode.get(getattr(error, "errno", None) or 0, "")) from error


def _take(data: bytes, suffix: str) -> tuple[Gathered, str]:
    """The text and the format it was read as."""
    kind = recognise(data, suffix)
    name = _FORMATS.get(kind, str(kind))
    if kind is Kind.DOC and suffix in _WPS:
        name = "wps"
    readers: dict[Kind, Callable[[bytes], Gathered]] = {
        Kind.TXT: _read_txt,
        Kind.HTML: read_page,
        Kind.WEB_ARCHIVE: read_archive,
        Kind.DOCX: lambda data: read_docx(Package(data)),
        Kind.WORD_XML: lambda data: read_flat(parse_xml(data, "XML")),
        Kind.DOC: read_word97,
        Kind.RTF: read_rtf,
        Kind.PDF: read_pdf,
        Kind.OFD: lambda data: read_ofd(Package(data)),
        Kind.OLD: _read_old,
    }
    try:
        found = readers[kind](data)
    except Unreadable as trouble:
        helped = None
        if kind in {Kind.DOC, Kind.OLD, Kind.RTF} and trouble.reason in _OFFICE_HELPS:
            helped = _read_by_office(data, suffix)
        if helped is None:
            raise
        return helped, name
    if kind is Kind.DOC and any(defect.kind in {"parts_missing", "numbering_unread"} for defect in found.defects):
        helped = _read_by_office(data, suffix)
        return (helped if helped and len(helped.text) >= len(found.text) else found), name
    return found, name


def _read_txt(data: bytes) -> Gathered:
    """A plain text as it stands; only the line ends are made one."""
    decoded = decode(data)
    if "\r\n" not in decoded.text:
        return Gathered(decoded.text, (), decoded.defects, decoded.encoding)
    return Gathered(decoded.text.replace("\r\n", "\n"), (), _moved(decoded.text, decoded.defects), decoded.encoding)


def _moved(text: str, defects: tuple[Defect, ...]) -> tuple[Defect, ...]:
    """The defects at their places after every CR LF has become one character."""
    moved = []
    seen = dropped = 0
    for defect in defects:
        dropped += text.count("\r\n", seen, defect.start)
        seen = defect.start
        moved.append(Defect(defect.kind, defect.start - dropped, defect.end - dropped, defect.values))
    return tuple(moved)


def _read_old(_: bytes) -> Gathered:
    raise Unreadable(Reason.OLD_FORMAT, found="OpenDocument, Word 2–95")


def _read_by_office(data: bytes, suffix: str) -> Gathered | None:
    """What LibreOffice makes of it, or None when it cannot help."""
    converted = convert(data, suffix or ".doc")
    if converted is None:
        return None
    try:
        found = read_docx(Package(converted))
    except Unreadable:
        return None
    if not found.text.strip():
        return None
    return Gathered(found.text, found.marks, (*found.defects, Defect("read_by_office", 0, 0)), found.encoding)
