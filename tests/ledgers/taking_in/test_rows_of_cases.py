from pathlib import Path
from typing import Any

import pytest

from tests.ledgers.invented import AS_OF, MAIN, Rows, case_row, kinds, workbook
from yifa.ledgers.problems import Fate, Severity
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder

PROCEDURES = ("penalty-ordinary", "penalty-simple", "licence")
SERVED = ("案号", "文书", "送达日期", "送达方式")


def _take(folder: Path, **options: Any) -> Taken:
    return take_folder(folder, as_of=AS_OF, ledgers=PROCEDURES, **options)


def _main(folder: Path, *rows: Rows, name: str = "青屏县市监局处罚（普通程序）台账.xlsx", **sheets: Rows) -> Path:
    return workbook(folder / name, {"案件": [MAIN, *rows], **sheets})


BAD: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"filed": "2025年2月30日"}, [("no-such-day", "C2")]),
    ({"filed": "3月5日"}, [("day-without-year", "C2")]),
    ({"fine": "五千多"}, [("not-money", "F2")]),
    ({"officers": "张三等2人"}, [("names-not-all", "D2")]),
    ({"filed": "已立案", "fine": "-1"}, [("not-a-day", "C2"), ("negative", "F2")]),
    ({"number": ""}, [("no-case-number", "A2")]),
    ({"number": "无"}, [("no-case-number", "A2")]),
]


@pytest.mark.parametrize(("changed", "expected"), BAD)
def test_a_row_with_a_wrong_cell_is_held_and_good_rows_go_on(
    tmp_path: Path, changed: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    _main(tmp_path, case_row(1, **changed), case_row(2), case_row(3))
    taken = _take(tmp_path)
    assert kinds(taken) == expected
    (ledger,) = taken.ledgers
    assert ledger.cases["number"].to_pylist() == ["青市监案〔2025〕2号", "青市监案〔2025〕3号"]
    (held,) = taken.held
    assert [row.row for row in held.rows] == [2]
    assert {problem.place.cell for problem in held.rows[0].problems} == {cell for _, cell in expected}


def test_with_a_held_row_the_whole_case_is_held(tmp_path: Path) -> None:
    rows = [
        SERVED,
        ("青市监案〔2025〕1号", "处罚决定书", "某日", "直接"),
        ("青市监案〔2025〕2号", "处罚决定书", "2025-4-20", "直接"),
    ]
    _main(tmp_path, case_row(1), case_row(2), 送达=rows)
    taken = _take(tmp_path)
    assert taken.ledgers[0].cases["number"].to_pylist() == ["青市监案〔2025〕2号"]
    assert [(one.sheet, row.row) for one in taken.held for row in one.rows] == [("案件", 2), ("送达", 2)]
    (with_it,) = [one for one in taken.problems if one.kind == "case-held"]
    assert (with_it.severity, with_it.fate, with_it.place.cell) == (Severity.NOTE, Fate.HELD, "2")


def test_nothing_is_dropped_in_silence(tmp_path: Path) -> None:
    rows = [
        SERVED,
        ("青市监案〔2025〕1号", "处罚决定书", "2025-04-20", "直接"),
        ("青市监案〔2025〕1号", "处罚决定书", "2025-04-20", "直接"),
        ("青市监案〔2025〕9号", "处罚决定书", "2025-04-20", "直接"),
        ("", "处罚决定书", "2025-04-20", "直接"),
        ("青市监案〔2025〕1号", "", "2025-04-20", "直接"),
        ("青市监案〔2025〕1号", "传票", "2025-04-20", "直接"),
        ("合计", "", "", ""),
    ]
    _main(tmp_path, case_row(1), case_row(1), case_row(2, filed="x"), case_row(3), case_row(3, fine=1), 送达=rows)
    taken = _take(tmp_path)
    for one in taken.sheets:
        assert one.read == one.taken + one.copies + one.held + one.aside + one.moved
    assert sum(len(one.rows) for one in taken.held) == sum(one.held for one in taken.sheets)
    told = {one.place.row for one in taken.problems if one.place.sheet == "送达"}
    assert told >= {3, 4, 5, 6, 7, 8}


def test_copied_rows_are_taken_once_and_told(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1), case_row(2), case_row(1, filed="2025年3月3日"))
    taken = _take(tmp_path)
    assert taken.ledgers[0].cases.num_rows == 2
    (copy,) = [one for one in taken.problems if one.kind == "row-copy"]
    assert (copy.place.row, copy.fate, copy.values["row"]) == (4, Fate.COPY, 2)


def test_rows_that_contradict_one_another_are_both_held(tmp_path: Path) -> None:
    _main(tmp_path, case_row(1), case_row(1, fine=9000), case_row(2))
    taken = _take(tmp_path)
    assert kinds(taken) == [("rows-disagree", "A2"), ("rows-disagree", "A3")]
    assert taken.problems[0].values["headings"] == ["罚款金额（元）"]
    assert taken.ledgers[0].cases["number"].to_pylist() == ["青市监案〔2025〕2号"]
