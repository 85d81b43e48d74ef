"""Duties that speak of each other, and acts that the law takes as done: worked out in stages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.law.invented import PROCEDURE, engine, judged, said
from yifa.law.catalogue import CorpusFaults
from yifa.law.conditions.columns import Answered, Derived, DutyPart, ProfileEdge
from yifa.law.conditions.tree import columns_of
from yifa.law.duties.steps import name_of
from yifa.law.facts import Source

DUTIES = """\
duties:
- id: cut-warn
  kind: time-limit
  title: {zh: 五日内提醒, en: Warned in 5 days}
  when: not (applied.major otherwise yes)
  from: applied
  done: [warned, accepted]
  within: 5 working days
  law: 行政许可法 32
  breach: AUTO
- id: cut-decide
  kind: time-limit
  title: {zh: 二十日内决定, en: Decided in 20 days}
  from: accepted
  done: decided
  within: 20 working days
  law: 行政许可法 42
  breach: MINOR
- id: cut-publish
  kind: time-limit
  title: {zh: 决定后公布, en: Published after the period to decide}
  from: due cut-decide
  done: published
  within: 10 working days
  law: 行政许可法 44
  breach: MINOR
- id: cut-heard
  kind: required-act
  title: {zh: 听证时已受理, en: Accepted before a hearing}
  for: each heard
  require: accepted before it
  law: 行政许可法 47
  breach: REVOKE
- id: cut-late
  kind: required-act
  title: {zh: 迟延说明, en: Lateness is explained}
  for: each decided
  when: unmet cut-decide
  require: warned before it
  law: 行政许可法 42
  breach: MGMT
"""
DEEMED = """\
deemed:
  accepted:
  - {on: applied, when: unmet cut-warn, law: [行政许可法 32]}
"""
STAGED = engine(DUTIES, procedure=PROCEDURE + DEEMED)
APPLIED = {"on": "2024-04-26", "act": "applied", "major": False}


def lines(events: list[dict[str, Any]], **more: Any) -> dict[str, str]:
    return {one.duty: said(one) for one in judged(STAGED, events, **more)}


def test_silence_makes_the_act_count_from_the_day_the_law_names() -> None:
    found = lines([APPLIED, {"on": "2024-05-09", "act": "warned"}, {"on": "2024-06-03", "act": "decided"}])
    assert found == {
        "cut-warn": "unmet auto 2024-05-07",
        "cut-decide": "unmet violation 2024-05-27",
        "cut-publish": "pending 2024-06-11",
        "cut-late": "met",
    }


def test_before_the_silence_is_over_nothing_counts_as_done() -> None:
    assert lines([APPLIED], as_of=date(2024, 5, 7)) == {
        "cut-warn": "pending 2024-05-07",
        "cut-decide": "not-applicable",
        "cut-publish": "not-applicable",
    }
    assert lines([APPLIED], as_of=date(2024, 5, 8))["cut-decide"] == "pending 2024-05-27"


def test_really_done_and_taken_as_done_the_earlier_day_counts() -> None:
    late = lines([APPLIED, {"on": "2024-05-20", "act": "accepted"}])
    in_time = lines([APPLIED, {"on": "2024-05-07", "act": "accepted"}])
    assert late["cut-decide"] == "pending 2024-05-27"
    assert in_time == {
        "cut-warn": "met 2024-05-07",
        "cut-decide": "pending 2024-06-03",
        "cut-publish": "pending 2024-06-18",
    }


def test_an_act_taken_as_done_comes_before_others_too() -> None:
    assert lines([APPLIED, {"on": "2024-05-20", "act": "heard"}])["cut-heard"] == "met"
    assert lines([{**APPLIED, "major": True}, {"on": "2024-05-20", "act": "heard"}])["cut-heard"] == "unmet violation"


def test_what_is_not_known_of_the_silence_is_not_known_of_what_follows() -> None:
    found = lines([{**APPLIED, "on": None}, {"on": "2024-06-03", "act": "heard"}])
    assert found["cut-decide"] == "unknown"
    assert found["cut-heard"] == "unknown"


def test_what_a_source_does_not_carry_is_followed_through_every_stage() -> None:
    decided = {"on": "2024-06-03", "act": "decided"}
    found = lines([APPLIED, decided], source=Source("s", without=frozenset({"warned"})))
    assert found == {
        "cut-warn": "not-assessable 2024-05-07",
        "cut-decide": "not-assessable",
        "cut-publish": "not-assessable",
        "cut-late": "not-assessable",
    }


def test_questions_are_asked_in_an_order_in_which_they_can_be_answered() -> None:
    case = STAGED.whole.grains[0]
    names = [name_of(step) for step in case.steps]
    taken = Derived("accepted", "first day")
    assert names.index("cut-warn") < names.index(Derived("cut-warn", "unmet")) < names.index(taken)
    assert names.index(taken) < names.index("cut-decide") < names.index(Derived("cut-decide", "due"))
    assert names.index(Derived("cut-decide", "due")) < names.index("cut-publish")


def test_nothing_is_left_to_look_up_in_a_tree() -> None:
    for grain in STAGED.whole.grains:
        for one in grain.duties:
            assert not [column for column in columns_of(*one.exprs) if isinstance(column, DutyPart)]


def test_a_duty_knows_all_it_reads_through_questions() -> None:
    publish = STAGED.whole.understood("cut-publish")
    assert publish is not None
    asked = {column.question for column in publish.reads if isinstance(column, Answered)}
    assert asked == {"cut-publish", "cut-publish (early)", "cut-decide", "cut-warn"}
    assert not [column for column in publish.reads if isinstance(column, ProfileEdge)]


@pytest.mark.parametrize(
    ("deemed", "circle"),
    [
        ("", "cut-publish → cut-decide → cut-publish"),
        (
            "deemed:\n  accepted:\n  - {on: applied, when: warned before applied, law: [行政许可法 32]}\n"
            "  warned:\n  - {on: applied, when: accepted before applied, law: [行政许可法 32]}\n",
            "accepted → warned → accepted",
        ),
    ],
)
def test_a_circle_is_a_fault_of_the_corpus(deemed: str, circle: str) -> None:
    turned = DUTIES if deemed else DUTIES.replace("from: accepted", "from: due cut-publish")
    with pytest.raises(CorpusFaults) as caught:
        engine(turned, procedure=PROCEDURE + deemed)
    assert str(caught.value) == f"procedures/tree-felling: duties: speaks of itself through others: {circle}"
