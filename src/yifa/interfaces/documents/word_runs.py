"""Runs of a Word document: words, their typeface by its role, fields such as the number of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from yifa.interfaces.documents.layout import FACES


def element(name: str, /, **attributes: str) -> Any:
    """An element of Word, its attributes without their namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field(instruction: str, properties: Any | None = None) -> Iterator[Any]:
    """The runs of a field, such as PAGE, with a result to show until it is worked out."""
    for part in (
        element("fldChar", fldCharType="begin"),
        _text("instrText", f" {instruction} "),
        element("fldChar", fldCharType="separate"),
        _text("t", "1"),
        element("fldChar", fldCharType="end"),
    ):
        run = element("r")
        if properties is not None:
            run.append(properties.__copy__())
        run.append(part)
        yield run


def _text(name: str, words: str) -> Any:
    made = element(name)
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made


def text_run(words: str, properties: Any | None = None) -> Any:
    """A run of words; a line break where they have one."""
    run = element("r")
    if properties is not None:
        run.append(properties)
    for place, line in enumerate(words.split("\n")):
        if place:
            run.append(element("br"))
        run.append(_text("t", line))
    return run


def name_font(properties: Any, role: str) -> None:
    """Give the fonts of a run or style the name offices have them by."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = element("rFonts")
        properties.insert(0, fonts)
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{key}"), FACES[role].office)


_ORDERS = {
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing w kern position sz szCs highlight u lang",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
}
"""In which order Word wants the properties of a run and of a table."""


def put_in_order(properties: Any) -> None:
    """Bring the children of some properties into the order of the schema; those it does not name stay last."""
    order = {qn(f"w:{name}"): place for place, name in enumerate(_ORDERS[properties.tag.rpartition("}")[2]].split())}
    for one in sorted(properties, key=lambda one: order.get(one.tag, len(order))):
        properties.append(one)


def run_properties(role: str, size: float, *, colour: str = "") -> Any:
    """The properties of a run in the face of a role; colour as RRGGBB."""
    properties = element("rPr")
    name_font(properties, role)
    if colour:
        properties.append(element("color", val=colour))
    properties.append(element("sz", val=str(round(size * 2))))
    properties.append(element("szCs", val=str(round(size * 2))))
    return properties
