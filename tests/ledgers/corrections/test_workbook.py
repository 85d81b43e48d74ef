import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.ledgers.invented import AS_OF, MAIN, acts, case_row, kinds, workbook
from yifa.ledgers.corrections import write_corrections
from yifa.ledgers.corrections.columns import ROW, STRIKE, WHAT, own_columns
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder
from yifa.wording import language

SERVED = ("案号", "文书", "送达日期", "送达方式")
LEDGER = "青屏县市监局普通程序.xlsx"
MENDED = "待更正.xlsx"


def _take(folder: Path) -> Taken:
    return take_folder(folder, as_of=AS_OF, ledgers=("penalty-ordinary",))


def _written(folder: Path, taken: Taken) -> Path:
    path = folder / MENDED
    write_corrections(taken.held, path, language("zh"))
    return path


def _change(path: Path, sheet: str, cells: dict[str, object]) -> None:
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(path)


def _rows(path: Path, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))


def _ledger(folder: Path) -> None:
    served = [
        SERVED,
        ("青市监案〔2025〕1号", "处罚决定书", "2025-04-20", "直接"),
        ("青市监案〔2025〕2号", "处罚决定书", "2025-04-20", "直接"),
    ]
    rows = [MAIN, case_row(1, filed="2025年2月30日"), case_row(2)]
    workbook(folder / LEDGER, {"案件": [["青屏县台账"], *rows], "送达": served})


def test_bad_rows_are_written_with_what_is_wrong_and_where_they_came_from(tmp_path: Path) -> None:
    _ledger(tmp_path)
    rows = _rows(_written(tmp_path, _take(tmp_path)), "案件")
    assert rows[0][: len(MAIN)] == MAIN
    (row,) = rows[1:]
    held = dict(zip(rows[0], row, strict=True))
    assert held["案号"] == "青市监案〔2025〕1号"
    assert held["立案日期"] == "2025年2月30日"
    assert "2025年2月30日" in str(held[WHAT])
    assert (held["来源文件"], held["来源工作表"], held[ROW]) == (LEDGER, "案件", 3)


def test_the_wrong_cell_is_marked(tmp_path: Path) -> None:
    _ledger(tmp_path)
    sheet = openpyxl.load_workbook(_written(tmp_path, _take(tmp_path)))["案件"]
    fills = [sheet.cell(2, column).fill.fgColor.rgb for column in range(1, len(MAIN) + 1)]
    assert [fill == "FFFFE08A" for fill in fills] == [False, False, True, False, False, False]


def test_mended_rows_come_in_in_the_place_of_the_bad_ones(tmp_path: Path) -> None:
    _ledger(tmp_path)
    path = _written(tmp_path, _take(tmp_path))
    _change(path, "案件", {"C2": "2025-02-28"})
    taken = _take(tmp_path)
    assert kinds(taken) == []
    assert taken.held == ()
    numbers = sorted(number for one in taken.ledgers for number in one.cases["number"].to_pylist())
    assert numbers == ["青市监案〔2025〕1号", "青市监案〔2025〕2号"]
    assert len({organ for one in taken.ledgers for organ in one.cases["organ"].to_pylist()}) == 1
    found = [one["act"] for ledger in taken.ledgers for one in acts(ledger) if one["case"].endswith("1号")]
    assert sorted(found) == ["case-filed", "decision-made", "decision-served"]


def test_rows_that_are_still_wrong_are_held_again_under_their_first_place(tmp_path: Path) -> None:
    _ledger(tmp_path)
    _written(tmp_path, _take(tmp_path))
    taken = _take(tmp_path)
    assert [(row.file, row.sheet, row.row) for one in taken.held for row in one.rows] == [
        (LEDGER, "案件", 3),
        (LEDGER, "送达", 2),
    ]
    for one in taken.sheets:
        assert one.read == one.taken + one.copies + one.held + one.aside + one.moved


def test_a_row_can_be_struck_out(tmp_path: Path) -> None:
    workbook(tmp_path / LEDGER, {"案件": [MAIN, case_row(1), case_row(1, fine=1)]})
    path = _written(tmp_path, _take(tmp_path))
    assert len(_rows(path, "案件")) == 3
    strike = _rows(path, "案件")[0].index(STRIKE)
    _change(path, "案件", {f"{chr(ord('A') + strike)}3": "删"})
    taken = _take(tmp_path)
    assert kinds(taken) == []
    assert [one["field.fine"] for ledger in taken.ledgers for one in acts(ledger) if one["act"] == "decision-made"] == [
        500_000
    ]


