"""Worked web pages, and pages that are damaged, locked up in others or beyond all bounds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.intake.worked import worked
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.web_page import declared_encoding, read_archive, read_page
from yifa.reader.reading import Mark

WORDS = ["办结", "12件", "，", "行政处罚", "1,234", "《条例》", "。"]


@pytest.mark.parametrize("example", worked("web_pages"))
def test_a_page_becomes_its_text(example: dict[str, Any]) -> None:
    assert read_page(example["html"].encode()).text == example["text"]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1).map("".join), min_size=1, max_size=8))
def test_paragraphs_come_back_whole_and_in_order(paragraphs: list[str]) -> None:
    page = "".join(f"<p>{text}</p>" for text in paragraphs)

    assert read_page(page.encode()).text == "".join(f"{text}\n" for text in paragraphs)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "big5"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1"])
def test_the_encoding_is_that_of_the_bytes(encoding: str, declared: str) -> None:
    said = "全年案件受理共一百件，其中行政案件五十件。"

    found = read_page(f'<html><head><meta charset="{declared}"></head><body><p>{said}</p></body>'.encode(encoding))

    assert (found.text, found.encoding) == (f"{said}\n", encoding)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="gb2312">', "gb2312"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "GBK"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<p>charset</p>", None),
    ],
)
def test_a_declaration_is_found_where_it_stands(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


def test_cells_are_marked_and_the_text_after_a_table_is_not() -> None:
    found = read_page("<p>甲</p><table><tr><td>乙<td>12</table><p>丙</p>".encode())

    assert found.text == "甲\n乙\t12\n丙\n"
    assert found.marks == (Mark(0, "正文"), Mark(2, "表1 第1行第1列"), Mark(4, "表1 第1行第2列"), Mark(7, "正文"))


def test_undecodable_bytes_are_told_where_they_stand_in_the_text() -> None:
    found = read_page("<html><body><p>全年办结案件</p><p>共".encode() + b"\xff" + "12件。</p>".encode())

    assert found.text == "全年办结案件\n共\ufffd12件。\n"
    assert [(defect.kind, defect.start, defect.end) for defect in found.defects] == [("undecodable", 8, 9)]


def test_a_saved_page_with_its_pictures_in_one_file() -> None:
    message = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        "<p>=B0=EC=BD=E1=\r\n12=BC=FE</p>\r\n--x\r\nContent-Type: image/png\r\n\r\n99\r\n--x--\r\n"
    )

    assert read_archive(message.encode()).text == "办结12件\n"


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_archive(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--")

    assert refused.value.reason == Reason.BROKEN


def test_tables_nested_beyond_all_reason_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_page(("<html><table><tr><td>" * 400 + "12").encode())

    assert refused.value.reason == Reason.BROKEN


def test_elements_nested_without_end_are_refused_and_not_dropped_in_silence() -> None:
    with pytest.raises(Unreadable) as refused:
        read_page(("<html><div>" + "<div>" * 100_000 + "12件").encode())

    assert refused.value.reason == Reason.BROKEN


def test_entities_are_not_expanded() -> None:
    page = (
        b'<!DOCTYPE html [<!ENTITY a "99"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><p>&b;&c;12</p>'
    )

    assert "99" not in read_page(page).text.replace('"99"', "")
    assert "root:" not in read_page(page).text
