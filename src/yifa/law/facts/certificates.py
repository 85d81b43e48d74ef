"""Who held an enforcement certificate on a day (行政处罚法 42): from a register, or from acts of the case itself.

A person of whom neither speaks is qualified. A certificate counts from its day of issue; a missed yearly check ends it
from the next day on, until a new one is issued.
"""

from __future__ import annotations

from yifa.law.facts.case import Act, View

ISSUED, MISSED = "certificate-issued", "certificate-check-missed"


def unqualified(names: frozenset[str] | None, view: View, it: Act | None) -> int | None:
    """How many of these people held none on the day of `it`; None where people or day are not known."""
    if names is None or it is None or it.day is None:
        return None
    return sum(not _held(name, it.day, view) for name in names)


def _held(name: str, day: int, view: View) -> bool:
    register = view.case.register
    if name in register.spans:
        return any(first <= day <= last for first, last in register.spans[name])
    acts = [
        (act.day, act.kind) for kind in (ISSUED, MISSED) for act in view.of(kind) if act.fields.get("officer") == name
    ]
    dated = sorted((on, kind == ISSUED) for on, kind in acts if on is not None)
    if not dated:
        return not register.complete
    before = [is_issue for on, is_issue in dated if on < day or (is_issue and on == day)]
    return before[-1] if before else not dated[0][1]
