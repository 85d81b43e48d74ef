import numpy as np

from tests.ledgers.headings.known_here import chosen, known
from yifa.ledgers.sheets import Cell, Grid
from yifa.ledgers.sheets.grid import columns_of
from yifa.ledgers.taking_in.making_sheets import make_sheet
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.sheet import Joined, Sheet, joined


def _sheet(file: str, rank: int, *rows: list[Cell]) -> Sheet:
    count, columns = columns_of(rows)
    (one,) = chosen(Grid(f"{file}普通程序.xlsx", "案件", count, columns))
    return make_sheet(one, file, rank, Notes(), known()).sheet


HEAD: list[Cell] = ["案号", "当事人", "立案日期", "处罚决定日期"]
TURNED: list[Cell] = ["立案日期", "案号", "处罚决定日期", "当事人"]
ONE = _sheet("甲", 0, HEAD, ["一号", "甲", "2025-3-1", ""], ["二号", "乙", "2025-3-2", "2025-4-1"])
OTHER = _sheet("乙", 1, ["标题"], TURNED, ["2025-3-2", "三号", "", "丙"])
THIRD = _sheet("丙", 2, [*HEAD[:2], "立案时间", HEAD[3]], ["四号", "丁", "2025-3-1", ""])


def test_sheets_with_the_same_columns_in_any_order_are_read_as_one() -> None:
    assert [one.sheets for one in joined([ONE, THIRD, OTHER])] == [(ONE, OTHER), (THIRD,)]


def test_rows_keep_their_contents_and_their_place() -> None:
    both = Joined([ONE, OTHER])
    place = both.columns["number"][0].place
    assert [both.cells[place].at(row) for row in range(both.size)] == ["一号", "二号", "三号"]
    assert [both.place(row, place).cell for row in range(both.size)] == ["A2", "A3", "B3"]
    assert [both.place(row).file for row in range(both.size)] == [
        "甲普通程序.xlsx",
        "甲普通程序.xlsx",
        "乙普通程序.xlsx",
    ]
    assert (both.rows.tolist(), both.ranks.tolist()) == ([2, 3, 3], [0, 0, 1])


def test_the_same_content_has_the_same_code_in_all_sheets() -> None:
    both = Joined([ONE, OTHER])
    codes = both.cells[both.columns["filed"][0].place].codes
    assert codes[1] == codes[2] != codes[0]


def test_a_column_of_one_sheet_can_be_left_out() -> None:
    place = Joined([ONE, OTHER]).columns["filed"][0].place
    both = Joined([ONE, OTHER], [(1, place)])
    assert np.flatnonzero(both.cells[place].codes).tolist() == [0, 1]
    assert ("filed" in both.present(0), "filed" in both.present(1)) == (True, False)
