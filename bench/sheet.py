"""How an outcome is written down: tables of ratios for people (Markdown), a dictionary for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bench.race import BAND, CallRace, CallStanding, Race, Spread, Standing
from bench.workload import Goal, Outcome, Workload

UNDISTURBED = 0.95
"""A smaller share of a processor than this says that other programs ran meanwhile."""


def lines(workload: Workload, outcome: Outcome) -> Iterator[str]:
    """A workload and what it found, as Markdown."""
    yield f"## {workload.name}"
    yield ""
    yield workload.asks
    for race in outcome.races:
        yield ""
        yield f"**{race.title}**, {race.rounds} rounds; × is the time of one answer over that of «{race.reference}»."
        yield ""
        yield from _table(race)
        shares = [one.cpu_share for one in race.standings if isinstance(one, Standing)]
        if shares and min(shares) < UNDISTURBED:
            yield ""
            least = f"{min(shares):.0%}"
            yield f"Other programs ran meanwhile (this one had {least} of a processor): trust ratios, not rates."
    if outcome.goals or outcome.notes or outcome.faults:
        yield ""
    yield from (f"- {_goal(goal)}" for goal in outcome.goals)
    yield from (f"- {note}" for note in outcome.notes)
    yield from (f"- FAULT: {fault}" for fault in outcome.faults)


def as_json(workload: Workload, outcome: Outcome) -> dict[str, Any]:
    """The same for programs; times in seconds."""
    return {
        "name": workload.name,
        "asks": workload.asks,
        "races": [
            {
                "title": race.title,
                "reference": race.reference,
                "rounds": race.rounds,
                "band": BAND,
                "standings": [_standing(one) for one in race.standings],
            }
            for race in outcome.races
        ],
        "goals": [{**goal._asdict(), "met": goal.met} for goal in outcome.goals],
        "notes": list(outcome.notes),
        "faults": list(outcome.faults),
    }


def _standing(one: Standing | CallStanding) -> dict[str, Any]:
    values = {name: value._asdict() if isinstance(value, Spread) else value for name, value in vars(one).items()}
    if isinstance(one, Standing):
        values["per_second"] = one.per_second
    return {**values, "claim": one.claim}


def _goal(goal: Goal) -> str:
    sign = "≥" if goal.at_least else "<"
    verdict = "met" if goal.met else "NOT met"
    return f"Goal {verdict}: {goal.sentence} {sign} {_short(goal.limit)} {goal.unit}; measured {_short(goal.measured)}."


def _table(race: Race | CallRace) -> Iterator[str]:
    if isinstance(race, CallRace):
        heads = ["one call", "p50 µs", "p99 µs", "×, of p50", "beside the reference"]
        rows = [
            [one.name, _spread(one.p50, 1e6), _spread(one.p99, 1e6), _spread(one.ratio), _beside(one, race)]
            for one in race.standings
        ]
    else:
        heads = ["variant", "answers", "ms", "answers/s", "×", "beside the reference"]
        rows = [
            [
                one.name,
                f"{one.answers:,}",
                _spread(one.seconds, 1e3),
                _short(one.per_second),
                _spread(one.ratio),
                _beside(one, race),
            ]
            for one in race.standings
        ]
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads))]
    yield _row(heads, widths)
    yield "| " + " | ".join(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]) + " |"
    yield from (_row(row, widths) for row in rows)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    padded = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
    return "| " + " | ".join(padded) + " |"


def _beside(one: Standing | CallStanding, race: Race | CallRace) -> str:
    return "reference" if one.name == race.reference else one.claim


def _spread(spread: Spread, scale: float = 1) -> str:
    return f"{_short(spread.median * scale)} [{_short(spread.low * scale)}–{_short(spread.high * scale)}]"


def _short(value: float) -> str:
    """Three figures that count, large numbers in thousands and millions: 5.73 M, 81.2 k, 412, 0.047."""
    for limit, sign in ((1e6, " M"), (1e4, " k")):
        if abs(value) >= limit:
            return _short(value / (1e6 if sign == " M" else 1e3)) + sign
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}"
