"""Whether duties find in the record what they find in the ledgers it was filled from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests.record.chain.records import CHINA
from yifa.ledgers.taken import Taken
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.supervised import Supervised
from yifa.record.as_ledgers.naming import with_names
from yifa.record.as_ledgers.taking_out import snapshot, taken_out
from yifa.record.importing.incoming import incoming
from yifa.record.importing.writing_cases import Imported, import_cases
from yifa.record.importing.writing_organs import import_organs
from yifa.record.organs.actions import Actor

ACTOR = Actor("clerk 1", datetime(2026, 9, 1, 9, tzinfo=CHINA))
TOLD = ("procedure", "organ", "number", "duty", "subject", "outcome", "class", "severity", "due", "due_minute")
TOLD += ("due_earliest", "due_earliest_minute", "not_before", "law", "readings", "file", "sheet", "row", "facts")


def bring_in(taken: Taken, batch: str = "b1") -> Imported:
    """Take ledgers into the record."""
    import_organs(taken, actor=ACTOR, on=ACTOR.recorded.date())
    cases = (one for ledger in taken.ledgers for one in sorted(incoming(ledger), key=lambda case: case.organ))
    return import_cases(cases, batch, actor=ACTOR)


def differences(taken: Taken, as_of: date) -> tuple[list[Any], list[Any], dict[Any, Any]]:
    """Findings in the ledgers alone, in the record alone, and duties whose outcomes are counted otherwise."""
    of_ledgers, of_record = supervise(taken, as_of), supervise(taken_out(snapshot(), as_of), as_of)
    here, there = findings(of_ledgers), findings(of_record)
    mine, theirs = tallies(of_ledgers), tallies(of_record)
    counted = {key: (mine.get(key), theirs.get(key)) for key in mine.keys() | theirs.keys()}
    return (
        [one for one in here if one not in there],
        [one for one in there if one not in here],
        {key: pair for key, pair in counted.items() if pair[0] != pair[1]},
    )


def findings(run: Supervised) -> dict[str, None]:
    """Every finding of a run with all it says, names too."""
    found = [row for one in run.ledgers for row in with_names(one.findings).select(TOLD).to_pylist()]
    return dict.fromkeys(sorted(map(str, found)))


def tallies(run: Supervised) -> dict[tuple[str, str], tuple[int, ...]]:
    """By procedure and duty how many subjects came to each outcome."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for ledger in run.ledgers:
        for duty, counts in ledger.outcomes.items():
            before = found.get((ledger.procedure, duty), (0,) * len(counts))
            found[ledger.procedure, duty] = tuple(one + other for one, other in zip(before, counts, strict=True))
    return found
