"""A list as a sheet, written row by row so that a long one needs no more memory than a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from xlsxwriter import Workbook

from yifa.record.access.choices import RoleName
from yifa.record.organs.models import Officer
from yifa.wording import Language

A4 = 9
TOLD_EVERY = 500
Value = str | int | float | date | None


class NotForHim(Exception):
    """Who asked may not have this list any more."""


@dataclass(frozen=True)
class Head:
    """A column: its head, its width in digits, and for money or days their format."""

    title: str
    width: float = 16
    format: str = ""


DAY, MONEY = "yyyy-mm-dd", "#,##0.00"


@dataclass(frozen=True)
class ToExport:
    """A list that is to be written: `whole` rows of it, or of those as many as `rows` gives."""

    title: str
    columns: Sequence[Head]
    whole: int
    rows: Iterable[Sequence[Value]]


@dataclass(frozen=True)
class Asker:
    """Who asked for a list, with the roles he has when it is written."""

    officer: Officer
    roles: frozenset[RoleName]
    now: datetime


Teller = Callable[[Mapping[str, Any], Asker, Language], ToExport]


def teller(kind: str) -> Teller:
    """What tells the columns and rows of a kind of list."""
    found: Teller = import_string(settings.EXPORTS[kind])
    return found


def write(path: Path, told: ToExport, *, progress: Callable[[int], object]) -> int:
    """Write a workbook, A4 across, the head repeated; how many rows. Texts stay texts, whatever they begin with."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    with Workbook(str(path), options) as book:
        book.set_properties({"title": told.title, "company": "", "comments": "Yifa"})
        sheet = book.add_worksheet()
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        sheet.set_header(f"&L{told.title.replace('&', '&&')}&R&P / &N")
        head = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "text_wrap": True, "valign": "top"})
        formats = [book.add_format({"num_format": one.format} if one.format else {}) for one in told.columns]
        for place, one in enumerate(told.columns):
            sheet.set_column(place, place, one.width)
            sheet.write_string(0, place, one.title, head)
        written = 0
        for row in told.rows:
            written += 1
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(written, place, value, formats[place])
                elif isinstance(value, int | float):
                    sheet.write_number(written, place, value, formats[place])
                elif value:
                    sheet.write_string(written, place, value)
            if not written % TOLD_EVERY:
                progress(written)
        sheet.autofilter(0, 0, max(written, 1), max(len(told.columns) - 1, 0))
    return written
