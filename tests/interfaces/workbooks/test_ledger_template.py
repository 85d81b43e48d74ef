"""Empty ledgers and registers as workbooks: what stands in them, what cells offer, how they print."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from yifa.interfaces.workbooks.ledger_sheets import EXAMPLE, Field, Words, fill_sheet
from yifa.interfaces.workbooks.ledger_template import tell_numbers, write_ledger_template
from yifa.interfaces.workbooks.register_template import EXAMPLES, write_register_template
from yifa.interfaces.workbooks.sheets import Book
from yifa.law.catalogue.ledger_words import cell_words
from yifa.law.catalogue.ledgers import ASIDE, SCOPE
from yifa.law.duties import duty_set
from yifa.ledgers.registers.columns import SHEETS
from yifa.ledgers.templates.guide import Holds
from yifa.wording import language

WHOLE = duty_set("penalty-ordinary")
LEDGER = WHOLE.folder.ledger
assert LEDGER is not None


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("template") / "ledger.xlsx"
    write_ledger_template(path, WHOLE, LEDGER, language("zh"))
    return openpyxl.load_workbook(path)


def test_the_sheets_stand_in_the_order_in_which_they_are_filled_in(book: Any) -> None:
    explanation, duties, words = (one.zh for one in ASIDE)
    own = [sheet.title.zh for sheet in LEDGER.all_sheets]
    assert book.sheetnames == [explanation, *own, SCOPE.zh, duties, words]
    assert book[words].sheet_state == "hidden"


def test_headings_are_those_that_are_read_again(book: Any) -> None:
    for sheet in LEDGER.all_sheets:
        (first,) = book[sheet.title.zh].iter_rows(min_row=1, max_row=1, values_only=True)
        assert list(first) == [column.zh for column in sheet.columns]


def test_the_example_row_is_marked_so_that_it_is_no_row(book: Any) -> None:
    for sheet in LEDGER.all_sheets:
        first = book[sheet.title.zh]["A2"].value
        assert first.startswith(EXAMPLE)
        assert first.startswith(cell_words().not_rows)
        assert book[sheet.title.zh]["A3"].value is None


def test_days_and_amounts_of_the_example_are_true_days_and_numbers(book: Any) -> None:
    main = book[LEDGER.main.title.zh]
    at = {cell.value: cell.column for cell in main[1]}
    assert main.cell(2, at["立案日期"]).value == datetime(2025, 3, 10)
    assert main.cell(2, at["罚款金额（元）"]).value == 5000
    assert main.cell(2, at["是否情节复杂"]).value == "否"


def test_cells_offer_words_and_only_ask_about_others(book: Any) -> None:
    rules = book[LEDGER.main.title.zh].data_validations.dataValidation
    offered = {rule.formula1 for rule in rules if rule.type == "list"}
    assert '"是,否"' in offered
    assert '"审核通过,审核不通过"' in offered
    assert {rule.errorStyle for rule in rules} == {"warning"}
    assert {rule.type for rule in rules} == {"list", "date", "decimal"}
    others = book["其他事项"].data_validations.dataValidation
    acts = len(WHOLE.folder.procedure.acts)
    assert others[0].formula1 == f"'选项'!$A$1:$A${acts}"
    assert len([cell for cell in book["选项"]["A"] if cell.value]) == acts


def test_every_heading_has_a_note_that_says_how_many_duties_read_it(book: Any) -> None:
    main = book[LEDGER.main.title.zh]
    notes = {cell.value: cell.comment.text for cell in main[1]}
    assert all(notes.values())
    assert "29" in notes["立案日期"]
    assert "立案时间" in notes["立案日期"]


def test_what_a_sheet_is_for_stands_in_the_note_of_its_first_heading_and_in_the_explanation(book: Any) -> None:
    pauses = LEDGER.sheets[0]
    assert pauses.note is not None
    assert pauses.note.zh in book[pauses.title.zh]["A1"].comment.text
    told = [row[2] for row in book[ASIDE[0].zh].iter_rows(values_only=True) if row[0] == pauses.title.zh]
    assert told[0] == pauses.note.zh


def test_the_page_is_across_with_heading_and_number_repeated(book: Any) -> None:
    main = book[LEDGER.main.title.zh]
    assert (main.page_setup.orientation, int(main.page_setup.paperSize)) == ("landscape", 9)
    assert main.freeze_panes == "B2"
    assert (main.print_title_rows, main.print_title_cols) == ("$1:$1", "$A:$A")


def test_the_explanation_lists_every_column_with_the_numbers_of_its_duties(book: Any) -> None:
    rows = list(book[ASIDE[0].zh].iter_rows(values_only=True))
    listed = [(row[0], row[1]) for row in rows]
    assert all((sheet.title.zh, column.zh) in listed for sheet, column in LEDGER.columns())
    filed = next(row for row in rows if row[1] == "立案日期")
    assert filed[4] == 29
    duties = list(book[ASIDE[1].zh].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in duties] == list(range(1, len(WHOLE.folder.duties) + 1))
    assert [row[3] for row in duties] == [duty.id for duty in WHOLE.folder.duties]


def test_the_scope_lists_steps_that_only_further_sheets_tell(book: Any) -> None:
    rows = list(book[SCOPE.zh].iter_rows(values_only=True))
    assert rows[0] == ("事项", "是否登记")
    assert ("核查线索", None) in rows
    assert "立案" not in [row[0] for row in rows]


def test_nothing_in_a_template_is_a_formula(book: Any) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            assert [cell.value for cell in row if cell.data_type == "f"] == []


def test_the_registers_have_the_columns_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "registers.xlsx"
    write_register_template(path, language("en"))
    book = openpyxl.load_workbook(path)
    assert [one for one in book.sheetnames if one not in {name.en for name in ASIDE}] == [sheet.zh for sheet in SHEETS]
    for sheet in SHEETS:
        (first,) = book[sheet.zh].iter_rows(min_row=1, max_row=1, values_only=True)
        assert list(first) == [column.zh for column in sheet.columns]
        assert set(EXAMPLES[sheet.id]) <= {column.id for column in sheet.columns}


def test_words_that_are_too_long_for_a_rule_stand_on_a_sheet_nobody_sees(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    long = tuple(f"第{number}种很长很长的说法" for number in range(40))
    with Book(path, "t", language("zh")) as book:
        words = Words("选项")
        fields = [Field("甲", Holds.WORD, long), Field("乙", Holds.WORD, long), Field("丙", Holds.WORD, ("a,b", "c"))]
        fill_sheet(book, "表", fields, words)
        words.write(book)
    read = openpyxl.load_workbook(path)
    rules = [rule.formula1 for rule in read["表"].data_validations.dataValidation]
    assert rules == ["'选项'!$A$1:$A$40", "'选项'!$A$1:$A$40", "'选项'!$B$1:$B$2"]
    assert [cell.value for cell in read["选项"]["A"]] == list(long)
    assert read["表"]["A2"].value is None


@pytest.mark.parametrize(
    ("numbers", "told"), [([], ""), ([3], "3"), ([1, 2], "1, 2"), ([1, 2, 3, 7], "1–3, 7"), ([5, 9, 10, 11], "5, 9–11")]
)
def test_numbers_that_follow_each_other_are_drawn_together(numbers: list[int], told: str) -> None:
    assert tell_numbers(numbers) == told
