"""Writes tables as spreadsheets: plain OOXML with texts and days, the same bytes for the same cells, and CSV.

Made for many rows: a cell is put together once for each different text of its column. Nothing in a file tells when it
was written; how well it is packed depends on the zlib of the machine, what is in it does not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import numpy as np

from demo.city.habits import SERIAL

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font>'
    '<font><b/><sz val="11"/><name val="等线"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True)
class Table:
    """A sheet: what it is called, lines above the headings, rows of headings, and columns of cells (None: blank).

    `merged`: cells of the headings that are one, as `A1:C1`.
    """

    title: str
    headings: tuple[tuple[str, ...], ...]
    columns: Sequence[np.ndarray | None]
    rows: int
    above: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()


def letters(place: int) -> str:
    """The name of a column, counted from 0: A … Z, AA …"""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


def write_workbook(path: Path, tables: Sequence[Table]) -> None:
    """Write a workbook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, text in _parts(tables):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o600 << 16, zipfile.ZIP_DEFLATED
            packed.writestr(entry, text.encode())
    path.write_bytes(held.getvalue())


def _parts(tables: Sequence[Table]) -> list[tuple[str, str]]:
    numbers = range(1, len(tables) + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>' for n in numbers
    )
    sheets = "".join(
        f'<sheet name="{escape(table.title[:31])}" sheetId="{n}" r:id="rId{n}"/>'
        for n, table in zip(numbers, tables, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    return [
        (
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{types}</Types>',
        ),
        (
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        ("xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'),
        (
            "xl/_rels/workbook.xml.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}'
            f'<Relationship Id="rId0" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        ),
        ("xl/styles.xml", STYLES),
        *((f"xl/worksheets/sheet{n}.xml", _sheet(table)) for n, table in zip(numbers, tables, strict=True)),
    ]


def _sheet(table: Table) -> str:
    names = [letters(place) for place in range(max(len(table.columns), 1))]
    lines = []
    for number, text in enumerate(table.above, 1):
        lines.append(f'<row r="{number}">{_text("A", number, text, 2)}</row>')
    for number, heads in enumerate(table.headings, len(table.above) + 1):
        filled = "".join(_text(names[place], number, text, 2) for place, text in enumerate(heads) if text)
        lines.append(f'<row r="{number}">{filled}</row>')
    first = len(lines) + 1
    there = [place for place, cells in enumerate(table.columns) if cells is not None]
    if table.rows and there:
        numbers = [str(first + row) for row in range(table.rows)]
        held = [_column(names[place], table.columns[place]) for place in there]
        for number, row in zip(numbers, zip(*held, strict=True), strict=True):
            lines.append(f'<row r="{number}">{"".join(row).replace("@", number)}</row>')
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in table.merged)
    tail = f'<mergeCells count="{len(table.merged)}">{merged}</mergeCells>' if merged else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{tail}</worksheet>'


def _text(column: str, row: int, text: str, style: int) -> str:
    return f'<c r="{column}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _column(name: str, cells: Any) -> list[str]:
    """The cells of a column; `@` stands for the number of the row (a real one is written as an entity)."""
    known: dict[Any, str] = {None: "", "": ""}
    found = []
    for cell in cells.tolist():
        text = known.get(cell)
        if text is None:
            if cell[0] == SERIAL:
                text = f'<c r="{name}@" s="1"><v>{cell[1:]}</v></c>'
            else:
                shown = escape(cell).replace("@", "&#64;")
                text = f'<c r="{name}@" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
            known[cell] = text
        found.append(text)
    return found


def write_csv(path: Path, table: Table) -> None:
    """Write a table as CSV in UTF-8 with the mark that Excel looks for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = [_plain(cells, table.rows) for cells in table.columns]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        for heads in table.headings:
            file.write(",".join(_quoted(text) for text in heads) + "\r\n")
        file.writelines(",".join(row) + "\r\n" for row in zip(*held, strict=True))


def _plain(cells: Any, rows: int) -> list[str]:
    if cells is None:
        return [""] * rows
    known: dict[Any, str] = {None: ""}
    found = []
    for cell in cells.tolist():
        text = known.get(cell)
        if text is None:
            text = known[cell] = _quoted(cell)
        found.append(text)
    return found


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(one in text for one in ',"\r\n') else text
