"""How long one case takes: the compiled function, the whole way from the acts, and other engines beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa

from bench import duty_peers, forty_four, repeated
from bench.duties import DAY, SHIPPED
from bench.forty_four import AS_OF, SHARES, workload
from bench.race import Caller, race_calls
from bench.workload import Goal, Outcome, Size, Workload
from yifa.law.conditions import day_number
from yifa.law.facts import EVERYTHING, Act, Case, Moment, View
from yifa.law.run import Result
from yifa.law.run.case_tables import Asked
from yifa.law.run.compiling import Judgement, Row
from yifa.law.run.one_case import Engine

CASES = {Size.FULL: 4_000, Size.QUICK: 1_000, Size.TINY: 60}
PEER_CASES = {Size.FULL: 1_000, Size.QUICK: 200, Size.TINY: 40}
ROUNDS = {Size.FULL: 7, Size.QUICK: 3, Size.TINY: 1}
Ready = Sequence[tuple[Callable[[Row], list[Judgement]], Row]]


def cases_of(name: str, many: int) -> list[Case]:
    """Cases of the named workload, one by one."""
    acts, _ = next(forty_four.chunks(name, many))
    found: list[list[Act]] = [[] for _ in range(many)]
    fields = [column for column in acts.column_names if column.startswith("field.")]
    for row in pa.Table.to_pylist(acts):
        held = {column[6:]: row[column] for column in fields if row[column] is not None}
        told = {name: tuple(value) if isinstance(value, list) else value for name, value in held.items()}
        found[row["case"]].append(Act(row["act"], row["day"], None, told))
    procedure = workload(name).many.whole.folder.id
    return [Case(str(place), procedure, tuple(some)) for place, some in enumerate(found)]


def ready(judge: Engine, asked: Asked) -> Ready:
    """The rows of a case, completed, each with the function that judges it."""
    view = View(asked.case, Moment.of(asked.as_of), asked.known_at)
    found: list[tuple[Callable[[Row], list[Judgement]], Row]] = []
    case_row: Row = ()
    for engine in judge.grains:
        for it in engine.plan.subjects(view):
            row = engine.row(view, it, asked.source, case_row)
            if it is None:
                case_row = row
            found.append((engine.judge, row))
    return found


def by_function(rows: Ready) -> list[list[Judgement]]:
    """All rows of a case, judged."""
    return [judge(row) for judge, row in rows]


NAMED_ROWS = "the compiled function: forty-four duties, rows ready"


def measure_single(size: Size) -> Outcome:
    """One case at a time: named workload and what is shipped."""
    every = CASES[size]
    named: list[tuple[Engine, Asked]] = []
    for name, share in SHARES.items():
        cases = cases_of(name, max(int(every * share), 1))
        named += [(workload(name).one, Asked(case, DAY, None, EVERYTHING)) for case in cases]
    callers = [
        Caller(NAMED_ROWS, by_function, [ready(*one) for one in named]),
        Caller("from the acts on: rows, clock and duties", _whole, named),
    ]
    for id_ in SHIPPED:
        of = repeated.worked(id_)
        shipped = [(of.many.one, one) for one in of.asked]
        callers.append(Caller(_rows_of(id_), by_function, [ready(*one) for one in shipped]))
        callers.append(Caller(f"{id_}, from the acts on", _whole, shipped))
    found = race_calls("One case", callers, reference=NAMED_ROWS, rounds=ROUNDS[size])
    standings = {one.name: one for one in found.standings}
    goals = [
        Goal(f"p99 of {name}:", 0.1, standings[name].p99.median * 1e3, "ms", at_least=False)
        for name in (NAMED_ROWS, *map(_rows_of, SHIPPED))
    ]
    return Outcome((found,), tuple(goals))


def _rows_of(id_: str) -> str:
    return f"{id_}, rows ready"


def _whole(of: tuple[Engine, Asked]) -> list[Result]:
    judge, one = of
    return judge.judge(one.case, one.as_of, one.known_at, source=one.source)


OURS = "yifa: the compiled function, five outcomes"
ZEN = "zen-engine: one decision of ten expressions"
SPIFF = "SpiffWorkflow: one process of ten script tasks"


def measure_peers(size: Size) -> Outcome:
    """Ten licence duties of one case, beside a rule engine and a workflow engine."""
    judge = workload("licence").one
    asked = [Asked(case, DAY, None, EVERYTHING) for case in cases_of("licence", PEER_CASES[size])]
    results = [_whole((judge, one)) for one in asked]
    rows = [peer_row(one.case, found) for one, found in zip(asked, results, strict=True)]
    zen, spiff = duty_peers.by_zen(), duty_peers.by_spiff()
    found = race_calls(
        "Ten licence duties of one case, everything ready made",
        [
            Caller(OURS, by_function, [ready(judge, one) for one in asked]),
            Caller(ZEN, zen, rows),
            Caller(SPIFF, spiff, rows),
        ],
        reference=OURS,
        rounds=ROUNDS[size],
    )
    broken = [{name_of(one.duty) for one in results_ if one.outcome.word == "unmet"} for results_ in results]
    faults = []
    for name, ask in ((ZEN, zen), (SPIFF, spiff)):
        told = [{duty for duty, is_broken in ask(row).items() if is_broken} for row in rows]
        differ = sum(one != other for one, other in zip(told, broken, strict=True))
        if differ:
            faults.append(f"{name}: {differ} of {len(rows)} cases differ from ours")
    times = {one.name: one.ratio.median for one in found.standings}
    goal = Goal("zen-engine over the compiled function:", 40, times[ZEN], "×", at_least=True)
    note = f"What is broken is the same in all of {len(rows):,} cases; only the compiled function tells more than that."
    return Outcome((found,), (goal,), (note,) if not faults else (), tuple(faults))


def name_of(duty: str) -> str:
    """A duty as the peers' languages can write it."""
    return duty.replace("-", "_")


def peer_row(case: Case, results: Sequence[Result]) -> dict[str, Any]:
    """What the peers get: the day of every act, the last day of every term, and what the ten duties compare."""
    days: dict[str, int | None] = {name_of(kind.kind): None for kind in forty_four.COURSES["licence"]}
    fields: dict[str, Any] = {}
    for act in case.acts:
        days.setdefault(name_of(act.kind), None)
        days[name_of(act.kind)] = act.day
        fields |= {f"{act.kind}.{name}": value for name, value in act.fields.items()}
    due = {one.duty: None if one.due is None else day_number(one.due) for one in results}
    done = [day for day in (days["application_accepted"], days["correction_notice"]) if day is not None]
    heard, handled = fields.get("hearing-held.officers"), fields.get("application-accepted.officers")
    return {
        **days,
        **{f"last_{duty}": due.get(duty.replace("_", "-")) for duty, _, _ in duty_peers.TERMS},
        "today": AS_OF,
        "accepted_or_asked": min(done, default=None),
        "last_notice": due.get("l06-hearing-ahead"),
        "fee": fields.get("decision-made.fee", 0),
        "approver": fields.get("extension-approved.approver"),
        "shared_names": 0 if heard is None else len({*heard} & {*(handled or ())}),
    }


WORKLOADS = (
    Workload(
        "duties.single",
        "How long does one case take? The compiled function on rows that are ready, and the whole way from the acts "
        "on, each call timed by itself.",
        measure_single,
        ("numpy",),
    ),
    Workload(
        "duties.peers",
        "How does the compiled function stand beside a rule engine and a workflow engine? Ten licence duties of one "
        "case; they get every last day ready made, and what is broken must be the same.",
        measure_peers,
        ("spiffworkflow", "zen-engine"),
    ),
)
