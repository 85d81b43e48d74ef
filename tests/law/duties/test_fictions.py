"""Acts that the law takes as done, wherever they are named."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.law.invented import PROCEDURE, engine, judged, said

HEAD = "title: {zh: 甲, en: One}, law: 行政许可法 42, breach: MINOR"
DUTIES = f"""\
duties:
- {{id: cut-warn, kind: time-limit, from: applied, done: [warned, accepted], within: 5 working days, {HEAD}}}
- {{id: cut-next, kind: time-limit, for: each tested, done: accepted, within: 10 working days, {HEAD}}}
- {{id: cut-really, kind: time-limit, for: each tested, done: next accepted after it, within: 10 working days, {HEAD}}}
- id: cut-last
  kind: required-act
  title: {{zh: 甲, en: One}}
  for: each heard
  with: {{taken: last accepted before it}}
  require: taken = 2024-05-07
  law: 行政许可法 42
  breach: MINOR
"""
DEEMED = "deemed:\n  accepted:\n  - {on: due cut-warn, when: unmet cut-warn, law: [行政许可法 32]}\n"
OF = engine(DUTIES, procedure=PROCEDURE + DEEMED)
APPLIED = {"on": "2024-04-26", "act": "applied"}  # the fifth working day is 2024-05-07


def lines(*events: dict[str, Any]) -> dict[str, str]:
    return {one.duty: said(one) for one in judged(OF, [APPLIED, *events], as_of=date(2024, 6, 20))}


def test_the_neighbour_of_it_may_be_taken_as_done_unless_the_text_says_next() -> None:
    found = lines({"on": "2024-04-29", "act": "tested"})
    assert (found["cut-next"], found["cut-really"].split()[0]) == ("met 2024-05-15", "unmet")


def test_the_last_before_it_may_be_taken_as_done() -> None:
    assert lines({"on": "2024-05-20", "act": "heard"})["cut-last"] == "met"
    assert lines({"on": "2024-05-20", "act": "heard"}, {"on": "2024-05-10", "act": "accepted"})["cut-last"] == (
        "unmet violation"
    )
    assert lines({"on": "2024-05-20", "act": "heard"}, {"act": "accepted"})["cut-last"] == "unknown"


def test_beside_an_act_really_done_a_fiction_in_doubt_is_left_aside() -> None:
    undecided = {"act": "warned"}  # warned on a day nobody knows
    assert lines({"on": "2024-05-20", "act": "heard"}, undecided)["cut-last"] == "unknown"
    real = {"on": "2024-05-07", "act": "accepted"}
    assert lines({"on": "2024-05-20", "act": "heard"}, undecided, real)["cut-last"] == "met"
