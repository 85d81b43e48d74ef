from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ledgers.invented import AS_OF, case_row, kinds, workbook
from yifa.law.catalogue.errors import CorpusFaults
from yifa.ledgers.corrections import write_corrections
from yifa.ledgers.headings.mapping_file import written_mapping
from yifa.ledgers.taken import MappedSheet, Taken
from yifa.ledgers.taking_in import take_folder
from yifa.ledgers.telling import tell_problem
from yifa.wording import language

HEAD = ("编码", "名称", "日期一", "人", "日期二", "数额（万元）")
GIVEN = """
sheets:
- file: 青屏县市监局7月.xlsx
  sheet: Sheet1
  table: penalty-ordinary/main
  heading-row: 2
  columns: {编码: number, 名称: party, 日期一: filed, 人: officers, 日期二: decided, 数额（万元）: fine}
"""


def _take(folder: Path, mapping: str | None, **options: Any) -> Taken:
    path = None
    if mapping is not None:
        path = folder / "对应.yaml"
        path.write_text(mapping, encoding="utf-8")
    return take_folder(folder, as_of=AS_OF, ledgers=("penalty-ordinary", "licence"), mapping=path, **options)


def _ledger(folder: Path, name: str = "青屏县市监局7月.xlsx") -> None:
    workbook(folder / name, {"Sheet1": [["表"], HEAD, case_row(1, fine=0.5)]})


@pytest.mark.parametrize("name", ["青屏县市监局7月.xlsx", "青屏县市监局8月.xlsx", "另一个.xlsx"])
def test_a_mapping_says_what_nobody_could_tell_this_month_and_the_next(tmp_path: Path, name: str) -> None:
    _ledger(tmp_path, name)
    assert [one.kind for one in _take(tmp_path, None).problems] == ["sheet-unknown"]
    (ledger,) = _take(tmp_path, GIVEN).ledgers
    assert ledger.acts["field.fine"].to_pylist() == [None, 500_000]


def test_a_sheet_may_be_left_out(tmp_path: Path) -> None:
    _ledger(tmp_path)
    taken = _take(tmp_path, "sheets:\n- {file: 青屏县市监局7月.xlsx, sheet: Sheet1, table: null}\n")
    assert (taken.ledgers, [one.kind for one in taken.problems]) == ((), ["sheet-left-out"])


def test_the_mapping_of_a_run_can_be_written_changed_and_used_again(tmp_path: Path) -> None:
    head = ("案号", "当事人", "立案时间", "办案人员", "处罚决定日期", "交来的钱（元）")
    workbook(tmp_path / "青屏县市监局普通程序.xlsx", {"案件": [head, case_row(1)]})
    first = _take(tmp_path, None)
    assert kinds(first) == [("heading-unknown", "F1")]
    written = written_mapping(first.ledgers[0].mapped)
    assert "立案时间: filed" in written
    mended = written.replace('"交来的钱（元）": null', '"交来的钱（元）": fine')
    assert mended != written
    second = _take(tmp_path, mended)
    assert kinds(second) == []
    assert second.ledgers[0].source.carries_field("decision-made", "fine")


def test_files_with_the_same_columns_are_written_once_with_what_was_declared(tmp_path: Path) -> None:
    for name in ("青屏县市监局普通程序7月.xlsx", "青屏县农业农村局普通程序7月.xlsx"):
        workbook(tmp_path / name, {"案件": [("案号", "立案日期"), ("一号", "2025-3-1")]})
    first = written_mapping(_mapped(_take(tmp_path, None)), {"penalty-ordinary/main": ("举行听证",)})
    assert first.count("- file: ") == 1
    assert "  also:\n  - 青屏县市监局普通程序7月.xlsx\n" in first
    assert "举行听证\n  did-not-occur: []\n" in first
    said = first.replace("did-not-occur: []", "did-not-occur: [举行听证]")
    second = _take(tmp_path, said)
    assert {one.declared for one in second.ledgers} == {frozenset(("hearing-held",))}
    assert all(one.source.carries_act("hearing-held") for one in second.ledgers)
    assert "did-not-occur: [举行听证]" in written_mapping(_mapped(second))


