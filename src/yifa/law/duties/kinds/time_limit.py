"""time-limit: met by what is done in time; see `yifa.law.duties.terms`."""

from __future__ import annotations

from yifa.law.catalogue.kinds.time_limit import TimeLimit
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking
from yifa.law.duties.terms import in_time


def meaning(duty: TimeLimit, asking: Asking) -> Answer:
    """Done in time."""
    return in_time(duty, asking)
