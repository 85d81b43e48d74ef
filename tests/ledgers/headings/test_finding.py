import pytest

from tests.ledgers.headings.known_here import chosen, grid
from yifa.ledgers.headings.reading_sheet import columns_of_sheet
from yifa.ledgers.sheets import Cell, Grid, Merge
from yifa.ledgers.taken import Sureness

HEAD: list[Cell] = ["案号", "当事人", "立案日期", "处罚决定日期", "罚款金额（元）"]
ROW: list[Cell] = ["青市监案〔2025〕1号", "甲", "2025-03-03", "2025-04-18", 5000.0]
PLAIN = {"number": 0, "party": 1, "filed": 2, "decided": 3, "fine": 4}


def _columns(sheet: Grid) -> tuple[int, int, dict[str, int]]:
    """The first row of the head, its lines, and the columns found."""
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    found = columns_of_sheet(one.head, one.table, one.number)
    return one.head.row, one.head.depth, {name: places[0] for name, places in found.of.items()}


@pytest.mark.parametrize("title_rows", [0, 1, 3, 12])
def test_title_rows_may_stand_above_the_headings(title_rows: int) -> None:
    rows: list[list[Cell]] = [["青屏县市场监督管理局行政处罚台账"], ["填报单位：", "", "填报日期：", "2025-7-1"], [""]]
    above = [rows[number % 3] for number in range(title_rows)]
    assert _columns(grid([*above, HEAD, ROW])) == (title_rows, 1, PLAIN)


TWO_LINES: list[list[Cell]] = [
    ["案号", "当事人", "立案", "", "处罚决定", ""],
    ["", "", "日期", "承办人", "日期", "文号"],
    ["一号", "甲", "2025-3-3", "张三", "2025-4-18", "二号"],
]
IN_TWO_LINES = {"number": 0, "party": 1, "filed": 2, "decided": 4, "decision-number": 5}


def test_a_head_of_two_lines_with_merged_cells_is_read_together() -> None:
    merged = (Merge(0, 0, 2, 3), Merge(0, 0, 4, 5), Merge(0, 1, 0, 0), Merge(0, 1, 1, 1))
    row, depth, columns = _columns(grid(TWO_LINES, *merged))
    assert (row, depth) == (0, 2)
    assert {name: columns[name] for name in IN_TWO_LINES} == IN_TWO_LINES


def test_a_head_of_two_lines_is_read_where_nobody_knows_what_is_merged() -> None:
    row, depth, columns = _columns(grid(TWO_LINES))
    assert (row, depth) == (0, 2)
    assert {name: columns[name] for name in IN_TWO_LINES} == IN_TWO_LINES


def test_a_first_row_of_words_is_not_taken_for_a_second_line_of_the_head() -> None:
    assert _columns(grid([HEAD, ["一号", "立案日期", "", "", ""], ROW])) == (0, 1, PLAIN)


def test_a_line_of_column_numbers_below_the_head_does_no_harm() -> None:
    assert _columns(grid([HEAD, ["1", "2", "3", "4", "5"], ROW])) == (0, 1, PLAIN)


@pytest.mark.parametrize(
    "heading",
    ["立案日期", "立案时间", "立 案\n日期*", "立案日期（年/月/日）", "立案审批日期", "Filed on", "立案的日期"],
)
def test_every_spelling_of_a_heading_is_known(heading: str) -> None:
    assert _columns(grid([[*HEAD[:2], heading, *HEAD[3:]], ROW])) == (0, 1, PLAIN)


@pytest.mark.parametrize("order", [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]])
def test_columns_may_come_in_any_order(order: list[int]) -> None:
    rows = [[HEAD[place] for place in order], [ROW[place] for place in order]]
    assert _columns(grid(rows))[2] == {name: order.index(place) for name, place in PLAIN.items()}


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([*HEAD, "承办意见"], [(5, "heading-unknown")]),
        ([*HEAD, "序号", "备注"], []),
        ([*HEAD, "立案时间"], [(5, "heading-less-sure")]),
        (
            ["案号", "当事人", "立案时间", "处罚决定日期", "罚款金额", "立案日"],
            [(2, "heading-twice"), (5, "heading-twice")],
        ),
    ],
)
def test_headings_that_are_open_are_told(headings: list[Cell], expected: list[tuple[int, str]]) -> None:
    sheet = grid([headings, ROW])
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    found = columns_of_sheet(one.head, one.table, one.number)
    assert [(open_.column, open_.why) for open_ in found.open] == expected


def test_a_near_heading_is_named() -> None:
    sheet = grid([[*HEAD, "处罚决定书文书号"], ROW])
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    found = columns_of_sheet(one.head, one.table, one.number)
    assert found.open[0].others[:1] == ("决定书文号",)


def test_how_surely_a_column_was_told_is_kept() -> None:
    sheet = grid([["案件编号", "当事人", "立案的日期", "处罚决定日期", "说不清"], ROW])
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    mapped = columns_of_sheet(one.head, one.table, one.number).mapped
    assert [column.sureness for column in mapped] == [
        Sureness.ALSO,
        Sureness.EXACT,
        Sureness.LIKELY,
        Sureness.EXACT,
        Sureness.UNKNOWN,
    ]


def test_the_unit_of_a_heading_goes_with_its_column() -> None:
    sheet = grid([[*HEAD[:4], "罚款（万元）"], ROW])
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    (fine,) = [column for column in columns_of_sheet(one.head, one.table, one.number).mapped if column.column == 5]
    assert (fine.ledger_column, fine.factor) == ("fine", 10_000)
