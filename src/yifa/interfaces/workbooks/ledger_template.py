"""The empty ledger of a procedure: how to fill it in, the main sheet, the long sheets, what is kept, the duties.

Headings are those of `ledger.yaml`, in Chinese, as they are read again; what explains them is in the language spoken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from yifa.interfaces.workbooks.ledger_sheets import Field, Words, fill_sheet
from yifa.interfaces.workbooks.sheets import Book, Cell, Column, Value
from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.ledgers import ASIDE, SCOPE, SCOPE_ACT, SCOPE_KEPT, Ledger
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.duties import DutySet
from yifa.ledgers.templates.guide import NO, YES, ColumnGuide, Holds, guide, steps_of_scope
from yifa.wording import Language

MOST_NAMES = 6
"""So many other names of a column are told in its note."""


def write_ledger_template(path: Path, whole: DutySet, ledger: Ledger, speech: Language) -> None:
    """Write the workbook; raises `OSError`."""
    folder, guides = whole.folder, guide(whole, ledger)
    numbers = {duty.id: number for number, duty in enumerate(folder.duties, 1)}
    title = speech.say("Ledger: {procedure}", procedure=name_in(folder.procedure.title, speech))
    with Book(path, title, speech) as book:
        explanations, duties, words = (name_in(one, speech) for one in ASIDE)
        _explain(book, explanations, title, guides, numbers, speech)
        offered = Words(words)
        for sheet in ledger.all_sheets:
            own = [one for one in guides if one.sheet is sheet]
            fields = [_field(one, len(one.duties), speech) for one in own]
            fill_sheet(book, sheet.title.zh, fields, offered)
        scope = steps_of_scope(ledger, folder.procedure)
        if scope:
            _scope(book, [folder.procedure.acts[act].zh for act in scope], offered, speech)
        _duties(book, duties, folder, speech)
        offered.write(book)


def name_in(name: Bilingual, speech: Language) -> str:
    """A name in the language spoken."""
    return name.zh if speech.tag == "zh" else name.en


def tell_cell(one: ColumnGuide, speech: Language) -> str:
    """What a cell of a column holds, in a sentence."""
    say = speech.say
    if one.holds is Holds.MONEY and one.column.unit == "wan-yuan":
        return say("An amount in 万元, digits only.")
    if one.holds is Holds.LENGTH and one.column.unit == "working-days":
        return say("A number of working days; another unit is written with it, such as 2个月.")
    if one.holds is Holds.WORD and not one.words:
        return say("A text.")
    return {
        Holds.CASE: say("The number of the case, the same on every sheet."),
        Holds.ORGAN: say("The full name of the organ, as in the register of organs."),
        Holds.ENTERED: say("When the row was entered."),
        Holds.STEP: say("Which step the row is about: one of the words offered."),
        Holds.DAY: say("A day, such as 2025-03-05. Blank: it did not happen. 不详: it did, nobody knows when."),
        Holds.DATE: say("A day, such as 2025-03-05. Blank: not known."),
        Holds.MOMENT: say("A day with the time of day, such as 2025-03-05 09:30; terms run by the hour here."),
        Holds.TIME: say("The time of day, such as 09:30."),
        Holds.PAPER: say("The number of the paper."),
        Holds.YES_NO: say("是 or 否. Blank: not known."),
        Holds.WHOLE: say("是 where nothing is lacking; 否, and the next column says what is lacking."),
        Holds.LACKING: say("What is lacking, several with 、 between. Blank where nothing is."),
        Holds.NUMBER: say("A whole number."),
        Holds.MONEY: say("An amount in yuan, digits only."),
        Holds.WORD: say("One of the words offered. Blank: not known."),
        Holds.NAMES: say("Full names, several with 、 between."),
        Holds.LENGTH: say("A number of days; another unit is written with it, such as 15个工作日."),
        Holds.TEXT: say("A text."),
    }[one.holds]


def _field(one: ColumnGuide, duties: int, speech: Language) -> Field:
    """A column as a sheet is told of it."""
    column, say = one.column, speech.say
    told = [tell_cell(one, speech)]
    if one.holds is Holds.CASE and one.sheet.note is not None:
        told.insert(0, name_in(one.sheet.note, speech))
    if column.note is not None:
        told.append(name_in(column.note, speech))
    if column.personal:
        told.append(say("Tells of a person: masked in what is handed out."))
    if one.holds is Holds.CASE:
        told.append(say("Every duty needs it."))
    elif column.key is None and column.shows is None:
        told.append(speech.count("{n} duty reads it.", "{n} duties read it.", duties))
    if column.also:
        names = "、".join(column.also[:MOST_NAMES])
        told.append(say("Also read under the headings: {names}", names=names))
    return Field(column.zh, one.holds, one.words, "\n".join(told), column.example, must=column.key == "case")


def _explain(
    book: Book, name: str, title: str, guides: Sequence[ColumnGuide], numbers: dict[str, int], speech: Language
) -> None:
    """How to fill it in, and every column."""
    say = speech.say
    columns = [
        Column(say("Sheet"), 14),
        Column(say("Heading"), 26),
        Column(say("What stands in a cell"), 44),
        Column(say("Words offered"), 40),
        Column(say("Duties that read it"), 9, centred=True),
        Column(say("Their numbers"), 30),
    ]
    widths = [column.width for column in columns]
    sheet = book.sheet(name)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    book.line(sheet, 0, title, widths, font_size=16, bold=True)
    lines = _lines(speech)
    for row, line in enumerate(lines, 1):
        book.line(sheet, row, f"{row}. {line}", widths)
    row = len(lines) + 2
    book.head(sheet, row, columns)
    sheet.repeat_rows(row)
    for row_, values in enumerate(_rows(guides, numbers, speech), row + 1):
        book.row(sheet, row_, columns, values)


def _lines(speech: Language) -> list[str]:
    say = speech.say
    return [
        say(
            "The first sheet has one row a case. What happens several times in a case stands on the sheets after it, "
            "one row each, under the same case number."
        ),
        say(
            "Days may be written 2025-03-05, 2025.3.5, 20250305 or 2025年3月5日; where hours count, with the time: "
            "2025-03-05 09:30."
        ),
        say(
            "A blank day means that it did not happen. Where it happened and nobody knows when, write 不详; where "
            "there is none, 无 or 不适用 may be written."
        ),
        say("是 and 否 answer yes and no; a blank cell is not known."),
        say(
            "Columns you do not keep may be deleted: what no column tells is not checked. Columns may stand in any "
            "order, and under the other headings named in the notes."
        ),
        say(
            "Delete a sheet you do not keep. A sheet that is there says of every case: what has no row here did not "
            "happen."
        ),
        say("The row that begins with 示例 is an example; it is not read, and may be deleted."),
        say("What is found later rests on this ledger alone; the papers in the dossier decide."),
    ]


def _rows(guides: Sequence[ColumnGuide], numbers: dict[str, int], speech: Language) -> Iterator[list[Value]]:
    for sheet, own in groupby(guides, key=lambda one: one.sheet):
        if sheet.note is not None:
            yield [Cell(sheet.title.zh, bold=True), "", name_in(sheet.note, speech), "", None, ""]
        for one in own:
            of = [numbers[id_] for id_ in one.duties]
            reads: Value = None if one.column.key is not None or one.column.shows is not None else len(of)
            words = "、".join(one.words)
            yield [sheet.title.zh, one.column.zh, tell_cell(one, speech), words, reads, tell_numbers(of)]


def tell_numbers(numbers: Sequence[int]) -> str:
    """Numbers in a row, those that follow each other drawn together: 1–4, 7."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(f"{span[0]}–{span[-1]}" if len(span) > 2 else ", ".join(map(str, span)) for span in spans)


def _scope(book: Book, acts: Sequence[str], offered: Words, speech: Language) -> None:
    """Which further steps the office keeps."""
    note = speech.say(
        "是 where this office enters every such step: then a case without a row has none. Blank: not kept."
    )
    fields = [
        Field(SCOPE_ACT.zh, Holds.TEXT, (), "", None),
        Field(SCOPE_KEPT.zh, Holds.YES_NO, (YES, NO), note, None),
    ]
    fill_sheet(book, SCOPE.zh, fields, offered, rows=[[act, ""] for act in acts])


def _duties(book: Book, name: str, folder: Folder, speech: Language) -> None:
    say = speech.say
    columns = [Column(say("No."), 7, centred=True), Column(say("Duty"), 70), Column(say("Law"), 46), Column("id", 36)]
    rows: list[list[Value]] = [
        [number, name_in(duty.title, speech), "；".join(duty.law), duty.id]
        for number, duty in enumerate(folder.duties, 1)
    ]
    book.table(name, columns, rows)
