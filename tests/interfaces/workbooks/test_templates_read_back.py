"""What a template shows as an example is read again as it was meant: every heading known, every cell understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from yifa.interfaces.workbooks.ledger_sheets import EXAMPLE
from yifa.interfaces.workbooks.ledger_template import write_ledger_template
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.duties import duty_set
from yifa.ledgers.problems import Severity
from yifa.ledgers.taking_in import take_folder
from yifa.wording import language

QUICK = ("penalty-ordinary", "criminal-transfer")
KEPT = [
    pytest.param(id_, marks=[] if id_ in QUICK else pytest.mark.slow)
    for id_ in procedure_ids()
    if folder(id_).ledger is not None
]


@pytest.mark.parametrize("id_", KEPT)
def test_the_example_of_every_sheet_is_read_without_a_problem(id_: str, tmp_path: Path) -> None:
    whole = duty_set(id_)
    ledger = whole.folder.ledger
    assert ledger is not None
    path = tmp_path / f"{whole.folder.procedure.title.zh}.xlsx"
    write_ledger_template(path, whole, ledger, language("zh"))
    book = openpyxl.load_workbook(path)
    for sheet in ledger.all_sheets:
        cell = book[sheet.title.zh]["A2"]
        cell.value = str(cell.value or "").removeprefix(EXAMPLE)
    book.save(path)
    taken = take_folder(tmp_path, as_of=date(2031, 1, 1))
    assert [one for one in taken.problems if one.severity is Severity.ERROR] == []
    (read,) = {one.procedure for one in taken.ledgers}
    assert read == id_
    unknown = [
        one.heading for of in taken.ledgers for sheet in of.mapped for one in sheet.columns if one.ledger_column is None
    ]
    assert unknown == []
    shown = {one.id for one in ledger.all_sheets}
    assert {sheet.table.split("/")[-1] for of in taken.ledgers for sheet in of.mapped} == shown
    assert sum(of.acts.num_rows for of in taken.ledgers) > 0


@pytest.mark.parametrize("id_", QUICK)
def test_a_template_nobody_filled_in_holds_no_case(id_: str, tmp_path: Path) -> None:
    whole = duty_set(id_)
    assert whole.folder.ledger is not None
    write_ledger_template(tmp_path / "a.xlsx", whole, whole.folder.ledger, language("zh"))
    taken = take_folder(tmp_path, as_of=date(2031, 1, 1))
    assert [one for one in taken.problems if one.severity is Severity.ERROR] == []
    assert sum(of.cases.num_rows for of in taken.ledgers) == 0
