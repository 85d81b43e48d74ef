"""How every sheet of a workbook looks: one head row that stays in sight and is repeated in print, filters, widths, A4.

A cell is a text, a number, or a `Cell` that says more: its look, its number format, where it leads. Texts are written
as texts, whatever they begin with: what stands in a report is never a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from math import ceil
from pathlib import Path
from types import TracebackType

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from yifa.interfaces.telling import Light
from yifa.wording import Language

A4 = 9
MARGINS = {"left": 0.5, "right": 0.4, "top": 0.7, "bottom": 0.6}
MOST_DIGITS = 15
"""More digits than this a sheet cannot hold exactly; such a number is written as text."""
INK, LINE, WASH, SOFT = "#17457F", "#D3D8DF", "#EEF1F5", "#566071"
COLOURS = {Light.RED: ("#A11B1B", "#FAE8E8"), Light.AMBER: ("#7A4D00", "#FDF3DC"), Light.GREEN: ("#14632F", None)}
LINE_HEIGHT = 13.5
"""A line of text is so many points high."""
HIGHEST = 409
"""No row of a sheet may be higher, in points."""


@dataclass(frozen=True)
class Cell:
    """A cell that is more than its value: `light` colours it, `link` leads to another sheet, `number` is its format."""

    value: str | int | float | None
    light: Light | None = None
    link: str | None = None
    number: str | None = None
    bold: bool = False


Value = Cell | str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in digits, whether its texts are centred, and whether it is printed."""

    head: str
    width: float
    centred: bool = False
    printed: bool = True


class Book:
    """A workbook in the making; written when the `with` block is left in peace.

    `of`: the day its data are of, which it then says it was made on: the same data give the same bytes.
    """

    def __init__(self, path: Path, title: str, speech: Language, *, of: date | None = None) -> None:
        self._book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
        made = {} if of is None else {"created": datetime(of.year, of.month, of.day, tzinfo=UTC)}
        self._book.set_properties({"title": title, "company": "", "comments": "Yifa", **made})
        self._title = title
        self._speech = speech
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def __enter__(self) -> Book:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self._book.close()

    def sheet(self, name: str) -> Worksheet:
        """A sheet with the page as it prints."""
        sheet: Worksheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**MARGINS)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        page = self._speech.say("page {page} of {pages}", page="&P", pages="&N")
        title = self._title.replace("&", "&&")
        sheet.set_header(f"&L&9 {title}&R&9 {name}")  # a digit right behind the size would be taken for a part of it
        sheet.set_footer(f"&L&9依法 Yifa&R&9{page}")
        return sheet

    def table(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, measured: bool = True
    ) -> None:
        """A sheet that is one table; columns that are not printed must stand last.

        `measured`: how high a row must be is worked out; a long list is left to the program that opens it.
        """
        sheet = self.sheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        self.head(sheet, 0, columns)
        last = 0
        for last, row in enumerate(rows, 1):
            if measured:
                self.row(sheet, last, columns, row)
                continue
            for place, value in enumerate(row):
                self.put(sheet, last, place, value, columns[place].centred)
        sheet.print_area(0, 0, max(last, 1), sum(column.printed for column in columns) - 1)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)

    def head(self, sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
        """The head row of a table."""
        look = self.look(bold=True, bg_color=WASH, align="center", valign="vcenter", border=1, text_wrap=True)
        for place, column in enumerate(columns):
            sheet.write_string(row, place, column.head, look)
        self._height(sheet, row, columns, [column.head for column in columns])

    def row(self, sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value]) -> None:
        """One row of a table, as high as its longest text needs."""
        for place, value in enumerate(values):
            self.put(sheet, row, place, value, columns[place].centred)
        self._height(sheet, row, columns, values)

    def _height(self, sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value]) -> None:
        texts = [value.value if isinstance(value, Cell) else value for value in values]
        lines = [
            lines_of(text, column.width - 1)
            for text, column in zip(texts, columns, strict=True)
            if isinstance(text, str)
        ]
        sheet.set_row(row, min(LINE_HEIGHT * max(lines, default=1) + 2, HIGHEST))

    def put(self, sheet: Worksheet, row: int, place: int, value: Value, centred: bool = False) -> None:
        """Write one cell."""
        if not isinstance(value, Cell):
            self._put_plain(sheet, row, place, value, self._plain[centred])
            return
        cell = value
        properties: dict[str, object] = {"valign": "top", "text_wrap": True, "border": 1}
        if centred:
            properties["align"] = "center"
        if cell.bold:
            properties["bold"] = True
        if cell.light in COLOURS:
            ink, wash = COLOURS[cell.light]
            properties["font_color"] = ink
            if wash:
                properties["bg_color"] = wash
        if cell.number:
            properties |= {"num_format": cell.number, "align": "right"}
        if cell.link:
            properties |= {"font_color": properties.get("font_color", INK), "underline": 1}
        look = self.look(**properties)
        if cell.value is None or cell.value == "":
            sheet.write_blank(row, place, None, look)
        elif cell.link:
            sheet.write_url(row, place, f"internal:{cell.link}", look, str(cell.value))
            if not isinstance(cell.value, str):
                sheet.write_number(row, place, cell.value, look)
        elif isinstance(cell.value, str):
            sheet.write_string(row, place, cell.value, look)
        else:
            sheet.write_number(row, place, cell.value, look)

    def _put_plain(self, sheet: Worksheet, row: int, place: int, value: float | str | None, look: Format) -> None:
        """A value without a look of its own."""
        if value is None or value == "":
            sheet.write_blank(row, place, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, place, value, look)
        else:
            sheet.write_number(row, place, value, look)

    @cached_property
    def _plain(self) -> tuple[Format, Format]:
        """How a cell looks that has no look of its own, and how a centred one does."""
        usual: dict[str, object] = {"valign": "top", "text_wrap": True, "border": 1}
        return self.look(**usual), self.look(**usual, align="center")

    def line(
        self,
        sheet: Worksheet,
        row: int,
        words: str,
        across: Sequence[float],
        *,
        first: int = 0,
        least: int = 1,
        **properties: object,
    ) -> None:
        """A text over several columns (`across`: their widths, from column `first` on), its row as high as it needs.

        `least`: so many lines the row has at least, for what stands beside.
        """
        look = self.look(**({"valign": "top", "text_wrap": True} | properties))
        size = float(str(properties.get("font_size", 10)))
        lines = max(least, lines_of(words, sum(across) * 10 / size))
        sheet.set_row(row, min(lines * LINE_HEIGHT * size / 10 + 2, HIGHEST))
        if len(across) > 1:
            sheet.merge_range(row, first, row, first + len(across) - 1, "", look)
        sheet.write_string(row, first, words, look)

    def look(self, **properties: object) -> Format:
        """A cell's format, made once for each look."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            font = {"font_name": "宋体" if self._speech.tag == "zh" else "Arial", "font_size": 10}
            lines = {"border_color": LINE} if "border" in properties else {}
            self._formats[key] = self._book.add_format(font | lines | properties)
        return self._formats[key]


def reference(sheet: str, row: int) -> str:
    """The place of a row (counted from 0) on another sheet, for a link."""
    return f"'{sheet}'!A{row + 1}"


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column; a Chinese character is as wide as two digits."""
    if len(text) * 2 <= width and "\n" not in text:
        return 1
    lines = 0
    for part in text.split("\n"):
        units = sum(2 if ord(character) > 0x2000 else 1 for character in part)
        lines += max(1, ceil(units / max(width, 2)))
    return lines
