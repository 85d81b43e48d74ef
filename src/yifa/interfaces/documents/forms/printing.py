"""A Word document as PDF, by the LibreOffice of this machine, where there is one.

It runs without a window, with a profile of its own and macros off, one at a time, and is ended when it takes too long.
Fonts that are not installed are replaced as in the other documents (`fonts`): the PDF says which it has.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from yifa.interfaces.documents.layout import FACES
from yifa.reader.intake.office import make, office_program

SECONDS = 60
_ONE = threading.Lock()
"""A document takes some hundred megabytes while it is set: one after the other."""


def can_print() -> bool:
    """Whether there is a program on this machine that makes a PDF of a Word document."""
    return office_program() is not None


def pdf_of(data: bytes, fonts: Path | None = None, *, seconds: int = SECONDS) -> bytes | None:
    """The document as PDF; None where no program is there, or it cannot, or takes longer. `fonts`: a folder of some."""
    program = office_program()
    if program is None:
        return None
    with _ONE, tempfile.TemporaryDirectory(prefix="yifa-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "paper.docx"
        source.write_bytes(data)
        names = folder / "fonts.conf"
        names.write_text("\n".join(_font_names(fonts)), encoding="utf-8")
        made = make(program, source, "pdf:writer_pdf_Export", seconds=seconds, settings={"FONTCONFIG_FILE": str(names)})
        return made.read_bytes() if made.is_file() else None


def _font_names(folder: Path | None) -> Iterator[str]:
    """What stands for the fonts of offices, as fontconfig reads it."""
    yield '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    yield '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    if folder is not None:
        yield f"<dir>{escape(str(folder))}</dir>"
    for face in FACES.values():
        instead = "".join(f"<family>{escape(one)}</family>" for one in (face.office, *face.known_as, *face.instead))
        for name in (face.office, *face.known_as):
            yield f'<alias binding="same"><family>{escape(name)}</family><prefer>{instead}</prefer></alias>'
    yield "</fontconfig>"
