"""Invented workbooks for tests: rows as a clerk types them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from yifa.ledgers.taken import Taken, TakenLedger

Rows = Sequence[Sequence[Any]]
AS_OF = date(2025, 12, 31)
MAIN = ("案号", "当事人", "立案日期", "办案人员", "处罚决定日期", "罚款金额（元）")


def workbook(path: Path, sheets: Mapping[str, Rows], **options: Any) -> Path:
    """Write a workbook; days as days, times as times, everything else as it is."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, **options}) as book:
        styles = {
            kind: book.add_format({"num_format": shape})
            for kind, shape in ((date, "yyyy-mm-dd"), (datetime, "yyyy-mm-dd hh:mm"), (time, "hh:mm"))
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date | time):
                        sheet.write_datetime(row, column, cell, styles[type(cell)])
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return path


def text_file(path: Path, rows: Rows, *, encoding: str = "utf-8-sig", separator: str = ",") -> Path:
    """Write a text with separators."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return path


def case_row(at: int, **changed: Any) -> list[Any]:
    """A row of the main sheet of `MAIN`; `changed` by the names below."""
    row = {
        "number": f"青市监案〔2025〕{at}号",
        "party": "青屏县好邻超市",
        "filed": "2025-03-03",
        "officers": "冯知秋、何有田",
        "decided": "2025-04-18",
        "fine": 5000,
    }
    return list({**row, **changed}.values())


def acts(ledger: TakenLedger) -> list[dict[str, Any]]:
    """The acts of a ledger without what is blank."""
    return [{name: held for name, held in row.items() if held is not None} for row in ledger.acts.to_pylist()]


def kinds(taken: Taken) -> list[tuple[str, str]]:
    """The problems of a run by kind and cell, without what is only told for information."""
    return [(one.kind, one.place.cell) for one in taken.problems if one.severity.value != "note"]
