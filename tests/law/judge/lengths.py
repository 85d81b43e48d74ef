"""Lengths of time as duties and cases write them: a number and its unit, `20 working days`, `15wd`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Time:
    """A length as the duty has it."""

    n: int
    unit: str

    def __str__(self) -> str:
        return f"{self.n} {self.unit}"

    @property
    def by_the_minute(self) -> bool:
        return self.unit in ("hours", "minutes")

    @property
    def in_working_days(self) -> bool:
        return self.unit == "working days"


def read_time(written: Any, usual_unit: str = "") -> Time:
    """`20 working days`, `15wd`, or a bare number of the usual unit."""
    match = re.fullmatch(r"\s*(\d+)\s*([a-z ]*?)s?\s*", str(written))
    assert match, f"{written!r} is no length"
    units = {
        "": usual_unit,
        "wd": "working days",
        "working day": "working days",
        "calendar day": "calendar days",
        "month": "months",
        "year": "years",
        "hour": "hours",
        "minute": "minutes",
    }
    return Time(int(match[1]), units[match[2].strip()])
