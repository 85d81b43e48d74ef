"""time-limit: something must be done within, ahead of, or not before, so long a time.

- id: pen-decide-90d
  kind: time-limit
  title: {zh: 立案之日起九十日内作出行政处罚决定, en: A penalty is decided within 90 days of filing}
  from: case-filed
  done: decision-made
  within: 90 calendar days
  breach: MINOR
  law: 行政处罚法 60
  valid: {from: 2021-07-15}
"""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from yifa.law.catalogue.term import TermDuty


class TimeLimit(TermDuty):
    """A duty to act in time."""

    kind: Literal["time-limit"]

    @model_validator(mode="after")
    def _sets_a_day(self) -> TimeLimit:
        if self.way is None:
            raise ValueError("one of `within`, `ahead`, `at-least`, `after`, `clear`, `by`, `upto` is needed")
        return self


SCHEMA = TimeLimit
