from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ledgers.invented import AS_OF, MAIN, Rows, acts, case_row, kinds, text_file, workbook
from tests.ledgers.sheets.compound import compound_file
from yifa.law.conditions import day_number
from yifa.ledgers.problems import Fate
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder

PROCEDURES = ("penalty-ordinary", "penalty-simple", "licence")
ORGANS = (
    ("机关编号", "机关名称", "其他名称", "领域", "所在省（市）", "隶属于"),
    ("qp", "青屏县人民政府", "", "", "山东", ""),
    ("qp-samr", "青屏县市场监督管理局", "青屏县市监局", "市场监管", "", "qp"),
    ("qp-agri", "青屏县农业农村局", "", "农业", "", "青屏县人民政府"),
)
SERVED = ("案号", "文书", "送达日期", "送达方式")


def _take(folder: Path, **options: Any) -> Taken:
    return take_folder(folder, as_of=AS_OF, ledgers=PROCEDURES, **options)


def _main(folder: Path, *rows: Rows, name: str = "青屏县市监局处罚（普通程序）台账.xlsx", **sheets: Rows) -> Path:
    return workbook(folder / name, {"案件": [MAIN, *rows], **sheets})


def test_a_row_becomes_its_acts_on_their_days(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1))
    (ledger,) = _take(tmp_path).ledgers
    case = "青屏县市监局/青市监案〔2025〕1号"
    assert acts(ledger) == [
        {
            "case": case,
            "act": "case-filed",
            "day": day_number(date(2025, 3, 3)),
            "field.officers": ["冯知秋", "何有田"],
        },
        {"case": case, "act": "decision-made", "day": day_number(date(2025, 4, 18)), "field.fine": 500_000},
    ]
    assert ledger.procedure == "penalty-ordinary"
    assert ledger.reach == {"青屏县市监局": date(2025, 4, 18)}
    (row,) = ledger.cases.select(["case", "number", "organ", "file", "sheet", "row"]).to_pylist()
    assert row == {
        "case": case,
        "number": "青市监案〔2025〕1号",
        "organ": "青屏县市监局",
        "file": "青屏县市监局处罚（普通程序）台账.xlsx",
        "sheet": "案件",
        "row": 2,
    }


def test_what_has_no_column_is_not_carried(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1))
    (ledger,) = _take(tmp_path).ledgers
    source = ledger.source
    assert (source.carries_act("case-filed"), source.carries_act("hearing-held")) == (True, False)
    assert source.carries_field("decision-made", "fine")
    assert not source.carries_field("decision-made", "result")


def test_a_blank_day_means_that_nothing_happened_and_a_word_that_nobody_knows_when(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1, decided="", fine=""), case_row(2, decided="不详"), case_row(3, decided="无", fine="无"))
    (ledger,) = _take(tmp_path).ledgers
    decided = [
        (one["case"][-2], one.get("day"), one.get("field.fine"))
        for one in acts(ledger)
        if one["act"] == "decision-made"
    ]
    assert decided == [("2", None, 500_000)]


def test_rows_of_long_sheets_belong_to_the_case_of_their_number(tmp_path: Path) -> None:
    rows = [
        SERVED,
        ("青市监案[2025] 1号", "处罚决定书", "2025.4.20", "直接"),
        ("青市监案〔2025〕1号", "处罚决定书", "2025-4-22", "邮寄"),
    ]
    _main(tmp_path, case_row(1), 送达=rows)
    (ledger,) = _take(tmp_path).ledgers
    served = [
        (one["day"] - day_number(date(2025, 4, 20)), one["field.service"])
        for one in acts(ledger)
        if one["act"] == "decision-served"
    ]
    assert served == [(0, "direct"), (2, "mailed")]


