"""Many cases of one procedure: every duty for every subject at once, and what comes of it.

Acts become rows (`milestones`), the clock completes them (`many_clocks`), an engine compares numbers (`ibis_tree`, or
`plainly` with NumPy alone): five masks a row, in which each duty has a bit. Findings are read from the masks; what the
source does not carry becomes lines of coverage, never rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np

from yifa.law.catalogue import calendar as national_calendar
from yifa.law.clock import Calendar
from yifa.law.conditions import day_of
from yifa.law.conditions.columns import NEVER
from yifa.law.duties import DutySet, FindingClass, Grain, Outcome, duty_set
from yifa.law.duties.steps import Derivation, exprs_of
from yifa.law.duties.understood import Understood
from yifa.law.facts import Source
from yifa.law.run.cells import Cells, Numbers, Places, Working
from yifa.law.run.clock_answers import moment_of
from yifa.law.run.findings import Result
from yifa.law.run.many_clocks import Clocks
from yifa.law.run.many_pauses import Stops
from yifa.law.run.masks import MOST, Masks, Sharing, worked_out
from yifa.law.run.milestones import Facts, Rows
from yifa.law.run.one_case import Engine, engine
from yifa.law.run.sharing import Shared
from yifa.law.run.taking_in import Batch

_OUTCOMES = tuple(Outcome)
_CLASSES = tuple(FindingClass)
_TRUTHS = ("applies", "met", "unmet", "happened", "fired")


class Comparing(Protocol):
    """An engine: gives the masks of the rows of one grain, for at most `MOST` duties."""

    def __call__(self, duties: Sequence[Understood], rows: Rows, working: Working) -> Masks:
        """The masks of all rows."""


def plainly(duties: Sequence[Understood], rows: Rows, working: Working) -> Masks:
    """The engine that needs nothing beside NumPy."""
    return worked_out(duties, working, rows.size)


@dataclass(frozen=True)
class Coverage:
    """So many rows in which a duty cannot be told from a source."""

    source: str
    duty: str
    rows: int


@dataclass(frozen=True)
class JudgedGrain:
    """What came of the rows of one grain, for some of its duties."""

    duties: tuple[Understood, ...]
    rows: Rows
    masks: Masks
    working: Working
    silent: Mapping[Outcome, Sequence[frozenset[str]]]
    """By source, the duties whose breach, and those whose open outcome, cannot be told from it."""

    def outcomes(self, place: int) -> Numbers:
        """The outcome of one duty in every row, as `Outcome` numbers it."""
        found = np.full(self.rows.size, int(Outcome.UNKNOWN), dtype=np.int64)
        for mask, outcome in (
            ("unmet", Outcome.UNMET),
            ("pending", Outcome.PENDING),
            ("met", Outcome.MET),
            ("not_applicable", Outcome.NOT_APPLICABLE),
        ):
            found[self.masks.bit(mask, place)] = int(outcome)
        cases, one = self.rows.facts.cases, self.duties[place]
        for outcome in (Outcome.UNMET, Outcome.UNKNOWN):
            silent = np.array([one.duty.id in duties for duties in self.silent[outcome]])
            if silent.any():
                found[(found == outcome) & silent[cases.source[self.rows.case]]] = int(Outcome.NOT_ASSESSABLE)
        return found

    def classes(self, place: int, outcomes: Numbers) -> Numbers:
        """The class of the finding of one duty in every row, as `FindingClass` numbers it."""
        sure = int(self.duties[place].answer.sure_class)
        contested = np.where(self.masks.bit("contested", place), int(FindingClass.ADVISORY), sure)
        return np.where(outcomes == Outcome.UNMET, contested, int(FindingClass.NONE))

    def due(self, place: int) -> tuple[Cells, Cells]:
        """The latest and the earliest reading of one duty's due day (or minute) in every row; none that never comes."""
        due = self.duties[place].answer.due
        latest, earliest = (self.working.value(side).over(self.rows.size) for side in (due.latest, due.earliest))
        return latest.blank(latest.values >= NEVER), earliest.blank(earliest.values >= NEVER)


