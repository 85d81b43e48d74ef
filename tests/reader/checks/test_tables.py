"""Columns of tables and the row that sums them up."""

from __future__ import annotations

from tests.reader.checks.passages import checks_of

TABLE = """各县区情况见下表：
地区\t复议收案（件）\t调解（件）
青屏县\t{85件}\t{2365件}
临岳区\t{79件}\t{3118件}
市本级\t{168件}\t—
合计\t{332件}\t{5483件}
表后文字。
"""


def test_every_column_adds_up_to_its_total() -> None:
    assert checks_of(TABLE, "sum") == ["sum holds 2365件 3118件 5483件", "sum holds 85件 79件 168件 332件"]


def test_a_column_that_does_not_add_up_is_a_difference() -> None:
    assert checks_of(TABLE.replace("332", "342"), "sum") == [
        "sum contradicted 85件 79件 168件 342件",
        "sum holds 2365件 3118件 5483件",
    ]


def test_a_cell_without_a_number_makes_it_a_question() -> None:
    assert checks_of(TABLE.replace("5483", "5493"), "sum") == [
        "sum holds 85件 79件 168件 332件",
        "sum unverifiable 2365件 3118件 5493件",
    ]


def test_rows_that_would_count_twice_leave_the_table_alone() -> None:
    for head in ("小计", "其中：市区", "全市"):
        assert checks_of(TABLE.replace("临岳区", head).replace("332", "342"), "sum") == []


def test_a_table_without_a_total_asks_nothing() -> None:
    assert checks_of(TABLE.replace("合计", "云汀县"), "sum") == []
