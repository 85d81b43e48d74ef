"""A PDF with a text layer → its text, page by page; the C library that reads it runs sealed off."""

from __future__ import annotations

from yifa.reader.intake.blocks import Gathered
from yifa.reader.intake.limits import PDF_MEMORY, PDF_SECONDS
from yifa.reader.intake.page_lines import Page, Piece
from yifa.reader.intake.page_paragraphs import gather_pages
from yifa.reader.intake.sealed import run_sealed

_READER = "yifa.reader.intake.pdf_glyphs"


def read_pdf(data: bytes) -> Gathered:
    """The text of a PDF. Raises `Unreadable`: encrypted, scanned, no_text, no_character_codes, broken, the bounds."""
    answer = run_sealed(_READER, data, seconds=PDF_SECONDS, memory=PDF_MEMORY, part="PDF")
    return gather_pages(
        [
            Page(
                number,
                page["width"],
                page["height"],
                tuple(Piece(*piece) for piece in page["pieces"]),
                page["pictures"],
            )
            for number, page in enumerate(answer["pages"], 1)
        ]
    )
