"""Draws a form: page and fonts as official documents have them, the organ and the name of the paper on top.

Answers to GB/T 9704-2012, 5.1-5.2, 7.3 and 7.5 for page, fonts, sizes, signature and numbers of pages: the day stands
four characters from the right, the organ and the place of its seal centred above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from yifa.interfaces.documents import layout
from yifa.interfaces.documents.same_bytes import package_bytes
from yifa.interfaces.documents.word_runs import (
    element,
    field,
    name_font,
    put_in_order,
    run_properties,
    text_run,
)

Lines = Sequence[tuple[str, str]]
ORGAN = "机关名称"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_SIDE = {"number": WD_ALIGN_PARAGRAPH.RIGHT, "sign": _CENTRE, "seal": _CENTRE, "date": _CENTRE}
_SIGNED = ("sign", "seal", "date")
_NEVER_ALONE = (*_SIGNED, "note")
"""Lines that stand on no page of their own: what stands before them goes with them."""
_MIDDLE = 7
"""Characters from the right to the middle of the signature: four, and half a day such as 2026年3月3日."""
_INTO_MARGIN = 2
"""So many characters a long name of an organ may reach into the margin before it takes a second line."""
_TABLE_LABEL = 38.0
"""Millimetres of the column of labels."""
_DAY = date(2026, 1, 1)
"""The day such a file bears, so that the same form is the same file."""


def draw(
    heading: str, body: Lines, table: Sequence[tuple[str, str]] = (), after: Lines = (), *, organ: str = ORGAN
) -> bytes:
    """A form as a Word document. `organ`: the place whose words stand on top."""
    document = Document()
    _page(document)
    _normal(document)
    for words, pitch in ((f"〔{organ}〕", layout.TITLE_PITCH), (heading, layout.TITLE_PITCH + 6)):
        last = _paragraph(document, words, "title", layout.TITLE, side=WD_ALIGN_PARAGRAPH.CENTER, pitch=pitch)
    if table:
        last.paragraph_format.space_after = Pt(layout.LINE_PITCH / 2)
        _lines(document, body)
        _table(document, table, keeps=bool(after))
        _lines(document, after)
    else:
        _lines(document, (*body, *after))
    return package_bytes(document, title=heading, author="依法 Yifa", day=_DAY)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(layout.PAGE[0]), Mm(layout.PAGE[1])
    section.top_margin, section.bottom_margin = Mm(layout.TOP), Mm(layout.BOTTOM)
    section.left_margin, section.right_margin = Mm(layout.LEFT), Mm(layout.RIGHT)
    section.footer_distance = Mm(layout.BOTTOM - layout.NUMBER_BELOW - 2.5)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _number(footer: Any, side: Any) -> None:
    """The number of a page, a character from the outer side."""
    footer.is_linked_to_previous = False
    foot = footer.paragraphs[0]
    foot.alignment = side
    form = foot.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(layout.SMALL)
    form.left_indent = form.right_indent = Pt(layout.BODY)
    foot._p.append(text_run("— ", run_properties("number", layout.SMALL)))
    for run in field("PAGE", run_properties("number", layout.SMALL)):
        foot._p.append(run)
    foot._p.append(text_run(" —", run_properties("number", layout.SMALL)))


def _normal(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.size = Pt(layout.BODY)
    name_font(style.element.get_or_add_rPr(), "body")
    put_in_order(style.element.rPr)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(layout.LINE_PITCH)
    normal = style.element.get_or_add_pPr()
    for name in ("autoSpaceDE", "autoSpaceDN"):  # no gap between Chinese and figures
        normal.insert_element_before(element(name, val="0"), "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
    language = document.styles.element.find(".//" + qn("w:lang"))
    if language is not None:
        language.set(qn("w:eastAsia"), "zh-CN")


def _lines(document: Any, lines: Lines) -> None:
    for place, (style, words) in enumerate(lines):
        role = "part" if style == "head" else "body"
        size = 12.0 if style == "note" else layout.BODY
        one = _paragraph(document, words, role, size, side=_SIDE.get(style, WD_ALIGN_PARAGRAPH.JUSTIFY))
        form = one.paragraph_format
        if style in ("text", "head"):
            _indent(one)
        following = lines[place + 1][0] if place + 1 < len(lines) else ""
        if style == "head" or following in _NEVER_ALONE:
            form.keep_with_next = True
        if style in _SIGNED:
            _above_the_day(form)
        if style == "sign":
            form.space_before = Pt(2 * layout.LINE_PITCH)
        if style == "number":
            form.space_after = Pt(layout.LINE_PITCH / 2)
        if style == "note":
            form.line_spacing = Pt(18)
            if place == 0 or lines[place - 1][0] != "note":
                form.space_before = Pt(layout.LINE_PITCH)


def _above_the_day(form: Any) -> None:
    """Centre a line on the middle of the signature, whatever its length."""
    half = _MIDDLE + _INTO_MARGIN
    form.right_indent = Pt(-_INTO_MARGIN * layout.BODY)
    form.left_indent = Pt(layout.TEXT[0] * layout.POINTS_PER_MM - (_MIDDLE + half) * layout.BODY)


def _paragraph(
    document: Any, words: str, role: str, size: float, *, side: Any, pitch: float = layout.LINE_PITCH
) -> Any:
    made = document.add_paragraph()
    made.alignment = side
    made.paragraph_format.line_spacing = Pt(pitch)
    made._p.append(text_run(words, run_properties(role, size)))
    return made


def _indent(paragraph: Any) -> None:
    paragraph.paragraph_format.first_line_indent = Pt(2 * layout.BODY)
    paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")


def _table(document: Any, pairs: Sequence[tuple[str, str]], *, keeps: bool) -> None:
    """Rows of a label and its words; `keeps`: the last stays on the page of what follows."""
    made = document.add_table(rows=0, cols=2)
    made.style, made.autofit, made.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    widths = (Mm(_TABLE_LABEL), Mm(layout.TEXT[0] - _TABLE_LABEL))
    for column, width in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(width.twips)))
    for number, (label, words) in enumerate(pairs, 1):
        row = made.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        lines = words.split("\n")
        properties.append(element("trHeight", val=str(round(Pt(max(len(lines), 1) * 20 + 8).twips)), hRule="atLeast"))
        for cell, width, told in zip(row.cells, widths, ([label], lines), strict=True):
            cell.width = width
            cell.vertical_alignment = 1
            for place, line in enumerate(told):
                one = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                one.paragraph_format.line_spacing = Pt(20)
                one.paragraph_format.keep_with_next = True if keeps and number == len(pairs) else None
                if told is not lines:
                    one.alignment = WD_ALIGN_PARAGRAPH.CENTER
                one._p.append(text_run(line, run_properties("body", 14)))
