"""The empty registers beside the ledgers: organs and their relations, officers, powers, discretion, parties.

Sheets and columns are those of `yifa.ledgers.registers.columns`, where they are read again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from yifa.interfaces.workbooks.ledger_sheets import Field, Words, fill_sheet
from yifa.interfaces.workbooks.ledger_template import MOST_NAMES, name_in
from yifa.interfaces.workbooks.sheets import Book, Column, Value
from yifa.law.catalogue.ledgers import ASIDE
from yifa.law.conditions import Type
from yifa.ledgers.registers.columns import SHEETS, RegisterColumn, RegisterSheet
from yifa.ledgers.templates.guide import Holds
from yifa.wording import Language

_HOLDS = {
    Type.YES_NO: Holds.YES_NO,
    Type.NUMBER: Holds.NUMBER,
    Type.MONEY: Holds.MONEY,
    Type.DAY: Holds.DATE,
    Type.WORD: Holds.TEXT,
    Type.NAMES: Holds.NAMES,
    Type.LENGTH: Holds.LENGTH,
}
EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "organs": {
        "id": "QP-SJ",
        "name": "青屏县市场监督管理局",
        "also": "青屏县市监局、县市监局",
        "level": "县级",
        "sector": "市场监管",
        "to": "青屏县人民政府",
    },
    "relations": {"organ": "云溪镇人民政府", "kind": "赋权", "other": "青屏县城市管理局", "from": "2024-07-01"},
    "officers": {
        "name": "冯知秋",
        "organ": "青屏县市场监督管理局",
        "number": "04210018",
        "issued": "2022-05-10",
        "expires": "2027-05-09",
        "kind": "行政执法",
    },
    "powers": {
        "code": "CF0412",
        "name": "对销售超过保质期食品的处罚",
        "kind": "行政处罚",
        "organ": "青屏县市场监督管理局",
        "basis": "食品安全法",
        "level": "县级",
        "from": "2022-01-01",
    },
    "discretion": {
        "matter": "CF0412",
        "tier": "从轻",
        "circumstances": "货值不足一千元、及时下架",
        "minimum": "5000",
        "maximum": "15000",
        "basis": "食品安全法",
        "organ": "省市场监督管理局",
        "from": "2023-01-01",
    },
    "parties": {"name": "青屏县好邻超市", "kind": "法人", "grade": "B", "place": "青屏县", "registered": "2016-04-18"},
}
"""The example row of each sheet, by column; invented."""


def write_register_template(path: Path, speech: Language) -> None:
    """Write the workbook; raises `OSError`."""
    say = speech.say
    title = say("Registers of organs, officers, powers, discretion and parties")
    with Book(path, title, speech) as book:
        explanations, _, words = (name_in(one, speech) for one in ASIDE)
        _explain(book, explanations, title, speech)
        offered = Words(words)
        for sheet in SHEETS:
            fill_sheet(book, sheet.zh, [_field(sheet, one, speech) for one in sheet.columns], offered)
        offered.write(book)


def _field(sheet: RegisterSheet, one: RegisterColumn, speech: Language) -> Field:
    words = tuple(names[0] for names in one.words.values() if names)
    holds = Holds.WORD if words and one.type is Type.WORD else _HOLDS[one.type]
    told = [tell_register_cell(one, speech)]
    if one.personal:
        told.append(speech.say("Tells of a person: masked in what is handed out."))
    if one.also:
        names = "、".join(one.also[:MOST_NAMES])
        told.append(speech.say("Also read under the headings: {names}", names=names))
    example = EXAMPLES[sheet.id].get(one.id)
    return Field(one.zh, holds, words if holds is Holds.WORD else (), "\n".join(told), example, must=one.needed)


def tell_register_cell(one: RegisterColumn, speech: Language) -> str:
    """What a cell of a register holds, in a sentence."""
    say = speech.say
    note = one.note_zh if speech.tag == "zh" else one.note_en
    if note:
        return say("{note}.", note=note)
    if one.code == "credit":
        return say("The unified social credit code; its check digit is checked.")
    if one.code == "person":
        return say("The number of the identity card; its check digit is checked.")
    if one.words:
        return say("One of the words offered.")
    return {
        Type.DAY: say("A day, such as 2025-03-05; blank where there is none."),
        Type.MONEY: say("An amount in yuan, digits only."),
        Type.NAMES: say("Several with 、 between."),
    }.get(one.type, say("A text."))


def told_columns(sheets: Sequence[RegisterSheet], speech: Language) -> tuple[list[Column], list[list[Value]]]:
    """What every column of some sheets holds: the table that says so."""
    say = speech.say
    columns = [
        Column(say("Sheet"), 16),
        Column(say("Heading"), 22),
        Column(say("What stands in a cell"), 50),
        Column(say("Words offered"), 60),
        Column(say("Needed"), 9, centred=True),
    ]
    rows: list[list[Value]] = [
        [
            sheet.zh,
            column.zh,
            tell_register_cell(column, speech),
            "、".join(names[0] for names in column.words.values() if names),
            say("needed") if column.needed else "",
        ]
        for sheet in sheets
        for column in sheet.columns
    ]
    return columns, rows


def _explain(book: Book, name: str, title: str, speech: Language) -> None:
    say = speech.say
    columns, rows = told_columns(SHEETS, speech)
    widths = [column.width for column in columns]
    sheet = book.sheet(name)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    book.line(sheet, 0, title, widths, font_size=16, bold=True)
    lines = [
        say("Write organs and officers as the ledgers do; other ways to write an organ stand beside its name."),
        say("Sector and place decide which special rules hold for an organ; a change has its own row with its days."),
        say("An officer who is not in the register of officers held no certificate."),
        say("The row that begins with 示例 is an example; it is not read, and may be deleted."),
    ]
    for row, line in enumerate(lines, 1):
        book.line(sheet, row, f"{row}. {line}", widths)
    row = len(lines) + 2
    book.head(sheet, row, columns)
    sheet.repeat_rows(row)
    for row_, told in enumerate(rows, row + 1):
        book.row(sheet, row_, columns, told)
