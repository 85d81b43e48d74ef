"""Opens a file as grids, by its content; says why where it cannot.

Nothing read from a file is ever run or fetched. Formulas give the values that were saved with them.
"""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from pathlib import Path

import olefile
import python_calamine as calamine

from yifa.ledgers.sheets.delimited import NotText, read_delimited
from yifa.ledgers.sheets.grid import Grid, Merge, columns_of
from yifa.ledgers.sheets.marked_up import MarkUp, mark_up, read_marked_up

LARGEST_FILE = 2_000_000_000
"""Bytes of a file."""
LARGEST_UNPACKED = 8_000_000_000
"""Bytes of all parts of a workbook, unpacked; beyond it is a file made to harm."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = (
    b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
    b"\x1f\x8b\x08", b"{\\rtf",
)  # fmt: skip
_BLOCK = 1 << 20
_DATE_1904 = re.compile(rb"date1904=[\"'](?:1|true|on)[\"']", re.IGNORECASE)


class Unopened(StrEnum):
    """Why a file could not be opened."""

    MISSING = "missing"
    NOT_ALLOWED = "not-allowed"
    EMPTY = "empty"
    LOCKED = "locked"
    """With a password."""
    BROKEN = "broken"
    NOT_A_LEDGER = "not-a-ledger"
    """A text, picture, archive: something else than a table."""
    TOO_LARGE = "too-large"


class NotOpened(Exception):
    """A file that could not be opened, and why; `detail` names the part where it broke."""

    def __init__(self, why: Unopened, detail: str = "") -> None:
        self.why = why
        self.detail = detail
        super().__init__(f"{why}: {detail}" if detail else str(why))


def open_file(path: Path, name: str) -> list[Grid]:
    """The sheets of a file in their order, hidden ones too; `name` is what the file is called. Raises `NotOpened`."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_BLOCK)
    except FileNotFoundError:
        raise NotOpened(Unopened.MISSING) from None
    except (OSError, ValueError) as error:
        raise NotOpened(Unopened.NOT_ALLOWED, str(getattr(error, "strerror", "") or "")) from error
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotOpened(Unopened.EMPTY)
    if size > LARGEST_FILE:
        raise NotOpened(Unopened.TOO_LARGE)
    if head.startswith(_ZIP):
        return _packed(path, name)
    if head.startswith(_OLE):
        return _compound(path, name)
    if head.startswith(_OTHERS):
        raise NotOpened(Unopened.NOT_A_LEDGER)
    kind = mark_up(head)
    if kind is not None:
        return _marked_up(path, name, kind)
    try:
        return [read_delimited(path, name)]
    except NotText as error:
        raise NotOpened(Unopened.BROKEN if error.line else Unopened.NOT_A_LEDGER, str(error.line or "")) from error


def _packed(path: Path, name: str) -> list[Grid]:
    """A zip: .xlsx, .xlsm, .xlsb, .ods, or something else."""
    try:
        with zipfile.ZipFile(path) as package:
            names = {one.lower() for one in package.namelist()}
            if sum(one.file_size for one in package.infolist()) > LARGEST_UNPACKED:
                raise NotOpened(Unopened.TOO_LARGE)
            if any(one.flag_bits & 1 for one in package.infolist()):
                raise NotOpened(Unopened.LOCKED)
            is_ods = "content.xml" in names and "mimetype" in names
            if not is_ods and not any(one.startswith("xl/") for one in names):
                raise NotOpened(Unopened.NOT_A_LEDGER)
            if is_ods and _is_locked_ods(package):
                raise NotOpened(Unopened.LOCKED)
            from_1904 = "xl/workbook.xml" in names and bool(_DATE_1904.search(package.read("xl/workbook.xml")))
            shows_errors = _sheets_with_errors(package)
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, EOFError) as error:
        raise NotOpened(Unopened.BROKEN, "ZIP") from error
    return _workbook(path, name, from_1904, shows_errors)


def _is_locked_ods(package: zipfile.ZipFile) -> bool:
    try:
        return b"encryption-data" in package.read("META-INF/manifest.xml")
    except KeyError:
        return False


def _sheets_with_errors(package: zipfile.ZipFile) -> bool:
    """Whether any cell of an .xlsx shows an error; they are read as empty and must not stay untold."""
    for one in package.namelist():
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", one):
            with package.open(one) as part:
                before = b""
                while block := part.read(_BLOCK):
                    if b' t="e"' in before + block:
                        return True
                    before = block[-8:]
    return False


def _compound(path: Path, name: str) -> list[Grid]:
    """An OLE file: .xls, .et, an encrypted .xlsx, or something else."""
    try:
        with olefile.OleFileIO(str(path)) as package:
            streams = {one[0].lower() for one in package.listdir()}
            if "encryptedpackage" in streams:
                raise NotOpened(Unopened.LOCKED)
            if not streams & {"workbook", "book"}:
                raise NotOpened(Unopened.NOT_A_LEDGER)
            from_1904 = _is_1904(package.openstream("Workbook" if "workbook" in streams else "Book").read())
    except (OSError, ValueError, IndexError) as error:
        raise NotOpened(Unopened.BROKEN, "OLE") from error
    return _workbook(path, name, from_1904, False)


def _is_1904(stream: bytes) -> bool:
    """The date system of an .xls: the record 0x22 of its globals."""
    place = 0
    while place + 4 <= len(stream):
        record, length = (int.from_bytes(stream[place + at : place + at + 2], "little") for at in (0, 2))
        if record == 0x22:
            return stream[place + 4 : place + 6] == b"\1\0"
        if record == 0x0A:  # the end of the globals
            return False
        place += 4 + length
    return False


def _workbook(path: Path, name: str, from_1904: bool, shows_errors: bool) -> list[Grid]:
    try:
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as workbook:  # not by its name
            sheets = [one for one in workbook.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
            grids = [_grid(workbook, one, name, from_1904, shows_errors) for one in sheets]
    except calamine.PasswordError as error:
        raise NotOpened(Unopened.LOCKED) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise NotOpened(Unopened.BROKEN, type(error).__name__) from error
    except BaseException as error:  # a parser in Rust that comes down does so as `PanicException`
        if type(error).__name__ == "PanicException":
            raise NotOpened(Unopened.BROKEN, "content") from error
        raise
    if not grids:
        raise NotOpened(Unopened.BROKEN, "content")
    return grids


def _grid(
    workbook: calamine.CalamineWorkbook, about: calamine.SheetMetadata, name: str, from_1904: bool, shows_errors: bool
) -> Grid:
    sheet = workbook.get_sheet_by_name(about.name)
    hidden = about.visible != calamine.SheetVisibleEnum.Visible
    if sheet.start is None:
        return Grid(name, about.name, 0, (), hidden=hidden, from_1904=from_1904)
    rows, columns = columns_of(sheet.iter_rows())
    ranges = sheet.merged_cell_ranges or []
    merged = tuple(Merge(first[0], last[0], first[1], last[1]) for first, last in ranges)
    faults = ("errors",) if shows_errors else ()
    return Grid(name, about.name, rows, columns, merged, hidden, from_1904, faults)


def _marked_up(path: Path, name: str, kind: MarkUp) -> list[Grid]:
    try:
        found = read_marked_up(path.read_bytes(), kind)
    except ValueError as error:
        raise NotOpened(Unopened.BROKEN, kind.value) from error
    if not found:
        raise NotOpened(Unopened.NOT_A_LEDGER)
    grids = []
    for title, rows, merged in found:
        count, columns = columns_of(rows)
        grids.append(Grid(name, title, count, columns, merged))
    return grids
