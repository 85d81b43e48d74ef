"""Rows in any order and columns in any order give the same tables."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledgers.invented import text_file
from yifa.ledgers.taking_in import take_folder

HEAD = ("案号", "办案机关", "立案日期", "办案人员", "处罚决定日期", "罚款金额（元）", "决定书文号")
SERVED = ("案号", "文书", "送达日期", "送达方式")
DAYS = ("", "2025-03-03", "2025.3.4", "20250305", "不详", "无", "2月30日")
MAIN_ROW = st.tuples(
    st.sampled_from([f"{number}号" for number in range(5)]),
    st.sampled_from(["青屏县公安局", "青屏县交通局", ""]),
    st.sampled_from(DAYS),
    st.sampled_from(["冯知秋、何有田", "何有田", "", "某某等2人"]),
    st.sampled_from(DAYS),
    st.sampled_from(["5000", "0.5万元", "", "无", "很多"]),
    st.sampled_from(["", "一号", "二号"]),
)
LONG_ROW = st.tuples(
    st.sampled_from([f"{number}号" for number in range(6)]),
    st.sampled_from(["处罚决定书", "告知书", ""]),
    st.sampled_from(DAYS),
    st.sampled_from(["直接", "邮寄", ""]),
)


def _taken(main: list[Any], served: list[Any]) -> tuple[list[pa.Table], list[pa.Table], list[tuple[str, int, int]]]:
    with tempfile.TemporaryDirectory() as folder:
        text_file(Path(folder) / "普通程序·案件.csv", main)
        text_file(Path(folder) / "普通程序·送达.csv", served)
        taken = take_folder(Path(folder), as_of=date(2025, 12, 31), ledgers=("penalty-ordinary",))
    ledgers = sorted(taken.ledgers, key=lambda one: (sorted(one.source.without), one.cases["case"].to_pylist()))
    acts = [one.acts.select(sorted(one.acts.column_names)).to_pylist() for one in ledgers]
    cases = [one.cases.drop_columns(["row", "source"]).to_pylist() for one in ledgers]
    rows = sorted((one.table, one.taken + one.copies, one.held) for one in taken.sheets)
    return acts, cases, rows


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(MAIN_ROW, min_size=1, max_size=8),
    st.lists(LONG_ROW, max_size=8),
    st.permutations(range(len(HEAD))),
    st.permutations(range(len(SERVED))),
    st.randoms(use_true_random=False),
)
def test_rows_and_columns_may_come_in_any_order(
    main: list[Any], served: list[Any], columns: list[int], others: list[int], chance: Any
) -> None:
    moved, sent = list(main), list(served)
    chance.shuffle(moved)
    chance.shuffle(sent)
    as_they_are = _taken([HEAD, *main], [SERVED, *served])
    turned = _taken(
        [[row[place] for place in columns] for row in (HEAD, *moved)],
        [[row[place] for place in others] for row in (SERVED, *sent)],
    )
    assert turned == as_they_are
