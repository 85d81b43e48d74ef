"""What changed since an earlier run, and by what: the rule, the calendar, the record, or only the passing of time.

The cause is worked out, not guessed: today's record is judged again as of the earlier day. Where that comes to what was
found then, time alone has done it; where the rule is another now, it has; else the record was changed, or the calendar
where a notice came in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from yifa.law.duties import Outcome
from yifa.law.run.comparing_runs import BEFORE, compare_runs
from yifa.law.run.findings import Change, Result, is_finding
from yifa.law.run.findings_table import KEY, RESULT
from yifa.oversight.supervision.earlier import EarlierRun, rule_digest
from yifa.oversight.supervision.points import cases_at
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised, keys_of


class Cause(StrEnum):
    """Why a finding is new, gone or another."""

    RULE = "rule"
    CALENDAR = "calendar"
    RECORD = "record"
    CLOCK = "clock"


@dataclass(frozen=True)
class Changed:
    """A finding that changed: its key, what became of it, why, and outcome, class and due day before and now."""

    procedure: str
    case: str
    duty: str
    subject: str
    change: Change
    causes: tuple[Cause, ...]
    before: Mapping[str, Any]
    now: Mapping[str, Any]
    organ: str | None = None
    number: str | None = None

    def as_data(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return {
            "procedure": self.procedure,
            "case": self.case,
            "duty": self.duty,
            "subject": self.subject,
            "organ": self.organ,
            "number": self.number,
            "change": self.change.value,
            "causes": [cause.value for cause in self.causes],
            "before": _plain(self.before),
            "now": _plain(self.now),
        }


def changes(earlier: EarlierRun, run: Supervised) -> list[Changed]:
    """Every finding that is new, gone or came to something else, with the cause; in the order of the keys."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    tables = [one.findings.select([*KEY, *RESULT]) for one in run.ledgers]
    now = pa.concat_tables(tables) if tables else earlier.findings.slice(0, 0)
    rows = compare_runs(earlier.findings, now.replace_schema_metadata(None)).to_pylist()
    places = _places(run, {(row["procedure"], row["case"]) for row in rows})
    then = _then(earlier, run, rows, places)
    return [_changed(row, earlier, run, places, then) for row in rows]


def tally(changed: list[Changed]) -> Mapping[tuple[Change, Cause], int]:
    """How many changed in which way by which (first) cause."""
    return Counter((one.change, one.causes[0]) for one in changed)


Place = tuple[JudgedLedger, int]


def _places(run: Supervised, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Place]:
    """Where the cases stand now."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    found: dict[tuple[str, str], Place] = {}
    for ledger in run.ledgers:
        keys = [case for procedure, case in sorted(wanted) if procedure == ledger.procedure]
        if keys:
            held = keys_of(ledger.cases)
            at = pc.index_in(pa.array(keys, pa.string()), value_set=held).to_pylist()
            found |= {
                (ledger.procedure, key): (ledger, place)
                for key, place in zip(keys, at, strict=True)
                if place is not None
            }
    return found


def _then(
    earlier: EarlierRun, run: Supervised, rows: list[dict[str, Any]], places: Mapping[tuple[str, str], Place]
) -> dict[tuple[str, ...], Result]:
    """What today's record comes to as of the earlier day, for the duties and subjects that changed."""
    asked: dict[int, dict[int, set[str]]] = {}
    for row in rows:
        held = places.get((row["procedure"], row["case"]))
        if held is not None:
            at = next(number for number, one in enumerate(run.ledgers) if one is held[0])
            asked.setdefault(at, {}).setdefault(held[1], set()).add(row["duty"])
    found: dict[tuple[str, ...], Result] = {}
    for at, wanted in asked.items():
        ledger = run.ledgers[at]
        keys = keys_of(ledger.cases)
        for place, case in zip(wanted, cases_at(ledger, list(wanted)), strict=True):
            results = ledger.engine.judge(
                case, earlier.as_of, earlier.known_at, source=ledger.source, only=wanted[place]
            )
            key = str(keys[place])
            found |= {(ledger.procedure, key, one.duty, one.subject): one for one in results}
    return found


def _changed(
    row: Mapping[str, Any],
    earlier: EarlierRun,
    run: Supervised,
    places: Mapping[tuple[str, str], Place],
    then: Mapping[tuple[str, ...], Result],
) -> Changed:
    procedure, case, duty, subject = key = tuple(str(row[name]) for name in KEY)
    before = {name: row[name + BEFORE] for name in RESULT}
    now = {name: row[name] for name in RESULT}
    held = places.get((row["procedure"], row["case"]))
    organ, number = (None, None) if held is None else _named(held)
    change = Change(row["change"])
    causes = tuple(_causes(key, change, before, now, earlier, run, held, then.get(key)))
    return Changed(procedure, case, duty, subject, change, causes, before, now, organ, number)


def _named(held: Place) -> tuple[str | None, str | None]:
    ledger, place = held
    names = ledger.cases.column_names
    organ, number = (ledger.cases[name][place].as_py() if name in names else None for name in ("organ", "number"))
    return organ, number


def _causes(
    key: tuple[str, ...],
    change: Change,
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    earlier: EarlierRun,
    run: Supervised,
    held: Place | None,
    then: Result | None,
) -> Iterator[Cause]:
    procedure, _, duty, _ = key
    if _rule(run, procedure, duty) != earlier.rules.get((procedure, duty)):
        yield Cause.RULE
        return
    if held is not None and _said(then) == (None if change is Change.NEW else _state(before)):
        yield Cause.CLOCK
        return
    if earlier.calendar != run.calendar:
        only_day = change is Change.OTHER and before["outcome"] == now["outcome"]
        if only_day:
            yield Cause.CALENDAR
            return
        yield Cause.RECORD
        yield Cause.CALENDAR
        return
    yield Cause.RECORD


def _rule(run: Supervised, procedure: str, duty: str) -> str | None:
    for ledger in run.ledgers:
        found = ledger.whole.folder.duty(duty) if ledger.procedure == procedure else None
        if found is not None:
            return rule_digest(found, ledger.whole.folder.procedure)
    return None


State = tuple[str, str | None, date | datetime | None]


def _said(result: Result | None) -> State | None:
    """A result as a row of findings has it; None where it is none."""
    if result is None or not is_finding(result) or result.outcome is Outcome.NOT_ASSESSABLE:
        return None
    return result.outcome.word, result.finding.word if result.finding else None, result.due


def _state(row: Mapping[str, Any]) -> State | None:
    due, minute = row["due"], row["due_minute"]
    if due is not None and minute is not None:
        due = datetime(due.year, due.month, due.day, minute // 60, minute % 60)
    return None if row["outcome"] is None else (row["outcome"], row["class"], due)


def _plain(row: Mapping[str, Any]) -> dict[str, Any] | None:
    state = _state(row)
    if state is None:
        return None
    due = state[2]
    told = due.isoformat(timespec="minutes") if isinstance(due, datetime) else due.isoformat() if due else None
    return {"outcome": state[0], "class": state[1], "due": told}
