"""A Word document (.docx, and the XML forms of it) → its text: paragraphs and tables in the order of the page.

Automatic numbers stand in front of their paragraphs, footnotes and text boxes follow the paragraph they belong to.
What does not show on the page is left out and said so: tracked deletions, hidden text. Headers, footers and comments
are no part of the text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Any

from yifa.reader.intake.blocks import Gathered, Gathering, lay_out
from yifa.reader.intake.packages import Package, attribute, child, local
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.word_body import Body
from yifa.reader.intake.word_numbering import Numbering
from yifa.reader.intake.word_styles import read_lists, read_styles

_USUAL = "word/document.xml"


def read_docx(package: Package) -> Gathered:
    """The text of a .docx. Raises `Unreadable`."""
    main = _main_part(package)
    parts = {"document": package.xml(main)}
    damaged = []
    for kind, name in _related(package, main).items():
        try:
            parts[kind] = package.xml(name)
        except Unreadable as trouble:
            if trouble.reason is not Reason.BROKEN:
                raise
            damaged.append(name)
    return _read(parts, damaged)


def read_flat(root: Any) -> Gathered:
    """The text of a Word document kept in one XML file: the flat form of .docx, or that of Word 2003."""
    if local(root) == "wordDocument":
        return _read({"document": root, "styles": child(root, "styles")})
    parts = {}
    for part in root:
        name = attribute(part, "name")
        content = child(part, "xmlData")
        if local(part) == "part" and content is not None and len(content):
            parts[posixpath.basename(name).removesuffix(".xml")] = content[0]
    return _read(parts)


def _read(parts: dict[str, Any | None], damaged: Iterable[str] = ()) -> Gathered:
    document = parts.get("document")
    bodies = [] if document is None else [part for part in document if local(part) == "body"]
    if not bodies:
        raise Unreadable(Reason.BROKEN, part=_USUAL)
    styles, hidden = read_styles(parts.get("styles"))
    lists, linked = read_lists(parts.get("numbering"))
    notes = {
        label: {attribute(note, "id"): note for note in root if attribute(note, "type") in {"", "normal"}}
        for label, root in (("脚注", parts.get("footnotes")), ("尾注", parts.get("endnotes")))
        if root is not None
    }
    reader = Body(Numbering(lists), styles, linked, hidden, notes)
    gathering = Gathering()
    lay_out((block for body in bodies for block in reader.read(body)), gathering)
    for name in damaged:
        gathering.note("parts_missing", part=name)
    if reader.deletions:
        gathering.note("deletions_left_out", count=reader.deletions)
    if reader.hidden:
        gathering.note("hidden_text_left_out", count=reader.hidden)
    return gathering.gathered()


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels") if "_rels/.rels" in package else None
    for relation in [] if relations is None else relations:
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return _USUAL


def _related(package: Package, main: str) -> dict[str, str]:
    """The parts that belong to the main part, by kind (styles, numbering, footnotes, endnotes)."""
    folder, name = posixpath.split(main)
    found = {kind: posixpath.join(folder, f"{kind}.xml") for kind in ("styles", "numbering", "footnotes", "endnotes")}
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    relations = package.xml(where) if where in package else None
    for relation in [] if relations is None else relations:
        kind = attribute(relation, "Type").rpartition("/")[2]
        if kind in found and attribute(relation, "TargetMode") != "External":
            target = attribute(relation, "Target")
            found[kind] = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
    return found
