"""A figure book is made from ledgers and from the record, asked for and collected; a number leads to its rows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY, At
from tests.interfaces.office.files import LEDGER, NAME, done_at_once, named, saved
from yifa.interfaces.office.books.from_record import reported_by, without_numbers
from yifa.law.run.counting import Tables
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
PLACE = """contributors:
- id: justice
  name: {zh: 司法局, en: justice bureau}
  measures: [pen-hearings, pen-list-items]
"""
ANSWER = "7"


def test_a_book_is_counted_asked_for_collected_and_drilled_into(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at("report")
    with done_at_once(tmp_path, monkeypatch):
        sent = {"year": "2025", "as_of": "2025-12-31", "ledgers": named(NAME, LEDGER)}
        place = client.post("/books/", {**sent, "place": named("contributors.yaml", PLACE)}).headers["Location"]
        page = client.get(place).content.decode()
        assert f'<a href="{place}figures/pen-filed/">' in page
        figure = client.get(f"{place}figures/pen-filed/").content.decode()
        assert ("青市监罚〔2025〕1号" in figure, "青市监罚〔2025〕2号" in figure, NAME in figure) == (True,) * 3
        with zipfile.ZipFile(io.BytesIO(saved(client.get(f"{place}files/asked.zip")))) as archive:
            assert sorted(archive.namelist()) == ["司法局/填报表.xlsx", "司法局/素材.docx"]
            form = archive.read("司法局/填报表.xlsx")
        filled = {"returned": named("司法局.zip", packed("司法局/填报表.xlsx", answered(form)))}
        assert client.post(f"{place}returned/", filled).headers["Location"] == place
        page = client.get(place).content.decode()
        assert "◆" in page[page.index('id="asking"') :]
        given = client.get(f"{place}figures/pen-list-items/").content.decode()
        assert ("7" in given, "填报表.xlsx" in given) == (True, True)
        assert [at(name).get(place).status_code for name in ("supervisor", "leader")] == [403, 403]


def packed(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


def answered(form: bytes) -> bytes:
    """The form with an answer in the row of its first measure."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    sheet = book.active
    assert sheet is not None
    top = next(row for row in sheet.iter_rows() if any(cell.value == "指标编号" for cell in row))
    heads = {cell.value: cell.column for cell in top}
    row = top[0].row + 1
    sheet.cell(row, heads["本年数"], ANSWER)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_of_a_case_that_only_some_may_know_the_number_is_not_told() -> None:
    cases = pa.table({"case": ["qp/1", "qp/2"], "number": ["1", "2"]})
    tables = Tables("licence", pa.table({}), cases, ())
    assert without_numbers(tables, ["qp/2"], "—").cases["number"].to_pylist() == ["1", "—"]


def test_who_reports_for_a_government_counts_whom_it_supervises(laid: Laid) -> None:
    with everything("a test"):
        assert reported_by(laid.organs["qp-justice"].id, TODAY) == {organ.id for organ in laid.organs.values()}
