"""Text in every encoding of a Chinese office comes back; what is damaged is told place by place."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.intake.report import TEXT
from yifa.reader.intake.decode import Decoded, decode, plausibility
from yifa.reader.intake.defects import Defect
from yifa.reader.intake.limits import LARGEST_PART
from yifa.reader.intake.refusals import Reason, Unreadable

SIMPLIFIED = "全县办理行政复议案件一千二百件，办结率95.6%（含上年结转）。"
TRADITIONAL = "全縣辦理行政復議案件一千二百件，辦結率95.6%（含上年結轉）。"
MARKED = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
    "gb18030": b"\x84\x31\x95\x33",
}
ENCODINGS = sorted(MARKED)
SAID = "全县|行政复议|案件|办结|处罚|决定|1234|95.6%|件|，|。|（|）|《条例》|\n|二〇二三年|法治政府|报告|、|２０２３"
WORDS = tuple(SAID.split("|"))
prose = st.lists(st.sampled_from(WORDS), min_size=12, max_size=60).map("".join)


@given(prose, st.sampled_from(ENCODINGS))
def test_any_prose_in_any_encoding_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding if not text.isascii() else "utf-8")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))), st.sampled_from(ENCODINGS))
def test_any_text_behind_a_byte_order_mark_comes_back(text: str, encoding: str) -> None:
    text = SIMPLIFIED + text.replace("\ufeff", "")

    assert decode(MARKED[encoding] + text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_whole_report_comes_back(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == Decoded(TEXT, encoding)


def test_traditional_text_in_big5_comes_back() -> None:
    assert decode(TRADITIONAL.encode("big5")) == Decoded(TRADITIONAL, "big5")


def test_simplified_text_is_never_taken_for_big5() -> None:
    assert [decode(line.encode("gb18030")).encoding for line in TEXT.splitlines() if len(line) > 8] == ["gb18030"] * 25


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5", "iso-8859-1", "utf-16", "no such encoding", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_declaration_is_not_believed_against_the_evidence(encoding: str, declared: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), declared) == Decoded(SIMPLIFIED, encoding)


def test_a_wrong_byte_order_mark_is_not_believed_either() -> None:
    assert decode(MARKED["utf-8"] + SIMPLIFIED.encode("gb18030")) == Decoded(SIMPLIFIED, "gb18030")


def test_a_declaration_decides_where_the_bytes_leave_it_open() -> None:
    assert decode("Résumé naïve façade, 120 cases".encode("cp1252"), "windows-1252").text == (
        "Résumé naïve façade, 120 cases"
    )


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"720/878 = 82%\r\n") == Decoded("720/878 = 82%\r\n", "utf-8")


def test_undecodable_bytes_are_replaced_and_told() -> None:
    data = "办结".encode() + b"\xff\xfe" + "12件，".encode() + "结".encode()[:2] + "。".encode()

    assert decode(data) == Decoded(
        "办结\ufffd\ufffd12件，\ufffd。",
        "utf-8",
        (Defect("undecodable", 2, 4, {"encoding": "utf-8"}), Defect("undecodable", 8, 9, {"encoding": "utf-8"})),
    )


def test_a_byte_lost_from_a_double_byte_text_costs_no_more_than_its_line() -> None:
    lines = TEXT.split("\n")
    raw = [line.encode("gb18030") for line in lines]
    raw[3] = raw[3][:21] + raw[3][22:]

    found = decode(b"\n".join(raw)).text.split("\n")

    assert [number for number, (line, was) in enumerate(zip(found, lines, strict=True)) if line != was] == [3]


def test_a_replacement_character_that_stood_in_the_file_is_not_ours() -> None:
    assert decode("办结\ufffd12件".encode()) == Decoded("办结\ufffd12件", "utf-8")


@pytest.mark.parametrize("size", [400, 3000, 20_000])
def test_random_bytes_are_no_text(size: int) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(random.Random(size).randbytes(size))

    assert refused.value.reason == Reason.UNKNOWN


def test_a_long_text_is_told_by_its_beginning() -> None:
    long = (TEXT * 400)[: LARGEST_PART // 100]

    assert decode(long.encode("utf-16-le")) == Decoded(long, "utf-16-le")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (SIMPLIFIED, 0.95, 1),
        (TRADITIONAL, 0.95, 1),
        ("720/878 = 82%", 0.5, 0.5),
        (SIMPLIFIED.encode("gb18030").decode("latin-1"), -1, 0),
        (SIMPLIFIED.encode().decode("gb18030", "replace"), -1, 0.75),
        ("犐犆犆犛犌犕犔犇", 0.3, 0.5),
    ],
)
def test_prose_is_more_plausible_than_rubbish(text: str, least: float, most: float) -> None:
    assert least <= plausibility(text) <= most
