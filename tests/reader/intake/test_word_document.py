"""Worked Word documents: the body, automatic numbers, notes, parts that are damaged or missing."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.intake.made_docx import docx, level, lists, numbered, p, packed, run, table
from tests.reader.intake.report import TEXT, report
from tests.reader.intake.worked import worked
from yifa.reader.intake.blocks import Gathered
from yifa.reader.intake.packages import Package, parse_xml
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.word_document import read_docx, read_flat
from yifa.reader.reading import Mark

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTE = '<w:footnoteReference w:id="2"/>'


def read(data: bytes) -> Gathered:
    return read_docx(Package(data))


def text(*blocks: str, **parts: str | None) -> str:
    return read(docx(*blocks, **parts)).text


@pytest.mark.parametrize("example", worked("word_bodies"))
def test_a_body_becomes_its_text(example: dict[str, Any]) -> None:
    assert text(example["body"]) == example["text"]


@given(st.lists(st.text(st.sampled_from("办结案件，。12（）《》 一"), min_size=1), min_size=1, max_size=6))
def test_paragraphs_come_back_as_written(paragraphs: list[str]) -> None:
    assert text(*map(p, paragraphs)) == "".join(f"{paragraph}\n" for paragraph in paragraphs)


def test_the_report_comes_back_whole_with_what_was_left_out() -> None:
    found = read(report())

    assert found.text == TEXT
    assert [(defect.kind, defect.values) for defect in found.defects] == [
        ("deletions_left_out", {"count": 1}),
        ("hidden_text_left_out", {"count": 1}),
    ]


def test_cells_are_marked_by_table_row_and_column() -> None:
    found = read(docx(p("甲"), table([["乙", "1"], ["", "2"]]), p("丙"), table([["丁"]])))

    assert found.text == "甲\n乙\t1\n\t2\n丙\n丁\n"
    assert found.marks == (
        Mark(0, "正文"),
        Mark(2, "表1 第1行第1列"),
        Mark(4, "表1 第1行第2列"),
        Mark(7, "表1 第2行第2列"),
        Mark(9, "正文"),
        Mark(11, "表2 第1行第1列"),
    )


def test_a_text_of_paragraphs_alone_has_no_marks() -> None:
    assert read(docx(p("甲"), p("乙"))).marks == ()


def test_columns_are_counted_in_the_grid() -> None:
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{0}</w:tc><w:tc>{1}</w:tc></w:tr></w:tbl>'

    assert read(docx(wide.format(p("甲"), p("1")))).marks == (Mark(0, "表1 第1行第1列"), Mark(2, "表1 第1行第3列"))


def test_running_text_in_a_cell_and_tables_in_tables_become_lines() -> None:
    inner = table([["丙", "12"]])
    outer = table([[p("第一段有三十个字以上，" * 4) + p("第二段。") + inner, "边栏"]])

    assert text(outer) == "第一段有三十个字以上，" * 4 + "\n第二段。\n丙\t12\n边栏\n"


def test_notes_follow_the_paragraph_they_hang_on_and_say_so() -> None:
    found = read(
        docx(
            p(run("办结") + f"<w:r>{NOTE}</w:r>" + run("12件。")),
            p("下段。"),
            footnotes=f'<w:footnote w:type="separator" w:id="0">{p("——")}</w:footnote>'
            f'<w:footnote w:id="2">{p("含结转3件。")}</w:footnote>',
        )
    )

    assert found.text == "办结12件。\n含结转3件。\n下段。\n"
    assert found.marks == (Mark(0, "正文"), Mark(7, "脚注1"), Mark(14, "正文"))


class TestNumbers:
    """Automatic numbers, as a reader of the page sees them."""

    def test_headings_of_reports(self) -> None:
        blocks = [("做法", 0), ("机制", 1), ("决策", 2), ("执法", 2), ("监督", 1), ("问题", 0), ("其一", 1)]

        assert text(*(numbered(*block) for block in blocks), numbering=lists()) == (
            "一、做法\n（一）机制\n1. 决策\n2. 执法\n（二）监督\n二、问题\n（一）其一\n"
        )

    def test_lists_that_share_a_definition_count_on(self) -> None:
        assert text(numbered("甲"), numbered("乙", 0, 2), numbered("丙"), numbering=lists(uses=2)) == (
            "一、甲\n二、乙\n三、丙\n"
        )

    def test_a_list_that_starts_anew(self) -> None:
        anew = (
            '<w:num w:numId="9"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>'
            "</w:lvlOverride></w:num>"
        )

        assert text(numbered("甲"), numbered("乙", 0, 9), numbered("丙", 0, 9), numbering=lists(more=anew)) == (
            "一、甲\n三、乙\n四、丙\n"
        )

    def test_a_list_with_a_level_of_its_own(self) -> None:
        own = (
            '<w:num w:numId="9"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
            + level(0, "decimal", "第%1项 ")
            + "</w:lvlOverride></w:num>"
        )

        assert text(numbered("甲", 0, 9), numbered("乙"), numbering=lists(more=own)) == "第1项 甲\n二、乙\n"

    def test_numbers_within_numbers_and_their_plain_form(self) -> None:
        given_levels = (
            level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'),
            level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        )

        assert text(numbered("总则"), numbered("目的", 1), numbered("依据", 1), numbering=lists(*given_levels)) == (
            "第一章总则\n1.1 目的\n1.2 依据\n"
        )

    def test_a_level_that_is_not_started_again(self) -> None:
        through = (level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))

        assert text(
            numbered("甲"), numbered("乙", 1), numbered("丙"), numbered("丁", 1), numbering=lists(*through)
        ) == ("1. 甲\n1) 乙\n2. 丙\n2) 丁\n")

    def test_a_level_passed_over_counts_as_begun(self) -> None:
        assert text(numbered("甲", 1), numbered("乙"), numbering=lists()) == "（一）甲\n二、乙\n"

    def test_bullets_and_lists_without_numbers_show_none(self) -> None:
        silent = lists(level(0, "bullet", "\uf0b7"), level(1, "none", ""))

        assert text(numbered("甲"), numbered("乙", 1), numbering=silent) == "甲\n乙\n"

    def test_a_number_that_comes_with_the_style(self) -> None:
        styles = (
            '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="sub"><w:basedOn w:val="base"/></w:style>'
        )
        linked = lists(level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:pStyle w:val="sub"/>'))

        assert text(
            p("甲", '<w:pStyle w:val="base"/>'),
            p("乙", '<w:pStyle w:val="sub"/>'),
            p("丙", '<w:pStyle w:val="base"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            styles=styles,
            numbering=linked,
        ) == ("1. 甲\n1) 乙\n丙\n")

    def test_styles_based_on_one_another_in_a_circle(self) -> None:
        styles = "".join(
            f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in ("ab", "ba")
        )

        assert text(p("甲", '<w:pStyle w:val="a"/>'), styles=styles) == "甲\n"

    def test_a_list_that_is_not_defined_gives_no_number(self) -> None:
        assert text(numbered("甲", 0, 5), numbered("乙", 99), numbering=lists()) == "甲\n乙\n"


def test_what_python_docx_writes_comes_back() -> None:
    document = Document()
    document.add_heading("报告", level=1)
    document.add_paragraph("办结12件。")
    document.add_paragraph("其一", style="List Number")
    document.add_paragraph("其二", style="List Number")
    document.add_paragraph("要点", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)

    assert read(buffer.getvalue()).text == "报告\n办结12件。\n1. 其一\n2. 其二\n要点\n"


def test_the_strict_form_with_its_own_namespaces() -> None:
    strict = docx(numbered("做法"), table([["甲", "1"]]), numbering=lists())
    package = Package(strict)
    parts = {name: package.read(name) or b"" for name in package.names()}
    changed = {
        name: part.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, part in parts.items()
    }

    assert read(packed(changed)).text == "一、做法\n甲\t1\n"


def test_a_document_in_one_flat_file() -> None:
    flat = (
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="{W}"><w:body>{numbered("做法")}'
        f'</w:body></w:document></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/numbering.xml"><pkg:xmlData>'
        f'<w:numbering xmlns:w="{W}">{lists()}</w:numbering></pkg:xmlData></pkg:part></pkg:package>'
    )

    assert read_flat(parse_xml(flat.encode(), "XML")).text == "一、做法\n"


def test_the_xml_of_word_2003() -> None:
    old = (
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="urn:wx"><w:body>'
        '<wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr></w:pPr>'
        "<w:r><w:t>做法</w:t></w:r></w:p>"
        "</wx:sect></w:body></w:wordDocument>"
    )

    assert read_flat(parse_xml(old.encode(), "XML")).text == "一、做法\n"


def test_a_damaged_part_beside_the_text_is_told_and_the_rest_read() -> None:
    package = Package(docx(numbered("做法"), numbering=lists()))
    parts = {name: package.read(name) or b"" for name in package.names()}

    found = read(packed({**parts, "word/numbering.xml": b"<w:numbering"}))

    assert found.text == "做法\n"
    assert [(defect.kind, defect.values) for defect in found.defects] == [
        ("parts_missing", {"part": "word/numbering.xml"})
    ]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b"<w:document", Reason.BROKEN),
        (f'<w:document xmlns:w="{W}"/>'.encode(), Reason.BROKEN),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>', Reason.ENTITIES),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', Reason.ENTITIES),
        (b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>', Reason.ENTITIES),
        (b"<x>" * 400 + b"</x>" * 400, Reason.BROKEN),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(document: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        read(packed({"word/document.xml": document}))

    assert refused.value.reason == reason
