import pytest

from tests.ledgers.headings.known_here import chosen, grid, known, table
from yifa.ledgers.headings.choosing import group_of
from yifa.ledgers.sheets import Cell, Grid

MAIN: list[Cell] = ["案号", "当事人", "立案日期", "处罚决定日期", "罚款金额（元）"]
SERVED: list[Cell] = ["案号", "文书", "送达日期", "送达方式"]


@pytest.mark.parametrize("name", ["案件", "Sheet1", "2025年", "台账"])
def test_a_main_sheet_is_known_by_its_headings_whatever_it_is_called(name: str) -> None:
    assert table(grid([MAIN, ["一号"]], sheet=name, file="行政处罚普通程序.xlsx")) == ["penalty-ordinary/main"]


def test_a_long_sheet_belongs_to_the_procedure_of_the_main_sheet_beside_it() -> None:
    licence: list[Cell] = ["办件编号", "许可事项", "受理日期", "决定日期"]
    pauses: list[Cell] = ["编号", "事项", "开始日期", "结束日期"]
    assert table(grid([MAIN]), grid([["案号", *pauses[1:]]], sheet="期限扣除与延期")) == [
        "penalty-ordinary/main",
        "penalty-ordinary/pauses",
    ]
    found = table(grid([licence], sheet="办件"), grid([["办件编号", *pauses[1:]]], sheet="期限扣除与延期"))
    assert found == ["licence/main", "licence/pauses"]


def test_a_sheet_of_a_register_is_known() -> None:
    organs = grid([["机关编号", "机关名称", "领域"]], sheet="机关名册", file="名册.xlsx")
    officers = grid([["姓名", "所在单位", "执法证号", "有效期至"]], sheet="Sheet2", file="名册.xlsx")
    assert table(organs, officers) == ["register/organs", "register/officers"]


def test_what_has_no_case_number_is_no_ledger() -> None:
    assert table(grid([MAIN[1:], ["甲"]])) == [None]


def test_a_sheet_of_other_things_is_nothing() -> None:
    assert table(grid([["科室", "分机"], ["法规科", "8101"]], sheet="通讯录")) == [None]


def test_a_bare_penalty_sheet_is_not_taken_for_a_review_or_a_publication() -> None:
    bare: list[Cell] = ["案号", "当事人", "处罚决定日期", "决定书文号", "罚款金额（元）", "公开日期"]
    assert table(grid([bare, ["一号"]], sheet="Sheet1", file="行政处罚一般程序案件.xlsx")) == ["penalty-ordinary/main"]


def test_where_two_tables_fit_alike_neither_is_taken() -> None:
    (one,) = chosen(grid([["案号", "处罚决定日期"], ["一号", "2025-3-1"]], sheet="Sheet1", file="甲.xlsx"))
    assert one.table is None
    assert {rival.procedure for rival in one.rivals} >= {"penalty-ordinary", "penalty-simple"}


@pytest.mark.parametrize("name", ["简易程序.xlsx", "青屏县/简易程序处罚/甲.xlsx"])
def test_the_name_of_the_file_decides_between_tables_that_fit_alike(name: str) -> None:
    assert table(grid([["案号", "处罚决定日期"], ["一号", "2025-3-1"]], sheet="Sheet1", file=name)) == [
        "penalty-simple/main"
    ]


def _text(file: str) -> Grid:
    return Grid(file, file.rpartition("/")[2].removesuffix(".csv"), 0, (), is_workbook=False)


def test_text_files_that_differ_by_the_name_of_a_table_belong_together() -> None:
    groups = {group_of(_text(f"甲/行政处罚·{name}.csv"), known()) for name in ("案件", "送达", "期限扣除与延期")}
    assert groups == {"甲/行政处罚"}
    assert group_of(_text("乙/行政处罚·案件.csv"), known()) == "乙/行政处罚"


def test_a_workbook_is_a_group_of_its_own() -> None:
    assert group_of(grid([MAIN], file="甲/台账.xlsx"), known()) == "甲/台账.xlsx"


@pytest.mark.parametrize("name", ["处罚台账.xlsx", "2025年处罚.xlsx", "行政处罚台账.xlsx"])
def test_a_shortened_name_of_the_file_decides_too(name: str) -> None:
    bare: list[Cell] = ["案号", "立案日期", "处罚决定日期"]
    assert table(grid([bare, ["一号"]], sheet="Sheet1", file=name)) == ["penalty-ordinary/main"]
    (undecided,) = chosen(grid([bare, ["一号"]], sheet="Sheet1", file="甲.xlsx"))
    assert {one.procedure for one in undecided.rivals} == {"penalty-ordinary", "legality-review"}


def test_a_full_name_goes_before_a_shortened_one() -> None:
    head: list[Cell] = ["案号", "当事人", "处罚决定日期", "罚款金额（元）"]
    assert table(grid([head, ["一号"]], sheet="Sheet1", file="简易处罚台账.xlsx")) == ["penalty-simple/main"]
