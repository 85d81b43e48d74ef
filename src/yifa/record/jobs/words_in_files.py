"""Whether a file holds some words: so is found what names somebody who is forgotten.

Looked through are texts in the encodings that offices use, tables and papers as Office keeps them (packed or not). A
name of two signs counts where it stands alone, since many a text has both side by side.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ENCODINGS = ("utf-8", "gb18030", "utf-16-le")
MOST_BYTES = 1 << 30
"""So much of one file is looked through."""
SHORT = 2
_LETTER = re.compile(r"\w")


def files_with(words: Iterable[str], folder: Path) -> Iterator[Path]:
    """The files below a folder that hold one of some words."""
    sought = [one for one in words if len(one) >= SHORT]
    if sought and folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and holds(path, sought):
                yield path


def holds(path: Path, words: Iterable[str]) -> bool:
    """Whether a file holds one of some words."""
    sought = [one for word in words for one in {word, escape(word)}]
    return any(_has(data, sought) for data in _contents(path))


def _contents(path: Path) -> Iterator[bytes]:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield file.read(MOST_BYTES)
        return
    try:
        with zipfile.ZipFile(path) as packed:
            for entry in packed.infolist():
                with packed.open(entry) as file:
                    yield file.read(MOST_BYTES)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        return


def _has(data: bytes, words: Iterable[str]) -> bool:
    for word in words:
        for encoding in ENCODINGS:
            held = word.encode(encoding)
            if held in data and (len(word) > SHORT or _alone(data, word, encoding)):
                return True
    return False


def _alone(data: bytes, word: str, encoding: str) -> bool:
    """Whether a word stands somewhere with no letter before or behind it."""
    text = data.decode(encoding, "replace")
    around = (text[max(one.start() - 1, 0) : one.start()] + text[one.end() : one.end() + 1] for one in _all(word, text))
    return any(not _LETTER.search(signs) for signs in around)


def _all(word: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(word), text)
