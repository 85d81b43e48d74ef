"""Who held an enforcement certificate on a day (行政处罚法 42): from a register, or from acts of the case itself.

A person of whom neither speaks is qualified. A certificate counts from its day of issue; an act that ends it (a missed
yearly check, where the law says so) does from the next day on, until a new one is issued. An act without a day leaves
it open.
"""

from __future__ import annotations

from collections.abc import Sequence

from yifa.law.facts.case import CERTIFICATE, Act
from yifa.law.facts.view import View


def unqualified(names: frozenset[str] | None, lapses: Sequence[str], view: View, it: Act | None) -> int | None:
    """How many of these people held none on the day of `it`; None where that is open. `lapses`: acts that end one."""
    if names is None or it is None:
        return None
    held = [_held(name, it.day, lapses, view) for name in sorted(names)]
    return None if None in held and False not in held else sum(one is False for one in held)


def _held(name: str, day: int | None, lapses: Sequence[str], view: View) -> bool | None:
    register = view.case.register
    if name in register.spans:
        return None if day is None else any(first <= day <= last for first, last in register.spans[name])
    acts = [act for kind in (CERTIFICATE, *lapses) for act in view.of(kind) if act.fields.get("officer") == name]
    if not acts:
        return not register.complete
    dated = sorted((act.day, act.kind == CERTIFICATE) for act in acts if act.day is not None)
    if day is None or len(dated) < len(acts):
        return None
    before = [is_issue for on, is_issue in dated if on < day or (is_issue and on == day)]
    return before[-1] if before else not dated[0][1]
