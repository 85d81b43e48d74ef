"""Papers as PDF, where this machine can make them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from django.conf import settings

from yifa.interfaces.documents.fonts import NoFonts, find_fonts, tell_replaced
from yifa.interfaces.documents.forms.printing import can_print, pdf_of
from yifa.record.evidence.models import Item
from yifa.record.evidence.queries import store
from yifa.record.organs.actions import Actor
from yifa.record.papers.documents import keep_print
from yifa.record.papers.models import Document
from yifa.wording import Language


def fonts_folder() -> Path | None:
    """The folder with fonts of official documents, where the settings name one."""
    folder: Path = settings.CONFIGURATION.fonts
    return folder if folder.parts else None


def as_pdf(data: bytes) -> bytes | None:
    """A Word document as PDF; None where it cannot be made here."""
    return pdf_of(data, fonts_folder())


def with_print(document: Document, actor: Actor) -> Document:
    """A paper with its PDF kept beside; as it is, where there is none to be made."""
    if document.made is None or document.printed is not None:
        return document
    pdf = as_pdf(bytes_of(document.made))
    return document if pdf is None else keep_print(document, BytesIO(pdf), actor=actor, on=document.issued_on)


def bytes_of(item: Item) -> bytes:
    """A file of a case as it was taken in. Raises `Damaged`."""
    return b"".join(store().read(item.digest, item.size))


def tell_print(speech: Language) -> str:
    """What is to be known of the PDFs of this machine; blank where all is as it should be."""
    if not can_print():
        return speech.say(
            "No LibreOffice is found on this machine: papers are handed out as Word documents (.docx), without PDF."
        )
    try:
        return tell_replaced(find_fonts(fonts_folder()), speech)
    except NoFonts:
        return speech.say("No font with Chinese characters is found on this machine; a PDF would show boxes.")