def test_a_sheet_that_lies_in_another_file_finds_its_cases(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1))
    workbook(
        tmp_path / "送达登记.xlsx", {"送达": [SERVED, ("青市监案〔2025〕1号", "处罚决定书", "2025-04-20", "直接")]}
    )
    (ledger,) = _take(tmp_path).ledgers
    assert "decision-served" in {one["act"] for one in acts(ledger)}
    assert ledger.source.carries_act("decision-served")


def test_an_act_told_in_two_sheets_is_one_act(tmp_path: Path) -> None:
    elements = [("案号", "决定书要素是否齐全", "决定书缺少的要素"), ("青市监案〔2025〕1号", "否", "载明种类和依据")]
    _main(tmp_path, case_row(1), 决定要素=elements)
    taken = _take(tmp_path)
    (decided,) = [one for one in acts(taken.ledgers[0]) if one["act"] == "decision-made"]
    assert decided["field.fine"] == 500_000
    assert (decided["field.basis_stated"], decided["field.sealed"]) == (False, True)


def test_two_ledgers_that_agree_are_one_with_what_both_carry(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1), case_row(2), name="青屏县市监局处罚台账.xlsx")
    head = ("案号", "处罚决定日期", "结案日期")
    workbook(
        tmp_path / "青屏县市监局普通程序案件结案.xlsx",
        {"案件": [head, ("青市监案〔2025〕1号", "2025-04-18", "2025-5-1")]},
    )
    taken = _take(tmp_path)
    sources = {one.cases["number"].to_pylist()[0][-2]: one for one in taken.ledgers if one.cases.num_rows == 1}
    assert sources["1"].source.carries_act("case-closed")
    assert not sources["2"].source.carries_act("case-closed")
    assert [one["act"] for one in acts(sources["1"])] == ["case-closed", "case-filed", "decision-made"]


def test_of_two_ledgers_that_disagree_neither_wins(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1), case_row(2), name="青屏县市监局处罚台账.xlsx")
    other = [
        MAIN[:1] + MAIN[4:],
        ("青市监案〔2025〕1号", "2025-04-18", 6000),
        ("青市监案〔2025〕2号", "2025-04-19", 5000),
    ]
    workbook(tmp_path / "青屏县市监局普通程序月报.xlsx", {"案件": other})
    taken = _take(tmp_path)
    assert sum(one.cases.num_rows for one in taken.ledgers) == 0
    told = [
        (one.place.file[6:10], one.place.cell, one.value, one.values["what"]["zh"], one.values["others"][0].cell)
        for one in taken.problems
        if one.kind == "ledgers-disagree"
    ]
    assert sorted(told) == [
        ("处罚台账", "E3", "2025-04-18", "作出决定", "B3"),
        ("处罚台账", "F2", "5000", "作出决定：罚款数额", "C2"),
        ("普通程序", "B3", "2025-04-19", "作出决定", "E3"),
        ("普通程序", "C2", "6000", "作出决定：罚款数额", "F2"),
    ]
    assert sum(len(one.rows) for one in taken.held) == 4


def test_where_a_long_sheet_differs_the_main_one_counts_and_it_is_told(tmp_path: Path) -> None:
    head = ("案号", "当事人", "处罚决定日期", "罚款金额（元）", "决定书文号", "法制审核人员", "法制审核日期")
    row = ("青市监案〔2025〕1号", "甲", "2025-04-18", 5000, "一号", "章若水", "2025-04-10")
    decided = [("案号", "事项", "日期", "人员"), ("青市监案〔2025〕1号", "法制审核", "2025-04-10", "江临川")]
    workbook(tmp_path / "青屏县市监局普通程序.xlsx", {"案件": [head, row], "其他事项": decided})
    taken = _take(tmp_path)
    (reviewed,) = [one for one in acts(taken.ledgers[0]) if one["act"] == "legality-reviewed"]
    assert reviewed["field.reviewer"] == "章若水"
    assert ("sheets-differ", "D2") in kinds(taken)