def test_personal_contents_are_hidden_and_come_back_as_they_were(tmp_path: Path) -> None:
    head = (*MAIN, "身份证号")
    row = [*case_row(1, party="王小五", filed="某日"), "11010519491231002X"]
    workbook(tmp_path / LEDGER, {"案件": [head, row]})
    path = _written(tmp_path, _take(tmp_path))
    shown = dict(zip(*_rows(path, "案件"), strict=True))
    assert (shown["当事人"], shown["身份证号"]) == ("王**", "1101**********002X")
    assert "王小五" not in zipfile.ZipFile(path).read("xl/sharedStrings.xml").decode()
    _change(path, "案件", {"C2": "2025-02-28"})
    (case,) = [row for one in _take(tmp_path).ledgers for row in one.cases.to_pylist()]
    assert (case["shows.party"], case["shows.party-code"]) == ("王小五", "11010519491231002X")


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1"])
def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path, text: str) -> None:
    workbook(tmp_path / LEDGER, {"案件": [MAIN, case_row(1, filed="某日")]})
    book = openpyxl.load_workbook(tmp_path / LEDGER)
    cell = book["案件"]["B2"]
    cell.value = text
    cell.data_type = "s"
    book.save(tmp_path / LEDGER)
    held = io.BytesIO()
    write_corrections(_take(tmp_path).held, held, language("zh"), personal=True)
    cell = openpyxl.load_workbook(held)["案件"]["B2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix or not text.startswith(("=", "+", "-", "@", "\t"))


def test_with_nothing_to_mend_the_workbook_says_so(tmp_path: Path) -> None:
    assert write_corrections((), tmp_path / MENDED, language("en")) == 0
    assert openpyxl.load_workbook(tmp_path / MENDED).sheetnames == ["说明"]


def test_sheets_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    for number in range(3):
        workbook(tmp_path / f"青屏县市监局普通程序{number}.xlsx", {"案件": [MAIN, case_row(number, filed="某日")]})
    path = _written(tmp_path, _take(tmp_path))
    assert openpyxl.load_workbook(path).sheetnames == ["说明", "案件", "案件 2", "案件 3"]


def test_contents_keep_their_kind_on_the_way_through(tmp_path: Path) -> None:
    from datetime import date  # noqa: PLC0415

    workbook(tmp_path / LEDGER, {"案件": [MAIN, case_row(1, filed=date(2025, 3, 3), decided="某日")]})
    path = _written(tmp_path, _take(tmp_path))
    _change(path, "案件", {"E2": date(2025, 4, 18)})
    (ledger,) = [one for one in _take(tmp_path).ledgers if one.cases.num_rows]
    assert [one["act"] for one in acts(ledger)] == ["case-filed", "decision-made"]


def test_the_own_columns_of_a_sheet_are_found_wherever_they_stand() -> None:
    found = own_columns(["案号", "来源行", "来源工作表", "来源文件"])
    assert found is not None
    assert (found.row, found.sheet, found.file, found.strike) == (1, 2, 3, None)
    assert own_columns(["案号", "来源文件"]) is None


def test_rows_of_a_head_of_two_lines_come_in_again_with_every_column(tmp_path: Path) -> None:
    rows = [
        ("案号", "当事人", "立案日期", "处罚决定", ""),
        ("", "", "", "决定日期", "送达日期"),
        ("一号", "甲", "某日", "2025-04-18", "2025-04-20"),
        ("二号", "乙", "2025-03-03", "2025-04-18", "2025-04-20"),
    ]
    workbook(tmp_path / LEDGER, {"案件": rows})
    path = _written(tmp_path, _take(tmp_path))
    _change(path, "案件", {"C2": "2025-03-03"})
    taken = _take(tmp_path)
    assert kinds(taken) == []
    by_case = {
        number: sorted(one["act"] for ledger in taken.ledgers for one in acts(ledger) if f"{number}号" in one["case"])
        for number in "一二"
    }
    assert by_case["一"] == by_case["二"] == ["case-filed", "decision-made", "decision-served"]


def test_rows_of_a_sheet_that_alone_would_not_be_known_come_in_as_what_they_were(tmp_path: Path) -> None:
    several = ("penalty-ordinary", "licence", "inspection")
    pauses = [("案号", "事项", "开始日期", "结束日期"), ("青市监案〔2025〕1号", "中止", "某日", "2025-04-20")]
    workbook(tmp_path / LEDGER, {"Sheet1": [MAIN, case_row(1)], "Sheet2": pauses})
    first = take_folder(tmp_path, as_of=AS_OF, ledgers=several)
    path = _written(tmp_path, first)
    book = openpyxl.load_workbook(path)
    del book["Sheet1"]
    book["Sheet2"]["C2"] = "2025-04-01"
    book.save(path)
    (tmp_path / LEDGER).rename(tmp_path / "甲.xlsx")
    tables = {one.file: one.table for one in take_folder(tmp_path, as_of=AS_OF, ledgers=several).sheets}
    assert tables[MENDED] == "penalty-ordinary/pauses"
