"""What a file is, told from its content and not from its name."""

from __future__ import annotations

import pytest

from tests.reader.intake.made_docx import docx, p, packed
from tests.reader.intake.made_ofd import ofd, word
from tests.reader.intake.made_ole import doc
from tests.reader.intake.made_pdf import lines, pdf
from yifa.reader.intake.recognise import Kind, recognise
from yifa.reader.intake.refusals import Reason, Unreadable

PAGE = "<html><body><p>办结12件</p></body></html>"
PARTS = "<p>甲</p><p>乙</p><p>丙</p><p>丁</p><p>戊</p><p>己</p><p>庚</p><p>辛</p>"


def _named(value: object) -> str:
    """What a value is called: no content, for a package holds the hour it was made, and processes must name alike."""
    return f"{len(value)} bytes" if isinstance(value, bytes) else str(value)


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        ("办结12件".encode(), ".txt", Kind.TXT),
        ("办结12件".encode("utf-16"), ".txt", Kind.TXT),
        ("办结12件".encode(), ".html", Kind.TXT),
        ("一、<br>办结12件".encode(), ".txt", Kind.TXT),
        ("见附件<b>一</b>".encode(), ".txt", Kind.TXT),
        ("BM系统办结12件".encode(), ".txt", Kind.TXT),
        ("II级响应".encode(), ".txt", Kind.TXT),
        ("一、<br>办结12件".encode(), ".htm", Kind.HTML),
        (PAGE.encode(), ".txt", Kind.HTML),
        (PAGE.encode(), ".doc", Kind.HTML),
        (PAGE.encode("utf-16"), ".doc", Kind.HTML),
        (b"\xef\xbb\xbf\r\n<!-- x -->\n<!DOCTYPE html>" + PAGE.encode(), ".doc", Kind.HTML),
        (f'<?xml version="1.0"?>{PAGE}'.encode(), ".xls", Kind.HTML),
        (PARTS.encode(), ".txt", Kind.HTML),
        (PARTS[:20].encode(), ".txt", Kind.TXT),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", ".doc", Kind.WEB_ARCHIVE),
        (rb"{\rtf1\ansi 12}", ".doc", Kind.RTF),
        (docx(p("甲")), ".wps", Kind.DOCX),
        (docx(p("甲")), ".doc", Kind.DOCX),
        (doc("甲\r"), ".wps", Kind.DOC),
        (pdf(lines("甲乙")), ".txt", Kind.PDF),
        (b"junk before\n" + pdf(lines("甲乙")), ".pdf", Kind.PDF),
        (ofd([word(30, 40, "甲")]), ".zip", Kind.OFD),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>', ".doc", Kind.WORD_XML),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), ".odt", Kind.OLD),
        (b"\xdb\xa5\x2d\0" + bytes(100) + b"x", ".doc", Kind.OLD),
    ],
    ids=_named,
)
def test_content_decides(data: bytes, suffix: str, kind: Kind) -> None:
    assert recognise(data, suffix) == kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t\n", Reason.EMPTY),
        (bytes(3000), Reason.EMPTY),
        (b"\x89PNG\r\n\x1a\n123", Reason.PICTURE),
        (b"\xff\xd8\xff\xe0123", Reason.PICTURE),
        (b"BM6\0\0\0\0\0\0\0006\0", Reason.PICTURE),
        (b"RIFF\x24\0\0\0WEBPVP8 ", Reason.PICTURE),
        (b"II*\0\x08\0\0\0", Reason.PICTURE),
        (b"Rar!\x1a\x07\x01\0", Reason.ARCHIVE),
        (packed({"报告.txt": "甲"}), Reason.ARCHIVE),
        (packed({"xl/workbook.xml": "<x/>"}), Reason.SPREADSHEET),
        (packed({"ppt/presentation.xml": "<x/>"}), Reason.SLIDES),
        (packed({"word/document.xml": "<x/>"})[:60], Reason.BROKEN),
    ],
    ids=_named,
)
def test_what_is_no_text_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        recognise(data, ".txt")

    assert refused.value.reason == reason
