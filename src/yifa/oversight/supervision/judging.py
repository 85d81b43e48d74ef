"""Runs every duty over the ledgers of a folder: part after part, so that memory depends on what was read and one part.

Each ledger is judged by the duties of its procedure and of the sectors and places its organs have, with the register
of certificates and with what was counted over the whole folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from yifa.law.catalogue import calendar as national_calendar
from yifa.law.clock import Calendar
from yifa.law.duties import duty_set
from yifa.law.facts import Register
from yifa.law.run.cross_counts import Counted, Told, cross_counts
from yifa.law.run.many_cases import Comparing, plainly
from yifa.ledgers.taken import Taken, TakenLedger
from yifa.oversight.supervision.organ_years import asks_yearly, with_organ_years
from yifa.oversight.supervision.parts_of_ledgers import ACTS, Kept, Run
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised, engine_of

Progress = Callable[[int, int], None]
"""Told how many cases of how many are judged."""
Counts = Mapping[int, tuple[Counted, ...]]
"""By the place of a ledger what was counted for its cases."""


def supervise(
    taken: Taken,
    as_of: date,
    known_at: datetime | None = None,
    *,
    calendar: Calendar | None = None,
    comparing: Comparing = plainly,
    progress: Progress = lambda done, of: None,
    at_most: int = ACTS,
    counts: Counts | None = None,
) -> Supervised:
    """Judge everything that was read, as of a day and as known at a moment; `at_most` acts a part, about.

    `counts`: what was counted over all cases, where there are more of them than here (`counts_over`).
    """
    days = calendar or national_calendar()
    cases = _cases(taken, as_of)
    counts = _counts(taken, cases, as_of, known_at) if counts is None else counts
    whole, done = sum(mine.num_rows for mine in cases), 0
    found: dict[int, JudgedLedger] = {}
    for together in _together(taken.ledgers):
        engine = engine_of(taken.ledgers[together[0]].procedure, days)
        register = taken.register if taken.ledgers[together[0]].listed else Register()
        ledgers = [Kept(taken.ledgers[place], cases[place], tuple(counts.get(place, ()))) for place in together]
        run = Run(ledgers, register, as_of, known_at, engine)
        judged = run.judged(comparing, at_most, partial(_further, progress, done, whole))
        found |= dict(zip(together, judged, strict=True))
        done += sum(cases[place].num_rows for place in together)
    return Supervised(as_of, known_at, days.digest, taken, tuple(found[place] for place in range(len(cases))))


def counts_over(taken: Taken, as_of: date, known_at: datetime | None = None) -> Counts:
    """What is counted over all cases, for each ledger by its place, and for each duty that asks how often."""
    return _counts(taken, _cases(taken, as_of), as_of, known_at)


def _counts(taken: Taken, cases: Sequence[Any], as_of: date, known_at: datetime | None) -> Counts:
    told = [Told(one.procedure, one.acts, mine) for one, mine in zip(taken.ledgers, cases, strict=True)]
    return cross_counts(told, as_of, known_at)


def _together(ledgers: Sequence[TakenLedger]) -> list[list[int]]:
    """The ledgers that are judged together: those of one procedure, with the register and without it."""
    found: dict[tuple[str, bool], list[int]] = {}
    for place, one in enumerate(ledgers):
        found.setdefault((duty_set(one.procedure).folder.id, one.listed), []).append(place)
    return list(found.values())


def _further(progress: Progress, before: int, of: int, more: int) -> None:
    progress(before + more, of)


def _cases(taken: Taken, as_of: date) -> list[Any]:
    """The cases of every ledger, years of organs added."""
    cases = [one.cases for one in taken.ledgers]
    of_procedure: dict[str, list[int]] = {}
    for place, one in enumerate(taken.ledgers):
        of_procedure.setdefault(duty_set(one.procedure).folder.id, []).append(place)
    for name, places in of_procedure.items():
        if asks_yearly(duty_set(name)):
            several = with_organ_years([taken.ledgers[place] for place in places], taken.organs, as_of)
            for place, mine in zip(places, several, strict=True):
                cases[place] = mine
    return cases
