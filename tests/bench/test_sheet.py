"""The sheet shows ratios first, says when the machine was disturbed, and gives programs the same in seconds."""

from __future__ import annotations

import json

from bench.race import CallRace, CallStanding, Race, Spread, Standing
from bench.sheet import as_json, lines
from bench.workload import Goal, Outcome, Workload

EVEN = Spread(1, 1, 1)
RACE = Race(
    "Counting",
    "by hand",
    3,
    (
        Standing("by hand", 20, Spread(0.002, 0.001, 0.004), EVEN, 1),
        Standing("by heart", 2_000, Spread(0.0005, 0.0005, 0.0005), Spread(0.25, 0.2, 1.5), 0.6),
    ),
)
CALLS = CallRace(
    "Calling", "once", 3, (CallStanding("once", 9, Spread(2e-6, 1e-6, 3e-6), Spread(4e-5, 3e-5, 2e-4), EVEN),)
)
OUTCOME = Outcome(
    (RACE, CALLS),
    goals=(Goal("answers:", 2e6, 4e6, "a second", at_least=True), Goal("p99:", 0.1, 0.2, "ms", at_least=False)),
    notes=("Noted.",),
    faults=("Wrong.",),
)
WORKLOAD = Workload("room.one", "What of it?", lambda size: OUTCOME)


def test_the_sheet_says_ratios_goals_and_whether_the_machine_was_disturbed() -> None:
    assert list(lines(WORKLOAD, OUTCOME)) == [
        "## room.one",
        "",
        "What of it?",
        "",
        "**Counting**, 3 rounds; × is the time of one answer over that of «by hand».",
        "",
        "| variant  | answers |                  ms | answers/s |                  × | beside the reference |",
        "| -------- | ------: | ------------------: | --------: | -----------------: | -------------------: |",
        "| by hand  |      20 |    2.00 [1.00–4.00] |    10.0 k |   1.00 [1.00–1.00] |            reference |",
        "| by heart |   2,000 | 0.500 [0.500–0.500] |    4.00 M | 0.250 [0.200–1.50] |               faster |",
        "",
        "Other programs ran meanwhile (this one had 60% of a processor): trust ratios, not rates.",
        "",
        "**Calling**, 3 rounds; × is the time of one answer over that of «once».",
        "",
        "| one call |           p50 µs |          p99 µs |        ×, of p50 | beside the reference |",
        "| -------- | ---------------: | --------------: | ---------------: | -------------------: |",
        "| once     | 2.00 [1.00–3.00] | 40.0 [30.0–200] | 1.00 [1.00–1.00] |            reference |",
        "",
        "- Goal met: answers: ≥ 2.00 M a second; measured 4.00 M.",
        "- Goal NOT met: p99: < 0.100 ms; measured 0.200.",
        "- Noted.",
        "- FAULT: Wrong.",
    ]


def test_programs_get_seconds_and_claims() -> None:
    written = as_json(WORKLOAD, OUTCOME)

    assert json.loads(json.dumps(written)) == written
    assert written["races"][0]["standings"][1] == {
        "name": "by heart",
        "answers": 2_000,
        "seconds": {"median": 0.0005, "low": 0.0005, "high": 0.0005},
        "ratio": {"median": 0.25, "low": 0.2, "high": 1.5},
        "cpu_share": 0.6,
        "per_second": 4e6,
        "claim": "faster",
    }
    assert [goal["met"] for goal in written["goals"]] == [True, False]
