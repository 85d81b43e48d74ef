"""Two runs compared: new, gone, other; what is the same is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.law.run.test_many_engines import taken_in
from yifa.law.conditions import day_number
from yifa.law.facts import Act, Case
from yifa.law.run.case_tables import Asked
from yifa.law.run.comparing_runs import compare_runs
from yifa.law.run.findings_table import findings_table
from yifa.law.run.many_cases import many_engine

RECEIVED, LATE = date(2024, 3, 1), date(2024, 6, 3)


def findings(acts: dict[str, date], as_of: date) -> pa.Table:
    told = tuple(Act(kind, day_number(day), None, {}) for kind, day in acts.items())
    asked = [Asked(Case("c", "licence", told), as_of)]
    return findings_table(many_engine("licence").judge(taken_in("licence", asked)))


def short(table: pa.Table) -> list[tuple[Any, ...]]:
    columns = ("duty", "change", "outcome_before", "outcome")
    return list(zip(*(table[name].to_pylist() for name in columns), strict=True))


def test_a_term_that_ran_out_is_new_and_one_that_was_kept_after_all_is_gone() -> None:
    acts = {"application-received": RECEIVED, "application-accepted": RECEIVED}
    early, late = findings(acts, RECEIVED), findings(acts, LATE)
    mended = findings({**acts, "decision-made": date(2024, 3, 8)}, LATE)
    decided = "lic-decide-20wd"
    assert (decided, "new", None, "unmet") in short(compare_runs(early, late))
    assert (decided, "gone", "unmet", None) in short(compare_runs(late, mended))


def test_what_did_not_change_is_left_out() -> None:
    late = findings({"application-received": RECEIVED, "application-accepted": RECEIVED}, LATE)
    assert late.num_rows > 0
    assert compare_runs(late, late).num_rows == 0


def row(duty: str, **changed: Any) -> dict[str, Any]:
    usual = {"procedure": "p", "case": "c", "duty": duty, "subject": "case", "outcome": "unmet", "class": "violation"}
    blank = dict.fromkeys(("due", "due_minute", "due_earliest", "due_earliest_minute"))
    return {**usual, **blank, "due": RECEIVED, **changed}


def table(*rows: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=_SCHEMA)


_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("procedure", "case", "duty", "subject", "outcome", "class")]
    + [("due", pa.date32()), ("due_minute", pa.int16()), ("due_earliest", pa.date32())]
    + [("due_earliest_minute", pa.int16())]
)


def test_another_day_class_or_outcome_is_a_change_and_both_are_told() -> None:
    before = table(row("a"), row("b"), row("c"), row("d", **{"class": None, "outcome": "unknown"}), row("e"))
    after = table(row("d"), row("c", due=LATE), row("b", **{"class": "advisory"}), row("a"), row("f"))
    found = compare_runs(before, after).to_pylist()
    assert [(one["duty"], one["change"]) for one in found] == [
        ("b", "other"),
        ("c", "other"),
        ("d", "other"),
        ("e", "gone"),
        ("f", "new"),
    ]
    assert (found[0]["class_before"], found[0]["class"]) == ("violation", "advisory")
    assert (found[1]["due_before"], found[1]["due"]) == (RECEIVED, LATE)
    assert (found[2]["class_before"], found[2]["class"]) == (None, "violation")


def test_findings_written_to_a_lake_and_read_again_compare_alike(tmp_path: Path) -> None:
    late = findings({"application-received": RECEIVED, "application-accepted": RECEIVED}, LATE)
    pq.write_table(late, tmp_path / "findings.parquet")
    again = pq.read_table(tmp_path / "findings.parquet")
    assert again.schema.metadata[b"yifa.schema"] == b"yifa.findings/1"
    assert compare_runs(late, again).num_rows == 0


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="a key stands twice"):
        compare_runs(table(row("a"), row("a")), table())
