"""The report as a Word document in the layout of official documents, every number in a content control.

It is the paper an office goes on editing in Word or WPS: fonts are named as offices have them, headings are styles of
their own, and the grid of the page is that of the standard. The same cut gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from yifa.interfaces.documents import layout
from yifa.interfaces.documents.controls import bound
from yifa.interfaces.documents.font_table import name_fonts_of_the_standard
from yifa.interfaces.documents.lines_and_columns import column_widths, right_indents, title_lines
from yifa.interfaces.documents.red_head import add_ending, add_red_head
from yifa.interfaces.documents.same_bytes import package_bytes
from yifa.interfaces.documents.word_runs import element, field, name_font, put_in_order, run_properties, text_run
from yifa.oversight.reporting.laid_out import LaidOut, Piece, Run, on_the_page_of_the_signature
from yifa.oversight.reporting.tokens import BookFigure

STYLES = {"title": "Title", "attachment": "Title", "part": "Heading 1", "chapter": "Heading 2", "item": "Heading 3"}
"""The style of each sort of paragraph that is no plain one."""
TIGHTER = 5
"""Twentieths of a point that characters stand closer: so 28 of them fit a line, in Word as in WPS and LibreOffice."""
_TABLE_SIZE = 12.0
_MARK_COLOUR = "8A5A00"
_TWIPS = 20


def report_docx(of: LaidOut, figures: Mapping[str, BookFigure]) -> bytes:
    """The document of a cut; what is issued carries its day, any other paper the first day after its year."""
    document = Document()
    name_fonts_of_the_standard(document)
    _set_page(document)
    _set_styles(document)
    writer = _Writer(document, figures)
    if of.with_red_head:
        add_red_head(document, of)
    attachments = sum(one.setting == "attachment" for one in of.pieces)
    for one in of.pieces:
        writer.add(one, of, attachments)
    if of.with_red_head:
        add_ending(document, of)
    day = of.issue.dated or date(of.year + 1, 1, 1)
    return package_bytes(document, title=of.title, author=of.head.get("发文机关", ""), day=day)


PUT_IN = {"addressee": "主送机关", "signature": "署名", "date": "成文日期"}
"""Styles of what the layout puts in, so that it is known when the document comes back."""


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(layout.PAGE[0]), Mm(layout.PAGE[1])
    section.top_margin, section.bottom_margin = Mm(layout.TOP), Mm(layout.BOTTOM)
    section.left_margin, section.right_margin = Mm(layout.LEFT), Mm(layout.RIGHT)
    stroke = layout.SMALL / 2 / layout.POINTS_PER_MM
    section.footer_distance = Mm(layout.BOTTOM - layout.NUMBER_BELOW - stroke)
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    properties.append(element("docGrid", type="lines", linePitch=str(round(layout.LINE_PITCH * _TWIPS))))
    document.settings.odd_and_even_pages_header_footer = True
    _number_pages(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _number_pages(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _number_pages(footer: Any, side: Any) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(layout.SMALL)
    form.first_line_indent = Pt(0)
    form.left_indent = form.right_indent = Pt(layout.BODY)
    properties = run_properties("number", layout.SMALL)
    paragraph._p.append(text_run("— ", run_properties("number", layout.SMALL)))
    for run in field("PAGE", properties):
        paragraph._p.append(run)
    paragraph._p.append(text_run(" —", run_properties("number", layout.SMALL)))


def _set_styles(document: Any) -> None:
    for name, role, size in (
        ("Normal", "body", layout.BODY),
        ("Title", "title", layout.TITLE),
        ("Heading 1", "part", layout.BODY),
        ("Heading 2", "chapter", layout.BODY),
        ("Heading 3", "body", layout.BODY),
        ("Footer", "number", layout.SMALL),
    ):
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), False, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        name_font(style.element.get_or_add_rPr(), role)
        form = style.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(layout.TITLE_PITCH if name == "Title" else layout.LINE_PITCH)
        form.widow_control = False
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
        for kerned in (*style.element.rPr.findall(qn("w:spacing")), *style.element.rPr.findall(qn("w:kern"))):
            style.element.rPr.remove(kerned)
        style.element.rPr.append(element("spacing", val=str(-TIGHTER if size == layout.BODY else 0)))
        put_in_order(style.element.rPr)
    for name in (*PUT_IN.values(), "版头", "版记", "附件说明", "附件标签"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    normal = document.styles["Normal"].element.get_or_add_pPr()
    for name in ("autoSpaceDE", "autoSpaceDN"):  # no gap between Chinese and figures
        normal.insert_element_before(element(name, val="0"), "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
    language = document.styles.element.find(".//" + qn("w:lang"))
    if language is not None:
        language.set(qn("w:eastAsia"), "zh-CN")


class _Writer:
    def __init__(self, document: Any, figures: Mapping[str, BookFigure]) -> None:
        self.document = document
        self.figures = figures
        self.ids = count(1)
        self.attached = 0

    def add(self, one: Piece, of: LaidOut, attachments: int) -> None:
        """Write one piece."""
        if one.setting == "table":
            self.table(one)
            return
        attached = (
            one.setting == "paragraph" and one.text.lstrip("　").startswith(("附件：", "2. ", "3. ")) and not one.line
        )
        style = "附件说明" if attached else STYLES.get(one.setting, PUT_IN.get(one.setting))
        paragraph = self.document.add_paragraph(style=style)
        form = paragraph.paragraph_format
        if one.setting == "attachment":
            self.attached += 1
            self._label(paragraph, attachments)
            paragraph = self.document.add_paragraph(style="Title")
        if one.setting in ("title", "attachment"):
            self._title(paragraph, one)
            self.document.add_paragraph()
            return
        if one.setting in ("paragraph", "part", "chapter", "item"):
            form.first_line_indent = Pt(2 * layout.BODY)
            _indent_by_characters(paragraph, 2)
            form.keep_with_next = one.setting != "paragraph" or one in on_the_page_of_the_signature(of)
            form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            if attached and one.text.startswith("附件："):
                form.space_before = Pt(layout.LINE_PITCH)
        if one.setting in ("signature", "date"):
            name, day = (
                next((piece.text for piece in of.pieces if piece.setting == of_), "") for of_ in ("signature", "date")
            )
            form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            indents = right_indents(name, day)
            form.right_indent = Pt(layout.BODY * indents[one.setting == "date"])
            form.space_before = Pt(0 if one.setting == "date" else 2 * layout.LINE_PITCH)
            form.keep_with_next = one.setting == "signature" and bool(day)
        self._runs(paragraph._p, one.runs, None)

    def _title(self, paragraph: Any, one: Piece) -> None:
        """A title, broken into lines on the sense; its numbers keep their controls."""
        breaks, at = set(), 0
        for line in title_lines(one.text)[:-1]:
            at += len(line)
            breaks.add(at)
        at = 0
        for run in one.runs:
            for part, after in _cut_at(run, at, breaks):
                self._runs(paragraph._p, [part], None)
                if after:
                    broken = element("r")
                    broken.append(element("br"))
                    paragraph._p.append(broken)
            at += len(run.text)

    def _label(self, paragraph: Any, attachments: int) -> None:
        paragraph.style = self.document.styles["附件标签"]
        paragraph.paragraph_format.page_break_before = True
        label = "附件" if attachments == 1 else f"附件{self.attached}"
        paragraph._p.append(text_run(label, run_properties("part", layout.BODY)))
        self.document.add_paragraph()

    def _runs(self, parent: Any, runs: Iterable[Run], size: float | None, role: str = "body") -> None:
        for run in runs:
            properties = None if size is None else run_properties(role, size)
            if run.mark:
                properties = run_properties(role, size or layout.BODY, colour=_MARK_COLOUR)
            made = text_run(run.text, properties)
            if run.tag:
                for part in bound(made, run.tag, self._title_of(run.tag), next(self.ids)):
                    parent.append(part)
            else:
                parent.append(made)

    def _title_of(self, tag: str) -> str:
        """What Word shows above a control."""
        figure = self.figures.get(tag.partition(".")[0])
        return tag if figure is None else figure.name

    def table(self, one: Piece) -> None:
        """A table with its head repeated on every page."""
        width = max(len(row) for row in one.rows)
        table = self.document.add_table(rows=0, cols=width)
        table.style = "Table Grid"
        table.autofit = False
        widths = column_widths(one)
        for column, share in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), str(round(Mm(layout.TEXT[0]).twips * share / sum(widths))))
        for place, row in enumerate(one.rows):
            made = table.add_row()
            properties = made._tr.get_or_add_trPr()
            properties.append(element("cantSplit"))
            if place == 0:
                properties.append(element("tblHeader"))
            for cell, runs, share in zip(made.cells, [*row, *[()] * (width - len(row))], widths, strict=True):
                cell.width = Mm(layout.TEXT[0] * share / sum(widths))
                paragraph = cell.paragraphs[0]
                form = paragraph.paragraph_format
                form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(18)
                if place == 0:
                    form.alignment = WD_ALIGN_PARAGRAPH.CENTER
                elif runs and all(run.tag for run in runs):
                    form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self._runs(paragraph._p, runs, _TABLE_SIZE, "part" if place == 0 else "body")


def _cut_at(run: Run, at: int, breaks: set[int]) -> Iterator[tuple[Run, bool]]:
    """A run cut where its title breaks; a number is never cut."""
    inner = [one - at for one in sorted(breaks) if at < one < at + len(run.text)]
    if run.tag or not inner:
        yield run, at + len(run.text) in breaks
        return
    start = 0
    for end in [*inner, len(run.text)]:
        yield Run(run.text[start:end], run.tag, run.mark), at + end in breaks
        start = end


def _indent_by_characters(paragraph: Any, characters: int) -> None:
    """An indent that stays two characters whatever the size: Word keeps it beside the one in points."""
    paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), str(characters * 100))
