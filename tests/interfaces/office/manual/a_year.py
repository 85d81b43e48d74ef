"""A year of the invented county as its report writer has it: counted from ledgers, asked of the offices, answered by
them, and the report drafted from all of it. Everything goes through the pages.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.test import Client

from demo.city.writing import LEDGERS, write
from demo.city_report.filling_in import fill_in
from demo.city_report.last_report import write_report
from demo.city_report.years import Years
from tests.interfaces.office.files import named, saved
from yifa.oversight.reporting.canonical import opened

PLACE = "青屏县"
SILENT = "审计局"
"""From this office nothing came, so that something is left to be answered for."""
Did = Callable[..., str]


def lay_year(client: Client, did: Did) -> tuple[str, str]:
    """The addresses of the book and of the report that is drafted from it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "county", 1, "township")
        ledgers = named("台账.zip", _packed(folder / "county" / LEDGERS))
        asked = {"year": "2025", "as_of": "2025-12-31", "only_published": "yes", "ledgers": ledgers}
        book = did(client, "/books/", asked)
        _unpacked(client, f"{book}files/book.zip", folder / "book")
        [data] = (folder / "book").rglob("book.json")
        years = Years(opened(data.read_bytes()))
        report = folder / "上年报告.docx"
        write_report(report, years.last, PLACE)
        did(client, f"{book}returned/", {"published": named(report.name, report.read_bytes())})
        _unpacked(client, f"{book}files/asked.zip", folder / "sent")
        fill_in(_offices(folder / "sent"), folder / "back", years.this, PLACE, planted=False)
        shutil.rmtree(folder / "back" / SILENT)
        back = list(_sent_back(folder / "back"))
        returned = {"returned": [file for _, file in back], "returned-paths": [at for at, _ in back]}
        did(client, f"{book}returned/", returned)
    told = {"book": book.split("/")[2], "authority": f"{PLACE}人民政府", "addressee": "秦山市人民政府", "texts": "yes"}
    return book, did(client, "/reports/", told)


def _packed(folder: Path) -> bytes:
    """A folder as an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(folder).as_posix())
    return packed.getvalue()


def _unpacked(client: Client, address: str, into: Path) -> None:
    answer: Any = client.get(address)
    with zipfile.ZipFile(io.BytesIO(saved(answer) if answer.streaming else answer.content)) as packed:
        packed.extractall(into)


def _offices(folder: Path) -> Path:
    """The folder in which those of the offices lie."""
    [first, *_] = sorted(folder.rglob("填报表.xlsx"))
    return first.parent.parent


def _sent_back(folder: Path) -> Iterator[tuple[str, io.BytesIO]]:
    """Files with the folders they lie in, as a browser sends a folder."""
    for path in sorted(folder.rglob("*.*")):
        yield path.relative_to(folder.parent).as_posix(), named(path.name, path.read_bytes())
