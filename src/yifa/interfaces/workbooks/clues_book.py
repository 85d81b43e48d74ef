"""The workbook of clues as a list of the office shows them: one sheet that prints, with the last word on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yifa.interfaces.finding_telling import caution
from yifa.interfaces.workbooks.sheets import SOFT, Book, Cell, Column, Value
from yifa.wording import Language


@dataclass(frozen=True)
class ClueRow:
    """A clue as a row, in the words of one language; days as `2026-03-03`, blank where there is none."""

    organ: str
    number: str
    sort: str
    sign: str
    duty: str
    law: str
    due: str
    done: str
    far: str
    severity: str
    found: str
    stage: str
    verdict: str
    reason: str
    facts: str
    why: str
    cure: str
    procedure: str
    duty_id: str


def write_clues(
    path: Path, rows: Iterable[ClueRow], today: date, speech: Language, *, told: bool, cut_at: int | None = None
) -> None:
    """Write the workbook. `told`: with facts, cure and why; `cut_at`: so many rows of more, which the sheet says."""
    say = speech.say
    with Book(path, say("Clues, as of {day}", day=speech.day(today)), speech) as book:
        book.table(say("Clues"), columns_of(speech, told=told), _values(rows, told=told))
        widths = [100.0]
        sheet = book.sheet(say("How to read this"))
        sheet.set_column(0, 0, widths[0])
        book.line(sheet, 0, caution(speech), widths)
        if not told:
            more = say("A long list leaves out facts, cure and why this day; filter it to have them.")
            book.line(sheet, 1, more, widths, font_color=SOFT)
        if cut_at is not None:
            book.line(sheet, 2, say("The list is longer: the first {n} lines stand here.", n=cut_at), widths)


def columns_of(speech: Language, *, told: bool) -> list[Column]:
    """The columns of the list; `told`: with facts, cure and why."""
    say = speech.say
    more = (Column(say("What the record says"), 30), Column(say("What to do"), 20)) if told else ()
    why = (Column(say("Why this day"), 60, printed=False),) if told else ()
    return [
        Column(say("No."), 6),
        Column(say("Organ"), 16),
        Column(say("Case number"), 18),
        Column(say("Clue"), 14),
        Column(say("Duty"), 26),
        Column(say("Law"), 20),
        Column(say("Day"), 11, centred=True),
        Column(say("Done on"), 11, centred=True),
        Column(say("Distance"), 13),
        Column(say("What would follow, if it is so"), 18),
        *more,
        Column(say("Found on"), 11, centred=True),
        Column(say("Where it stands"), 13),
        Column(say("Reason"), 24),
        *why,
        Column(say("Procedure"), 18, printed=False),
        Column(say("Id of the duty"), 22, printed=False),
    ]


def _values(rows: Iterable[ClueRow], *, told: bool) -> Iterator[list[Value]]:
    for number, one in enumerate(rows, 1):
        yield [Cell(number, number="0"), *cells_of(one, told=told)]


def cells_of(one: ClueRow, *, told: bool) -> list[str]:
    """A row behind its number."""
    stands = one.stage if not one.verdict or one.verdict == one.stage else f"{one.stage}（{one.verdict}）"
    return [
        one.organ,
        one.number,
        f"{one.sign} {one.sort}",
        one.duty,
        one.law,
        one.due,
        one.done,
        one.far,
        one.severity,
        *((one.facts, one.cure) if told else ()),
        one.found,
        stands,
        one.reason,
        *((one.why,) if told else ()),
        one.procedure,
        one.duty_id,
    ]
