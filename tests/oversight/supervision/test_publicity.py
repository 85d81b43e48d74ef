"""Publicity files: amounts in 万元, nothing of persons, and whatever may not be shown kept back with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from tests.oversight.supervision.ledgers_by_hand import AS_OF, ledger, penalty, taken
from yifa.law.conditions import day_number
from yifa.law.facts import Act, Case, Organ
from yifa.ledgers.taken import TakenLedger
from yifa.oversight.supervision.publicity import PublicityFile, Reason, publicity

CODE, WRONG = "91410100MA00000K0E", "91410100MA00000K0F"
ADULT, CHILD = "110105194912310021", "110105201003070030"


def kept(shown: dict[str, str], more: tuple[Any, ...] = (), **fields: Any) -> TakenLedger:
    decision = {"result": "penalty", "fine": 1_234_500} | fields
    case = penalty("青卫案〔2024〕3号", "B", [("decision-made", "2024-03-01", decision), *more])
    one = ledger("penalty-ordinary", [case])
    cases = one.cases
    for name, text in shown.items():
        cases = cases.append_column(f"shows.{name}", pa.array([text], pa.string()))
    return replace(one, cases=cases)


def made(shown: dict[str, str], more: tuple[Any, ...] = (), *, personal: bool = False, **fields: Any) -> PublicityFile:
    files = publicity(taken(kept(shown, more, **fields)), AS_OF, personal=personal)
    return next(one for one in files if one.layout.id == "publicity-penalty-2018")


def test_a_penalty_is_told_by_the_headings_of_the_layout_in_wan_yuan() -> None:
    file = made({"party": "青屏县好邻超市", "party-code": CODE})
    (row,) = file.rows
    told = {name: row[name] for name in ("CF_XDR_MC", "CF_XDR_SHXYM", "CF_NR_FK", "CF_JDRQ", "CF_CFJG", "CF_WSH")}
    assert told == {
        "CF_XDR_MC": "青屏县好邻超市",
        "CF_XDR_SHXYM": CODE,
        "CF_NR_FK": "1.2345",
        "CF_JDRQ": "2024-03-01",
        "CF_CFJG": "青屏县卫生健康局",
        "CF_WSH": "青卫案〔2024〕3号",
    }
    assert file.withheld == []
    assert file.blanks["CF_SY"] == 1


@pytest.mark.parametrize(("personal", "name"), [(False, "冯**"), (True, "冯知秋")])
def test_numbers_of_persons_never_leave_and_names_only_if_asked_for(personal: bool, name: str) -> None:
    (row,) = made({"party": "冯知秋", "party-code": ADULT, "paper-code": ADULT}, personal=personal).rows
    assert row["CF_XDR_MC"] == name
    assert row["CF_XDR_ZJHM"] == ""
    assert personal or ADULT not in row.values()


@pytest.mark.parametrize(
    ("shown", "more", "fields", "reason"),
    [
        ({"withheld": "涉及商业秘密"}, (), {}, Reason.SAID),
        ({"party": "冯小", "paper-code": CHILD}, (), {}, Reason.MINOR),
        ({}, (), {"age_at_act": 16}, Reason.MINOR),
        ({}, (), {"result": "criminal-transfer"}, Reason.CRIMINAL),
        ({}, (("decision-withdrawn", "2024-04-01", {}),), {}, Reason.UNDONE),
        ({"party": "青屏县好邻超市", "party-code": WRONG}, (), {}, Reason.CODE),
    ],
)
def test_what_may_not_be_shown_is_kept_back(
    shown: dict[str, str], more: tuple[Any, ...], fields: dict[str, Any], reason: Reason
) -> None:
    file = made(shown, more, **fields)
    assert file.rows == []
    assert [(one.reason, one.number, one.row) for one in file.withheld] == [(reason, "青卫案〔2024〕3号", 2)]


def test_a_licence_with_a_secret_is_kept_back_and_a_refusal_is_no_licence() -> None:
    told = (
        ("甲", {"result": "granted", "confidential": True}),
        ("乙", {"result": "refused"}),
        ("丙", {"result": "granted"}),
    )
    cases = [
        Case(number, "licence", (Act("decision-made", day_number(date(2024, 3, 1)), fields=fields),), Organ("B"))
        for number, fields in told
    ]
    (file,) = publicity(taken(ledger("licence", cases)), AS_OF)
    assert [row["XK_WSH"] for row in file.rows] == ["丙"]
    assert [(one.number, one.reason) for one in file.withheld] == [("甲", Reason.CONFIDENTIAL)]


def test_what_is_no_penalty_or_is_later_than_the_day_is_neither_shown_nor_kept_back() -> None:
    for file in (
        made({}, result="no-penalty"),
        made({}, (("decision-withdrawn", "2099-01-01", {}),), result="no-penalty"),
    ):
        assert (file.rows, file.withheld) == ([], [])
