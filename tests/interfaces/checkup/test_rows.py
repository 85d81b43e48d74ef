"""The rows of workbook and page: organs in their order, ledgers that decide the same together, changes in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.oversight.supervision.ledgers_by_hand import AS_OF, in_time, late, ledger, taken
from yifa.interfaces.checkup.rows import rows_of
from yifa.interfaces.checkup.told import Told, tell_run
from yifa.interfaces.finding_telling import Found
from yifa.law.facts import Source
from yifa.law.run.findings import Change
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.oversight.supervision.comparing import Cause, Changed
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH, language

EN = language(ENGLISH)
NOTHING = {"outcome": None, "class": None, "due": None, "due_minute": None}


def told(*ledgers: Any, **more: Any) -> Told:
    return tell_run(supervise(taken(*ledgers, **more), AS_OF), (CHINESE, ENGLISH))


def test_ledgers_that_decide_the_same_are_told_together() -> None:
    few = Source("few", acts=frozenset(("decision-made", "case-filed")))
    ledgers = [
        ledger("penalty-ordinary", [late("甲", "A")], file="一.xlsx"),
        ledger("penalty-ordinary", [late("乙", "B"), in_time()], file="二.xlsx"),
        ledger("penalty-ordinary", [late("丙", "B")], file="三.xlsx", source=few),
    ]
    rows = rows_of(told(*ledgers), EN)
    assert [(one.file, one.cases) for one in rows.ledgers] == [("一.xlsx and 1 more file", 3), ("三.xlsx", 1)]
    assert rows.ledgers[1].steps
    lacking = {row.duty: row.rows for row in rows.lacking if row.file == "三.xlsx"}
    assert lacking["A penalty is decided within 90 days of filing"] == 1


def test_the_rows_of_one_organ_tell_of_that_organ_alone() -> None:
    problem = Problem("file-missing", Place("二.xlsx"), Severity.ERROR, Fate.NOT_READ, organ="B")
    both = [ledger("penalty-ordinary", [late("甲", "A"), late("乙", "B")], reach={"A": date(2025, 1, 2), "B": AS_OF})]
    one = told(*both, silent=("C",), problems=(problem,))
    of_a, of_b = rows_of(one, EN, "A"), rows_of(one, EN, "B")
    assert [row.name for row in of_a.organs] == ["青屏县市场监督管理局"]
    assert {row.organ_id for row in of_a.findings} == {"A"}
    assert (of_a.organs[0].cases, of_a.organs[0].reach) == (1, date(2025, 1, 2))
    assert (of_a.silent, of_a.problems, len(of_b.problems)) == ([], [], 1)
    assert of_a.ledgers[0].reach == ["青屏县市场监督管理局: Thu 2 Jan 2025"]


def test_organs_stand_in_their_order_and_not_by_what_was_found() -> None:
    rows = rows_of(told(ledger("penalty-ordinary", [in_time("甲", "A"), late("乙", "B")])), EN)
    assert [row.name for row in rows.organs] == ["青屏县市场监督管理局", "青屏县卫生健康局"]
    assert sum(row.lights.get(Found.RED, 0) for row in rows.organs) == sum(
        row.light is Found.RED for row in rows.findings
    )


def test_a_change_is_told_with_what_it_was_what_it_is_and_why() -> None:
    now = {"outcome": "unmet", "class": "violation", "due": date(2024, 5, 30), "due_minute": None}
    changed = Changed(
        "penalty-ordinary",
        "B 甲",
        "pen-decide-90d",
        "case",
        Change.NEW,
        (Cause.RECORD, Cause.CALENDAR),
        NOTHING,
        now,
        "B",
        "甲",
    )
    (row,) = rows_of(replace(told(ledger("penalty-ordinary", [late("甲")])), changed=(changed,)), EN).changes or ()
    assert (row.change, row.cause, row.organ, row.number) == (
        "new",
        "the record or the calendar",
        "青屏县卫生健康局",
        "甲",
    )
    assert (row.before, row.now) == ("—", "doubtful, day 2024-05-30")


def test_the_data_of_an_organ_reach_as_far_as_the_latest_of_its_ledgers() -> None:
    days = (date(2025, 3, 2), date(2025, 1, 2))
    ledgers = [
        ledger("penalty-ordinary", [late(name, "A")], file=f"{name}.xlsx", reach={"A": day})
        for name, day in zip("甲乙", days, strict=True)
    ]
    (row,) = rows_of(told(*ledgers), EN).ledgers
    assert row.reach == ["青屏县市场监督管理局: Sun 2 Mar 2025"]
