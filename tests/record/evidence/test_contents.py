"""A file is what its content says, whatever it is called; what is not kept is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.evidence.files import JPEG, PNG, package, pdf, word
from yifa.record.evidence.choices import Media
from yifa.record.evidence.contents import look_at
from yifa.record.evidence.errors import WrongFile

KEPT = {
    Media.PNG: PNG,
    Media.JPEG: JPEG,
    Media.DOCX: word("甲"),
    Media.XLSX: package("xl/workbook.xml"),
    Media.OFD: package("OFD.xml"),
    Media.WAV: b"RIFF\x24\0\0\0WAVEfmt " + bytes(20),
    Media.TEXT: "询问笔录".encode("gb18030"),
}
NOT_KEPT = {
    "found an empty file": b"\0\0 ",
    "found a video, which stays where it is": b"\0\0\0\x18ftypmp42" + bytes(20),
    "found an archive, expected its files one by one": package("a.txt"),
    "found a damaged package": b"PK\x03\x04" + bytes(50),
    "found a png that breaks off": PNG[:40],
    "found a jpg that breaks off": JPEG[:-2],
    "found a file of a kind that is not kept": b"MZ" + bytes(60),
    "found a file of a kind that is not kept, expected PDF": b"\x81\x00\x81" * 9,
}


@pytest.mark.parametrize("media", list(KEPT))
def test_what_a_file_is_is_told_from_its_content(tmp_path: Path, media: Media) -> None:
    path = tmp_path / "照片.exe"
    path.write_bytes(KEPT[media])
    looked = look_at(path)
    assert (looked.media, looked.pages) == (media, None)


@pytest.mark.parametrize("said", list(NOT_KEPT))
def test_what_is_not_kept_is_refused_in_words(tmp_path: Path, said: str) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(NOT_KEPT[said])
    with pytest.raises(WrongFile) as refused:
        look_at(path)
    assert str(refused.value).startswith(said)


def test_a_pdf_has_pages_and_the_text_of_its_first(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(pdf("first", "second"))
    looked = look_at(path)
    assert (looked.media, looked.pages, looked.text.strip()) == (Media.PDF, 2, "first")
    path.write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(WrongFile, match="found a PDF that is damaged or locked"):
        look_at(path)


def test_the_words_of_a_word_file_are_read_and_a_picture_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word("机密", "关于"))
    words = look_at(path).text.split()
    path.write_bytes(PNG)
    assert (words, look_at(path).text) == (["机密", "关于"], "")