def test_the_same_number_of_two_organs_is_two_cases(tmp_path: Path) -> None:
    head = ("案号", "办案机关", "当事人", "立案日期", "处罚决定日期")
    rows = [("一号", "青屏县公安局", "甲", "2025-3-1", ""), ("一号", "青屏县交通局", "乙", "2025-3-2", "")]
    workbook(
        tmp_path / "普通程序.xlsx",
        {"案件": [head, *rows], "送达": [SERVED, ("一号", "处罚决定书", "2025-4-1", "直接")]},
    )
    taken = _take(tmp_path)
    assert taken.ledgers[0].cases["case"].to_pylist() == ["青屏县交通局/一号", "青屏县公安局/一号"]
    assert kinds(taken) == [("case-of-several", "A2")]


@pytest.mark.parametrize("written", ["青屏县市场监督管理局", "青屏县市监局", " 青屏县市监局 ", "qp-samr"])
def test_an_organ_is_known_by_any_of_its_names(tmp_path: Path, written: str) -> None:
    workbook(tmp_path / "名册.xlsx", {"机关名册": ORGANS})
    head = ("案号", "办案机关", "立案日期", "处罚决定日期")
    workbook(tmp_path / "普通程序.xlsx", {"案件": [head, ("一号", written, "2025-3-1", "")]})
    taken = _take(tmp_path)
    (row,) = taken.ledgers[0].cases.to_pylist()
    assert row["organ"] == "qp-samr"
    assert [one["name"] for one in row["profiles"]] == ["samr", "shandong"]
    assert taken.silent == ("qp", "qp-agri")


def test_an_organ_nobody_knows_is_told_once_a_sheet(tmp_path: Path) -> None:
    workbook(tmp_path / "名册.xlsx", {"机关名册": ORGANS})
    head = ("案号", "办案机关", "立案日期", "处罚决定日期")
    rows = [(f"{number}号", "云汀市林业局", "2025-3-1", "") for number in range(3)]
    workbook(tmp_path / "普通程序.xlsx", {"案件": [head, *rows]})
    taken = _take(tmp_path)
    assert kinds(taken) == [("organ-unknown", "B2")]
    assert taken.problems[0].values == {"rows": 3, "organ": "云汀市林业局"}


@pytest.mark.parametrize("place", ["title", "file", "folder", "sheet"])
def test_the_organ_stands_in_the_title_or_a_name(tmp_path: Path, place: str) -> None:
    workbook(tmp_path / "名册.xlsx", {"机关名册": ORGANS})
    name = "青屏县农业农村局"
    rows: list[Rows] = [MAIN, case_row(1)]
    folder = tmp_path / (name if place == "folder" else "甲")
    folder.mkdir()
    title = [[f"{name}2025年行政处罚台账"], [], *rows] if place == "title" else rows
    sheet = f"{name}案件" if place == "sheet" else "案件"
    workbook(folder / f"{name if place == 'file' else ''}普通程序.xlsx", {sheet: title})
    (ledger,) = _take(tmp_path).ledgers
    assert ledger.cases["organ"].to_pylist() == ["qp-agri"]


def test_officers_and_their_certificates_come_with_the_folder(tmp_path: Path) -> None:
    officers = [
        ("姓名", "所在单位", "执法证号", "发证日期", "有效期至"),
        ("冯知秋", "青屏县市监局", "Q1", "2020-1-1", "2026-12-31"),
    ]
    workbook(tmp_path / "名册.xlsx", {"机关名册": ORGANS, "执法人员": officers})
    _main(tmp_path, case_row(1))
    taken = _take(tmp_path)
    span = day_number(date(2020, 1, 1)), day_number(date(2026, 12, 31))
    assert taken.register.spans == {"冯知秋": (span,)}
    assert (taken.register.complete, taken.listed, taken.ledgers[0].listed) == (True, frozenset({"qp-samr"}), True)


