"""The leaves of a dossier: each thing as pages, whatever it is. Text is set; PDF and pictures are taken as they are.

Of a Word, OFD or text file the words are set; of what has no pages (sound, a workbook, a recording kept elsewhere) a
leaf says what it is, where it lies, and its digest.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from yifa.reader.intake import Refused, take_in
from yifa.record.chain.chained import values_of
from yifa.record.despatch.choices import StepState
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.arranging import Row
from yifa.record.evidence.choices import Media
from yifa.record.evidence.models import Item, Recording
from yifa.record.evidence.queries import store
from yifa.record.papers.models import Document, Service
from yifa.wording import Language

FONTS = '("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "FangSong", "STSong")'
HEAD = f"""#set page(paper: "a4", margin: (x: 26mm, top: 30mm, bottom: 30mm))
#set text(font: {FONTS}, lang: "zh", size: 12pt)
#set par(first-line-indent: (amount: 2em, all: true), leading: 1em, justify: true)
"""
AT = datetime(2000, 1, 1, tzinfo=UTC)
"""The day a PDF says it was made on: the same thing is the same file."""
_PICTURES = (Media.JPEG, Media.PNG)
_WORDS = (Media.DOCX, Media.DOC, Media.OFD, Media.TEXT)


@dataclass(frozen=True, slots=True)
class Leaves:
    """One thing as a PDF or a picture: its title, its file below the folder, its pages, the digest of what it is."""

    title: str
    file: str
    pages: int
    digest: str
    original: tuple[str, str] | None = None
    """Of a file: its digest in the store and the end of its name."""


def leaves_of(row: Row, folder: Path, name: str, speech: Language) -> Leaves:
    """Write one thing into a folder as pages; `name` is what its file is called there."""
    match row:
        case Document():
            return _document(row, folder, name, speech)
        case Service():
            return _service(row, folder, name, speech)
        case Sheet():
            return _sheet(row, folder, name, speech)
        case Item():
            return _item(row, str(values_of([row]).get(row.title, "")), folder, name, speech)
        case Recording():
            return _recording(row, folder, name, speech)


def digest_of(row: Row) -> str:
    """What a thing is, in one digest: of a file its own, of a row that of its commitments, days and files.

    Who may see it is no part of that.
    """
    told: tuple[object, ...]
    match row:
        case Item() | Recording():
            return row.digest
        case Document():
            files = [file.digest for file in (row.made, row.printed) if file is not None]
            scan = row.scan and row.scan.digest
            told = (row.title, row.text, row.number_text, row.issued_on, row.edition, scan, *files)
        case Service():
            told = (row.document_id, row.means, row.begun_on, row.ended_on, row.receipt and row.receipt.digest)
        case Sheet():
            told = (row.act, row.proposal, row.drawn_on, row.state, row.round)
    return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()


def _document(row: Document, folder: Path, name: str, speech: Language) -> Leaves:
    held = values_of([row])
    title, text = str(held.get(row.title, "")), str(held.get(row.text, ""))
    for file in (row.scan, row.printed):  # the paper as it was signed, else as it was printed
        if file is not None and file.destroyed_on is None:
            shown = _item(file, title, folder, name, speech)
            return Leaves(title, shown.file, shown.pages, digest_of(row), shown.original)
    lines = [f'#align(center, text(size: 18pt, weight: "bold", {quoted(title)}))']
    if row.number_text:
        lines.append(f"#align(center, {quoted(row.number_text)})")
    lines += [f"#par({quoted(line)})" for line in text.splitlines() if line.strip()]
    lines.append(f"#align(right, {quoted(speech.day(row.issued_on))})")
    if row.sealed_on is not None:
        sealed = speech.say("(sealed on {day})", day=speech.day(row.sealed_on))
        lines.append(f"#align(right, {quoted(sealed)})")
    if row.edition > 1:
        put_right = speech.say("Edition {edition}, put right: {reason}", edition=row.edition, reason=row.reason)
        lines.append(f"#par({quoted(put_right)})")
    return _set(title, lines, folder, name, digest_of(row))


def _service(row: Service, folder: Path, name: str, speech: Language) -> Leaves:
    title = speech.say("Proof of service")
    if row.receipt is not None and row.receipt.destroyed_on is None:
        scanned = _item(row.receipt, title, folder, name, speech)
        return Leaves(title, scanned.file, scanned.pages, digest_of(row), scanned.original)
    told = [
        (speech.say("Paper"), f"{row.document.paper} {row.document.number_text}"),
        (speech.say("Means of service"), tell_means(row.means, speech)),
        (speech.say("Sent on"), speech.day(row.begun_on)),
        (speech.say("Served on"), speech.day(row.ended_on or row.begun_on)),
        (speech.say("Grounds"), row.grounds),
    ]
    return _set(title, _table(title, told), folder, name, digest_of(row))


def _sheet(row: Sheet, folder: Path, name: str, speech: Language) -> Leaves:
    title = speech.say("Approval sheet")
    steps = list(
        row.steps.exclude(state=StepState.DROPPED).select_related("post", "decided_by").order_by("round", "place", "id")
    )
    held = values_of([row, *steps]) | values_of([step.decided_by for step in steps if step.decided_by is not None])
    told = [
        (speech.say("Proposal"), str(held.get(row.proposal, ""))),
        (speech.say("Drawn up on"), speech.day(row.drawn_on)),
    ]
    for step in steps:
        who = str(held.get(step.decided_by.name, step.decided_by.number)) if step.decided_by is not None else ""
        words = [str(held.get(step.opinion, "")), who]
        if step.in_place_of_holder:
            words.append(speech.say("(in the place of {title})", title=step.post.title))
        if step.decided_on is not None:
            words.append(speech.day(step.decided_on))
        if step.on_paper:
            words.append(speech.say("(on paper, scan {digest})", digest=step.on_paper[:12]))
        told.append((f"{tell_role(step.role, speech)} {step.post.title}", " ".join(filter(None, words))))
    return _set(title, _table(title, told), folder, name, digest_of(row))


def _item(row: Item, title: str, folder: Path, name: str, speech: Language) -> Leaves:
    media = Media(row.media)
    original = (row.digest, media.value)
    if media is Media.PDF or media in _PICTURES:
        file = folder / f"{name}.{media.value}"
        with file.open("wb") as out:
            for block in store().read(row.digest, row.size):
                out.write(block)
        return Leaves(title, file.name, row.pages or 1, row.digest, original)
    if media in _WORDS:
        copy = folder / f"{name}.source.{media.value}"
        with copy.open("wb") as out:
            for block in store().read(row.digest, row.size):
                out.write(block)
        try:
            text = take_in(copy, speech=speech).text
        except Refused:
            text = ""
        finally:
            copy.unlink()
        if text.strip():
            lines = [f"#par({quoted(line)})" for line in text.splitlines() if line.strip()]
            note = speech.say(
                "The words of {file}; the file itself lies beside (SHA-256 {digest}).",
                file=title,
                digest=grouped(row.digest),
            )
            made = _set(
                title, [*lines, f"#line(length: 100%)\n#text(size: 9pt, {quoted(note)})"], folder, name, row.digest
            )
            return Leaves(title, made.file, made.pages, row.digest, original)
    told = [
        (speech.say("Kind of file"), media.value),
        (speech.say("Size in bytes"), str(row.size)),
        ("SHA-256", grouped(row.digest)),
        (speech.say("Taken on"), speech.day(row.taken_on)),
        (speech.say("Source"), row.source),
    ]
    made = _set(title, _table(title, told), folder, name, row.digest)
    return Leaves(title, made.file, made.pages, row.digest, original)


def _recording(row: Recording, folder: Path, name: str, speech: Language) -> Leaves:
    title = speech.say("Recording kept elsewhere")
    told = [
        (speech.say("Device"), row.device),
        (speech.say("From"), speech.moment(row.begins)),
        (speech.say("To"), speech.moment(row.ends)),
        (speech.say("Kept at"), row.place),
        ("SHA-256", grouped(row.digest)),
    ]
    return _set(title, _table(title, told), folder, name, row.digest)


def grouped(digest: str) -> str:
    """A digest in groups, which can go on in the next line."""
    return " ".join(digest[place : place + 16] for place in range(0, len(digest), 16))


def _table(title: str, told: list[tuple[str, str]]) -> list[str]:
    cells = ", ".join(f"{quoted(key)}, {quoted(value)}" for key, value in told if value)
    return [
        f'#align(center, text(size: 18pt, weight: "bold", {quoted(title)}))',
        "#set par(first-line-indent: 0em)",
        f"#table(columns: (30%, 70%), inset: 8pt, {cells})",
    ]


def _set(title: str, lines: list[str], folder: Path, name: str, digest: str) -> Leaves:
    """Set some lines as a PDF of their own."""
    pdf = compiled(HEAD + "\n".join(lines), folder)
    (folder / f"{name}.pdf").write_bytes(pdf)
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    return Leaves(title, f"{name}.pdf", pages, digest)


class Unset(RuntimeError):
    """A file that cannot be set as pages: a picture or PDF that is not what it looks like."""


def compiled(source: str, folder: Path) -> bytes:
    """A text of Typst as PDF; it may take files of the folder, and nothing else. Raises `Unset`."""
    path = folder / "leaf.typ"
    path.write_text(source, encoding="utf-8")
    try:
        made: Any = typst.compile(str(path), root=str(folder), timestamp=AT)
    except typst.TypstError as error:
        raise Unset(str(error)) from error
    finally:
        path.unlink()
    return bytes(made)


def quoted(text: str) -> str:
    """A text as Typst takes it word for word."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "").replace("\0", "")
    return f'"{escaped}"'


def tell_means(means: str, speech: Language) -> str:
    """How a paper was served, in words."""
    return {
        "direct": speech.say("handed over"),
        "left": speech.say("left at the place"),
        "mailed": speech.say("by mail"),
        "entrusted": speech.say("through another organ"),
        "electronic": speech.say("electronic"),
        "public-notice": speech.say("by public notice"),
    }[means]


def tell_role(role: str, speech: Language) -> str:
    """What somebody does with a sheet, in words."""
    return {
        "propose": speech.say("Proposed"),
        "review": speech.say("Reviewed"),
        "countersign": speech.say("Countersigned"),
        "sign": speech.say("Signed off"),
    }[role]


def tell_retention(retention: str, speech: Language) -> str:
    """How long a dossier is kept, in words."""
    return {
        "permanent": speech.say("for ever"),
        "30-years": speech.say("30 years"),
        "10-years": speech.say("10 years"),
    }[retention]


def dated(day: date, speech: Language) -> str:
    """A day without its weekday, for tables."""
    return speech.day(day).partition("（")[0] if speech.tag == "zh" else day.isoformat()
