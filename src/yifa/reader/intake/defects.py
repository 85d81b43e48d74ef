"""What intake itself finds damaged or leaves out: noted by the parsers as kinds with values, worded at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from yifa.reader.intake.limits import MOST_DAMAGE
from yifa.reader.reading import Damage, Severity
from yifa.wording import Language


@dataclass(frozen=True)
class Defect:
    """A damaged place before it is worded: an id of `SEVERITIES`, a span of the text, and values for the words."""

    kind: str
    start: int
    end: int
    values: dict[str, Any] = field(default_factory=dict)


SEVERITIES = {
    "undecodable": Severity.SERIOUS,
    "undecodable_more": Severity.SERIOUS,
    "unknown_characters": Severity.SERIOUS,
    "page_without_text": Severity.SERIOUS,
    "parts_missing": Severity.SERIOUS,
    "numbering_unread": Severity.MINOR,
    "deletions_left_out": Severity.INFO,
    "hidden_text_left_out": Severity.INFO,
    "other_format": Severity.INFO,
    "read_by_office": Severity.INFO,
}
"""Every kind that intake can report, and how much it matters."""


def word(defects: Iterable[Defect], speech: Language) -> tuple[Damage, ...]:
    """The defects in words, in the order of the text; undecodable places past `MOST_DAMAGE` are told in one entry."""
    told = sorted(defects, key=lambda defect: (defect.start, defect.end, defect.kind))
    places = [defect for defect in told if defect.kind == "undecodable"]
    if len(places) > MOST_DAMAGE:
        rest = places[MOST_DAMAGE:]
        more = Defect("undecodable_more", rest[0].start, rest[-1].end, {"count": len(rest)})
        left = {id(defect) for defect in rest}
        told = [defect for defect in told if id(defect) not in left] + [more]
    return tuple(
        Damage(defect.kind, SEVERITIES[defect.kind], defect.start, defect.end, _sentence(defect, speech))
        for defect in told
    )


def _sentence(defect: Defect, speech: Language) -> str:
    say, values = speech.say, defect.values
    match defect.kind:
        case "undecodable":
            return say("Bytes that are no characters in {encoding} stood here; what they meant is lost.", **values)
        case "undecodable_more":
            return say("{count} more places hold bytes that are no characters.", **values)
        case "unknown_characters":
            return say("Characters are drawn here without saying which they are; check this place by eye.", **values)
        case "page_without_text":
            return say("Page {page} is a picture without text; what it says was not read.", **values)
        case "parts_missing":
            return say("A part of the file ({part}) is missing or damaged; its text was not read.", **values)
        case "numbering_unread":
            return say("Automatic numbers of paragraphs could not be read; headings may lack theirs.", **values)
        case "deletions_left_out":
            return say("Text marked as deleted (tracked changes) was left out: {count} places.", **values)
        case "hidden_text_left_out":
            return say("Hidden text was left out: {count} places.", **values)
        case "other_format":
            return say("The name ends in {suffix}, but the content is {format}; it was read as {format}.", **values)
        case _:
            return say("The file was converted by LibreOffice, because it could not be read well otherwise.", **values)
