"""Workbooks of registers as they are handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from yifa.ledgers.registers.columns import RegisterSheet
from yifa.record.importing.register_sheets import cell_of

Rows = Sequence[Mapping[str, Any]]


def book(path: Path, *sheets: tuple[RegisterSheet, Rows]) -> Path:
    """A workbook of registers as it is handed out."""
    with xlsxwriter.Workbook(path) as made:
        for sheet, rows in sheets:
            page = made.add_worksheet(sheet.zh)
            page.write_row(0, 0, [column.zh for column in sheet.columns])
            for at, row in enumerate(rows, 1):
                page.write_row(at, 0, [cell_of(column, row.get(column.id)) for column in sheet.columns])
    return path