def test_mended_rows_are_read_and_told_as_the_ledger_they_came_from(tmp_path: Path) -> None:
    for name in ("青屏县市监局7月.xlsx", "青屏县农业农村局7月.xlsx"):
        workbook(tmp_path / name, {"Sheet1": [["表"], HEAD, case_row(1), case_row(2, filed="2025年2月30日")]})
    said = GIVEN.replace("  table:", "  also: [青屏县农业农村局7月.xlsx]\n  did-not-occur: [举行听证]\n  table:", 1)
    held = _take(tmp_path, said).held
    path = tmp_path / "需更正.xlsx"
    write_corrections(held, path, language("zh"))
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:]:
        sheet["C2"] = "2025-02-28"
    book.save(path)
    taken = _take(tmp_path, said)
    assert kinds(taken) == []
    assert [(one.cases.num_rows, one.declared) for one in taken.ledgers] == [(4, frozenset(("hearing-held",)))]


def _mapped(taken: Taken) -> list[MappedSheet]:
    return [sheet for ledger in taken.ledgers for sheet in ledger.mapped]


@pytest.mark.parametrize(
    ("mapping", "line", "said"),
    [
        ("sheets:\n- {file: a, sheet: b, table: penalty/main}\n", 2, "there is no table «penalty/main»"),
        (
            "sheets:\n- file: a\n  sheet: b\n  table: penalty-ordinary/main\n  columns: {案: numbre}\n",
            5,
            "no column «numbre»",
        ),
        (
            "sheets:\n- file: a\n  sheet: b\n  table: penalty-ordinary/main\n  did-not-occur: [下雨]\n",
            5,
            "knows no act «下雨»",
        ),
        ("sheets:\n- file: a\n  table: null\n", 2, "is missing"),
        ("sheets:\n- {file: a, sheet: b, table: null, spalten: {}}\n", 2, "is not known here"),
        ("sheets: [\n", 2, "not readable as YAML"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_where(tmp_path: Path, mapping: str, line: int, said: str) -> None:
    with pytest.raises(CorpusFaults) as refused:
        _take(tmp_path, mapping)
    (fault,) = refused.value.faults
    assert (fault.line, said in fault.message) == (line, True)


def test_sheets_that_were_not_read_stand_in_the_mapping_to_be_filled_in(tmp_path: Path) -> None:
    head = ("案号", "处罚决定日期")
    sheets = {"Sheet1": [head, ("一号", "2025-03-01")], "通讯录": [("科室", "电话"), ("法规科", "8101")]}
    workbook(tmp_path / "甲.xlsx", sheets)
    both = ("penalty-ordinary", "penalty-simple")
    first = take_folder(tmp_path, as_of=AS_OF, ledgers=both)
    assert sorted(one.kind for one in first.problems) == ["sheet-ambiguous", "sheet-unknown"]
    written = written_mapping((), None, first.problems)
    path = tmp_path / "columns.yaml"
    path.write_text(written, encoding="utf-8")
    unchanged = take_folder(tmp_path, as_of=AS_OF, ledgers=both, mapping=path)
    assert sorted(one.kind for one in unchanged.problems) == ["sheet-ambiguous", "sheet-unknown"]
    filled = written.replace("# - file", "- file").replace("#   ", "  ")
    assert "sheet: 通讯录" in filled
    mended = tmp_path / "mended.yaml"
    mended.write_text(filled, encoding="utf-8")
    taken = take_folder(tmp_path, as_of=AS_OF, ledgers=both, mapping=mended)
    assert [(one.procedure, one.cases.num_rows) for one in taken.ledgers] == [("penalty-ordinary", 1)]
    assert [one.kind for one in taken.problems if one.place.sheet == "通讯录"] == ["sheet-left-out"]


def test_the_tables_a_sheet_might_be_are_called_as_people_call_them(tmp_path: Path) -> None:
    workbook(tmp_path / "甲.xlsx", {"Sheet1": [("案号", "处罚决定日期"), ("一号", "2025-03-01")]})
    (problem,) = take_folder(tmp_path, as_of=AS_OF, ledgers=("penalty-ordinary", "penalty-simple")).problems
    assert "行政处罚（普通程序、听证）·案件" in tell_problem(problem, language("zh"))
    assert "penalty-ordinary" not in tell_problem(problem, language("en"))
