"""Officers and certificates → who was qualified on which days (行政处罚法 42).

A certificate holds from its day of issue to its last day; what is suspended does not hold from that day until it is
given back, what is withdrawn never again. Of namesakes in several organs each is told with the organ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from yifa.law.conditions.columns import NEVER
from yifa.law.facts import Register
from yifa.ledgers.registers.organ_names import OrganNames

Span = tuple[int, int]


@dataclass(frozen=True)
class Officers:
    """The register of certificates, the organs it lists, and names that several organs share."""

    register: Register = field(default_factory=Register)
    listed: frozenset[str] = frozenset()
    shared_names: Mapping[str, frozenset[str]] = field(default_factory=dict)


def make_officers(tables: Iterable[pl.DataFrame], names: OrganNames) -> Officers:
    """The register from the tables of its sheets; none where there is none."""
    spans: dict[tuple[str, str], list[Span]] = {}
    there = False
    for frame in tables:
        there = True
        for row in frame.iter_rows(named=True):
            called = names.called(row["organ"])
            organ = called[0] if len(called) == 1 else row["organ"]
            mine = spans.setdefault((row["name"], organ), [])
            if "监督" not in (row["kind"] or ""):
                mine += _spans(row)
    if not there:
        return Officers()
    organs_of: dict[str, set[str]] = {}
    for name, organ in spans:
        organs_of.setdefault(name, set()).add(organ)
    shared = {name: frozenset(organs) for name, organs in organs_of.items() if len(organs) > 1}
    held: dict[str, set[Span]] = {}
    for (name, organ), mine in spans.items():
        for key in (name, f"{name}（{names.organs.name(organ)}）") if name in shared else (name,):
            held.setdefault(key, set()).update(mine)
    register = Register({name: tuple(sorted(mine)) for name, mine in sorted(held.items())}, complete=True)
    return Officers(register, frozenset(organ for _, organ in spans), shared)


def _spans(row: Mapping[str, Any]) -> list[Span]:
    """The days on which one certificate holds."""
    first = -NEVER if row["issued"] is None else row["issued"]
    last = NEVER if row["expires"] is None else row["expires"]
    if row["withdrawn"] is not None:
        last = min(last, row["withdrawn"] - 1)
    if row["suspended"] is None:
        return [(first, last)] if first <= last else []
    parts = [(first, min(last, row["suspended"] - 1))]
    if row["restored"] is not None:
        parts.append((max(first, row["restored"]), last))
    return [(one, other) for one, other in parts if one <= other]
