"""Binary .doc and .wps files: one that LibreOffice wrote, and small ones built by hand."""

from __future__ import annotations

import pytest

from tests.reader.intake.made_ole import doc, ole
from tests.reader.intake.report import TEXT
from tests.reader.intake.worked import FIXTURES
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.word97_text import read_word97
from yifa.reader.reading import Mark


def test_what_an_office_program_wrote_comes_back_whole() -> None:
    found = read_word97((FIXTURES / "report.doc").read_bytes())

    assert found.text == TEXT
    assert [(defect.kind, defect.values) for defect in found.defects] == [
        ("deletions_left_out", {"count": 1}),
        ("hidden_text_left_out", {"count": 1}),
    ]
    assert found.marks[:2] == (Mark(0, "正文"), Mark(TEXT.index("类别"), "表1 第1行第1列"))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("办结12件\r末段\r", "办结12件\n末段\n"),
        ("办结\x0b12件\x1e甲\x1f乙\r", "办结\n12件-甲乙\n"),
        ("\x13 PAGEREF 99 \x1412\x15件\r", "12件\n"),
        ("甲\x13 A \x13 B \x1498\x15\x1499\x15乙\r", "甲99乙\n"),
        ("𠀀件\r", "𠀀件\n"),
        ("无结尾", "无结尾\n"),
        ("类别\x07件数\x07\x07处罚\x0712\x07\x07末段\r", "类别\t件数\n处罚\t12\n末段\n"),
    ],
)
def test_text_without_formatting_is_read_all_the_same(inner: str, text: str) -> None:
    assert read_word97(doc(inner)).text == text


def test_text_kept_in_one_byte_a_character() -> None:
    assert read_word97(doc("caf\xe9 \u201c12\u201d\r", latin=True)).text == "café “12”\n"


def test_text_that_lies_beyond_the_end_is_told_as_missing() -> None:
    whole = bytearray(doc("办结12件\r"))
    pieces = whole.index(b"\x02\x10\x00\x00\x00\x00\x00\x00\x00")
    whole[pieces + 9 : pieces + 13] = (5000).to_bytes(4, "little")
    body = 512 + 0x4C
    whole[body : body + 4] = (5000).to_bytes(4, "little")

    found = read_word97(bytes(whole))

    assert found.text.startswith("办结12件\n")
    assert "parts_missing" in {defect.kind for defect in found.defects}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (doc("甲\r", flags=0x0100), Reason.ENCRYPTED),
        (ole(EncryptedPackage=b"x", EncryptionInfo=b"x"), Reason.ENCRYPTED),
        (doc("甲\r", version=0x65), Reason.OLD_FORMAT),
        (doc("甲\r", ident=0xA5DC), Reason.OLD_FORMAT),
        (ole(CONTENTS=b"x"), Reason.OLD_FORMAT),
        (ole(Workbook=b"x"), Reason.SPREADSHEET),
        (ole(**{"PowerPoint Document": b"x"}), Reason.SLIDES),
        (ole(Other=b"x"), Reason.UNKNOWN),
        (ole(WordDocument=b"x"), Reason.BROKEN),
        (doc("甲\r", ident=0x1234), Reason.BROKEN),
        (doc(""), Reason.NO_TEXT),
        (doc("甲\r")[:600], Reason.BROKEN),
        (doc("甲\r")[:512], Reason.BROKEN),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        read_word97(data)

    assert refused.value.reason == reason
