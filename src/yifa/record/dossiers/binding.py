"""A part of a dossier bound as one PDF: cover, contents, the leaves with their page numbers, 备考表 at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yifa.record.cases.choices import Part
from yifa.record.dossiers.leaves import HEAD, Leaves, Unset, compiled, dated, grouped, quoted, tell_retention
from yifa.wording import Language

_A4 = 'paper: "a4"'


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover and on the 备考表."""

    organ: str
    procedure: str
    number: str
    title: str
    part: Part
    opened: date
    made_on: date
    retention: str
    keeper: str
    note: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A thing in its part: its place, its heading, its day, its pages, and its leaves."""

    place: int
    heading: str
    on: date
    first_page: int
    last_page: int
    leaves: Leaves
    number: str = ""


def bind(cover: Cover, bound: Sequence[Bound], folder: Path, speech: Language) -> bytes:
    """The part as one PDF. The leaves lie in `folder`; each thing keeps the pages it was given when it was made up.

    In the place of a file that cannot be set, on as many pages, it is said where it lies.
    """
    try:
        return compiled(_source(cover, bound, frozenset(), speech), folder)
    except Unset:
        unset = frozenset(one.place for one in bound if not _can_be_set(one, folder))
        return compiled(_source(cover, bound, unset, speech), folder)


def _can_be_set(one: Bound, folder: Path) -> bool:
    try:
        compiled("\n".join(_leaf(one, page) for page in range(1, one.leaves.pages + 1)), folder)
    except Unset:
        return False
    return True


def _leaf(one: Bound, page: int) -> str:
    which = f", page: {page}" if one.leaves.file.endswith(".pdf") else ""
    picture = f'image({quoted(one.leaves.file)}{which}, width: 100%, height: 100%, fit: "contain")'
    return f"#align(center + horizon, {picture})"


def _source(cover: Cover, bound: Sequence[Bound], unset: frozenset[int], speech: Language) -> str:
    pages = bound[-1].last_page if bound else 0
    parts = [HEAD, "#set par(first-line-indent: 0em)", *_cover(cover, pages, speech), *_contents(bound, speech)]
    parts.append(
        f"#set page({_A4}, margin: (x: 12mm, top: 12mm, bottom: 16mm), "
        "footer: context align(right, counter(page).display()))"
    )
    for one in bound:
        parts.append(f"#counter(page).update({one.first_page})")
        for page in range(1, one.leaves.pages + 1):
            parts.append(_not_set(one, speech) if one.place in unset else _leaf(one, page))
            parts.append("#pagebreak(weak: true)")
    parts.append(f"#set page({_A4}, margin: (x: 26mm, y: 30mm), footer: none)")
    parts += _closing(cover, bound, pages, speech)
    return "\n".join(parts)


def _not_set(one: Bound, speech: Language) -> str:
    told = speech.say(
        "«{title}» cannot be shown as pages; the file lies beside (SHA-256 {digest}).",
        title=one.leaves.title,
        digest=grouped(one.leaves.digest),
    )
    return f"#align(center + horizon, {quoted(told)})"


def tell_part(part: Part, speech: Language) -> str:
    """What a part is called."""
    return speech.say("Main part") if part is Part.MAIN else speech.say("Secondary part")


def _cover(cover: Cover, pages: int, speech: Language) -> list[str]:
    rows = [
        (speech.say("Organ"), cover.organ),
        (speech.say("Matter"), cover.procedure),
        (speech.say("Title"), cover.title),
        (speech.say("Case number"), cover.number),
        (speech.say("Opened on"), dated(cover.opened, speech)),
        (speech.say("Made up on"), dated(cover.made_on, speech)),
        (speech.say("Kept for"), tell_retention(cover.retention, speech)),
        (speech.say("Pages"), str(pages)),
    ]
    name = speech.say("Dossier of a case")
    return [
        "#v(20mm)",
        f'#align(center, text(size: 26pt, weight: "bold", {quoted(name)}))',
        f"#align(center, text(size: 16pt, {quoted(tell_part(cover.part, speech))}))",
        "#v(15mm)",
        f"#table(columns: (32%, 68%), inset: 10pt, {_cells(rows)})",
        "#pagebreak()",
    ]


def _contents(bound: Sequence[Bound], speech: Language) -> list[str]:
    heads = [
        speech.say("Place"),
        speech.say("Number of the paper"),
        speech.say("Title"),
        speech.say("Dated"),
        speech.say("Page"),
    ]
    cells = [f"[*#{quoted(head)}*]" for head in heads]
    for one in bound:
        page = str(one.first_page) if one.first_page == one.last_page else f"{one.first_page}–{one.last_page}"
        told = (str(one.place), one.number, one.leaves.title or one.heading, dated(one.on, speech), page)
        cells += [quoted(text) for text in told]
    name = speech.say("Contents of the dossier")
    head, rest = ", ".join(cells[:5]), ", ".join(cells[5:])
    return [
        f'#align(center, text(size: 18pt, weight: "bold", {quoted(name)}))',
        f"#table(columns: (8%, 26%, 36%, 18%, 12%), inset: 6pt, table.header({head}), {rest})",
        "#pagebreak()",
    ]


def _closing(cover: Cover, bound: Sequence[Bound], pages: int, speech: Language) -> list[str]:
    note = cover.note or speech.say("Nothing to note.")
    rows = [
        (speech.say("State of the dossier"), note),
        (speech.say("Things in it"), str(len(bound))),
        (speech.say("Pages"), str(pages)),
        (speech.say("Made up by"), cover.keeper),
        (speech.say("Checked by"), " "),
        (speech.say("Made up on"), dated(cover.made_on, speech)),
    ]
    name = speech.say("Note for reference")
    return [
        f'#align(center, text(size: 18pt, weight: "bold", {quoted(name)}))',
        f"#table(columns: (32%, 68%), inset: 10pt, {_cells(rows)})",
    ]


def _cells(rows: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{quoted(key)}, {quoted(value)}" for key, value in rows if value)
