"""A Word document as a package of parts: opened with care, and put together again as the same bytes.

What could fetch something from elsewhere, or run, is refused: macros, embedded objects, pictures and templates that
lie outside, fields that take other files in. Answers to ECMA-376 part 2 (packages) and part 1, 17.16 (fields).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from lxml import etree

from yifa.interfaces.documents.same_bytes import without_times

LARGEST = 60_000_000
"""Bytes of all parts, unpacked."""
MOST_PARTS = 2_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RUNS = re.compile(r"(^|/)(vbaProject|vbaData|activeX|embeddings)", re.IGNORECASE)
_TAKES_IN = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE)
_WORDS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


class Because(StrEnum):
    """Why a file is not taken as a form."""

    NOT_WORD = "not-word"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    RUNS = "runs"
    """macros or embedded objects"""
    FETCHES = "fetches"
    """takes something in from elsewhere"""


class NotAForm(ValueError):
    """A file that cannot be filled; `why` says what is wrong with it."""

    def __init__(self, why: Because) -> None:
        super().__init__(why.value)
        self.why = why


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a document by their names, in their order. Raises `NotAForm`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            told = package.infolist()
            if len(told) > MOST_PARTS or sum(one.file_size for one in told) > LARGEST:
                raise NotAForm(Because.TOO_LARGE)
            if any(one.flag_bits & 1 for one in told):
                raise NotAForm(Because.DAMAGED)
            parts = {one.filename: package.read(one) for one in told if not one.is_dir()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        if isinstance(error, NotAForm):
            raise
        raise NotAForm(Because.NOT_WORD) from error
    _checked(parts)
    return parts


def _checked(parts: Mapping[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml")
    if types is None or "word/document.xml" not in parts or _MAIN.encode() not in types:
        raise NotAForm(Because.RUNS if types is not None and b"macroEnabled" in types else Because.NOT_WORD)
    if any(_RUNS.search(name) for name in parts):
        raise NotAForm(Because.RUNS)
    for name, data in parts.items():
        if name.endswith(".rels"):
            for one in tree(data).iter(_RELATIONS):
                if one.get("TargetMode") == "External" and not str(one.get("Type")).endswith("/hyperlink"):
                    raise NotAForm(Because.FETCHES)
    for name in names_with_words(parts):
        root = tree(parts[name])
        if root.find(f".//{{{WORD}}}altChunk") is not None:
            raise NotAForm(Because.FETCHES)
        told = "".join(one.text or "" for one in root.iter(f"{{{WORD}}}instrText"))
        told += " ".join(str(one.get(f"{{{WORD}}}instr")) for one in root.iter(f"{{{WORD}}}fldSimple"))
        if _TAKES_IN.search(told):
            raise NotAForm(Because.FETCHES)


def names_with_words(parts: Mapping[str, bytes]) -> list[str]:
    """The parts in which words stand: the text, then heads, feet and notes."""
    return sorted(
        (name for name in parts if _WORDS.fullmatch(name)), key=lambda name: (name != "word/document.xml", name)
    )


def tree(data: bytes) -> Any:
    """A part as a tree. Raises `NotAForm` where it is no XML, or declares anything of its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotAForm(Because.DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise NotAForm(Because.DAMAGED)
    return root


def written(root: Any) -> bytes:
    """A tree as a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def package(parts: Mapping[str, bytes]) -> bytes:
    """Parts put together: the same bytes from the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return without_times(out.getvalue())
