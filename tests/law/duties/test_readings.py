"""Duties that speak of the end of another term, which may have two readings, or not have come."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.invented import engine, judged, said
from yifa.law.facts import Source

DUTIES = """\
duties:
- id: cut-decide
  kind: time-limit
  title: {zh: 二十日内决定, en: Decided in 20 days}
  from: applied
  done: decided
  within: 20 working days
  pauses: [hearing]
  law: 行政许可法 42
  breach: MINOR
- id: cut-publish
  kind: time-limit
  title: {zh: 决定后公布, en: Published after the period to decide}
  from: due cut-decide
  done: published
  within: 10 calendar days
  unit-reason: x
  law: 行政许可法 44
  breach: MINOR
- id: cut-wait
  kind: required-act
  title: {zh: 期限届满以前不得公布, en: Not published before the period is over}
  for: each published
  require: it > due cut-decide
  law: 行政许可法 44
  breach: MINOR
- id: cut-late
  kind: required-act
  title: {zh: 迟延说明, en: Lateness is explained}
  for: each published
  when: unmet cut-decide
  require: warned before it
  law: 行政许可法 42
  breach: MGMT
"""
OF = engine(DUTIES)


def lines(*events: dict[str, Any], **more: Any) -> dict[str, str]:
    return {one.duty: said(one) for one in judged(OF, list(events), **more)}


def on(day: str | None, act: str) -> dict[str, Any]:
    return {"on": day, "act": act}


@pytest.mark.parametrize(
    ("published", "line"), [("2027-10-13", "unmet violation"), ("2027-11-01", "pending"), ("2027-11-10", "met")]
)
def test_between_the_readings_of_another_end_nothing_is_broken_yet(published: str, line: str) -> None:
    assert lines(on("2027-09-20", "applied"), on(published, "published"))["cut-wait"] == line


def test_the_end_of_a_term_that_stands_still_has_not_come() -> None:
    found = lines(on("2024-03-01", "applied"), on("2024-03-04", "warned"), on("2024-07-10", "published"))
    assert (found["cut-decide"], found["cut-publish"], found["cut-wait"]) == (
        "pending",
        "not-applicable",
        "unmet violation",
    )


def test_a_breach_that_cannot_be_told_is_not_known_to_others() -> None:
    late = (on("2024-03-01", "applied"), on("2024-05-01", "decided"), on("2024-05-20", "published"))
    assert lines(*late)["cut-late"] == "unmet violation"
    silent = Source("s", without=frozenset({"heard"}))
    found = lines(*late, source=silent)
    assert (found["cut-decide"].split()[0], found["cut-late"]) == ("not-assessable", "not-assessable")
