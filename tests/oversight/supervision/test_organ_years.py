"""A report that nobody filed is found: organs of the register are asked about each year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.oversight.supervision.ledgers_by_hand import OFFICES, ORGANS, ledger, taken
from yifa.law.conditions import day_number
from yifa.law.facts import Act, Case, Organ
from yifa.ledgers.taken import Office, Organs, Relation, RelationKind
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.organ_years import reporting


def reported(organ: str, year: int, on: str) -> Case:
    acts = (Act("annual-report-submitted", day_number(date.fromisoformat(on)), fields={"year": year}),)
    return Case(f"{organ} {year}", "annual-report", acts, Organ(organ))


def found(organs: Organs, as_of: date, *cases: Case) -> list[tuple[Any, ...]]:
    run = supervise(taken(ledger("annual-report", cases), organs=organs), as_of)
    rows = [row for one in run.ledgers for row in one.findings.to_pylist() if row["duty"] == "ann-report-0301"]
    return sorted((row["number"], row["subject"], row["outcome"], row["due"], row["row"]) for row in rows)


def test_an_organ_that_sent_no_report_is_found_for_each_year_from_the_first_told() -> None:
    cases = [reported("A", year, f"{year + 1}-02-20") for year in (2022, 2023, 2024)]
    cases.append(reported("C", 2024, "2025-02-20"))
    names = ["青屏县卫生健康局 2022年度", "青屏县卫生健康局 2023年度", "青屏县卫生健康局 2024年度"]
    assert found(ORGANS, date(2025, 6, 30), *cases) == [
        (name, f"year#{year}", "unmet", date(year + 1, 3, 1), None)
        for name, year in zip(names, range(2022, 2025), strict=True)
    ]


def test_an_organ_that_sent_no_ledger_is_not_asked_where_each_keeps_its_own() -> None:
    own = [
        ledger("annual-report", [reported("A", 2024, "2025-02-20")], file="甲.xlsx"),
        ledger("annual-report", [], file="空.xlsx"),
    ]
    run = supervise(taken(*own), date(2025, 6, 30))
    assert "B" not in {row["organ"] for one in run.ledgers for row in one.findings.to_pylist()}


def test_a_year_missing_in_its_own_ledger_is_found_there() -> None:
    own = [
        ledger("annual-report", [reported("A", 2023, "2024-02-20"), reported("A", 2024, "2025-02-20")], file="甲.xlsx"),
        ledger("annual-report", [reported("B", 2024, "2025-02-20")], file="乙.xlsx"),
    ]
    run = supervise(taken(*own), date(2025, 6, 30))
    rows = [[row for row in one.findings.to_pylist() if row["duty"] == "ann-report-0301"] for one in run.ledgers]
    assert [[row["number"] for row in some] for some in rows] == [[], ["青屏县卫生健康局 2023年度"]]


def rule(organ: str, year: int) -> Case:
    acts = (Act("promulgated", day_number(date(year, 6, 20))),)
    return Case(f"{organ}规〔{year}〕1号", "government-rule", acts, Organ(organ))


def listed(organ: str, year: int) -> Case:
    acts = (Act("catalogue-sent", day_number(date(year + 1, 1, 20)), fields={"year": year}),)
    return Case(f"{organ} {year}", "government-rule", acts, Organ(organ))


def test_a_list_of_rules_is_asked_only_of_organs_that_made_some_in_that_year() -> None:
    """An organ that made none, and a year in which it made none, have no list: A before 2025, B after 2024."""
    cases = [rule("A", 2025), rule("A", 2026), rule("B", 2024), listed("B", 2024)]
    run = supervise(taken(ledger("government-rule", cases), organs=ORGANS), date(2026, 8, 31))
    rows = [row for one in run.ledgers for row in one.findings.to_pylist() if row["duty"] == "leg-catalogue-0131"]
    assert [(row["organ"], row["subject"], row["due"]) for row in rows] == [("A", "year#2025", date(2026, 1, 31))]


def test_nothing_is_said_to_be_missing_of_an_organ_of_which_a_row_waits_to_be_corrected() -> None:
    cases = [reported("A", 2024, "2025-02-20"), reported("C", 2024, "2025-02-20")]
    (whole,) = [ledger("annual-report", cases)]
    for held_of, missing in ((frozenset[str](), {"B"}), (frozenset({"B"}), set[str]())):
        run = supervise(taken(replace(whole, held_of=held_of), organs=ORGANS), date(2025, 6, 30))
        rows = [row for one in run.ledgers for row in one.findings.to_pylist() if row["duty"] == "ann-report-0301"]
        assert {row["organ"] for row in rows} == missing


def test_a_late_report_is_found_once_and_in_its_row() -> None:
    cases = [reported("A", 2024, "2025-03-20"), reported("B", 2024, "2025-02-20")]
    assert found(ORGANS, date(2025, 6, 30), *cases) == [("A 2024", "year#2024", "unmet", date(2025, 3, 1), 2)]


def test_a_year_that_has_not_ended_is_not_asked_about() -> None:
    cases = [reported("A", 2024, "2025-02-20"), reported("B", 2024, "2025-02-20")]
    assert found(ORGANS, date(2025, 12, 30), *cases) == []
    assert found(ORGANS, date(2026, 1, 1), *cases) == []
    assert [row[0] for row in found(ORGANS, date(2026, 3, 2), *cases)] == [
        "青屏县卫生健康局 2025年度",
        "青屏县市场监督管理局 2025年度",
    ]


def test_townships_and_branches_do_not_report_for_themselves() -> None:
    team = Office("D", "青屏县市场监督管理局白石分局", level="county")
    relation = Relation("D", RelationKind.BRANCH_OF, "A", date(2020, 1, 1), date(2024, 12, 31))
    organs = Organs({**OFFICES, "D": team}, (relation,))
    assert [one.id for one in reporting(organs, date(2024, 6, 1))] == ["A", "B"]
    assert [one.id for one in reporting(organs, date(2025, 6, 1))] == ["A", "B", "D"]
    assert [one.id for one in reporting(replace(organs, relations=()), date(2024, 6, 1))] == ["A", "B", "D"]
