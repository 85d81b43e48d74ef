"""Takes files that are handed in into the folder of a tray: names made harmless, archives opened, sizes bounded."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

MOST_BYTES = 1 << 30
"""So many bytes all files of one tray may have together, archives opened."""
MOST_FILES = 2000
"""So many files one tray may have."""
CHUNK = 1 << 20
_NOT_IN_NAMES = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]+')
LONGEST = 120
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


class TooMuch(ValueError):
    """More bytes or files than are taken; `bytes_` says which."""

    def __init__(self, *, bytes_: bool) -> None:
        self.bytes_ = bytes_
        super().__init__("too many bytes" if bytes_ else "too many files")


class NotAnArchive(ValueError):
    """A .zip that cannot be opened, or that is locked."""


def harmless(name: str) -> PurePosixPath:
    """The path of a dropped file below a folder: no way up, no root, nothing a system would stumble over.

    >>> str(harmless("../../台账/罚.xlsx")), str(harmless("C:\\\\台账\\\\罚.xlsx")), str(harmless("/"))
    ('台账/罚.xlsx', 'C_/台账/罚.xlsx', '_')
    """
    parts = []
    for part in name.replace("\\", "/").split("/"):
        plain = _NOT_IN_NAMES.sub("_", part).strip(" ")
        if plain.strip(".") == "":
            continue
        plain = f"_{plain}" if _RESERVED.match(plain) else plain
        stem, dot, ending = plain.rpartition(".")
        parts.append(plain if len(plain) <= LONGEST else f"{stem[: LONGEST - len(ending) - 1]}{dot}{ending}"[-LONGEST:])
    return PurePosixPath(*parts[-8:]) if parts else PurePosixPath("_")


class Intake:
    """The files of one tray in their folder; what lies there already counts.

    `replacing`: one with the name of another takes its place, as what is sent again does; else it lies beside it.
    """

    def __init__(self, folder: Path, *, replacing: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        self.folder = folder
        self.replacing = replacing
        self.bytes = sum(sizes)
        self.files = len(sizes)

    def put(self, name: str, stream: BinaryIO, length: int) -> Path:
        """Take a file of so many bytes; an archive is opened. Raises `TooMuch` and `NotAnArchive`."""
        if self.bytes + length > MOST_BYTES:
            raise TooMuch(bytes_=True)
        path = self._place(name)
        with path.open("wb") as file:
            for chunk in _chunks(stream, length):
                file.write(chunk)
        self.bytes += length
        if path.suffix.lower() == ".zip":
            self._open(path)
        return path

    def _place(self, name: str) -> Path:
        """A place for a file; another with the same name stays, unless what is sent again replaces it."""
        self.files += 1
        if self.files > MOST_FILES:
            raise TooMuch(bytes_=False)
        path = self.folder.joinpath(*harmless(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        number, found = 1, path
        while found.exists() and not self.replacing:
            number += 1
            found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        return found

    def _open(self, path: Path) -> None:
        """Open an archive in place; it is gone afterwards."""
        try:
            with zipfile.ZipFile(path) as archive:
                for entry in archive.infolist():
                    if not entry.is_dir():
                        self._take_out(archive, entry, path)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
            raise NotAnArchive(path.name) from error
        finally:
            path.unlink(missing_ok=True)

    def _take_out(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
        place = self._place(f"{path.relative_to(self.folder).parent.as_posix()}/{zip_name(entry)}")
        with archive.open(entry) as packed, place.open("wb") as file:
            while chunk := packed.read(CHUNK):
                self.bytes += len(chunk)
                if self.bytes > MOST_BYTES:
                    raise TooMuch(bytes_=True)
                file.write(chunk)


def zip_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; without the flag for UTF-8 a Chinese Windows wrote it in its own code."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


def _chunks(stream: BinaryIO, length: int) -> Iterator[bytes]:
    left = length
    while left:
        chunk = stream.read(min(CHUNK, left))
        if not chunk:
            raise ConnectionError("the file broke off")
        left -= len(chunk)
        yield chunk