def test_namesakes_in_two_organs_are_told_apart(tmp_path: Path) -> None:
    officers = [
        ("姓名", "所在单位", "发证日期", "有效期至"),
        ("冯知秋", "青屏县市监局", "2020-1-1", "2026-12-31"),
        ("冯知秋", "青屏县农业农村局", "2020-1-1", "2021-12-31"),
    ]
    workbook(tmp_path / "名册.xlsx", {"机关名册": ORGANS, "执法人员": officers})
    _main(tmp_path, case_row(1))
    taken = _take(tmp_path)
    (filed,) = [one for one in acts(taken.ledgers[0]) if one["act"] == "case-filed"]
    assert filed["field.officers"] == ["冯知秋（青屏县市场监督管理局）", "何有田"]
    assert set(taken.register.spans) == {"冯知秋", "冯知秋（青屏县市场监督管理局）", "冯知秋（青屏县农业农村局）"}


@pytest.mark.parametrize(("rows", "read"), [([], 0), ([case_row(1)], 1)])
def test_no_row_and_one_row_are_ledgers_too(tmp_path: Path, rows: list[Rows], read: int) -> None:
    _main(tmp_path, *rows)
    taken = _take(tmp_path)
    (ledger,) = taken.ledgers
    assert ledger.cases.num_rows == read
    assert ledger.source.carries_act("case-filed")
    assert kinds(taken) == []


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert _take(tmp_path) == Taken()


def test_names_of_five_hundred_signs_are_kept_whole(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1, party="长" * 500))
    (ledger,) = _take(tmp_path).ledgers
    assert ledger.cases["shows.party"].to_pylist() == ["长" * 500]
    assert ledger.personal == frozenset({"shows.party"})


def test_personal_contents_are_hidden_in_problems_unless_asked_for(tmp_path: Path) -> None:
    head = (*MAIN, "身份证号")
    row = [*case_row(1), "11010519491231020X"]
    workbook(tmp_path / "青屏县市监局普通程序.xlsx", {"案件": [head, row]})
    shown = [one.value for personal in (False, True) for one in _take(tmp_path, personal=personal).problems]
    assert shown == ["1101**********020X", "11010519491231020X"]


FILES: list[tuple[str, bytes, str]] = [
    ("锁.xlsx", compound_file("EncryptedPackage"), "file-locked"),
    ("坏.xlsx", b"PK\x03\x04broken", "file-broken"),
    ("空.csv", b"", "file-empty"),
    ("图.xlsx", b"\x89PNG\r\n\x1a\n", "file-not-a-ledger"),
]


