"""What is carried of which cases, seen from whole folders."""

from pathlib import Path

from tests.ledgers.invented import AS_OF, workbook
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder


def _take(folder: Path, *procedures: str) -> Taken:
    return take_folder(folder, as_of=AS_OF, ledgers=procedures or ("penalty-ordinary",))


HEAD = ("案号", "办案机关", "立案日期", "处罚决定日期")
OTHERS = ("案号", "事项", "日期")


def test_files_with_the_same_columns_are_carried_together(tmp_path: Path) -> None:
    for name in ("青屏县公安局", "青屏县交通局"):
        workbook(tmp_path / f"{name}普通程序.xlsx", {"案件": [HEAD, ("一号", name, "2025-3-1", "")]})
    (ledger,) = _take(tmp_path).ledgers
    assert ledger.files == ("青屏县交通局普通程序.xlsx", "青屏县公安局普通程序.xlsx")
    assert ledger.file == "青屏县交通局普通程序.xlsx (+1)"
    assert ledger.cases["file"].to_pylist() == list(ledger.files)


def test_each_organ_carries_what_it_uses(tmp_path: Path) -> None:
    cases = [HEAD, ("一号", "青屏县公安局", "2025-3-1", ""), ("二号", "青屏县交通局", "2025-3-1", "")]
    others = [OTHERS, ("一号", "核查线索", "2025-3-1")]
    workbook(tmp_path / "普通程序.xlsx", {"案件": cases, "其他事项": others})
    carried = {
        one.cases["organ"].to_pylist()[0]: one.source.carries_act("clue-verified") for one in _take(tmp_path).ledgers
    }
    assert carried == {"青屏县公安局": True, "青屏县交通局": False}


def test_a_long_sheet_is_carried_though_no_row_stands_in_it(tmp_path: Path) -> None:
    cases = [HEAD, ("一号", "青屏县公安局", "2025-3-1", "")]
    workbook(tmp_path / "普通程序.xlsx", {"案件": cases, "听证": [("案号", "主持人", "听证举行日期")]})
    (ledger,) = _take(tmp_path).ledgers
    assert ledger.source.carries_act("hearing-held")


def test_a_number_that_only_a_sheet_with_own_cases_has_is_a_case(tmp_path: Path) -> None:
    from yifa.law.catalogue.folders import folder, procedure_ids  # noqa: PLC0415

    own = [
        (name, sheet)
        for name in procedure_ids()
        for ledger in [folder(name).ledger]
        if ledger is not None
        for sheet in ledger.sheets
        if sheet.own_cases and sheet.choosers and sheet.choosers[0].acts not in (None, "all")
    ]
    name, sheet = own[0]
    key = next(one.zh for one in sheet.columns if one.key == "case")
    chooser = sheet.choosers[0]
    assert isinstance(chooser.acts, dict)
    day = next(one.zh for one in sheet.columns if one.of_chosen and one.part in (None, "day") and not one.field)
    rows = [(key, chooser.zh, day), ("甲一号", next(iter(chooser.acts)), "2025-3-1")]
    workbook(tmp_path / f"青屏县公安局{folder(name).procedure.title.zh}.xlsx", {sheet.title.zh: rows})
    (ledger,) = _take(tmp_path, name).ledgers
    assert ledger.cases.select(["number", "organ"]).to_pylist() == [{"number": "甲一号", "organ": "青屏县公安局"}]
    assert ledger.acts.num_rows >= 1
