from datetime import date

import numpy as np
import pytest

from yifa.ledgers.sheets.grid import Cell, Grid, Merge, columns_of


def _grid(rows: list[list[Cell]], *merged: Merge) -> Grid:
    count, columns = columns_of(rows)
    return Grid("台账.xlsx", "案件", count, columns, merged)


def test_a_grid_gives_back_what_was_put_in() -> None:
    rows: list[list[Cell]] = [["案号", "日期", ""], ["一号", date(2025, 3, 5), 5.0], ["一号", "", True]]
    grid = _grid(rows)
    assert [grid.row(row) for row in range(grid.rows)] == rows


def test_every_content_is_kept_once() -> None:
    grid = _grid([["是"], ["否"], ["是"], ["是"]])
    assert list(grid.columns[0].values) == ["", "是", "否"]
    assert grid.columns[0].codes.tolist() == [1, 2, 1, 1]


def test_rows_may_have_any_width() -> None:
    grid = _grid([["一"], ["一", "二", "三"], [], ["一", "二"]])
    assert [grid.row(row) for row in range(grid.rows)] == [
        ["一", "", ""],
        ["一", "二", "三"],
        ["", "", ""],
        ["一", "二", ""],
    ]


def test_a_column_that_begins_far_below_is_blank_above() -> None:
    rows: list[list[Cell]] = [["一"] for _ in range(12_000)] + [["一", "二"]]
    grid = _grid(rows)
    assert grid.columns[1].codes.nonzero()[0].tolist() == [12_000]


@pytest.mark.parametrize("blank", [[""], ["  ", "\u3000\n"], []])
def test_blank_rows_and_columns_at_the_end_are_left_off(blank: list[Cell]) -> None:
    grid = _grid([["一", ""], blank, blank])
    assert (grid.rows, len(grid.columns)) == (1, 1)


def test_no_row_at_all_is_an_empty_grid() -> None:
    assert _grid([]).is_empty
    assert _grid([["", " "]]).is_empty


def test_spaces_alone_are_a_blank_cell() -> None:
    assert _grid([["一", " "], ["二", "三"]]).blank_rows().tolist() == [False, False]
    assert _grid([["一", "二"], [" ", "\t"], ["三", ""]]).blank_rows().tolist() == [False, True, False]


def test_what_is_merged_over_rows_stands_in_each_of_them() -> None:
    grid = _grid([["案号", "当事人"], ["一号", "甲"], ["", "乙"], ["二号", "丙"]], Merge(1, 2, 0, 0)).filled_down(1)
    assert [grid.cell(row, 0) for row in range(4)] == ["案号", "一号", "一号", "二号"]


def test_merged_headings_are_left_to_those_who_read_headings() -> None:
    grid = _grid([["案号", "立案"], ["", "日期"], ["一号", "三月"]], Merge(0, 1, 0, 0)).filled_down(2)
    assert grid.cell(1, 0) == ""


def test_a_merge_that_reaches_below_the_last_row_does_no_harm() -> None:
    grid = _grid([["案号"], ["一号"]], Merge(1, 9, 0, 0)).filled_down(1)
    assert grid.columns[0].codes.tolist() == [1, 2]


def test_many_different_contents_are_told_apart() -> None:
    grid = _grid([[str(number)] for number in range(40_000)])
    assert grid.columns[0].codes.dtype == np.int32
    assert grid.cell(39_999, 0) == "39999"