@dataclass(frozen=True)
class Judged:
    """What came of many cases. `one_by_one`: how much of the work was done one by one, by what it was.

    `corpus` and `calendar` are the digests of what was asked.
    """

    batch: Batch
    grains: tuple[JudgedGrain, ...]
    one_by_one: dict[str, int]
    procedure: str
    corpus: str
    calendar: str

    def results(self) -> Iterator[tuple[int, Result]]:
        """Every result with the place of its case: for comparing, and for few cases."""
        for grain in self.grains:
            for place in range(len(grain.duties)):
                outcomes = grain.outcomes(place)
                yield from self._results(grain, place, outcomes, np.arange(grain.rows.size))

    def findings(self) -> Iterator[tuple[int, Result]]:
        """The results that are findings, with the place of their case."""
        for grain in self.grains:
            for place in range(len(grain.duties)):
                outcomes = grain.outcomes(place)
                told = (outcomes == Outcome.UNMET) | (outcomes == Outcome.UNKNOWN)
                yield from self._results(grain, place, outcomes, np.flatnonzero(told))

    def coverage(self) -> list[Coverage]:
        """For every source and duty the rows in which it is not assessable."""
        sources = self.batch.facts.cases.sources
        found: list[Coverage] = []
        for grain in self.grains:
            of_source = self.batch.facts.cases.source[grain.rows.case]
            for place, one in enumerate(grain.duties):
                silent = grain.outcomes(place) == Outcome.NOT_ASSESSABLE
                many = np.bincount(of_source[silent], minlength=len(sources))
                found += [Coverage(sources[at].id, one.duty.id, int(many[at])) for at in np.flatnonzero(many).tolist()]
        return found

    def _results(self, grain: JudgedGrain, place: int, outcomes: Numbers, rows: Places) -> Iterator[tuple[int, Result]]:
        one = grain.duties[place]
        due = one.answer.due
        show = moment_of if due.by_minute else day_of
        classes = grain.classes(place, outcomes)
        latest, earliest = (side.at(rows) for side in grain.due(place))
        applies = grain.working.value(one.answer.applies).over(grain.rows.size).yes
        for at, row in enumerate(rows.tolist()):
            case, subject = int(grain.rows.case[row]), grain.rows.subject(row)
            outcome = _OUTCOMES[outcomes[row]]
            if outcome is Outcome.NOT_APPLICABLE or not applies[row]:  # or not surely: then it has no day
                later = outcome is not Outcome.NOT_APPLICABLE and due.not_before
                yield case, Result(one.duty.id, subject, outcome, FindingClass.NONE, not_before=later)
                continue
            yield (
                case,
                Result(
                    one.duty.id,
                    subject,
                    outcome,
                    _CLASSES[classes[row]],
                    show(int(latest.values[at])) if latest.sure[at] else None,
                    show(int(earliest.values[at])) if earliest.sure[at] else None,
                    due.not_before,
                ),
            )


class ManyEngine:
    """Every duty of a procedure for any number of cases."""

    def __init__(self, whole: DutySet, calendar: Calendar, judge: Engine) -> None:
        self.whole = whole
        self.calendar = calendar
        self.one = judge
        self._steps: dict[str | None, tuple[Shared, list[int]]] = {}

    def judge(self, batch: Batch, comparing: Comparing = plainly) -> Judged:
        """Judge cases with an engine."""
        clocks = self.clocks(batch)
        silent = self._silent(batch.facts.cases.sources)
        grains = []
        for grain in self.whole.grains:
            rows, working = self.completed(grain, batch.facts, clocks)
            duties = tuple(one for one in grain.duties if not one.off)
            for first in range(0, len(duties), MOST):
                portion = duties[first : first + MOST]
                grains.append(JudgedGrain(portion, rows, comparing(portion, rows, working), working, silent))
        counted = {"acts": batch.facts.acts.ties, "pauses": clocks.stops.one_by_one, "terms": clocks.one_by_one}
        folder = self.whole.folder
        return Judged(batch, tuple(grains), counted, folder.id, folder.digest, self.calendar.digest)

    def clocks(self, batch: Batch) -> Clocks:
        """The clock for the rows of these cases."""
        facts = batch.facts
        return Clocks(self.calendar, Stops(facts.acts, facts.words, facts.cases.sources, facts.cases.source))

    def _silent(self, sources: Sequence[Source]) -> Mapping[Outcome, Sequence[frozenset[str]]]:
        """Source by source, what cannot be told from it."""
        duties = [one for grain in self.whole.grains for one in grain.duties if not one.off]
        found: dict[Outcome, list[frozenset[str]]] = {Outcome.UNMET: [], Outcome.UNKNOWN: []}
        for source in sources:
            for outcome, listed in found.items():
                told = self.one.assessable
                listed.append(frozenset(one.duty.id for one in duties if not told(one, outcome, source)))
        return found

    def completed(self, grain: Grain, facts: Facts, clocks: Clocks) -> tuple[Rows, Working]:
        """The rows of a grain, completed step by step, and what works out trees on them."""
        rows = facts.rows(grain.act)
        working = Working(rows.column, facts.words)
        shared, used = self._shared(grain)
        steps = Sharing(working, shared, used)
        for step in grain.steps:
            if isinstance(step, Derivation):
                found = steps.value(step.expr).over(rows.size)
                if step.column.part.startswith(_TRUTHS):
                    found = Cells(found.values.astype(np.bool_, copy=False), found.known)
                rows.columns[step.column] = found
            else:
                clocks.answer(step, rows, steps)
        return rows, working

    def _shared(self, grain: Grain) -> tuple[Shared, list[int]]:
        """The trees of the steps of a grain with their common parts made one, and how often each part is used."""
        found = self._steps.get(grain.act)
        if found is None:
            shared = Shared()
            numbers = [shared.number(expr) for step in grain.steps for expr in exprs_of(step)]
            found = self._steps[grain.act] = shared, shared.used(numbers)
        return found


@cache
def many_engine(name: str) -> ManyEngine:
    """The engine for many cases of a procedure, on the national calendar."""
    return ManyEngine(duty_set(name), national_calendar(), engine(name))
