"""Two runs compared: what is new, gone or another, and whether rule, calendar, record or clock did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from tests.oversight.supervision.ledgers_by_hand import in_time, late, ledger, penalty, taken
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.procedures import Procedure
from yifa.law.facts import Case
from yifa.law.run.findings_table import KEY, RESULT
from yifa.oversight.supervision.comparing import Cause, changes
from yifa.oversight.supervision.earlier import EarlierRun, rule_digest
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.supervised import Supervised

DUTY = "pen-decide-90d"


def run_of(cases: Sequence[Case], as_of: date) -> Supervised:
    return supervise(taken(ledger("penalty-ordinary", cases)), as_of)


def as_earlier(run: Supervised) -> EarlierRun:
    """What the file of a run tells of it."""
    rules = {
        (one.procedure, duty.id): rule_digest(duty, one.whole.folder.procedure)
        for one in run.ledgers
        for duty in one.whole.folder.duties
    }
    findings = pa.concat_tables([one.findings.select([*KEY, *RESULT]) for one in run.ledgers])
    return EarlierRun(run.as_of, run.known_at, run.calendar, rules, findings)


def told(earlier: EarlierRun, run: Supervised) -> list[tuple[Any, ...]]:
    return [(one.number, one.change.value, one.causes) for one in changes(earlier, run) if one.duty == DUTY]


def pending(number: str) -> Case:
    return penalty(number, "B", [("case-filed", "2024-03-01", {})])


def test_the_same_run_twice_has_no_change() -> None:
    run = run_of([late(), in_time()], date(2025, 6, 30))
    assert changes(as_earlier(run), run) == []


def test_a_term_that_ran_out_in_between_is_the_clock() -> None:
    before, after = (run_of([pending("甲")], on) for on in (date(2024, 5, 20), date(2024, 6, 20)))
    assert told(as_earlier(before), after) == [("甲", "new", (Cause.CLOCK,))]


def test_a_decision_entered_since_is_the_record() -> None:
    on = date(2024, 6, 20)
    before = run_of([pending("甲")], on)
    acts = [("case-filed", "2024-03-01", {}), ("decision-made", "2024-05-06", {})]
    after = run_of([penalty("甲", "B", acts)], on)
    assert told(as_earlier(before), after) == [("甲", "gone", (Cause.RECORD,))]


def test_a_case_that_is_no_longer_there_is_the_record() -> None:
    on = date(2025, 6, 30)
    before, after = run_of([late("甲"), in_time()], on), run_of([in_time()], on)
    assert told(as_earlier(before), after) == [(None, "gone", (Cause.RECORD,))]


def test_another_text_of_the_rule_is_the_rule() -> None:
    run = run_of([late("甲")], date(2025, 6, 30))
    earlier = as_earlier(run)
    others = {key: "another" if key[1] == DUTY else digest for key, digest in earlier.rules.items()}
    empty = earlier.findings.slice(0, 0)
    assert told(replace(earlier, rules=others, findings=empty), run) == [("甲", "new", (Cause.RULE,))]


class Later(Procedure):
    """A procedure in a later version, which may say something that none could before."""

    something_new: tuple[str, ...] = ()


def test_a_rule_is_the_same_where_a_later_version_could_say_more_and_does_not() -> None:
    whole = folder("penalty-ordinary")
    duty = whole.duty(DUTY)
    assert duty is not None
    held = {name: getattr(whole.procedure, name) for name in Procedure.model_fields}
    of = rule_digest(duty, whole.procedure)
    assert rule_digest(duty, Later.model_construct(**held)) == of
    assert rule_digest(duty, Later.model_construct(**held, something_new=("said",))) != of
    assert rule_digest(duty.model_copy(update={"breach": "VOID"}), whole.procedure) != of


def test_another_day_under_another_calendar_is_the_calendar() -> None:
    run = run_of([late("甲")], date(2025, 6, 30))
    earlier = as_earlier(run)
    rows = earlier.findings.to_pylist()
    moved = [row | {"due": date(2024, 5, 29)} if row["duty"] == DUTY else row for row in rows]
    table = pa.Table.from_pylist(moved, schema=earlier.findings.schema)
    assert told(replace(earlier, calendar="another", findings=table), run) == [("甲", "other", (Cause.CALENDAR,))]
