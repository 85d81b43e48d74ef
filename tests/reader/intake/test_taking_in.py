"""Files as they come: every format, names that mislead, everything that is refused, and bytes that are mere chance."""

from __future__ import annotations

import contextlib
import json
import os
import random
import stat
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.reader.intake.made_docx import docx, p, packed, table
from tests.reader.intake.made_ofd import ofd, word
from tests.reader.intake.made_ole import doc, ole
from tests.reader.intake.made_pdf import lines, pdf
from tests.reader.intake.report import TEXT, report
from tests.reader.intake.worked import FIXTURES
from yifa.reader.intake import Refused, blocks, pdf_glyphs, take_in, taking_in
from yifa.reader.intake.limits import LARGEST_FILE
from yifa.reader.intake.page_lines import Page, Piece
from yifa.reader.intake.page_paragraphs import gather_pages
from yifa.reader.intake.refusals import Reason, Unreadable, refuse
from yifa.reader.reading import Damage, Extract, Mark, Severity
from yifa.wording import language

ENGLISH, CHINESE = language("en"), language("zh")
PAGE = f"<html><head><meta charset=utf-8></head><body><p>{'</p><p>'.join(TEXT.splitlines())}</p></body></html>"
Keep = Callable[[str, bytes], Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def refused(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        take_in(path, speech=ENGLISH)
    assert caught.value.refusal.file == str(path)
    return caught.value.refusal.reason


@pytest.fixture
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize(
    ("name", "data", "kind", "encoding"),
    [
        ("报告.txt", TEXT.encode(), "txt", "utf-8"),
        ("报告.txt", TEXT.encode("gb18030"), "txt", "gb18030"),
        ("报告.txt", TEXT.encode("utf-16"), "txt", "utf-16-le"),
        ("报告.docx", report(), "docx", None),
        ("报告.doc", (FIXTURES / "report.doc").read_bytes(), "doc", None),
        ("报告.wps", (FIXTURES / "report.doc").read_bytes(), "wps", None),
        ("报告.rtf", (FIXTURES / "report.rtf").read_bytes(), "rtf", None),
        ("报告.pdf", (FIXTURES / "printed.pdf").read_bytes(), "pdf", None),
        ("报告", (FIXTURES / "printed.pdf").read_bytes(), "pdf", None),
        ("报告.doc", report(), "docx", None),
        ("报告.wps", report(), "docx", None),
        ("报告.doc", (FIXTURES / "report.rtf").read_bytes(), "rtf", None),
    ],
)
def test_the_report_reads_the_same_in_every_format_and_under_any_name(
    keep: Keep, name: str, data: bytes, kind: str, encoding: str | None
) -> None:
    path = keep(name, data)

    found = take_in(path, speech=ENGLISH)

    assert (found.file, found.text, found.format, found.encoding) == (str(path), TEXT, kind, encoding)
    misnamed = path.suffix.lstrip(".") not in {kind, "txt"} if path.suffix else True
    assert ("other_format" in {damage.kind for damage in found.damage}) == misnamed


def test_a_web_page_under_any_name(keep: Keep) -> None:
    found = take_in(keep("报告.doc", PAGE.encode("gb18030")), speech=ENGLISH)

    assert (found.text, found.format, found.encoding) == (TEXT.replace("\t", " "), "html", "gb18030")
    assert found.damage == (
        Damage(
            "other_format",
            Severity.INFO,
            0,
            0,
            "The name ends in .doc, but the content is html; it was read as html.",
        ),
    )


def test_a_text_is_kept_as_it_stands_but_for_its_line_ends(keep: Keep) -> None:
    data = "\ufeff一、　办结\r\n\r\n 12\x00件\t\r甲\u200b\n".encode()

    assert take_in(keep("a.txt", data), speech=ENGLISH) == Extract(
        file=str(keep("a.txt", data)), text="一、　办结\n\n 12\x00件\t\r甲\u200b\n", format="txt", encoding="utf-8"
    )


def test_damaged_bytes_are_told_where_they_stand_after_line_ends_have_changed(keep: Keep) -> None:
    data = "全年办结案件\r\n共\r\n".encode() + b"\xff" + "12件。\r\n余".encode() + b"\xfe"

    found = take_in(keep("a.txt", data), speech=ENGLISH)

    assert [found.text[damage.start : damage.end] for damage in found.damage] == ["\ufffd", "\ufffd"]
    assert [(damage.kind, damage.severity, damage.start) for damage in found.damage] == [
        ("undecodable", Severity.SERIOUS, 9),
        ("undecodable", Severity.SERIOUS, 16),
    ]


def test_places_of_characters(keep: Keep) -> None:
    found = take_in(keep("a.docx", docx(p("甲"), table([["乙", "12"]]))), speech=ENGLISH)

    assert [found.place(at) for at in range(len(found.text))] == [
        "正文",
        "正文",
        "表1 第1行第1列",
        "表1 第1行第1列",
        "表1 第1行第2列",
        "表1 第1行第2列",
        "表1 第1行第2列",
    ]
    assert found.marks[0] == Mark(0, "正文")


class TestRefusals:
    """What is refused, and that it says why and what to do."""

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        assert refused(tmp_path / "无.txt") == "missing"

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refused(tmp_path) == "no_file"

    def test_a_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")

        assert refused(tmp_path / "pipe.txt") == "no_file"

    def test_a_name_no_system_knows(self, tmp_path: Path) -> None:
        assert refused(tmp_path / ("长" * 400 + ".txt")) in {"missing", "not_opened"}

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_file_one_may_not_read(self, keep: Keep) -> None:
        path = keep("a.txt", b"12")
        path.chmod(stat.S_IWUSR)

        assert refused(path) == "not_opened"

    def test_a_file_beyond_the_bound_is_not_even_opened(self, tmp_path: Path) -> None:
        path = tmp_path / "大.txt"
        with path.open("wb") as file:
            file.truncate(1 << 40)

        assert refused(path) == "too_large"

    def test_a_file_at_the_bound_is_opened(self, tmp_path: Path) -> None:
        path = tmp_path / "大.txt"
        with path.open("wb") as file:
            file.truncate(LARGEST_FILE)

        assert refused(path) == "empty"

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("空.txt", b"", "empty"),
            ("空.txt", b"\xef\xbb\xbf", "empty"),
            ("空.txt", " \r\n　\n".encode(), "empty"),
            ("空.html", b"<html><body><script>1</script></body></html>", "no_text"),
            ("空.docx", docx(p("")), "no_text"),
            ("锁.pdf", (FIXTURES / "locked.pdf").read_bytes(), "encrypted"),
            ("锁.docx", ole(EncryptedPackage=b"x"), "encrypted"),
            ("锁.doc", doc("甲\r", flags=0x100), "encrypted"),
            ("扫描.pdf", pdf([], picture=True), "scanned"),
            ("扫描.ofd", ofd(['<ofd:ImageObject Boundary="0 0 9 9"/>']), "scanned"),
            ("图.png", b"\x89PNG\r\n\x1a\n12", "picture"),
            ("表.xlsx", packed({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
            ("表.xls", ole(Workbook=b"x"), "spreadsheet"),
            ("片.pptx", packed({"ppt/presentation.xml": "<x/>"}), "slides"),
            ("包.zip", packed({"a.txt": "12"}), "archive"),
            ("弹.docx", packed({"word/document.xml": b"0" * (16 << 20)}), "unpacks_too_large"),
            ("弹.ofd", packed({"OFD.xml": "<x/>", "a": b"0" * (16 << 20)}), "unpacks_too_large"),
            ("实.docx", packed({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "entities"),
            ("旧.wps", ole(CONTENTS=b"x"), "old_format"),
            ("坏.docx", report()[:2000], "broken"),
            ("坏.pdf", b"%PDF-1.7\n%%EOF", "broken"),
            ("坏.doc", doc("甲\r")[:600], "broken"),
            ("何.bin", bytes(range(256)) * 40, "unknown"),
            ("何.doc", ole(Other=b"x"), "unknown"),
        ],
    )
    @pytest.mark.usefixtures("no_office")
    def test_a_file_that_cannot_be_read(self, keep: Keep, name: str, data: bytes, reason: str) -> None:
        assert refused(keep(name, data)) == reason

    def test_too_many_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf_glyphs, "MOST_PAGES", 2)

        with pytest.raises(Unreadable) as caught:
            pdf_glyphs.read_glyphs(pdf([], [], []))

        assert (caught.value.reason, caught.value.values) == (Reason.TOO_MANY_PAGES, {"pages": 3, "limit": 2})

    def test_too_much_text(self, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(blocks, "LONGEST_TEXT", 100)

        assert refused(keep("a.docx", docx(*[p("办结案件")] * 30))) == "too_much_text"

    @pytest.mark.parametrize("reason", Reason)
    @pytest.mark.parametrize("speech", [ENGLISH, CHINESE], ids=["en", "zh"])
    def test_every_reason_names_the_file_and_says_a_whole_sentence(self, reason: Reason, speech: object) -> None:
        values = dict.fromkeys(("why", "size", "limit", "pages", "seconds", "found", "part"), "7")

        refusal = refuse("报告.doc", Unreadable(reason, **values), speech).refusal  # type: ignore[arg-type]

        assert refusal.reason == reason
        assert refusal.message.startswith("报告.doc")
        assert len(refusal.message) > 20
        assert "{" not in refusal.message

    def test_reasons_are_told_apart(self) -> None:
        values = dict.fromkeys(("why", "size", "limit", "pages", "seconds", "found", "part"), "7")

        told = {refuse("a", Unreadable(reason, **values), ENGLISH).refusal.message for reason in Reason}

        assert len(told) == len(Reason)


def in_this_process(data: bytes) -> blocks.Gathered:
    """A PDF read as the sealed process does, without one."""
    pages = json.loads(json.dumps(pdf_glyphs.read_glyphs(data)))
    return gather_pages(
        [
            Page(
                number,
                page["width"],
                page["height"],
                tuple(Piece(*piece) for piece in page["pieces"]),
                page["pictures"],
            )
            for number, page in enumerate(pages, 1)
        ]
    )


SAMPLES = {
    ".txt": TEXT.encode("gb18030"),
    ".html": PAGE.encode(),
    ".docx": report(),
    ".doc": (FIXTURES / "report.doc").read_bytes(),
    ".rtf": (FIXTURES / "report.rtf").read_bytes(),
    ".pdf": (FIXTURES / "printed.pdf").read_bytes(),
    ".ofd": ofd([word(30, 40 + 9 * n, line[:24]) for n, line in enumerate(TEXT.split("\n")) if line]),
}


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """The data cut short, with bytes changed, taken out or put in."""
    spoilt = bytearray(data)
    match chance.randrange(4):
        case 0:
            return data[: chance.randrange(len(data))]
        case 1:
            at = chance.randrange(len(data))
            del spoilt[at : at + chance.randrange(1, 600)]
        case 2:
            at = chance.randrange(len(data))
            spoilt[at:at] = chance.randbytes(chance.randrange(600))
        case _:
            for _ in range(chance.choice((1, 4, 40, 400))):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def spoiled_inside(data: bytes, chance: random.Random) -> bytes:
    """The same for one member of a zip, which stays a good zip."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    part = parts[name]
    assert isinstance(part, bytes)
    if chance.random() < 0.5:
        numbers = [at for at in range(len(part)) if part[at : at + 1].isdigit()]
        changed = bytearray(part)
        for at in chance.sample(numbers, min(len(numbers), 5)):
            changed[at] = ord(chance.choice("0123456789-."))
        parts[name] = bytes(changed)
    else:
        parts[name] = spoiled(part, chance)
    return packed(parts)


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize("suffix", sorted(SAMPLES))
def test_damaged_files_are_read_or_refused_and_nothing_else(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "read_pdf", in_this_process)
    chance = random.Random(suffix)
    path = tmp_path / f"a{suffix}"
    outcomes = set()
    for turn in range(60):
        inside = suffix in {".docx", ".ofd"} and turn % 2
        path.write_bytes((spoiled_inside if inside else spoiled)(SAMPLES[suffix], chance))
        try:
            found = take_in(path, speech=ENGLISH)
        except Refused:
            outcomes.add("refused")
            continue
        outcomes.add("read")
        found.text.encode()
        assert all(0 <= damage.start <= damage.end <= len(found.text) for damage in found.damage)
        assert [mark.start for mark in found.marks] == sorted({mark.start for mark in found.marks})
    assert "read" in outcomes


@pytest.mark.usefixtures("no_office")
def test_random_bytes_behind_any_beginning_are_read_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "read_pdf", in_this_process)
    chance = random.Random(7)
    heads = [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        doc("甲\r")[:512],
        rb"{\rtf1\ansi ",
        b"<html>",
        b"<?xml version='1.0'?><w:wordDocument>",
    ]
    for turn in range(140):
        path = tmp_path / "a.doc"
        path.write_bytes(heads[turn % len(heads)] + chance.randbytes(chance.choice((3, 300, 5000))))
        try:
            take_in(path, speech=ENGLISH).text.encode()
        except Refused as caught:
            assert caught.refusal.message  # noqa: PT017 — either way is right


HOSTILE = {
    "spaces.html": b"<html><p>" + "甲".encode() + b" " * 2_000_000 + "乙。".encode(),
    "lists.html": b"<html>" + b"<ol><li>1" * 3000,
    "commas.html": ("<html><p>" + "甲，" * 400_000).encode(),
    "line.ofd": ofd([word(7 * n, 40, "办") for n in range(20_000)]),
    "steps.ofd": ofd([word(30, 40, "办结").replace("g 1 5.6", "g 999999999 1 " * 50_000)]),
    "groups.rtf": b"{\\rtf1 1" + b"{}" * 400_000,
    "cells.doc": doc("办\x07" * 60_000),
    "breaks.txt": ("办结\r\n" * 400_000).encode("gb18030"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_files_made_to_hold_up_a_reader_do_not(keep: Keep, name: str) -> None:
    with contextlib.suppress(Refused):
        assert take_in(keep(name, HOSTILE[name]), speech=ENGLISH).text


def test_a_pdf_bomb_brings_down_its_own_process_only(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yifa.reader.intake.pdf_file.PDF_MEMORY", 300 << 20)
    packer = zlib.compressobj(1)
    packed_tight = b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()

    assert refused(keep("a.pdf", pdf([], content=packed_tight))) == "broken"
    assert take_in(keep("b.pdf", pdf(lines("办结案件一百件。"))), speech=ENGLISH).text == "办结案件一百件。\n"


def test_nothing_is_fetched_or_started_by_importing() -> None:
    command = (
        "import sys, yifa.reader.intake; print(sorted({'django', 'sqlite3', 'socket', 'click'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)

    assert "django" not in done.stdout
    assert "sqlite3" not in done.stdout
    assert "click" not in done.stdout
