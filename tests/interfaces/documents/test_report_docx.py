"""The Word document of a report: its page, its styles, its controls, and what the reader makes of it."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from tests.interfaces.documents.papers import laid
from tests.oversight.reporting.drafts import ZH, figures
from yifa.interfaces.documents import layout
from yifa.interfaces.documents.report_docx import report_docx
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import Reading
from yifa.reader.reading import Verdict
from yifa.reader.whole import read_files


@pytest.fixture(scope="module")
def sent():
    return report_docx(laid(Cut.SUBMITTED), figures())


@pytest.fixture(scope="module")
def document(sent):
    return docx.Document(io.BytesIO(sent))


def tags(document):
    return [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:tag"))]


def test_the_page_is_that_of_the_standard(document):
    (section,) = document.sections
    measures = (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin,
        section.right_margin,
    )  # fmt: skip
    assert [round(one.mm) for one in measures] == [210, 297, 37, 35, 28, 26]
    assert document.settings.odd_and_even_pages_header_footer
    assert [one.paragraphs[0].alignment for one in (section.footer, section.even_page_footer)] == [2, 0]


def test_fonts_are_named_as_offices_have_them(document):
    def named(style):
        fonts = document.styles[style].element.rPr.find(qn("w:rFonts"))
        return fonts.get(qn("w:eastAsia")), document.styles[style].font.size.pt

    assert [named(style) for style in ("Normal", "Title", "Heading 1", "Heading 2", "Footer")] == [
        ("仿宋_GB2312", 16), ("方正小标宋简体", 22), ("黑体", 16), ("楷体_GB2312", 16), ("宋体", 14),
    ]  # fmt: skip
    body = document.styles["Normal"].paragraph_format
    assert body.line_spacing.pt == layout.LINE_PITCH


def test_a_font_that_is_not_there_is_known_by_the_names_others_have_for_it(sent):
    with zipfile.ZipFile(io.BytesIO(sent)) as package:
        table = parse_xml(package.read("word/fontTable.xml"))
    others = {
        font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val")).split(",")
        for font in table
        if font.find(qn("w:altName")) is not None
    }
    assert others == {face.office: list(face.known_as) for face in layout.FACES.values()}


def test_every_number_stands_in_a_control_named_by_its_token(document):
    of = laid(Cut.SUBMITTED)
    assert list(dict.fromkeys(tags(document))) == of.tags()
    held = {
        one.find(f".//{qn('w:tag')}").get(qn("w:val")): "".join(text.text for text in one.iter(qn("w:t")))
        for one in document.element.body.iter(qn("w:sdt"))
    }
    reading = Reading(of)
    for span in reading.spans:
        assert held[span.tag] == reading.text[span.start : span.end]
    locks = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:lock"))}
    assert locks == {"contentLocked"}


def test_the_head_of_a_table_is_repeated(document):
    table = document.tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None


def test_what_is_withheld_stands_nowhere_in_the_published_package():
    with zipfile.ZipFile(io.BytesIO(report_docx(laid(Cut.PUBLIC), figures()))) as package:
        parts = [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    assert not [part for part in parts if "rec-days" in part or "平均审理" in part or "尚未核定" in part]


def test_the_same_cut_gives_the_same_bytes(sent):
    assert report_docx(laid(Cut.SUBMITTED), figures()) == sent
    with zipfile.ZipFile(io.BytesIO(sent)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-01-20T00:00:00Z" in package.read("docProps/core.xml")


def test_the_reader_finds_every_figure_in_it_and_no_contradiction(sent, tmp_path):
    path = tmp_path / "报送稿.docx"
    path.write_bytes(sent)
    (read,) = read_files([path], speech=ZH).documents
    of = laid(Cut.SUBMITTED)
    wanted = [run.text for piece in of.pieces for run in piece.runs if run.tag and not run.tag.endswith("年度")]
    found = [one.text.strip() for one in read.figures]
    for text in wanted:
        assert any(text in one for one in found), text
    assert not [one.message for one in read.checks if one.verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE)]
    assert (read.facts.kind, read.facts.year, read.facts.number) == ("annual-report", 2024, "青政报〔2025〕3号")
    assert str(read.facts.signed) == "2025-01-20"
