"""What two invented organs keep of penalties and reconsideration: gathered, as out of their ledgers."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from tests.law.run.counted import Record, tables
from yifa.law.run.counting import Tables
from yifa.oversight.reporting.gathering import Gathered, Organ

ORGANS = {"qp": Organ("qp", "青屏县市场监督管理局", "county", "zf"), "js": Organ("js", "青屏县司法局", "county", "zf")}
PENALTY = {
    "result": pa.string(),
    "fine": pa.int64(),
    "gains_confiscated": pa.int64(),
    "penalties": pa.list_(pa.string()),
}
REVIEW = {"procedure": pa.string(), "result": pa.string(), "basis": pa.string()}


def day(month: int, of: int) -> date:
    return date(2024, month, of)


def penalty(case: str, filed: date, decided: date | None, fine: int, words: list[str]) -> Record:
    record = Record(case, "qp", [("case-filed", filed, {})])
    if decided is not None:
        fields = {"result": "penalty", "fine": fine, "gains_confiscated": 0, "penalties": words}
        record.acts += [("decision-made", decided, fields), ("case-closed", decided, {})]
    return record


def penalties() -> list[Record]:
    """Three filed in 2024, two decided: one fine of 1,000 yuan, one warning."""
    return [
        penalty("p1", day(1, 5), day(2, 4), 100_000, ["罚款", "警告"]),
        penalty("p2", day(3, 1), day(3, 11), 0, ["警告"]),
        penalty("p3", day(12, 1), None, 0, []),
        penalty("p4", date(2023, 5, 1), date(2023, 6, 1), 5_000, ["罚款"]),
    ]


def review(case: str, accepted: date, decided: date | None = None, result: str = "") -> Record:
    record = Record(case, "js", [("application-received", accepted, {}), ("application-accepted", accepted, {})])
    if decided is not None:
        record.acts.append(("decision-made", decided, {"result": result}))
    return record


def reviews() -> list[Record]:
    """One carried in and concluded, one accepted and concluded, one accepted and open."""
    return [
        review("r1", date(2023, 12, 20), day(2, 1), "upheld"),
        review("r2", day(4, 1), day(5, 1), "revoked"),
        review("r3", day(11, 1)),
    ]


def placed(procedure: str, records: list[Record], types: dict[str, pa.DataType]) -> Tables:
    """Records as tables, each case with the place where it stands."""
    acts, cases = tables(records, types)
    size = cases.num_rows
    for name, values in (
        ("number", [f"〔2024〕{place}号" for place in range(1, size + 1)]),
        ("file", ["台账.xlsx"] * size),
        ("sheet", ["案件"] * size),
        ("row", list(range(2, size + 2))),
    ):
        cases = cases.append_column(name, pa.array(values))
    return Tables(procedure, acts, cases)


def gathered() -> Gathered:
    """Both organs together."""
    return Gathered(
        (placed("penalty-ordinary", penalties(), PENALTY), placed("reconsideration", reviews(), REVIEW)),
        ORGANS,
        ("zf",),
        1,
    )
