"""The needs-correction workbook: one sheet for each sheet that has rows held back, wrong cells marked and explained.

The clerk mends the cells and puts the workbook beside the ledgers: its rows then take the place of those they came
from. Texts are written as texts, whatever they begin with, and marked so that no office program takes one that begins
with =, +, - or @ for a formula, also when the sheet is saved in another format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from yifa.ledgers.corrections.columns import FILE, OWN, ROW, STRIKE, WHAT
from yifa.ledgers.identifiers import mask
from yifa.ledgers.problems import Problem
from yifa.ledgers.sheets import Cell
from yifa.ledgers.taken import HeldRow, HeldSheet
from yifa.ledgers.telling import tell_problem
from yifa.ledgers.values.texts import plain
from yifa.wording import Language

_WIDE, _NARROW, _MOST = 46, 8, 28
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_ROWS_OF_A_SHEET = 1_000_000
_LIVE = ("=", "+", "-", "@", "\t", "\r")


def write_corrections(
    held: Sequence[HeldSheet], to: Path | IO[bytes], speech: Language, *, personal: bool = False
) -> int:
    """Write the rows held back; how many there are. With none, a workbook that says so is written all the same."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(to) if isinstance(to, Path) else to, options) as book:
        styles = _styles(book)
        _explain(book, styles, speech, sum(len(one.rows) for one in held))
        names: set[str] = set()
        for one in held:
            for first in range(0, len(one.rows), _ROWS_OF_A_SHEET):
                rows = one.rows[first : first + _ROWS_OF_A_SHEET]
                _write_sheet(book.add_worksheet(_name(one, names)), one, rows, styles, speech, personal=personal)
    return sum(len(one.rows) for one in held)


def _styles(book: Any) -> dict[str, Any]:
    def style(**more: Any) -> Any:
        return book.add_format({"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF", **more})

    wrong = {"bg_color": "#FFE08A"}
    return {
        "head": style(bold=True, bg_color="#E8EEF7"),
        "text": style(quote_prefix=True, num_format="@"),
        "wrong-text": style(quote_prefix=True, num_format="@", **wrong),
        "plain": style(num_format="@"),
        "wrong-plain": style(num_format="@", **wrong),
        "number": style(),
        "wrong-number": style(**wrong),
        "day": style(num_format="yyyy-mm-dd"),
        "wrong-day": style(num_format="yyyy-mm-dd", **wrong),
        "moment": style(num_format="yyyy-mm-dd hh:mm"),
        "wrong-moment": style(num_format="yyyy-mm-dd hh:mm", **wrong),
        "time": style(num_format="hh:mm"),
        "wrong-time": style(num_format="hh:mm", **wrong),
        "what": style(font_color="#9C2B00", num_format="@"),
        "fixed": style(font_color="#7F7F7F", num_format="@"),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "line": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _explain(book: Any, styles: dict[str, Any], speech: Language, rows: int) -> None:
    sheet = book.add_worksheet("说明")
    sheet.set_column(0, 0, 96)
    say = speech.say
    lines = [
        say("{rows} rows could not be taken; they stand on the following sheets as they came in.", rows=rows),
        say("Cells in yellow are wrong; the column «{what}» says why and what is expected.", what=WHAT),
        say(
            "Mend the cells, save, and put this workbook into the folder beside the ledgers: each row then counts in "
            "the place of the one it came from. The ledgers themselves need not be touched."
        ),
        say("Write 删 under «{strike}» to leave a row out for good.", strike=STRIKE),
        say("Leave the columns from «{first}» to «{last}» as they are.", first=FILE, last=ROW),
        say("What is hidden with asterisks comes in again as the ledger has it, if it is left as it is."),
    ]
    sheet.write_string(0, 0, say("Rows to be corrected"), styles["title"])
    for place, line in enumerate(lines, 1):
        sheet.write_string(place, 0, line, styles["line"])
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _name(one: HeldSheet, names: set[str]) -> str:
    """A name for the sheet: that of the sheet it came from, numbered where it is taken."""
    base = _FORBIDDEN.sub(" ", one.sheet).strip()[: _LONGEST_NAME - 4] or "表"
    name, number = base, 1
    while name.casefold() in names or name in ("说明", "History"):
        number += 1
        name = f"{base} {number}"
    names.add(name.casefold())
    return name


def _write_sheet(
    sheet: Any, one: HeldSheet, rows: Sequence[HeldRow], styles: dict[str, Any], speech: Language, *, personal: bool
) -> None:
    headings = [heading or "" for heading in one.headings]
    kept = [place for place, heading in enumerate(headings) if heading and heading not in OWN]
    for column, place in enumerate(kept):
        sheet.write_string(0, column, headings[place], styles["head"])
    at = len(kept)
    for place, name in enumerate(OWN):
        sheet.write_string(0, at + place, name, styles["head"])
    for number, row in enumerate(rows, 1):
        wrong = {problem.place.column - 1 for problem in row.problems if problem.place.column is not None}
        for column, place in enumerate(kept):
            cell = row.cells[place] if place < len(row.cells) else ""
            hidden = place in one.personal and not personal
            _write(sheet, number, column, mask_cell(cell) if hidden else cell, styles, is_wrong=place in wrong)
        sheet.write_string(number, at, told(row.problems, speech), styles["what"])
        sheet.write_blank(number, at + 1, None, styles["plain"])
        sheet.write_string(number, at + 2, row.file, styles["fixed"])
        sheet.write_string(number, at + 3, row.sheet, styles["fixed"])
        sheet.write_string(number, at + 4, one.table, styles["fixed"])
        sheet.write_number(number, at + 5, row.row, styles["fixed"])
    for column, place in enumerate(kept):
        sheet.set_column(column, column, max(_NARROW, min(_MOST, 2 * len(headings[place]) + 2)))
    sheet.set_column(at, at, _WIDE)
    sheet.set_column(at + 1, at + 5, 14)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), at + 5)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def told(problems: Sequence[Problem], speech: Language) -> str:
    """All that is wrong with a row, each with the heading of its cell."""
    lines = []
    for problem in problems:
        sentence = tell_problem(problem, speech)
        lines.append(
            speech.say("{heading}: {sentence}", heading=problem.heading, sentence=sentence)
            if problem.heading
            else sentence
        )
    return "\n".join(dict.fromkeys(lines))


def mask_cell(cell: Cell) -> str:
    """A personal content, hidden."""
    text = plain(cell)
    return mask(text, "name") if not any(sign.isdigit() for sign in text) else mask(text, "credit-code")


def _write(sheet: Any, row: int, column: int, cell: Any, styles: dict[str, Any], *, is_wrong: bool) -> None:
    wrong = "wrong-" if is_wrong else ""
    match cell:
        case str():
            style = "text" if cell.startswith(_LIVE) else "plain"
            sheet.write_string(row, column, cell, styles[wrong + style])
        case bool():
            sheet.write_boolean(row, column, cell, styles[wrong + "number"])
        case int() | float():
            sheet.write_number(row, column, cell, styles[wrong + "number"])
        case datetime():
            sheet.write_datetime(row, column, cell, styles[wrong + "moment"])
        case date():
            sheet.write_datetime(row, column, cell, styles[wrong + "day"])
        case time() | timedelta():
            sheet.write_datetime(row, column, cell, styles[wrong + "time"])
