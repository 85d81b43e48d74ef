"""A register as the workbook one sends in again: the same sheets and headings, filled; and one with what is wrong.

Headings are in Chinese whatever the language, since the sheets are read again by them. Cells are texts, so that no
number loses its zeros or its last digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from yifa.interfaces.telling import Light
from yifa.interfaces.workbooks.register_template import told_columns
from yifa.interfaces.workbooks.sheets import Book, Cell, Column, Value
from yifa.law.catalogue.ledgers import ASIDE
from yifa.law.conditions import Type
from yifa.ledgers.problems import Problem
from yifa.ledgers.registers.columns import RegisterColumn, RegisterSheet
from yifa.ledgers.taking_in.one_sheet import ReadSheet
from yifa.ledgers.values.texts import plain
from yifa.wording import Language

Rows = Sequence[Mapping[str, str]]
WRONG = "问题与应填"
_WIDE = {"name": 34, "to": 28, "organ": 28, "basis": 40, "circumstances": 40, "content": 40, "code": 22, "person": 22}


def write_register(path: Path, title: str, sheets: Sequence[tuple[RegisterSheet, Rows]], speech: Language) -> None:
    """Write sheets of a register, each row by column what stands in its cells; with what every column holds behind."""
    with Book(path, title, speech) as book:
        for sheet, rows in sheets:
            book.table(
                sheet.zh,
                [Column(one.zh, _width(one)) for one in sheet.columns],
                ([row.get(one.id, "") for one in sheet.columns] for row in rows),
                measured=len(rows) <= 500,
            )
        _explain(book, [sheet for sheet, _ in sheets], speech)


def write_wrong_rows(
    path: Path,
    title: str,
    read: Sequence[ReadSheet],
    problems: Sequence[Problem],
    tell: Callable[[Problem, Language], str],
    speech: Language,
) -> None:
    """Write sheets as they came, wrong cells marked, what is wrong before each row; to be mended and sent in again."""
    with Book(path, title, speech) as book:
        for one in read:
            wrong: dict[int, list[Problem]] = {}
            for problem in problems:
                if problem.place.sheet == one.sheet and problem.place.row is not None:
                    wrong.setdefault(problem.place.row, []).append(problem)
            columns = [Column(WRONG, 44), *(Column(head, 20) for head in one.cells.headings)]
            rows = (
                _row(cells, wrong.get(number, []), tell, speech, len(one.cells.headings))
                for number, cells in one.cells.rows
            )
            book.table(one.sheet[:31] or "表", columns, rows, measured=len(one.cells.rows) <= 500)


def _row(
    cells: Sequence[Any],
    problems: Sequence[Problem],
    tell: Callable[[Problem, Language], str],
    speech: Language,
    many: int,
) -> list[Value]:
    marked = {problem.place.column for problem in problems}
    told = "\n".join(
        dict.fromkeys(f"{one.heading}：{tell(one, speech)}" if one.heading else tell(one, speech) for one in problems)
    )
    found: list[Value] = [Cell(told, Light.RED) if told else ""]
    for place in range(many):
        text = _text(cells[place]) if place < len(cells) else ""
        found.append(Cell(text, Light.AMBER) if place + 1 in marked else text)
    return found


def _text(cell: Any) -> str:
    match cell:
        case datetime() if not (cell.hour or cell.minute):
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return plain(cell)


def _width(column: RegisterColumn) -> float:
    return 13 if column.type is Type.DAY else _WIDE.get(column.id, max(14, 2 * len(column.zh) + 3))


def _explain(book: Book, sheets: Sequence[RegisterSheet], speech: Language) -> None:
    book.table(ASIDE[0].zh if speech.tag == "zh" else ASIDE[0].en, *told_columns(sheets, speech))
