"""The findings as data can be read again, by people's programs and by a later run."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.oversight.supervision.ledgers_by_hand import AS_OF, in_time, late, ledger, penalty, taken, worked
from yifa.interfaces.checkup import data as data_module
from yifa.interfaces.checkup.data import write_json, write_parquet
from yifa.interfaces.checkup.told import Told, tell_run
from yifa.oversight.supervision.comparing import changes
from yifa.oversight.supervision.earlier import NotFindings, read_earlier
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH


def told(*ledgers: Any, personal: bool = False) -> Told:
    return tell_run(supervise(taken(*ledgers), AS_OF), (CHINESE, ENGLISH), personal=personal)


def written(one: Told, folder: Path) -> dict[str, Any]:
    write_json(one, folder / "findings.json")
    found: dict[str, Any] = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    return found


def test_a_finding_in_json_has_its_days_its_reasons_and_its_place(tmp_path: Path) -> None:
    data = written(told(ledger("penalty-ordinary", [in_time(), late()])), tmp_path)
    (one,) = (row for row in data["findings"] if row["duty"] == "pen-decide-90d")
    assert (one["organ_name"], one["number"], one["file"], one["row"]) == (
        "青屏县卫生健康局",
        "青市监罚〔2024〕7号",
        "台账.xlsx",
        3,
    )
    assert (one["outcome"], one["class"], one["due"]) == ("unmet", "violation", "2024-05-30")
    assert one["facts"] == [
        {"act": "case-filed", "on": "2024-03-01", "field": None, "value": None},
        {"act": "decision-made", "on": "2024-07-01", "field": None, "value": None},
    ]
    assert [len(one["reasons"][tag]) > 1 for tag in ("zh", "en")] == [True, True]
    assert data["duties"]["penalty-ordinary"]["pen-decide-90d"]["law"]


def test_the_file_of_a_run_without_findings_is_whole(tmp_path: Path) -> None:
    data = written(told(ledger("penalty-ordinary", [])), tmp_path)
    assert (data["schema"], data["cases"], data["findings"]) == ("yifa.findings/1", 0, [])


def test_a_run_compared_with_its_own_file_has_no_change(tmp_path: Path) -> None:
    one = told(ledger("penalty-ordinary", worked("penalty-ordinary")[:150]), ledger("licence", worked("licence")[:60]))
    write_json(one, tmp_path / "findings.json")
    assert one.run.found > 100
    assert changes(read_earlier(tmp_path / "findings.json"), one.run) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第一行", "no JSON"),
        ('{"schema": "yifa.reading/1"}', "`schema` is 'yifa.reading/1'"),
        ('{"schema": "yifa.findings/1"}', "KeyError"),
        ("[]", "`schema` is 'list'"),
    ],
)
def test_another_file_is_refused_with_what_it_is(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "findings.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotFindings, match=said):
        read_earlier(path)


def test_many_findings_are_put_together_a_few_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many at a time, the file is the same; what is masked stays masked."""
    one = told(with_person(), ledger("licence", worked("licence")[:40]), ledger("penalty-ordinary", [late()]))
    asked: list[int] = []

    def counted(told_: Told, places: Any) -> Any:
        asked.append(len(places))
        return rows_of(told_, places)

    rows_of = data_module._rows
    monkeypatch.setattr(data_module, "_rows", counted)
    write_json(one, tmp_path / "whole.json")
    monkeypatch.setattr(data_module, "AT_ONCE", 3)
    write_json(one, tmp_path / "by-three.json")
    assert (tmp_path / "whole.json").read_bytes() == (tmp_path / "by-three.json").read_bytes()
    assert (asked[0], max(asked[1:])) == (one.run.found, 3)
    rows = json.loads((tmp_path / "by-three.json").read_text(encoding="utf-8"))["findings"]
    assert {fact["value"] for row in rows for fact in row["facts"] if fact["field"] == "chair"} == {"严*"}


def with_person() -> Any:
    acts = [
        ("case-filed", "2024-03-01", {"officers": ("严青", "柏舟")}),
        ("decision-made", "2024-07-01", {}),
        ("hearing-held", "2024-06-03", {"chair": "严青"}),
    ]
    return replace(ledger("penalty-ordinary", [penalty("甲", "B", acts)]), personal=frozenset(("field.chair",)))


@pytest.mark.parametrize(("personal", "chair"), [(False, {"严*"}), (True, {"严青"})])
def test_what_tells_of_persons_is_masked_unless_asked_for(personal: bool, chair: set[str], tmp_path: Path) -> None:
    one = told(with_person(), personal=personal)
    data = written(one, tmp_path)
    assert {fact["value"] for row in data["findings"] for fact in row["facts"] if fact["field"] == "chair"} == chair
    write_parquet(one, tmp_path / "findings.parquet")
    table = pq.read_table(tmp_path / "findings.parquet")
    assert {fact["value"] for row in table["facts"].to_pylist() for fact in row if fact["field"] == "chair"} == chair
    words = [fact for row in one.of(CHINESE) for fact in row.facts if "主持人" in fact]
    assert words
    assert all(("严青" in fact) is personal for fact in words)


def test_the_table_has_a_row_for_each_finding_with_its_provenance(tmp_path: Path) -> None:
    one = told(ledger("penalty-ordinary", [in_time(), late()]), ledger("licence", worked("licence")[:20]))
    write_parquet(one, tmp_path / "findings.parquet")
    table = pq.read_table(tmp_path / "findings.parquet")
    assert table.num_rows == one.run.found
    row = next(row for row in table.to_pylist() if row["duty"] == "pen-decide-90d")
    assert (row["organ"], row["file"], row["sheet"], row["row"], row["due"]) == (
        "B",
        "台账.xlsx",
        "台账",
        3,
        date(2024, 5, 30),
    )
    assert table.schema.metadata[b"yifa.as_of"] == b"2025-06-30"
