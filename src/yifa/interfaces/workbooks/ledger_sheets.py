"""A sheet to be filled in: headings that stay in sight, words that are offered, one example row, pages that print.

Nothing is forbidden: a cell that is not what was expected is asked about and kept, for ledgers hold what they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from yifa.interfaces.workbooks.sheets import INK, SOFT, WASH, Book, lines_of
from yifa.ledgers.templates.guide import Holds

EXAMPLE = "示例："
"""How the first cell of the example row begins."""
LAST_ROW = 100_000
"""So many rows offer words and check what is typed."""
SCALE = 70
"""The page is drawn so small, in percent: a ledger is wider than a page, and goes on beside the case numbers."""
MOST_SHORT, MOST_TYPED = 255, 32_000
_DAYS = (Holds.DAY, Holds.DATE, Holds.MOMENT, Holds.ENTERED)
_FORMATS = {
    Holds.DAY: "yyyy-mm-dd",
    Holds.DATE: "yyyy-mm-dd",
    Holds.ENTERED: "yyyy-mm-dd",
    Holds.MOMENT: "yyyy-mm-dd hh:mm",
    Holds.TIME: "hh:mm",
    Holds.MONEY: "#,##0.00",
    Holds.NUMBER: "0",
}
_WIDTHS = {
    Holds.CASE: 20.0,
    Holds.ORGAN: 18.0,
    Holds.DAY: 12.5,
    Holds.DATE: 12.5,
    Holds.ENTERED: 12.5,
    Holds.MOMENT: 17.0,
    Holds.TIME: 9.0,
    Holds.PAPER: 18.0,
    Holds.YES_NO: 10.0,
    Holds.WHOLE: 10.0,
    Holds.LACKING: 20.0,
    Holds.NUMBER: 10.0,
    Holds.MONEY: 13.0,
    Holds.WORD: 16.0,
    Holds.NAMES: 16.0,
    Holds.LENGTH: 11.0,
    Holds.STEP: 18.0,
    Holds.TEXT: 16.0,
}


@dataclass(frozen=True)
class Field:
    """A column to be filled in: its heading, what its cells hold, the words offered, its note, its example."""

    heading: str
    holds: Holds
    words: tuple[str, ...] = ()
    note: str = ""
    example: str | None = None
    must: bool = False


@dataclass
class Words:
    """Lists of words too long to stand in a rule of their own, on a sheet nobody sees."""

    sheet: str
    lists: dict[tuple[str, ...], int] = field(default_factory=dict)

    def source(self, words: tuple[str, ...]) -> list[str] | str:
        """What a cell offers: the words, or the place where they stand."""
        if len(",".join(words)) <= MOST_SHORT and not any("," in word for word in words):
            return list(words)
        place = self.lists.setdefault(words, len(self.lists))
        column = xl_col_to_name(place)
        return f"='{self.sheet}'!${column}$1:${column}${len(words)}"

    def write(self, book: Book) -> None:
        """Write the sheet, if there is anything to write."""
        if not self.lists:
            return
        sheet = book.sheet(self.sheet)
        for words, place in self.lists.items():
            for row, word in enumerate(words):
                sheet.write_string(row, place, word)
        sheet.hide()


def fill_sheet(
    book: Book, name: str, fields: Sequence[Field], words: Words, *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """A sheet to be filled in; `rows` stand in it already, in the place of an example."""
    sheet = book.sheet(name)
    sheet.set_print_scale(SCALE)
    widths = [_width(one) for one in fields]
    for place, (one, width) in enumerate(zip(fields, widths, strict=True)):
        sheet.set_column(place, place, width, book.look(**_look(one)))
        _offer(sheet, place, one, words)
    height = max(lines_of(one.heading, width - 2) for one, width in zip(fields, widths, strict=True))
    sheet.set_row(0, 14 * height + 8)
    for place, one in enumerate(fields):
        colours = {"bg_color": INK, "font_color": "#FFFFFF"} if one.must else {"bg_color": WASH}
        head = book.look(bold=True, align="center", valign="vcenter", border=1, text_wrap=True, **colours)
        sheet.write_string(0, place, one.heading, head)
        if one.note:
            size = {"x_scale": 2.4, "y_scale": max(1.0, lines_of(one.note, 48) / 4)}
            sheet.write_comment(0, place, one.note, {"author": "依法 Yifa", "font_size": 9, **size})
    for row, values in enumerate(rows, 1):
        for place, (one, value) in enumerate(zip(fields, values, strict=True)):
            _put(book, sheet, row, place, one, value, {})
    if not rows and any(one.example for one in fields):
        for place, one in enumerate(fields):
            text = (EXAMPLE if place == 0 else "") + (one.example or "")
            _put(book, sheet, 1, place, one, text, {"italic": True, "font_color": SOFT})
    last = max(1, len(rows))
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.autofilter(0, 0, last, len(fields) - 1)
    sheet.print_across()


def _width(one: Field) -> float:
    """Wide enough for what it holds, and for its heading in three lines at most."""
    heading = sum(2 if ord(character) > 0x2000 else 1 for character in one.heading)
    offered = max((2 * len(word) for word in one.words), default=0)
    return max(_WIDTHS[one.holds], heading / 3 + 3, min(offered + 3, 30))


def _look(one: Field) -> dict[str, object]:
    look: dict[str, object] = {"valign": "top", "num_format": _FORMATS.get(one.holds, "@")}
    if one.holds in (*_DAYS, Holds.TIME, Holds.YES_NO, Holds.WHOLE):
        look["align"] = "center"
    return look


def _put(book: Book, sheet: Worksheet, row: int, place: int, one: Field, text: str, more: dict[str, object]) -> None:
    """One cell, a true day or number where the text is one."""
    look = book.look(**(_look(one) | {"border": 1, "text_wrap": True} | more))
    if not text:
        sheet.write_blank(row, place, None, look)
        return
    if one.holds in (Holds.DAY, Holds.DATE, Holds.ENTERED):
        try:
            sheet.write_datetime(row, place, date.fromisoformat(text), look)
            return
        except ValueError:
            pass
    if one.holds in (Holds.MONEY, Holds.NUMBER) and text.replace(".", "", 1).isdigit():
        sheet.write_number(row, place, float(text), look)
    else:
        sheet.write_string(row, place, text, look)


def _offer(sheet: Worksheet, place: int, one: Field, words: Words) -> None:
    """What a cell offers, and what it asks about."""
    rule: dict[str, object]
    if one.words and one.holds is not Holds.LACKING:
        rule = {"validate": "list", "source": words.source(one.words)}
    elif one.holds in _DAYS:
        rule = {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2099, 12, 31)}
    elif one.holds is Holds.MONEY:
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
    elif one.holds is Holds.NUMBER:
        rule = {"validate": "integer", "criteria": ">=", "value": 0}
    else:
        return
    sheet.data_validation(1, place, LAST_ROW, place, rule | {"error_type": "warning", "ignore_blank": True})
