"""Blank ledgers are handed out: each with its columns, all of them at once, and read again they are ledgers."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from tests.interfaces.office.files import saved
from yifa.interfaces.workbooks.blank_ledgers import kept
from yifa.law.catalogue.folders import ledger_ids
from yifa.ledgers.taking_in import take_folder
from yifa.ledgers.templates.guide import decidable

pytestmark = pytest.mark.django_db


def test_every_ledger_is_named_with_what_it_decides_and_handed_out(laid: Laid, at: At) -> None:
    client = at("supervisor")
    page = client.get("/ledgers/blank/").content.decode()
    links = re.findall(r'href="/ledgers/blank/([a-z-]+)/"', page)
    assert set(links) == {*ledger_ids(), "registers", "all"}
    row = page[page.index("/ledgers/blank/penalty-simple/") :].partition("</tr>")[0]
    assert re.findall(r'<td class="number"[^>]*>(\d+)', row) == ["40", str(len(decidable(*kept("penalty-simple"))))]
    answer = client.get("/ledgers/blank/penalty-simple/")
    assert "当场处罚" in unquote(answer.headers["Content-Disposition"])
    book = openpyxl.load_workbook(io.BytesIO(answer.content), read_only=True)
    assert "决定书编号" in [cell.value for cell in next(book[book.sheetnames[1]].iter_rows())]
    assert client.get("/ledgers/blank/nonsense/").status_code == 404


def test_all_of_them_come_in_one_archive_and_are_known_again_as_ledgers(laid: Laid, at: At, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(saved(at("officer").get("/ledgers/blank/all/")))) as archive:
        assert len(archive.namelist()) == len(ledger_ids()) + 1
        archive.extractall(tmp_path)
    taken = take_folder(tmp_path, as_of=date(2026, 8, 31))
    assert [one for one in taken.problems if one.kind == "sheet-unknown"] == []


def test_who_checks_no_ledgers_and_keeps_no_cases_gets_none(laid: Laid, at: At) -> None:
    assert at("audit").get("/ledgers/blank/").status_code == 403
    assert at("audit").get("/ledgers/blank/licence/").status_code == 403
