"""The folder of files: a file comes in block by block, is hashed on the way, looked at, and put under its digest.

    ab/cd/abcd…  the file of the digest abcd…
    incoming/…   what is just coming, or broke off

A file is on the disk before its row is written; what was refused is nowhere. Once there, a file is never written to.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from yifa.record.evidence.errors import Damaged, WrongFile

BLOCK = 1 << 20
INCOMING = "incoming"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that was put away."""

    digest: str
    size: int


class FileStore:
    """The files below a folder, by their digests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the file of a digest lies, or would."""
        return self.folder / digest[:2] / digest[2:4] / digest

    def keep(self, stream: BinaryIO, most: int, look: Callable[[Path], None]) -> Stored:
        """Take a file in, of `most` bytes at the most; `look` raises where it is to be refused, and nothing is kept."""
        incoming = self.folder / INCOMING
        incoming.mkdir(parents=True, exist_ok=True)
        coming = incoming / secrets.token_hex(16)
        try:
            stored = _written(stream, coming, most)
            look(coming)
            self._put(coming, stored)
        finally:
            coming.unlink(missing_ok=True)
        return stored

    def _put(self, coming: Path, stored: Stored) -> None:
        place = self.path(stored.digest)
        if self.state(stored.digest, stored.size) == "whole":
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        coming.chmod(0o440)
        os.replace(coming, place)
        for folder in (place.parent, place.parent.parent, self.folder):
            _sync(folder)

    def read(self, digest: str, size: int) -> Iterator[bytes]:
        """The file block by block. Raises `Damaged` where it is missing, and at its end where it is another."""
        if not self.path(digest).is_file():
            raise Damaged(f"file {digest[:12]}…: is missing, expected {size} bytes under this digest")
        return self._blocks(digest, size)

    def _blocks(self, digest: str, size: int) -> Iterator[bytes]:
        made, read = hashlib.sha256(), 0
        with self.path(digest).open("rb") as file:
            while block := file.read(BLOCK):
                made.update(block)
                read += len(block)
                yield block
        if read != size or made.hexdigest() != digest:
            raise Damaged(f"file {digest[:12]}…: is not what was taken in ({read} bytes, {size} expected)")

    def state(self, digest: str, size: int) -> str:
        """Whether the file of a digest is as it was: `whole`, `missing` or `changed`."""
        try:
            for _ in self.read(digest, size):
                pass
        except Damaged:
            return "changed" if self.path(digest).exists() else "missing"
        return "whole"

    def destroy(self, digest: str) -> None:
        """Take a file away for good; nothing happens where it is gone already."""
        place = self.path(digest)
        if place.exists():
            place.chmod(0o640)
            with place.open("r+b") as file:
                left = place.stat().st_size
                while left > 0:
                    left -= file.write(bytes(min(BLOCK, left)))
                file.flush()
                os.fsync(file.fileno())
            place.unlink()
            _sync(place.parent)

    def digests(self) -> Iterator[str]:
        """The digests of all files that are there."""
        for one in sorted(self.folder.glob("??/??/*")):
            if one.is_file():
                yield one.name


def _written(stream: BinaryIO, place: Path, most: int) -> Stored:
    made, size = hashlib.sha256(), 0
    with place.open("xb") as file:
        while block := stream.read(BLOCK):
            size += len(block)
            if size > most:
                raise WrongFile(f"found a file of more than {most} bytes, expected a smaller one, or several")
            made.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return Stored(made.hexdigest(), size)


def _sync(folder: Path) -> None:
    """Let the disk know of a name before anything is built on it; where folders cannot be opened, it does by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
