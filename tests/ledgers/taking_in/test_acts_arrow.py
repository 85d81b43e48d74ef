import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from yifa.law.catalogue.folders import folder
from yifa.ledgers.taking_in.acts_arrow import ActsKept, days_of_cases

PROCEDURE = folder("penalty-ordinary").procedure
KEYS = ("甲/一号", "甲/二号", "乙/一号")


def _tables(
    kinds: dict[str, pl.DataFrame], of_group: np.ndarray, many: int, keys: tuple[str, ...] = KEYS
) -> list[pa.Table]:
    kept = ActsKept(of_group, many, keys, PROCEDURE)
    for act in sorted(kinds):
        kept.add(act, kinds[act])
    return kept.tables()


def _frames() -> dict[str, pl.DataFrame]:
    filed = pl.DataFrame(
        {
            "case": pl.Series([2, 0, 1], dtype=pl.Int32),
            "day": [30, 10, None],
            "minute": pl.Series([None, None, None], dtype=pl.Int64),
            "id": pl.Series([None, None, None], dtype=pl.String),
            "field.officers": ["张三、李四", None, "王五"],
            "field.major": [None, True, False],
        }
    )
    decided = pl.DataFrame(
        {
            "case": pl.Series([0, 0], dtype=pl.Int32),
            "day": [20, 20],
            "minute": [600, None],
            "id": ["二号", "一号"],
            "field.fine": [500_000, None],
            "field.result": ["penalty", None],
        }
    )
    return {"decision-made": decided, "case-filed": filed}


def test_acts_come_kind_by_kind_with_what_each_has() -> None:
    (table,) = _tables(_frames(), np.zeros(4, np.int32), 1)
    rows = [{name: held for name, held in row.items() if held is not None} for row in table.to_pylist()]
    assert rows == [
        {"case": "甲/一号", "act": "case-filed", "day": 10, "field.major": True},
        {"case": "甲/二号", "act": "case-filed", "field.officers": ["王五"], "field.major": False},
        {"case": "乙/一号", "act": "case-filed", "day": 30, "field.officers": ["张三", "李四"]},
        {
            "case": "甲/一号",
            "act": "decision-made",
            "day": 20,
            "minute": 600,
            "id": "二号",
            "field.fine": 500_000,
            "field.result": "penalty",
        },
        {"case": "甲/一号", "act": "decision-made", "day": 20, "id": "一号"},
    ]


def test_groups_get_their_own_acts_and_cases_of_none_get_none() -> None:
    one, other = _tables(_frames(), np.array([0, -1, 1]), 2)
    assert one["case"].to_pylist() == ["甲/一号"] * 3
    assert other.select(["case", "act"]).to_pylist() == [{"case": "乙/一号", "act": "case-filed"}]
    assert one.schema == other.schema


def test_no_act_at_all_is_a_table_without_rows() -> None:
    (table,) = _tables({}, np.zeros(1, np.int32), 1, ())
    assert (table.num_rows, table.column_names) == (0, ["case", "act", "day", "minute", "id"])


@pytest.mark.parametrize(("as_of", "last"), [(100, [20, None, 30]), (15, [10, None, None])])
def test_the_last_day_of_each_case_is_known(as_of: int, last: list[int | None]) -> None:
    (table,) = _tables(_frames(), np.zeros(4, np.int32), 1)
    found = days_of_cases(table, as_of, 3).tolist()
    assert [None if day < 0 else day for day in found] == last
