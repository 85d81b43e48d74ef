"""Reads the papers contributors wrote their texts on: paragraphs by the heading they stand under.

Headings are known in both languages, as a heading or as a paragraph that is nothing else; what is set in italics is the
guidance of the paper and no text. At the end stand who wrote it, who checked it, and the day.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.request_form import MATERIAL_PARTS

NAME = "素材"
_HEADINGS = {heading: part.kind for part in MATERIAL_PARTS for heading in (part.zh, part.en)}
_SIGNED = {
    "撰稿人": "person",
    "Written by": "person",
    "核对人": "reviewer",
    "Checked by": "reviewer",
    "日期": "day",
    "Date": "day",
}
"""Who signs at the end of a paper, by what stands before the colon."""


class NotAPaper(ValueError):
    """A file that cannot be read as such a paper; `file` is its name."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(file)


def read_materials(folder: Path) -> Iterator[Material]:
    """The texts of all papers below a folder, each of the contributor whose folder it lies in; raises `NotAPaper`."""
    for path in sorted(folder.rglob(f"{NAME}*.docx")):
        if not path.name.startswith("~$"):
            yield from read_paper(path, path.parent.name)


def read_paper(path: Path, contributor: str) -> Iterator[Material]:
    """The texts of one paper; raises `NotAPaper`."""
    import docx  # noqa: PLC0415 - heavy, and needed for papers only

    try:
        document = docx.Document(str(path))
    except (OSError, ValueError, KeyError) as error:
        raise NotAPaper(path.name) from error
    except Exception as error:  # the library raises what it likes for a broken package
        raise NotAPaper(path.name) from error
    origin = Material(
        "",
        _NOT_IN_NAMES.sub("", contributor),
        "",
        path.name,
        hashlib.sha256(path.read_bytes()).hexdigest(),
        **_signed(document),
    )
    kind: str | None = None
    for paragraph in document.paragraphs:
        text = paragraph.text.strip()
        if text in _HEADINGS:
            kind = _HEADINGS[text]
        elif paragraph.style is not None and str(paragraph.style.name).startswith("Heading"):
            kind = None
        elif kind is not None and text and not _guidance(paragraph):
            for line in filter(None, map(_plain, text.splitlines())):
                yield replace(origin, kind=kind, text=line)


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_OF_TOKENS = str.maketrans({"{": "｛", "}": "｝"})
_NOT_IN_NAMES = re.compile(r"[\s@#{}|]+")


def _plain(text: str) -> str:
    """A line without what a draft would take for a mark of its own."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text)).translate(_OF_TOKENS).strip()


def _signed(document: Any) -> dict[str, str]:
    """What stands behind the words at the end, the last of each."""
    found = {}
    for paragraph in document.paragraphs:
        name, sign, words = paragraph.text.replace("：", ":").partition(":")
        if sign and name.strip() in _SIGNED and words.strip():
            found[_SIGNED[name.strip()]] = words.strip()
    return found


def _guidance(paragraph: Any) -> bool:
    """Whether all of a paragraph is set in italics."""
    written = [run for run in paragraph.runs if run.text.strip()]
    return bool(written) and all(run.italic for run in written)
