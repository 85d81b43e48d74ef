"""Tables that a platform exports as a web page or as XML and calls .xls: Excel opens them, so does this.

Of a web page every table of more than one column is a sheet; of the XML of Excel 2003 every worksheet is.
"""

from __future__ import annotations

import re
from enum import StrEnum

from lxml import etree, html

from yifa.ledgers.sheets.grid import Cell, Merge

Sheet = tuple[str, list[list[Cell]], tuple[Merge, ...]]
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_HEAD = 4096
_WIDEST = 2000


class MarkUp(StrEnum):
    """Which of the two."""

    HTML = "HTML"
    XML = "XML"


def mark_up(head: bytes) -> MarkUp | None:
    """Whether a file that begins so is marked up; None where it is not."""
    start = head[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if not start.startswith(b"<"):
        return None
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and b"<?xml" in start[:5]:
        return MarkUp.XML
    return MarkUp.HTML if re.search(rb"<(?:!doctype\s+html|html|head|meta|table|body)\b", start) else None


def read_marked_up(data: bytes, kind: MarkUp) -> list[Sheet]:
    """The sheets of a file. Raises `ValueError` where it cannot be parsed."""
    try:
        return _worksheets(data) if kind is MarkUp.XML else _tables(data)
    except (etree.LxmlError, AssertionError) as error:
        raise ValueError(str(error)) from error


def _tables(data: bytes) -> list[Sheet]:
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:_HEAD], re.IGNORECASE)
    for encoding in ("utf-8-sig", declared.group(1).decode("ascii") if declared else "gb18030", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except (UnicodeDecodeError, LookupError):
            continue
    else:
        text = data.decode("gb18030", "replace")
    root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    found = []
    for number, table in enumerate(root.iter("table"), 1):
        rows, merged = _html_rows(table)
        if any(len(row) > 1 for row in rows):
            found.append((f"表{number}", rows, merged))
    return found


def _html_rows(table: html.HtmlElement) -> tuple[list[list[Cell]], tuple[Merge, ...]]:
    rows: list[list[Cell]] = []
    merged: list[Merge] = []
    taken: set[tuple[int, int]] = set()
    own = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for place, element in enumerate(own):
        row: list[Cell] = []
        for cell in element.iterchildren("td", "th"):
            while (place, len(row)) in taken:
                row.append("")
            at, wide, tall = len(row), _span(cell, "colspan"), _span(cell, "rowspan")
            row.append(" ".join(cell.text_content().split()))
            row += [""] * (wide - 1)
            if wide > 1 or tall > 1:
                merged.append(Merge(place, place + tall - 1, at, at + wide - 1))
                taken |= {(place + down, at + right) for down in range(1, tall) for right in range(wide)}
        rows.append(row)
    last = len(rows) - 1
    return rows, tuple(Merge(m.first_row, min(m.last_row, last), m.first_column, m.last_column) for m in merged)


def _span(cell: html.HtmlElement, name: str) -> int:
    given = str(cell.get(name, "1")).strip()
    return max(1, min(int(given), _WIDEST)) if given.isdigit() else 1


def _worksheets(data: bytes) -> list[Sheet]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    found: list[Sheet] = []
    for sheet in etree.fromstring(data, parser).iter(f"{_SS}Worksheet"):
        rows: list[list[Cell]] = []
        for row in sheet.iter(f"{_SS}Row"):
            index = row.get(f"{_SS}Index", "")
            while index.isdigit() and len(rows) < int(index) - 1:
                rows.append([])
            rows.append(_xml_row(row))
        found.append((sheet.get(f"{_SS}Name", ""), rows, ()))
    return found


def _xml_row(row: etree._Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iter(f"{_SS}Cell"):
        index = cell.get(f"{_SS}Index", "")
        while index.isdigit() and len(cells) < min(int(index), _WIDEST) - 1:
            cells.append("")
        held = cell.find(f"{_SS}Data")
        text = "" if held is None else "".join(held.itertext())
        kind = "" if held is None else held.get(f"{_SS}Type", "")
        cells.append(float(text) if kind == "Number" and re.fullmatch(r"-?\d+(\.\d+)?", text) else text)
        cells += [""] * (int(cell.get(f"{_SS}MergeAcross", "0")) if cell.get(f"{_SS}MergeAcross", "").isdigit() else 0)
    return cells
