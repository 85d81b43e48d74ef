"""A finding is told as a doubtful point going by the ledger, never as something that is so."""

from __future__ import annotations

import pytest

from tests.oversight.supervision.ledgers_by_hand import AS_OF, late, ledger, penalty, taken
from yifa.interfaces.finding_telling import FOUND, GRAVITY, Found, ToldFinding, tell_if_so, told_finding
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.points import points
from yifa.wording import CHINESE, ENGLISH, language

ZH, EN = language(CHINESE), language(ENGLISH)
BREACHES = ("VOID", "REVOKE", "MINOR", "DEFECT", "BAR", "AUTO", "LOSS", "DISC", "MGMT", "VOID-risk", "REVOKE-risk")


def told(case: object, duty: str, tag: str = CHINESE) -> ToldFinding:
    run = supervise(taken(ledger("penalty-ordinary", [case])), AS_OF)  # type: ignore[list-item]
    names = {office.id: office.name for office in run.taken.organs.offices.values()}
    found = [told_finding(one, names, language(tag)) for one in points(run, run.ledgers[0])]
    return next(one for one in found if one.duty_id == duty)


def test_a_late_decision_is_a_doubtful_point_with_its_days() -> None:
    one = told(late(), "pen-decide-90d")
    assert (one.light, one.verdict) == (Found.RED, "疑点：依台账所载，与规定要求不符")
    assert one.severity.startswith("如属实，后果可能为：")
    assert (one.far, one.due) == ("逾期32个自然日", "最后一天：2024年5月30日（周四）")
    assert one.facts == ("立案：2024年3月1日（周五）", "作出决定：2024年7月1日（周一）")
    assert one.fact_numbers == (1, 2)
    assert one.reasons[0].startswith("2024年3月1日")


def test_a_blank_cell_is_open_and_has_no_consequence() -> None:
    blank = penalty("甲", "B", [("case-filed", None, {}), ("decision-made", "2024-07-01", {})])
    one = told(blank, "pen-decide-90d")
    assert (one.light, one.verdict, one.severity) == (Found.GREY, "待补：台账中所需的单元格为空", "")
    assert one.missing == "立案的日期"


@pytest.mark.parametrize("tag", BREACHES)
def test_every_consequence_is_put_conditionally_and_calls_nothing_unlawful(tag: str) -> None:
    assert tag in GRAVITY
    zh, en = tell_if_so(tag, ZH), tell_if_so(tag, EN)
    assert zh.startswith("如属实，后果可能为：")
    assert "违法" not in zh
    assert en.startswith("if it is so: ")
    assert "unlawful" not in en


def test_what_is_graver_stands_first() -> None:
    case = penalty(
        "甲", "B", [("case-filed", "2024-03-01", {}), ("decision-made", "2024-07-01", {"fine": 100_000_000})]
    )
    run = supervise(taken(ledger("penalty-ordinary", [case])), AS_OF)
    found = sorted((told_finding(one, {}, EN) for one in points(run, run.ledgers[0])), key=lambda one: one.weight)
    lights = [one.light for one in found]
    assert lights == sorted(lights, key=FOUND.index)
    red = [GRAVITY.index(one.severity_tag) for one in found if one.light is Found.RED]
    assert red == sorted(red)
    assert len(red) > 1


def test_the_same_words_of_many_findings_are_kept_once() -> None:
    one, other = (told(late(number), "pen-decide-90d") for number in ("青市监罚〔2024〕7号", "青市监罚〔2024〕8号"))
    assert one.number != other.number
    for name in ("organ", "kind", "verdict", "severity", "laws", "due", "far", "file", "sheet"):
        assert getattr(one, name) is getattr(other, name), name
    assert [*map(id, (*one.reasons, *one.facts))] == [*map(id, (*other.reasons, *other.facts))]
    assert not hasattr(one, "__dict__")
