"""A folder of ledgers comes to what its cases come to one by one, each with its organ, file, sheet and row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.oversight.supervision.ledgers_by_hand import AS_OF, in_time, late, ledger, penalty, taken, worked
from yifa.law.facts import Register, Source
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.points import points


def found(run: Any, duty: str) -> list[dict[str, Any]]:
    names = ("number", "duty", "subject", "outcome", "class", "due", "organ", "file", "sheet", "row")
    return [row for one in run.ledgers for row in one.findings.select(names).to_pylist() if row["duty"] == duty]


def test_a_finding_says_where_its_case_stands() -> None:
    run = supervise(taken(ledger("penalty-ordinary", [in_time(), late()])), AS_OF)
    assert found(run, "pen-decide-90d") == [
        {
            "number": "青市监罚〔2024〕7号",
            "duty": "pen-decide-90d",
            "subject": "case",
            "outcome": "unmet",
            "class": "violation",
            "due": date(2024, 5, 30),
            "organ": "B",
            "file": "台账.xlsx",
            "sheet": "台账",
            "row": 3,
        }
    ]


def sorted_rows(findings: Any) -> list[dict[str, Any]]:
    return sorted(findings.to_pylist(), key=lambda row: (row["case"], row["duty"], row["subject"]))


@pytest.mark.parametrize("procedure", ["penalty-ordinary", "licence"])
def test_what_many_cases_come_to_is_what_each_is_told_to_be(procedure: str) -> None:
    run = supervise(taken(ledger(procedure, worked(procedure))), AS_OF)
    (judged,) = run.ledgers
    told = {point.key: point.told.finding.result for point in points(run, judged)}
    rows = judged.findings.select(["procedure", "case", "duty", "subject", "outcome", "class", "due"]).to_pylist()
    assert len(told) == len(rows) > 20
    for row in rows:
        result = told[row["procedure"], row["case"], row["duty"], row["subject"]]
        assert (result.outcome.word, result.finding.word if result.finding else None) == (row["outcome"], row["class"])
        due = result.due.date() if hasattr(result.due, "hour") else result.due
        assert due == row["due"]


def test_parts_of_any_size_come_to_the_same() -> None:
    folder = taken(ledger("penalty-simple", worked("penalty-simple")))
    one, many = (supervise(folder, AS_OF, at_most=size).ledgers[0] for size in (10_000, 40))
    assert sorted_rows(one.findings) == sorted_rows(many.findings)
    assert (one.coverage, one.outcomes) == (many.coverage, many.outcomes)


def test_each_organ_is_judged_by_the_rules_of_its_sector() -> None:
    """Market regulation has an overlay in place of the ninety days."""
    run = supervise(taken(ledger("penalty-ordinary", [late("甲", "A"), late("乙", "B")])), AS_OF)
    numbers = {duty: [row["number"] for row in found(run, duty)] for duty in ("pen-decide-90d", "pen-samr-decide-90d")}
    assert numbers == {"pen-decide-90d": ["乙"], "pen-samr-decide-90d": ["甲"]}


def fined(number: str, party: str) -> Any:
    fine = {"fine": 2_000_000, "party_id": party, "conduct": "C1", "result": "penalty"}
    return penalty(number, "B", [("case-filed", "2024-03-01", {}), ("decision-made", "2024-04-01", fine)])


def test_the_same_conduct_fined_twice_is_found_across_two_ledgers() -> None:
    ledgers = [
        ledger("penalty-ordinary", [fined("甲", "P1"), fined("丙", "P2")], file="一.xlsx"),
        ledger("penalty-ordinary", [fined("乙", "P1")], file="二.xlsx"),
        ledger("penalty-simple", [], file="三.xlsx"),
    ]
    run = supervise(taken(*ledgers), AS_OF)
    assert [(row["number"], row["file"]) for row in found(run, "pen-one-act-one-fine")] == [
        ("甲", "一.xlsx"),
        ("乙", "二.xlsx"),
    ]


def test_without_a_ledger_of_the_other_procedure_one_fine_is_a_line_of_coverage() -> None:
    run = supervise(taken(ledger("penalty-ordinary", [fined("甲", "P1")])), AS_OF)
    assert found(run, "pen-one-act-one-fine") == []
    assert {one.duty: one.rows for one in run.ledgers[0].coverage}["pen-one-act-one-fine"] == 1


def test_the_register_says_whose_certificate_had_run_out() -> None:
    asked = {"officers": ("严青", "柏舟")}
    case = penalty("甲", "B", [("case-filed", "2024-03-01", {}), ("inquiry-made", "2024-03-05", asked)])
    source = Source("台账", acts=frozenset(("case-filed", "inquiry-made")))
    on = 19_000
    whole = Register({"严青": ((on, on + 4000),), "柏舟": ((on, on + 10),)}, complete=True)
    kept = replace(ledger("penalty-ordinary", [case], source=source), listed=True)
    found = [supervise(taken(one, register=whole), AS_OF) for one in (kept, replace(kept, listed=False))]
    told = [
        [row["subject"] for one in run.ledgers for row in one.findings.to_pylist() if "two-qualified" in row["duty"]]
        for run in found
    ]
    assert told == [["inquiry-made#1"], []], "of officers whose organ sent no list nothing is known"


def test_progress_counts_every_case_once() -> None:
    told: list[tuple[int, int]] = []
    folder = taken(ledger("licence", worked("licence")), ledger("penalty-ordinary", [late()], file="罚.xlsx"))
    supervise(folder, AS_OF, progress=lambda done, of: told.append((done, of)), at_most=100)
    size = sum(one.cases.num_rows for one in folder.ledgers)
    assert told == sorted(told)
    assert told[-1] == (size, size)


@pytest.mark.parametrize("source", [None, Source("s", acts=frozenset(("case-filed",)), fields=frozenset())])
def test_a_ledger_without_a_case_has_no_finding(source: Source | None) -> None:
    run = supervise(taken(ledger("penalty-ordinary", [], source=source)), AS_OF)
    assert (run.size, run.found) == (0, 0)


def test_a_case_of_which_nothing_is_told_has_no_finding() -> None:
    source = Source("s", acts=frozenset(("case-filed",)), fields=frozenset())
    run = supervise(taken(ledger("penalty-ordinary", [penalty("甲", "B", [])], source=source)), AS_OF)
    assert (run.size, run.found) == (1, 0)
