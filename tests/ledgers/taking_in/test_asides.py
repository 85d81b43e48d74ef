import pytest

from yifa.ledgers.sheets import Cell, Grid
from yifa.ledgers.sheets.grid import columns_of
from yifa.ledgers.taking_in.asides import rows_of

HEAD: list[Cell] = ["序号", "案号", "当事人", "立案日期"]
ROW: list[Cell] = ["1", "青市监案〔2025〕1号", "合计有限公司", "2025-03-03"]


def _rows(*rows: list[Cell]) -> tuple[list[int], list[tuple[int, str]]]:
    count, columns = columns_of([HEAD, *rows])
    found = rows_of(Grid("台账.xlsx", "案件", count, columns), 1, range(1), 1)
    return found.data.tolist(), list(found.aside)


def test_rows_of_cases_are_rows() -> None:
    assert _rows(ROW, ROW) == ([1, 2], [])


def test_blank_lines_are_no_rows_at_all() -> None:
    assert _rows(ROW, ["", "", "", ""], [" "], ROW) == ([1, 4], [])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["合计", "", "", ""], "total"),
        (["总  计：", "2件", "", ""], "total"),
        (["2", "合计", "", "3"], "total"),
        (["", "示例：青市监案〔2025〕1号", "甲", "2025-03-03"], "example"),
        (["例：", "青市监案〔2025〕1号", "甲", "2025-03-03"], "example"),
        (["填表人：冯知秋", "", "审核人：何有田", ""], "remark"),
        (["注：本表每月五日前报送", "", "", ""], "remark"),
        (HEAD, "headings-again"),
        (["序号", "案号", "当事人", "立案日期 "], "headings-again"),
    ],
)
def test_what_is_no_case_is_set_aside_with_its_reason(row: list[Cell], why: str) -> None:
    assert _rows(ROW, row, ROW) == ([1, 3], [(2, why)])


def test_numbers_of_the_columns_are_no_case() -> None:
    assert _rows(["1", "2", "3", "4"], ROW) == ([2], [(1, "column-numbers")])


def test_a_row_without_a_number_is_still_a_row() -> None:
    assert _rows(["1", "", "甲", "2025-03-03"]) == ([1], [])
