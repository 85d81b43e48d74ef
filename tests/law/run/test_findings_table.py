"""The table of findings says what the findings of single cases say, fact by fact."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import pyarrow as pa
import pytest

from tests.law.run.test_many_engines import EVERY_PROCEDURE, taken_in, worked
from yifa.law.facts import Case
from yifa.law.run import Finding, engine
from yifa.law.run.case_tables import Asked
from yifa.law.run.findings import written
from yifa.law.run.findings_table import KEY, findings_table, schema
from yifa.law.run.many_cases import many_engine


def table_of(id_: str, asked: list[Asked], **options: Any) -> pa.Table:
    return findings_table(many_engine(id_).judge(taken_in(id_, asked)), **options)


def as_rows(table: pa.Table) -> dict[Any, dict[str, Any]]:
    """Rows by key, with days and minutes put together and facts as texts."""
    found = {}
    for row in table.to_pylist():
        facts = [(one["act"], _moment(one["on"], one["minute"]), one["field"], one["value"]) for one in row["facts"]]
        found[tuple(row[name] for name in KEY)] = {
            "outcome": row["outcome"],
            "class": row["class"],
            "severity": row["severity"],
            "law": row["law"],
            "due": _moment(row["due"], row["due_minute"]),
            "due_earliest": _moment(row["due_earliest"], row["due_earliest_minute"]),
            "not_before": row["not_before"],
            "readings": row["readings"],
            "facts": facts,
            "as_of": row["as_of"],
        }
    return found


def _moment(day: date | None, minute: int | None) -> str | None:
    if day is None or minute is None:
        return written(day)
    return written(datetime(day.year, day.month, day.day) + timedelta(minutes=minute))


def as_told(finding: Finding, place: int, contested: list[dict[str, str]]) -> tuple[Any, dict[str, Any]]:
    data = finding.as_data()
    facts = [(one["act"], one["on"], one["field"], one["value"]) for one in data["facts"]]
    as_of = finding.as_of
    return (data["procedure"], place, data["duty"], data["subject"]), {
        **{name: data[name] for name in ("outcome", "class", "severity", "law", "due", "due_earliest")},
        "not_before": finding.result.not_before,
        "readings": [contested.index(reading) for reading in data["readings"]],
        "facts": sorted(facts, key=lambda fact: (fact[1] or "9999", fact[0], fact[2] or "", fact[3] or "")),
        "as_of": as_of.date() if isinstance(as_of, datetime) else as_of,
    }


@pytest.mark.parametrize("id_", EVERY_PROCEDURE)
def test_every_finding_of_every_example_is_told_alike(id_: str) -> None:
    judge, asked = engine(id_), worked(id_)
    contested = {
        duty.id: [{"zh": one.zh, "en": one.en} for one in duty.contested] for duty in judge.whole.folder.duties
    }
    expected = dict(
        as_told(finding, place, contested[finding.result.duty])
        for place, one in enumerate(asked)
        for finding in judge.findings(one.case, one.as_of, one.known_at, source=one.source)
    )
    found = as_rows(table_of(id_, asked))
    assert {key: (expected.get(key), row) for key, row in found.items() if expected.get(key) != row} == {}
    assert found.keys() == expected.keys()
    assert found or id_ != "licence"


def test_the_table_carries_what_was_asked_and_its_columns_hold_for_no_finding_too() -> None:
    asked = [Asked(Case("c", "licence", ()), date(2024, 5, 6))]
    table = table_of("licence", asked, known_at=datetime(2024, 5, 7, 9))
    whole = many_engine("licence")
    assert table.num_rows == 0
    assert table.schema.equals(schema(pa.int64()))
    assert table.schema.metadata == {
        b"yifa.schema": b"yifa.findings/1",
        b"yifa.calendar": whole.calendar.digest.encode(),
        b"yifa.corpus": whole.whole.folder.digest.encode(),
        b"yifa.known_at": b"2024-05-07T09:00",
    }


def test_facts_may_be_left_out() -> None:
    asked = list(islice(worked("licence"), 0, None, 20))
    short, full = table_of("licence", asked, facts=False), table_of("licence", asked)
    assert short.drop_columns("facts").equals(full.drop_columns("facts"))
    assert short["facts"].to_pylist() == [[]] * short.num_rows
    assert any(full["facts"].to_pylist())


def test_an_act_whose_day_is_blank_is_told_last() -> None:
    told = table_of("licence", worked("licence"))["facts"].to_pylist()
    assert any(fact["on"] is None for facts in told for fact in facts)
    for facts in told:
        days = [fact["on"] for fact in facts]
        assert days == [day for day in days if day] + [day for day in days if not day]
