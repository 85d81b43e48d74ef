"""The figures of the invented county in two years: what ledgers tell, what only offices can, and how both fit together.

This year's come from the county's ledgers where these tell them, last year's are scaled from them; of what no ledger
tells last year's stand in `last_year.yaml`, this year's are drawn near them. Parts stay within their whole, and wholes
are the sum of their parts, in both years.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from yifa.law.catalogue.measures import Measure, measure, measures
from yifa.oversight.reporting.canonical import shown

HERE = Path(__file__).resolve().parent
YEAR = 2025


@cache
def written() -> Mapping[str, Any]:
    """`last_year.yaml`."""
    read: Mapping[str, Any] = yaml.safe_load((HERE / "last_year.yaml").read_text(encoding="utf-8"))
    return read


def drawn(id_: str, what: str, low: int, high: int) -> int:
    """A number from low to high that depends on nothing but the names."""
    digest = hashlib.sha256(f"{what} {id_}".encode()).digest()
    return low + int.from_bytes(digest[:4], "big") % (high - low + 1)


def counted_in(book: Mapping[str, Any]) -> dict[str, Fraction]:
    """What a figure book counted in whole from records."""
    return {
        one["id"]: Fraction(one["value"])
        for one in book["figures"]
        if not any(gap["lack"] in ("not-counted", "no-data") for gap in one["gaps"])
    }


class Years:
    """Last year's and this year's value of every figure the county knows, by the id of its measure."""

    def __init__(self, book: Mapping[str, Any]) -> None:
        self.counted = counted_in(book)
        self.last: dict[str, Fraction] = {}
        self.this: dict[str, Fraction] = {}
        for id_, value in self.counted.items():
            self.this[id_] = value
            self.last[id_] = self._scaled(measure(id_), value)
        for id_, value in written()["values"].items():
            self.last[id_] = Fraction(str(value))
            if id_ not in self.this:
                self.this[id_] = self._grown(measure(id_), self.last[id_])
        for values in (self.last, self.this):
            _fitted(values, self.counted if values is self.this else {})
            _share_on_time(values)

    def _scaled(self, of: Measure, value: Fraction) -> Fraction:
        """Last year's value of what was counted this year: all of a topic moved alike."""
        if of.kind in ("percent", "duration"):
            return value
        return Fraction(round(value * drawn(of.id.partition("-")[0], "scaled", 84, 119) / 100))

    def _grown(self, of: Measure, value: Fraction) -> Fraction:
        """This year's value of what only an office knows."""
        if of.kind == "percent":
            return min(Fraction(100), value + Fraction(drawn(of.id, "points", -9, 7), 10))
        return Fraction(round(value * drawn(of.id.partition("-")[0], "grown", 88, 121) / 100))


def _fitted(values: dict[str, Fraction], counted: Mapping[str, Fraction]) -> None:
    """Parts brought within their wholes, and wholes made the sum of their parts; what was counted stays."""
    for one in measures():
        above = one.part_of or (one.after.measure if one.after and not one.after.carries_over else None)
        if one.id in values and above in values and one.id not in counted:
            values[one.id] = min(values[one.id], values[above])
    for one in measures():
        if one.adds_up_from and one.id not in counted and all(part in values for part in one.adds_up_from):
            values[one.id] = sum((values[part] for part in one.adds_up_from), Fraction(0))


def _share_on_time(values: dict[str, Fraction]) -> None:
    """The share of petitions dealt with in time, of which there are so many."""
    many = values.get("pet-received", Fraction(0))
    if many:
        late = int(many) // 70
        values["pet-on-time-rate"] = Fraction(shown((many - late) / many * 100, 1))


def written_value(of: Measure, value: Fraction) -> str:
    """A value with its unit, as reports write it."""
    if of.kind == "amount":
        return f"{shown(value / 10_000)}万元"
    return f"{shown(value, 1 if of.kind == 'percent' else 2)}{of.unit}"
