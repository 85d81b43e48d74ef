"""Publicity files as workbooks: the rows by the headings of the layout, what was kept back and why, what is blank.

Headings are the codes of the layout, their names stand in the second sheet; amounts are in the unit it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from yifa.interfaces.workbooks.sheets import Book, Cell, Column, Value
from yifa.oversight.supervision.publicity import PublicityFile, Reason, Withheld
from yifa.wording import Language


def write_publicity(files: Iterable[PublicityFile], folder: Path, speech: Language) -> Iterator[Path]:
    """A workbook for each layout that goes out."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in files:
        title = one.layout.file.title
        path = folder / f"{title.zh if speech.tag == 'zh' else title.en}.xlsx"
        _write(one, path, speech)
        yield path


def _write(one: PublicityFile, path: Path, speech: Language) -> None:
    say, title = speech.say, one.layout.file.title
    with Book(path, title.zh if speech.tag == "zh" else title.en, speech) as book:
        columns = [Column(column.heading, 16) for column in one.layout.file.columns]
        rows = ([row[column.heading] for column in one.layout.file.columns] for row in one.rows)
        book.table(say("For publicity"), columns, rows)
        book.table(say("Columns"), _column_heads(speech), _columns(one, speech))
        book.table(say("Kept back"), _withheld_heads(speech), (_withheld(held, speech) for held in one.withheld))


def _column_heads(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("Heading"), 18),
        Column(say("Name"), 40),
        Column(say("Required"), 12, centred=True),
        Column(say("Published"), 22, centred=True),
        Column(say("rows in which it is blank"), 16),
    ]


def _columns(one: PublicityFile, speech: Language) -> Iterator[list[Value]]:
    say = speech.say
    for column in one.layout.file.columns:
        doubtful = "required" in column.unchecked
        required = say("yes, not checked in a text") if doubtful else say("yes")
        yield [
            column.heading,
            column.zh,
            required if column.required else "",
            "" if column.public else say("no: tells of a person"),
            Cell(one.blanks.get(column.heading), number="#,##0"),
        ]


def _withheld_heads(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("Organ"), 28),
        Column(say("Case number"), 26),
        Column(say("Why it is kept back"), 44),
        Column(say("File"), 28),
        Column(say("Sheet"), 16),
        Column(say("Row"), 8),
    ]


def _withheld(one: Withheld, speech: Language) -> list[Value]:
    row = None if one.row is None else Cell(one.row, number="0")
    return [one.organ, one.number, tell_reason(one, speech), one.file, one.sheet, row]


def tell_reason(one: Withheld, speech: Language) -> str:
    """Why a decision is kept back."""
    say = speech.say
    return {
        Reason.SAID: say("the ledger says: {said}", said=one.said),
        Reason.MINOR: say("the party was not of age on the day of the decision"),
        Reason.CRIMINAL: say("transferred as a suspected crime"),
        Reason.UNDONE: say("changed, revoked or withdrawn since; a published one is taken down within 3 working days"),
        Reason.CONFIDENTIAL: say("a state secret, a business secret or privacy"),
        Reason.CODE: say("the credit code of the party cannot be right: {said}", said=one.said),
        Reason.NO_DAY: say("the day of the decision is blank"),
    }[one.reason]
