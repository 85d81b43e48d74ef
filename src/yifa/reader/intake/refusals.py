"""Why a file is refused: every reason with what was found and what to do about it.

Inside this room a parser raises `Unreadable` with a reason; `take_in` turns it into `Refused`, worded and with the
file's name.
"""

from __future__ import annotations

from enum import StrEnum

from yifa.reader.reading import Refusal
from yifa.wording import Language


class Reason(StrEnum):
    """The ids of the refusals; they are quoted in letters and in JSON, so they stay as they are."""

    MISSING = "missing"
    NOT_OPENED = "not_opened"
    NO_FILE = "no_file"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_TEXT = "too_much_text"
    TOO_MUCH_MARKUP = "too_much_markup"
    TOOK_TOO_LONG = "took_too_long"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    NO_TEXT = "no_text"
    NO_CHARACTER_CODES = "no_character_codes"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    PICTURE = "picture"
    ARCHIVE = "archive"
    OLD_FORMAT = "old_format"
    ENTITIES = "entities"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Unreadable(Exception):
    """A parser cannot go on; `values` fill the gaps of the sentence."""

    def __init__(self, reason: Reason, **values: object) -> None:
        self.reason = reason
        self.values = values
        super().__init__(f"{reason}: {values}" if values else str(reason))


class Refused(Exception):
    """A file that was not read; `refusal` says which, why and what to do."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(refusal.message)


def refuse(file: str, trouble: Unreadable, speech: Language) -> Refused:
    """The refusal of a file, in words."""
    return Refused(Refusal(file, str(trouble.reason), _sentence(file, trouble, speech)))


def _sentence(file: str, trouble: Unreadable, speech: Language) -> str:
    say, values = speech.say, trouble.values
    match trouble.reason:
        case Reason.MISSING:
            return say("{file}: there is no such file. Check the name and the folder.", file=file)
        case Reason.NOT_OPENED:
            return say(
                "{file}: the file could not be opened ({detail}). Check who may read it and whether another program "
                "holds it.",
                file=file,
                detail=_why_not_opened(str(values.get("why", "")), speech),
            )
        case Reason.NO_FILE:
            return say("{file}: this is not a file with content. Name a document, or the folder it lies in.", file=file)
        case Reason.EMPTY:
            return say("{file}: the file is empty. Fetch or save it again.", file=file)
        case Reason.TOO_LARGE:
            return say(
                "{file}: the file has {size} MB; up to {limit} MB are read. Save the text without pictures, or split "
                "the file.",
                file=file,
                **values,
            )
        case Reason.UNPACKS_TOO_LARGE:
            return say(
                "{file}: unpacked, the file would grow beyond {limit} MB, far more than a document needs; it was not "
                "opened. Open it only if you know where it comes from, and save it anew.",
                file=file,
                **values,
            )
        case Reason.TOO_MANY_PAGES:
            return say(
                "{file}: the file has {pages} pages; up to {limit} are read. Split it and read the parts.",
                file=file,
                **values,
            )
        case Reason.TOO_MUCH_TEXT:
            return say(
                "{file}: the file holds more than {limit} characters of text. Split it and read the parts.",
                file=file,
                **values,
            )
        case Reason.TOO_MUCH_MARKUP:
            return say(
                "{file}: the file holds more than {limit} tags of markup, far more than a document needs. Save the "
                "text as .docx or .txt.",
                file=file,
                **values,
            )
        case Reason.TOOK_TOO_LONG:
            return say(
                "{file}: reading took longer than {seconds} seconds and was stopped. Save the file anew, or as .docx "
                "or .txt.",
                file=file,
                **values,
            )
        case _:
            return _about_content(file, trouble, speech)


def _about_content(file: str, trouble: Unreadable, speech: Language) -> str:
    say, values = speech.say, trouble.values
    match trouble.reason:
        case Reason.ENCRYPTED:
            return say("{file}: the file is locked with a password. Save a copy without password.", file=file)
        case Reason.SCANNED:
            return say(
                "{file}: the pages are pictures without text (a scan). Ask for the file it was printed from, or run "
                "text recognition (OCR) first.",
                file=file,
            )
        case Reason.NO_TEXT:
            return say(
                "{file}: the file opens, but there is no text in it. Check whether it is the right file.", file=file
            )
        case Reason.NO_CHARACTER_CODES:
            return say(
                "{file}: the letters of this file are drawn without saying which characters they are, so they cannot "
                "be read out. Export it anew, or run text recognition (OCR).",
                file=file,
            )
        case Reason.SPREADSHEET:
            return say(
                "{file}: this is a spreadsheet, not a text. Reports are read from .txt, .html, .docx, .pdf, .doc, .wps "
                "and .ofd.",
                file=file,
            )
        case Reason.SLIDES:
            return say("{file}: these are slides, not a text. Save the text as .docx or .pdf.", file=file)
        case Reason.PICTURE:
            return say(
                "{file}: this is a picture. Ask for the text it shows, or run text recognition (OCR) first.", file=file
            )
        case Reason.ARCHIVE:
            return say("{file}: this is an archive of files. Unpack it and read the folder.", file=file)
        case Reason.OLD_FORMAT:
            return say(
                "{file}: this is the format of an old word processor ({found}). Save it as .docx, or install "
                "LibreOffice, which is then used to open it.",
                file=file,
                **values,
            )
        case Reason.ENTITIES:
            return say(
                "{file}: the file carries definitions (DTD, entities) that no office document needs and that can do "
                "harm; it was not read. Save it anew in your office program.",
                file=file,
            )
        case Reason.UNKNOWN:
            return say(
                "{file}: what kind of file this is could not be told from its content. Read are .txt, .html, .docx, "
                ".pdf, .doc, .wps and .ofd; save it as one of them.",
                file=file,
            )
        case _:
            return say(
                "{file}: the file is damaged or cut short (at {part}) and could not be read. Fetch it again, or open "
                "and save it anew in your office program.",
                file=file,
                **values,
            )


def _why_not_opened(code: str, speech: Language) -> str:
    """Why the system would not open a file, by the name of its error; without one, the name itself is at fault."""
    say = speech.say
    match code:
        case "EACCES" | "EPERM":
            return say("this user may not read it")
        case "ENAMETOOLONG":
            return say("the name is too long")
        case "EBUSY" | "ETXTBSY" | "EDEADLK":
            return say("another program holds it")
        case "EIO" | "ENXIO" | "ESTALE":
            return say("the disk could not be read")
        case "ELOOP":
            return say("its links lead in a circle")
        case "ENOTDIR":
            return say("part of the path is a file, not a folder")
        case "":
            return say("the name holds a sign that no name may hold")
        case _:
            return say("error {number} of the system", number=code)