@pytest.mark.parametrize(("name", "content", "kind"), FILES, ids=[one[2] for one in FILES])
def test_a_file_that_cannot_be_read_does_not_hold_up_the_others(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(content)
    _main(tmp_path, case_row(1))
    taken = _take(tmp_path)
    assert [(one.kind, one.place.file, one.fate) for one in taken.problems] == [(kind, name, Fate.NOT_READ)]
    assert taken.ledgers[0].cases.num_rows == 1


def test_sheets_that_are_not_read_are_told(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415

    with xlsxwriter.Workbook(str(tmp_path / "杂.xlsx")) as book:
        for name, rows in (("通讯录", [["姓名", "分机"], ["甲", 1]]), ("空", []), ("旧", [list(MAIN), case_row(1)])):
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
        book.get_worksheet_by_name("旧").hide()
    (tmp_path / "通知.docx").write_bytes(b"x")
    told = {(one.kind, one.place.sheet) for one in _take(tmp_path).problems}
    assert told == {("sheet-unknown", "通讯录"), ("sheet-empty", "空"), ("sheet-hidden", "旧"), ("file-no-table", None)}


def test_locks_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "~$台账.xlsx").write_bytes(b"x")
    (tmp_path / ".台账.csv").write_bytes(b"x")
    assert _take(tmp_path) == Taken()


def test_a_folder_of_text_files_is_one_ledger(tmp_path: Path) -> None:
    name = "行政处罚（普通程序、听证）"
    head = ("案号", "办案机关", "立案日期", "处罚决定日期")
    text_file(
        tmp_path / f"{name}·案件.csv", [head, ("一号", "青屏县公安局", "2025/3/1", "20250401")], encoding="gb18030"
    )
    text_file(tmp_path / f"{name}·送达.csv", [SERVED, ("一号", "处罚决定书", "2025.4.3", "直接")], separator="\t")
    (ledger,) = _take(tmp_path).ledgers
    assert [one["act"] for one in acts(ledger)] == ["case-filed", "decision-made", "decision-served"]


def test_a_column_of_which_most_cells_cannot_be_read_is_left_out_as_a_whole(tmp_path: Path) -> None:
    rows = [case_row(number, filed=f"经办{number}") for number in range(9)]
    _main(tmp_path, *rows, case_row(10))
    taken = _take(tmp_path)
    assert kinds(taken) == [("column-unreadable", "C1")]
    assert taken.ledgers[0].cases.num_rows == 10
    assert not taken.ledgers[0].source.carries_act("case-filed")


def test_days_after_the_day_asked_about_are_told_and_kept(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1, decided="2026-02-01"))
    taken = _take(tmp_path)
    assert kinds(taken) == [("day-later", "E2")]
    assert taken.ledgers[0].reach == {"青屏县市监局": date(2025, 3, 3)}


def test_a_sheet_of_scope_says_what_is_kept_and_what_is_not(tmp_path: Path) -> None:
    others = [("案号", "事项", "日期"), ("青市监案〔2025〕1号", "核查线索", "2025-03-01")]
    scope = [("事项", "是否登记"), ("核查线索", "否"), ("收到陈述申辩", "是"), ("没有的事", "是")]
    _main(tmp_path, case_row(1), 其他事项=others, 登记范围=scope)
    taken = _take(tmp_path)
    (ledger,) = taken.ledgers
    assert not ledger.source.carries_act("clue-verified")
    assert [one.kind for one in taken.problems] == ["scope-unknown"]


def test_what_an_organ_never_uses_is_not_carried_of_it(tmp_path: Path) -> None:
    others = [("案号", "事项", "日期"), ("青市监案〔2025〕1号", "核查线索", "2025-03-01")]
    _main(tmp_path, case_row(1), 其他事项=others)
    (ledger,) = _take(tmp_path).ledgers
    assert ledger.source.carries_act("clue-verified")
    assert not ledger.source.carries_act("defence-received")


def test_what_is_always_true_of_a_list_is_put_into_its_acts(tmp_path: Path) -> None:
    head = ("CF_WSH", "CF_XDR_MC", "CF_NR_FK", "CF_JDRQ", "CF_CFJG")
    workbook(
        tmp_path / "双公示.xlsx", {"Sheet1": [head, ("青市监罚〔2025〕1号", "甲", 0.5, "2025/4/18", "青屏县公安局")]}
    )
    (ledger,) = _take(tmp_path).ledgers
    (decided,) = [one for one in acts(ledger) if one["act"] == "decision-made"]
    assert (decided["field.result"], decided["field.fine"]) == ("penalty", 500_000)
    assert ledger.source.carries_field("decision-made", "result")


def test_a_sheet_with_two_columns_of_case_numbers_is_told_and_not_read(tmp_path: Path) -> None:
    head = ("案号", "案号", "立案日期", "办案人员", "处罚决定日期")
    workbook(
        tmp_path / "青屏县市监局普通程序.xlsx", {"案件": [head, ("一号", "二号", "2025-3-3", "冯知秋", "2025-4-1")]}
    )
    taken = _take(tmp_path)
    assert taken.ledgers == ()
    assert {"heading-twice", "sheet-unknown"} <= {one.kind for one in taken.problems}
