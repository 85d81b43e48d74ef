"""The ledger of a procedure as it is written: sheets, columns, and of which act a column tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from yifa.law.catalogue.folders import folder, procedure_ids, register_ids
from yifa.law.catalogue.ledgers import MOST_COLUMNS, Ledger, LedgerColumn
from yifa.law.catalogue.reading import read_text

TEXT: str = YAML(typ="safe").load(Path(__file__).with_name("ledger_faults.yaml"))["good"]
LEDGER = read_text(TEXT, Ledger, name="ledger.yaml")


def test_the_main_sheet_has_a_row_a_case_and_a_long_one_a_row_an_act() -> None:
    assert [(one.id, one.rows, one.carries, one.own_cases) for one in LEDGER.all_sheets] == [
        ("main", "case", "listed", False),
        ("steps", "act", "listed", False),
    ]


def test_sheets_and_columns_are_found_by_their_ids() -> None:
    steps = LEDGER.sheet("steps")
    assert steps is not None
    found = steps.column("days")
    assert found is not None
    assert (found.zh, found.unit) == ("天数", "days")
    assert steps.column("applied") is None
    assert LEDGER.sheet("hearings") is None
    assert sum(1 for _ in LEDGER.columns()) == 16


def test_a_column_is_known_by_all_its_headings() -> None:
    number = LEDGER.main.column("number")
    assert number is not None
    assert number.headings == ("案号", "编号", "Number")


def test_a_column_without_an_act_tells_of_the_one_the_chooser_names() -> None:
    steps = LEDGER.sheets[0]
    chooser = steps.choosers[0]
    told = {one.id: steps.chooser_of(one) for one in steps.columns}
    assert told == {
        "number": None,
        "step": None,
        "from": chooser,
        "to": chooser,
        "days": chooser,
        "approver": chooser,
        "result": chooser,
    }
    assert LEDGER.main.choosers == ()


def test_one_field_is_written_alone_and_several_as_a_list() -> None:
    one = LedgerColumn.model_validate({"id": "a", "zh": "甲", "en": "A", "act": "applied", "field": "major"})
    several = LedgerColumn.model_validate({"id": "a", "zh": "甲", "en": "A", "field": ["officers", "officer"]})
    assert (one.field, several.field) == (("major",), ("officers", "officer"))
    assert (one.of_chosen, several.of_chosen) == (False, True)


@pytest.mark.parametrize("id_", procedure_ids())
def test_every_procedure_says_which_columns_an_office_keeps(id_: str) -> None:
    ledger = folder(id_).ledger
    assert ledger is not None
    assert len(ledger.main.columns) <= MOST_COLUMNS
    assert ledger.main.columns[0].key == "case"
    assert all(any(column.example for column in sheet.columns) for sheet in ledger.all_sheets)


def test_a_register_has_no_ledger_unless_it_says_so() -> None:
    assert folder(register_ids()[0]).ledger is None
