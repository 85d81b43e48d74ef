"""The kinds of damage a text may show: id, how much it matters, what it means, how it is told.

A kind is data; the look-up page of damage is made from this list. Ids are for ever: people quote them in letters.
`SERIOUS` may change what is counted or said, `MINOR` what a person looks up or cites, `INFO` is only to be known of.
Nothing of it is repaired in the text; where the view reads on over a place, the meaning says so. The kinds that
`intake` reports about the file itself are listed too; it words those itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from yifa.reader.reading import Damage, Severity
from yifa.wording import Language


@dataclass(frozen=True)
class DamageKind:
    """One kind: `title` and `meaning` are message ids; `message` is one too, with `{values}` of the place."""

    id: str
    severity: Severity
    title: str
    meaning: str
    message: str

    def at(
        self,
        span: tuple[int, int],
        speech: Language,
        *,
        severity: Severity | None = None,
        message: str | None = None,
        **values: Any,
    ) -> Damage:
        """A place of this kind in the extracted text.

        `severity` where this place matters more or less than usual, `message` where more can be said than usual.
        """
        return Damage(self.id, severity or self.severity, *span, message or speech.say(self.message, **values))


def _(message: str) -> str:
    """Mark a message id for the catalogue of translations."""
    return message


_KINDS = (
    DamageKind(
        "undecodable",
        Severity.SERIOUS,
        _("Characters lost"),
        _("Bytes that stand for no character in the file's encoding; what stood there is gone."),
        _("characters that could not be decoded: {count}"),
    ),
    DamageKind(
        "mojibake",
        Severity.SERIOUS,
        _("Text read in a wrong encoding"),
        _("Characters that came about when the text was decoded wrongly somewhere on its way; left as they stand."),
        _("read in a wrong encoding somewhere on its way: {text}"),
    ),
    DamageKind(
        "private-use",
        Severity.MINOR,
        _("Characters without a meaning"),
        _("Characters of a private font, or control characters; control characters are left out of what is read."),
        _("characters without an agreed meaning: {count}"),
    ),
    DamageKind(
        "eaten",
        Severity.SERIOUS,
        _("Text taken out"),
        _("Words were replaced by a stand-in such as (略) or ***; names, places and numbers may be missing."),
        _("words were taken out here: {text}"),
    ),
    DamageKind(
        "unit-without-number",
        Severity.SERIOUS,
        _("A unit without its number"),
        _("A counting word stands where a number should stand before it."),
        _("a number is missing before {text}"),
    ),
    DamageKind(
        "broken-number",
        Severity.INFO,
        _("A number broken by blanks"),
        _("Blanks or a line break stand within a number; it is read as one."),
        _("read as one number: {text}"),
    ),
    DamageKind(
        "run-together-date",
        Severity.MINOR,
        _("A date run together"),
        _("The day of signing has lost its year, month and day signs, or sticks to other words."),
        _("the date is run together: {text}"),
    ),
    DamageKind(
        "impossible-date",
        Severity.SERIOUS,
        _("A date that does not exist"),
        _("The calendar has no such day."),
        _("there is no such day: {text}"),
    ),
    DamageKind(
        "section-number",
        Severity.MINOR,
        _("Damaged numbering of sections"),
        _("The number of a heading is missing, repeated or out of order, or one before is missing; mended in paths."),
        _("the number of this heading is damaged"),
    ),
    DamageKind(
        "unclosed-title",
        Severity.MINOR,
        _("A title that is not closed"),
        _("The title of a document opens with 《 and does not close, or closes with 》 and did not open."),
        _("{text} stands alone"),
    ),
    DamageKind(
        "unclosed-bracket",
        Severity.MINOR,
        _("A bracket that stands alone"),
        _("A bracket opens and does not close in its paragraph, or closes and did not open."),
        _("{text} stands alone"),
    ),
    DamageKind(
        "unclosed-quote",
        Severity.INFO,
        _("A quotation mark that stands alone"),
        _("Quotation marks of the paragraph do not pair up."),
        _("{text} stands alone"),
    ),
    DamageKind(
        "duplicated-paragraph",
        Severity.MINOR,
        _("The same words twice"),
        _("A paragraph or a long sentence stands a second time; with other figures it is to be asked which hold."),
        _("the same words as in line {line}"),
    ),
    DamageKind(
        "repeated-word",
        Severity.INFO,
        _("A word written twice"),
        _("A word or a mark stands twice in a row."),
        _("written twice: {text}"),
    ),
    DamageKind(
        "unfinished-paragraph",
        Severity.INFO,
        _("A paragraph that breaks off"),
        _("A paragraph of running text ends without a stop; its end, or a unit, may be missing."),
        _("the paragraph ends without a stop"),
    ),
    DamageKind(
        "doc-number-year",
        Severity.MINOR,
        _("Year of the document number and of signing differ"),
        _("A number is given in the year of signing; in the first months of a year the year before is custom."),
        _("the document number is of {number_year}, the text was signed in {signed_year}"),
    ),
    DamageKind(
        "title-year",
        Severity.SERIOUS,
        _("Year of the title and of the text differ"),
        _("The title names another year than the words that open the report."),
        _("the title says {title_year}, the text opens with {text_year}"),
    ),
    DamageKind(
        "traditional",
        Severity.INFO,
        _("Text in Traditional characters"),
        _("The text is in Traditional characters; it is read as Simplified."),
        _("in Traditional characters; read as Simplified"),
    ),
    DamageKind(
        "traditional-misconversion",
        Severity.INFO,
        _("Characters of the other script"),
        _("Single characters were converted into the other script, or were not; they are read as Simplified."),
        _("of the other script: {text}"),
    ),
    DamageKind(
        "stray-markup",
        Severity.INFO,
        _("Markup left in the text"),
        _("Tags, entities or style rules of a web page; they are left out of what is read."),
        _("markup left in the text: {text}"),
    ),
    DamageKind(
        "page-furniture",
        Severity.INFO,
        _("Remains of a web page or of paper"),
        _("Buttons, menus, page numbers and the like that are no part of the text."),
        _("no part of the text: {text}"),
    ),
)

_OF_INTAKE = (
    DamageKind(
        "undecodable_more",
        Severity.SERIOUS,
        _("More characters lost"),
        _("Further places with bytes that stand for no character; told together."),
        _("more characters could not be decoded"),
    ),
    DamageKind(
        "unknown_characters",
        Severity.SERIOUS,
        _("Characters drawn without a meaning"),
        _("The file draws characters without saying which they are."),
        _("characters are drawn without a meaning"),
    ),
    DamageKind(
        "page_without_text",
        Severity.SERIOUS,
        _("A page that is a picture"),
        _("A page without text; what it says was not read."),
        _("the page is a picture"),
    ),
    DamageKind(
        "parts_missing",
        Severity.SERIOUS,
        _("A part of the file is missing"),
        _("A part of the file could not be read; its text is missing."),
        _("a part of the file is missing"),
    ),
    DamageKind(
        "numbering_unread",
        Severity.MINOR,
        _("Automatic numbers not read"),
        _("Numbers that the word processor makes could not be read; headings may lack theirs."),
        _("automatic numbers could not be read"),
    ),
    DamageKind(
        "deletions_left_out",
        Severity.INFO,
        _("Deleted text left out"),
        _("Text marked as deleted (tracked changes) was left out."),
        _("deleted text was left out"),
    ),
    DamageKind(
        "hidden_text_left_out",
        Severity.INFO,
        _("Hidden text left out"),
        _("Text that the file hides was left out."),
        _("hidden text was left out"),
    ),
    DamageKind(
        "other_format",
        Severity.INFO,
        _("Another format than the name says"),
        _("The name of the file ends in another format than its content has."),
        _("the content has another format than the name"),
    ),
    DamageKind(
        "read_by_office",
        Severity.INFO,
        _("Converted before reading"),
        _("The file was converted by an office program, because it could not be read well otherwise."),
        _("the file was converted before reading"),
    ),
)


@cache
def _by_id() -> dict[str, DamageKind]:
    return {kind.id: kind for kind in (*_KINDS, *_OF_INTAKE)}


def damage_kinds() -> tuple[DamageKind, ...]:
    """Every kind of damage, in the order in which a page lists them: those of the text, then those of its file."""
    return (*_KINDS, *_OF_INTAKE)


def damage_kind(identity: str) -> DamageKind:
    """The kind with this id; raises KeyError where there is none."""
    return _by_id()[identity]


def shown(text: str, longest: int = 24) -> str:
    """A piece of text fit for a message: on one line, blanks run together, cut where it is long."""
    one = " ".join(text[: longest * 4].split())
    return one if len(one) <= longest else one[: longest - 1] + "…"
