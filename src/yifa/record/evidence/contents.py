"""What a file is, told from its content and not from its name; and the text of its first page, where it has one."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from yifa.reader.intake import Refused, take_in
from yifa.reader.intake.limits import PDF_MEMORY, PDF_SECONDS
from yifa.reader.intake.refusals import Unreadable
from yifa.reader.intake.sealed import run_sealed
from yifa.record.evidence.choices import Media
from yifa.record.evidence.errors import WrongFile
from yifa.wording import language

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: tuple[tuple[bytes, Media], ...] = (
    (b"\x89PNG\r\n\x1a\n", Media.PNG),
    (b"\xff\xd8\xff", Media.JPEG),
    (b"II*\0", Media.TIFF),
    (b"MM\0*", Media.TIFF),
    (b"ID3", Media.MP3),
    (b"\xff\xfb", Media.MP3),
    (b"\xff\xf3", Media.MP3),
)
_VIDEO = (b"ftypmp4", b"ftypisom", b"ftypavc1", b"ftypqt  ", b"ftypiso2", b"ftypM4V")
_TEXT_LIMIT = 30_000_000
_READ_AS_TEXT = (Media.DOCX, Media.DOC, Media.OFD, Media.TEXT)
_PROBE = "yifa.record.evidence.pdf_probe"
KEPT = "PDF, OFD, Word, Excel, text, JPEG, PNG, TIFF, WAV, MP3 or M4A"


def media_of(path: Path) -> Media:
    """What a file is. Raises `WrongFile` for what is damaged, locked, or not kept here."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(max(size - 64, 0))
        tail = file.read()
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise WrongFile("found an empty file, expected one with content")
    if b"%PDF-" in head[:1024]:
        return Media.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(path)
    if head.startswith(_OLE):
        return Media.DOC
    if head[4:12] == b"ftypM4A ":
        return Media.M4A
    if head[4:12].startswith(_VIDEO) or (head[:4] == b"RIFF" and head[8:12] == b"AVI ") or head[:4] == b"\x1aE\xdf\xa3":
        raise WrongFile(
            "found a video, which stays where it is; expected a note of its device, interval, place and digest"
        )
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return Media.WAV
    for start, media in _STARTS:
        if head.startswith(start):
            _whole(media, tail)
            return media
    return _text(path, head)


def _packed(path: Path) -> Media:
    try:
        with zipfile.ZipFile(path) as package:
            names = {name.replace("\\", "/").lower() for name in package.namelist()}
            if any(one.flag_bits & 1 for one in package.infolist()):
                raise WrongFile("found a file locked with a password, expected one that can be read")
            broken = package.testzip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise WrongFile("found a damaged package, expected a whole file") from error
    if broken is not None:
        raise WrongFile("found a damaged package, expected a whole file")
    if "ofd.xml" in names:
        return Media.OFD
    if any(name.startswith("word/") for name in names):
        return Media.DOCX
    if any(name.startswith("xl/") for name in names):
        return Media.XLSX
    raise WrongFile(f"found an archive, expected its files one by one: {KEPT}")


def _whole(media: Media, tail: bytes) -> None:
    """A picture that was cut off does not end as it should."""
    ends = {Media.PNG: b"IEND\xaeB`\x82", Media.JPEG: b"\xff\xd9"}
    if media in ends and ends[media] not in tail:
        raise WrongFile(f"found a {media} that breaks off, expected the whole picture")


def _text(path: Path, head: bytes) -> Media:
    if b"\0" in head or head.startswith((b"MZ", b"\x7fELF", b"#!", b"<", b"{\\rtf")):
        raise WrongFile(f"found a file of a kind that is not kept, expected {KEPT}")
    whole = path.read_bytes() if path.stat().st_size <= _TEXT_LIMIT else head[: -(len(head) % 4) or None]
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            whole.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Media.TEXT
    raise WrongFile(f"found a file of a kind that is not kept, expected {KEPT}")


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is, how many pages a PDF has, and the text of the first page or the beginning, where it has one."""

    media: Media
    pages: int | None
    text: str


def look_at(path: Path) -> Looked:
    """Look at a file that came in. Raises `WrongFile` for what is damaged, locked, or not kept here."""
    media = media_of(path)
    if media is Media.PDF:
        return _pdf(path)
    if media not in _READ_AS_TEXT or path.stat().st_size > _TEXT_LIMIT:
        return Looked(media, None, "")
    try:
        return Looked(media, None, take_in(path, speech=language("en")).text)
    except Refused:
        return Looked(media, None, "")


def _pdf(path: Path) -> Looked:
    try:
        answer = run_sealed(_PROBE, str(path).encode(), seconds=PDF_SECONDS, memory=PDF_MEMORY, part="PDF")
    except Unreadable as error:
        raise WrongFile("found a PDF that is damaged or locked, expected one that opens without a password") from error
    if not answer["pages"]:
        raise WrongFile("found a PDF without pages")
    return Looked(Media.PDF, answer["pages"], answer["text"])
