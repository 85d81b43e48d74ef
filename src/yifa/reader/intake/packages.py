"""The zip container of .docx and .ofd: opened with its sizes checked first, its members read within bounds.

A member's announced size is never believed: reading stops one byte past the bound. XML is parsed without entities,
without fetching anything, and a document type definition is refused, since no office program writes one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from yifa.reader.intake.limits import (
    LARGEST_PART,
    LARGEST_RATIO,
    LARGEST_UNPACKED,
    MOST_MEMBERS,
    MOST_TAGS,
    RATIO_MATTERS_FROM,
)
from yifa.reader.intake.refusals import Reason, Unreadable

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, LookupError)
_MEGABYTE = 1024 * 1024
_TAG = b"<"


class Package:
    """A zip of parts. Names are looked up as written and, failing that, without regard to case."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _BROKEN as error:
            raise Unreadable(Reason.BROKEN, part="ZIP") from error
        if len(members) > MOST_MEMBERS:
            raise Unreadable(Reason.UNPACKS_TOO_LARGE, limit=LARGEST_UNPACKED // _MEGABYTE)
        _check_sizes(members)
        self._members = {member.filename.replace("\\", "/").lstrip("/"): member for member in members}
        self._by_lower = {name.lower(): name for name in self._members}

    def names(self) -> list[str]:
        """The names of all members."""
        return list(self._members)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._by_lower

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, or None when there is no such part. Raises `Unreadable` when it is damaged or huge."""
        found = name if name in self._members else self._by_lower.get(name.lower())
        if found is None:
            return None
        member = self._members[found]
        if member.flag_bits & 1:
            raise Unreadable(Reason.ENCRYPTED)
        try:
            with self._zip.open(member) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise Unreadable(Reason.BROKEN, part=name) from error
        if len(data) > LARGEST_PART:
            raise Unreadable(Reason.UNPACKS_TOO_LARGE, limit=LARGEST_PART // _MEGABYTE)
        return data

    def xml(self, name: str) -> Any | None:
        """The root element of a part, or None when there is no such part."""
        data = self.read(name)
        return None if data is None else parse_xml(data, name)


def parse_xml(data: bytes, part: str) -> Any:
    """The root element of an XML document. Raises `Unreadable` when it is not well-formed or brings a DTD."""
    if data.count(_TAG) > MOST_TAGS:
        raise Unreadable(Reason.TOO_MUCH_MARKUP, limit=MOST_TAGS)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!ENTITY" in data[:4096] or b"<!DOCTYPE" in data[:4096]:
            raise Unreadable(Reason.ENTITIES) from error
        raise Unreadable(Reason.BROKEN, part=part) from error
    if root is None:
        raise Unreadable(Reason.BROKEN, part=part)
    if root.getroottree().docinfo.doctype:
        raise Unreadable(Reason.ENTITIES)
    return root


def local(element: Any) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    value = element.get(name)
    if value is not None:
        return str(value)
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: Any, *names: str) -> Any | None:
    """The first descendant down a path of names without namespaces, or None."""
    for name in names:
        element = next((inner for inner in element if local(inner) == name), None)
        if element is None:
            return None
    return element


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    packed_tight = any(
        member.file_size > RATIO_MATTERS_FROM and member.file_size > LARGEST_RATIO * max(1, member.compress_size)
        for member in members
    )
    if total > LARGEST_UNPACKED or packed_tight:
        raise Unreadable(Reason.UNPACKS_TOO_LARGE, limit=LARGEST_UNPACKED // _MEGABYTE)
