"""The head and the end of an official document in Word: the red name of the organ, its number, the rules at the end.

Answers to GB/T 9704-2012, 7.2 (版头) and 7.4 (版记); what goes upward has its number on the left, its signer on the
right.
"""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from yifa.interfaces.documents import layout
from yifa.interfaces.documents.word_runs import element, put_in_order, run_properties, text_run
from yifa.oversight.reporting.laid_out import LaidOut, day_text

_LARGEST = 48.0
_EIGHTHS = 8
_TWIPS = 20


def add_red_head(document: Any, of: LaidOut) -> None:
    """Write the head, down to the two lines above the title."""
    name = of.head.get("发文机关", "")
    _blank(document, layout.MARK_BELOW * layout.POINTS_PER_MM)
    mark = document.add_paragraph(style="版头")
    size = min(_LARGEST, layout.TEXT[0] * layout.POINTS_PER_MM / max(len(name), 1) * 0.98)
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _exactly(mark, size + 4)
    mark._p.append(text_run(name, run_properties("title", size, colour=layout.RED)))
    _blank(document, layout.LINE_PITCH)
    _blank(document, layout.LINE_PITCH)
    number = document.add_paragraph(style="版头")
    number.paragraph_format.tab_stops.add_tab_stop(
        Mm(layout.TEXT[0]) - Pt(layout.CHARACTER_PITCH), WD_TAB_ALIGNMENT.RIGHT
    )
    signer = of.head.get("签发人", "")
    number._p.append(text_run("　" + of.issue.number))
    if signer:
        run = element("r")
        run.append(element("tab"))
        number._p.append(run)
        number._p.append(text_run("签发人："))
        number._p.append(text_run(signer, run_properties("chapter", layout.BODY)))
    _rule_below(number)
    _blank(document, layout.LINE_PITCH)
    _blank(document, layout.LINE_PITCH)


def _blank(document: Any, height: float) -> None:
    _exactly(document.add_paragraph(), height)


def _exactly(paragraph: Any, height: float) -> None:
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)


def _rule_below(paragraph: Any) -> None:
    borders = element("pBdr")
    width = round(2 * layout.THICK * layout.POINTS_PER_MM * _EIGHTHS)
    space = round(layout.RULE_BELOW * layout.POINTS_PER_MM)
    borders.append(element("bottom", val="single", sz=str(width), space=str(space), color=layout.RED))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def add_ending(document: Any, of: LaidOut) -> None:
    """Write the end at the foot of the page that is last: who gets a copy, who printed it and when."""
    printer = of.head.get("印发机关", "")
    if not printer:
        return
    printed = of.issue.printed or of.issue.dated
    copies = of.head.get("抄送", "").rstrip("。")
    rows = [*([(f"抄送：{copies}。", "")] if copies else []), (printer, f"{day_text(printed)}印发" if printed else "")]
    _blank(document, 1)  # or it would run on from a table before it
    table = document.add_table(rows=len(rows), cols=1)
    properties = table._tbl.tblPr
    place = element(
        "tblpPr", leftFromText="0", rightFromText="0", vertAnchor="margin", horzAnchor="margin", tblpYSpec="bottom"
    )
    properties.append(place)
    width = round(layout.TEXT[0] * layout.POINTS_PER_MM * _TWIPS)
    for old in properties.findall(place.tag.replace("tblpPr", "tblW")):
        properties.remove(old)
    properties.append(element("tblW", w=str(width), type="dxa"))
    properties.append(_rules())
    put_in_order(properties)
    for row, (left, right) in zip(table.rows, rows, strict=True):
        paragraph = row.cells[0].paragraphs[0]
        paragraph.style = document.styles["版记"]
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(layout.SMALL)
        paragraph.paragraph_format.tab_stops.add_tab_stop(
            Mm(layout.TEXT[0]) - Pt(3 * layout.SMALL), WD_TAB_ALIGNMENT.RIGHT
        )
        paragraph._p.append(text_run(left, run_properties("body", layout.SMALL)))
        if right:
            run = element("r")
            run.append(element("tab"))
            paragraph._p.append(run)
            paragraph._p.append(text_run(right, run_properties("body", layout.SMALL)))
    _blank(document, 1)  # a document ends with a paragraph


def _rules() -> Any:
    borders = element("tblBorders")
    thick, thin = (str(round(width * layout.POINTS_PER_MM * _EIGHTHS)) for width in (layout.THICK, layout.THIN))
    for side, width in (("top", thick), ("bottom", thick), ("insideH", thin)):
        borders.append(element(side, val="single", sz=width, space="0", color="000000"))
    return borders
