"""Files as they are kept: small pictures, PDF, Word, and what is not taken; and a folder of its own for each test."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import typst

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0" + bytes(30) + b"\xff\xd9"


def pdf(*pages: str) -> bytes:
    """A PDF with a line on each page."""
    return bytes(typst.compile(b"#set page(width: 80mm, height: 80mm)\n" + "\n#pagebreak()\n".join(pages).encode()))


def word(*lines: str) -> bytes:
    """A Word file with some lines."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def package(name: str) -> bytes:
    """A zip with one file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, "x")
    return out.getvalue()
