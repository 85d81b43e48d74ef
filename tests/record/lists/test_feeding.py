"""The law reads lists from the record: acts that editions tell, fields nobody filled in, the tables beside ledgers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.record.lists.workbooks import BANDS, POWERS, in_force, workbook
from tests.record.register import CLERK, register
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.conditions import day_number
from yifa.law.run import Result
from yifa.law.run.one_case import engine
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Case
from yifa.record.lists.actions import amend, put_in_force
from yifa.record.lists.choices import ListKind
from yifa.record.lists.feeding import tables_on
from yifa.record.lists.sheets import SHEETS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
FIRST, SECOND, USED = date(2025, 1, 1), date(2025, 7, 1), date(2025, 9, 1)


def used(item: str) -> Happening:
    return Happening("power-exercised", USED, fields={"item": item, "legal_basis": True})


def test_a_power_beside_the_list_on_record_is_found(tmp_path: Path) -> None:
    market = register().market
    case = open_case(market, "duty-list", "1", actor=CLERK, on=USED, acts=(used("P-1"), used("P-2"), used("P-9")))
    before = [one.outcome.word for one in listed(case)]
    powers, _ = in_force(market, ListKind.POWERS, workbook(tmp_path / "一.xlsx", POWERS), FIRST)
    put_in_force(amend(powers, (), ["P-2"], actor=CLERK, on=FIRST), actor=CLERK, first=SECOND)
    assert (before, [one.outcome.word for one in listed(case)]) == (["unmet"] * 3, ["met", "unmet", "unmet"])
    adjusted = [one.day for one in facts_of(case).acts if one.kind == "list-adjusted"]
    assert adjusted == [day_number(FIRST), day_number(SECOND)]


def listed(case: Case) -> list[Result]:
    judged = engine("duty-list").judge(facts_of(case), USED)
    return [one for one in judged if one.duty == "dut-no-power-outside/listed"]


def test_whether_there_is_a_benchmark_is_told_by_the_list_where_nobody_said(tmp_path: Path) -> None:
    market = register().market
    acts = [
        Happening("decision-made", USED, fields={"conduct": "无照经营"}),
        Happening("decision-made", USED, fields={"conduct": "虚假宣传"}),
        Happening("decision-made", USED, fields={"conduct": "无照经营", "benchmark_exists": False}),
        Happening("decision-made", date(2024, 9, 1), fields={"conduct": "无照经营"}),
    ]
    case = open_case(market, "penalty-ordinary", "1", actor=CLERK, on=USED, acts=acts)
    assert [one.fields.get("benchmark_exists") for one in facts_of(case).acts] == [None, None, False, None]
    in_force(market, ListKind.DISCRETION, workbook(tmp_path / "一.xlsx", BANDS), FIRST)
    assert [one.fields.get("benchmark_exists") for one in facts_of(case).acts] == [True, False, False, None]


def test_the_tables_beside_ledgers_come_from_the_record(tmp_path: Path) -> None:
    market = register().market
    assert (tables_on(USED).powers, tables_on(USED).discretion) == (None, None)
    in_force(market, ListKind.POWERS, workbook(tmp_path / "一.xlsx", POWERS), FIRST)
    in_force(market, ListKind.DISCRETION, workbook(tmp_path / "二.xlsx", BANDS), FIRST)
    found = tables_on(USED)
    assert found.powers.select(["code", "kind", "from"]).to_pylist() == [
        {"code": "P-1", "kind": "penalty", "from": None},
        {"code": "P-2", "kind": "licence", "from": None},
    ]
    assert found.discretion["minimum"].to_pylist() == [100_000, 500_000]
    assert tables_on(date(2024, 1, 1)).powers is None


def test_the_columns_that_procedures_read_are_columns_of_the_lists() -> None:
    unknown = [
        f"{name}: {kind}: {column}"
        for name in procedure_ids()
        for kind, told in folder(name).procedure.from_lists.items()
        for column in (*told.fields.values(), *(one.column for of in told.tells.values() for one in of.values()))
        if column not in {one.id for one in SHEETS[ListKind(kind)].columns}
    ]
    assert unknown == []
