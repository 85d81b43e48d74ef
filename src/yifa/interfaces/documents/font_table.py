"""The table of fonts of a Word document: each font of the standard with the names under which others have it.

A machine without 仿宋_GB2312 then takes 仿宋, and not whatever it sets unknown fonts with.
"""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from yifa.interfaces.documents.layout import FACES
from yifa.interfaces.documents.word_runs import element

CHARSET = "86"
"""Simplified Chinese (GB2312), as Word counts character sets."""


def name_fonts_of_the_standard(document: Any) -> None:
    """Put the fonts of the standard into the table of a document, instead of what it says of them."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = parse_xml(part.blob)
    for face in FACES.values():
        for old in table.findall(qn("w:font")):
            if old.get(qn("w:name")) == face.office:
                table.remove(old)
        font = element("font", name=face.office)
        for name, value in (
            ("altName", ",".join(face.known_as)),
            ("charset", CHARSET),
            ("family", "auto"),
            ("pitch", "default"),
        ):
            font.append(element(name, val=value))
        table.append(font)
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
