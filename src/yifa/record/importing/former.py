"""What was told of a case before a batch told it anew: kept beside where it comes from, so that it can be taken back.

The batches before stand in `came_from` under `before`, the newest first, each by what it says otherwise than the one
after it: `{"batch": "2025 Q3"}`, and `facts` where these changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yifa.record.cases.choices import TAKES_ACTS, State
from yifa.record.cases.models import Case

BEFORE = "before"


@dataclass(frozen=True)
class Former:
    """A case as it was before a batch: where it came from, its facts, and its state where it took no acts."""

    came_from: dict[str, Any]
    facts: dict[str, Any]
    state: State | None


def with_former(case: Case, now: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Where a case comes from `now`, with what was told before. A batch that goes on tells of it once."""
    if case.came_from.get("batch") != now["batch"]:
        state = None if case.state in TAKES_ACTS else State(case.state)
        former: Former | None = Former(case.came_from, case.facts, state)
    else:
        former = former_of(case)
    if former is None:
        return dict(now)
    earlier = former.came_from.get(BEFORE, [])
    came = {name: held for name, held in former.came_from.items() if name != BEFORE}
    told: dict[str, Any] = {name: held for name, held in came.items() if now.get(name) != held}
    if gone := sorted(now.keys() - came.keys()):
        told["without"] = gone
    if former.facts != facts:
        told["facts"] = former.facts
    if former.state is not None:
        told["state"] = former.state.value
    return {**now, BEFORE: [told, *earlier]}


def former_of(case: Case) -> Former | None:
    """What was told before the last batch; None where the case came with it."""
    before = case.came_from.get(BEFORE)
    if not before:
        return None
    told, *earlier = before
    came = {name: held for name, held in case.came_from.items() if name not in (BEFORE, *told.get("without", ()))}
    came |= {name: held for name, held in told.items() if name not in ("without", "facts", "state")}
    came |= {BEFORE: earlier} if earlier else {}
    return Former(came, told.get("facts", case.facts), State(told["state"]) if "state" in told else None)
