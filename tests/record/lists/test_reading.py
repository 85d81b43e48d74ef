"""Lists are read from the workbook an office has; what is wrong is told by file, sheet, row, column and value."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.lists.workbooks import BANDS, POWERS, workbook
from yifa.ledgers.telling import tell_place
from yifa.record.lists.choices import ListKind
from yifa.record.lists.reading import ReadList, read_list
from yifa.record.lists.sheets import KEYS, SHEETS
from yifa.record.lists.telling import tell_list_problem
from yifa.wording import language


def told(read: ReadList, tag: str = "en") -> list[str]:
    speech = language(tag)
    return [f"{tell_place(one.place, speech)}: {tell_list_problem(one, speech)}" for one in read.problems]


def test_titles_above_other_headings_and_totals_below_are_no_hindrance(tmp_path: Path) -> None:
    read = read_list(workbook(tmp_path / "权责.xlsx", POWERS), ListKind.POWERS)
    assert [(row.key, row.row, row.values["kind"]) for row in read.rows] == [
        ("P-1", 3, "penalty"),
        ("P-2", 4, "licence"),
    ]
    assert (read.problems, read.is_whole, read.sheet, len(read.digest)) == ((), True, "清单", 64)


def test_amounts_are_fen_whatever_unit_the_heading_names(tmp_path: Path) -> None:
    read = read_list(workbook(tmp_path / "裁量.xlsx", BANDS), ListKind.DISCRETION)
    assert [(row.key, row.values["minimum"], row.values["maximum"]) for row in read.rows] == [
        ("无照经营/轻微", 100_000, 500_000),
        ("无照经营/一般", 500_000, 1_000_000),
    ]


def test_what_is_wrong_is_told_with_its_place_and_what_was_expected(tmp_path: Path) -> None:
    rows = (
        *POWERS[1:3],
        ("P-1", "又一项", "行政处罚", "青屏县市场监督管理局"),
        ("", "没有编码", "行政处罚", "青屏县市场监督管理局"),
        ("P-3", "类型不对", "行政审批", "青屏县市场监督管理局"),
    )
    read = read_list(workbook(tmp_path / "权责.xlsx", rows), ListKind.POWERS)
    assert (read.is_whole, [row.key for row in read.rows]) == (False, ["P-1", "P-3"])
    assert [line.partition("行政许可")[0] for line in told(read)] == [
        "权责.xlsx · 清单 · A4: This cell must be filled in.",
        "权责.xlsx · 清单 · C5: «行政审批» is not among the words that may stand here: ",
        "权责.xlsx · 清单 · A3: «P-1» stands in row 2 already: keep one of them.",
    ]
    assert told(read, "zh")[2].endswith("“P-1”在第2行已经有了，请只留一处。")


def test_a_workbook_without_the_needed_columns_says_which(tmp_path: Path) -> None:
    read = read_list(workbook(tmp_path / "权责.xlsx", [("权力编码", "职权名称"), ("P-1", "甲")]), ListKind.POWERS)
    assert told(read) == [
        "权责.xlsx · 清单: The list needs the columns «实施机关»; add them, or write their headings so."
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("没有.xlsx", None, "没有.xlsx: There is no such file."),
        ("文字.xlsx", "清单如下".encode(), "文字.xlsx: No ledger with these headings is known; 1 rows were not read."),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    read = read_list(tmp_path / name, ListKind.POWERS)
    assert (read.is_whole, told(read)[0][: len(said)]) == (False, said)


def test_every_kind_of_list_has_its_columns_and_what_items_are_known_by() -> None:
    for kind in ListKind:
        ids = [column.id for column in SHEETS[kind].columns]
        assert len(ids) == len(set(ids))
        assert set(KEYS[kind]) <= {column.id for column in SHEETS[kind].columns if column.needed}
