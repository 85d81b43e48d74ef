"""One case: every duty of its procedure as of a day, by the compiled function.

`engine("licence").judge(case, as_of)` gives the result of every duty for every subject; `findings` turns those that are
worth it into findings with facts, articles and cures.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from yifa.law.catalogue import calendar as national_calendar
from yifa.law.catalogue.citations import citation
from yifa.law.clock import Calendar, Due, OutOfCalendar
from yifa.law.conditions import day_of
from yifa.law.conditions.columns import Answered, Column, Derived
from yifa.law.conditions.tree import Expr, columns_of
from yifa.law.duties.answers import FindingClass, Outcome
from yifa.law.duties.questions import Within
from yifa.law.duties.steps import exprs_of, name_of
from yifa.law.duties.understood import Understood
from yifa.law.duties.whole import DutySet, Grain, duty_set
from yifa.law.facts import EVERYTHING, Act, Case, Moment, Source, View
from yifa.law.run.clock_answers import due_of, moment_of, ready
from yifa.law.run.compiling import Judgement, Row, compiled, compiled_judge
from yifa.law.run.facts_used import facts_used
from yifa.law.run.findings import Finding, Result, is_finding, readings_of
from yifa.law.run.rows import RowPlan

_OUTCOMES = tuple(Outcome)
_CLASSES = tuple(FindingClass)


class GrainEngine:
    """The rows of one grain: how they are filled and completed, and the function that judges them."""

    def __init__(self, grain: Grain, whole: DutySet, calendar: Calendar) -> None:
        self.grain = grain
        self.duties = tuple(one for one in grain.duties if not one.off)
        self.plan = RowPlan(grain.act, _columns(grain, whole))
        self.judge = compiled_judge(self.duties, self.plan.places)
        self.by_id = {one.duty.id: one for one in self.duties}
        self.steps = tuple(ready(step, self.plan.places, calendar) for step in grain.steps)
        self.from_case: tuple[tuple[int, int], ...] = ()

    def reads_from(self, case: GrainEngine) -> None:
        """Take over from the row of the case what its steps filled there; places in its row, and in ours."""
        own = {name_of(step) for step in self.grain.steps}
        self.from_case = tuple(
            (case.plan.places[column], place)
            for column, place in self.plan.places.items()
            if (isinstance(column, Answered) and column.question not in own)
            or (isinstance(column, Derived) and column not in own)
        )

    def row(self, view: View, it: Act | None, source: Source, case_row: Row) -> list[Any]:
        """A row, completed step by step."""
        row = self.plan.row(view, it, source)
        for there, place in self.from_case:
            row[place] = case_row[there]
        for step in self.steps:
            step.into(view, row)
        return row

    def clock_answer(self, one: Understood, view: View, row: list[Any], calendar: Calendar) -> Due | None:
        """The clock's whole answer to the duty's own question of "within", with every fact judged."""
        for question in one.questions:
            if isinstance(question, Within) and question.id == one.answer.due.question:
                day = compiled(question.start, self.plan.places)(row)
                try:
                    return None if day is None else due_of(question, view, day, calendar)
                except OutOfCalendar:
                    return None
        return None


class Engine:
    """Every duty of a procedure, compiled once; judges any number of cases."""

    def __init__(self, whole: DutySet, calendar: Calendar) -> None:
        self.whole = whole
        self.calendar = calendar
        self.grains = tuple(GrainEngine(grain, whole, calendar) for grain in whole.grains)
        for engine in self.grains[1:]:
            engine.reads_from(self.grains[0])
        self.types = {name: one.type for name, one in whole.folder.procedure.fields.items()}
        self._unsafe: dict[Source, frozenset[str]] = {}
        self._partly: dict[Source, frozenset[str]] = {}

    def judge(
        self,
        case: Case,
        as_of: date | datetime,
        known_at: datetime | None = None,
        *,
        source: Source = EVERYTHING,
        only: Collection[str] | None = None,
    ) -> list[Result]:
        """The result of every duty (or of those named) for every subject of the case."""
        return [result for _, _, _, result in self._judged(case, as_of, known_at, source, only)]

    def _judged(
        self,
        case: Case,
        as_of: date | datetime,
        known_at: datetime | None,
        source: Source,
        only: Collection[str] | None,
    ) -> Iterator[tuple[GrainEngine, list[Any], Act | None, Result]]:
        view = View(case, Moment.of(as_of), known_at)
        case_row: Row = ()
        for engine in self.grains:
            for number, it in enumerate(engine.plan.subjects(view), 1):
                row = engine.row(view, it, source, case_row)
                if it is None:
                    case_row = row
                subject = "case" if it is None else f"{it.kind}#{it.id or number}"
                for one, judgement in zip(engine.duties, engine.judge(row), strict=True):
                    if only is None or one.duty.id in only:
                        yield engine, row, it, self._result(one, subject, judgement, source)

    def _result(self, one: Understood, subject: str, judgement: Judgement, source: Source) -> Result:
        code, finding, latest, earliest = judgement
        if code == Outcome.NOT_APPLICABLE:
            return Result(one.duty.id, subject, Outcome.NOT_APPLICABLE, FindingClass.NONE)
        outcome = _OUTCOMES[code]
        if code >= Outcome.UNMET and not self.assessable(one, outcome, source):
            outcome, finding = Outcome.NOT_ASSESSABLE, 0
        due = one.answer.due
        show = moment_of if due.by_minute else day_of
        return Result(
            one.duty.id,
            subject,
            outcome,
            _CLASSES[finding],
            None if latest is None else show(latest),
            None if earliest is None else show(earliest),
            due.not_before,
        )

    def assessable(self, one: Understood, outcome: Outcome, source: Source) -> bool:
        """Whether an open or a broken duty can be told from this source.

        Open: every column it needs is carried. Broken: the acts that could have prolonged its term are carried.
        """
        if outcome is Outcome.UNKNOWN:
            return one.duty.id not in self.partly_carried(source)
        unsafe = self._unsafe.get(source)
        if unsafe is None:
            duties = (duty for engine in self.grains for duty in engine.duties)
            unsafe = frozenset(
                duty.duty.id for duty in duties if not all(source.carries_act(act) for act in duty.facts)
            )
            _keep(self._unsafe, source, unsafe)
        return one.duty.id not in unsafe

    def partly_carried(self, source: Source) -> frozenset[str]:
        """The duties that need a column this source does not carry: the lines of its coverage."""
        found = self._partly.get(source)
        if found is None:
            duties = (duty for engine in self.grains for duty in engine.duties)
            found = frozenset(duty.duty.id for duty in duties if not all(map(source.carries, duty.needs)))
            _keep(self._partly, source, found)
        return found

    def findings(
        self,
        case: Case,
        as_of: date | datetime,
        known_at: datetime | None = None,
        *,
        source: Source = EVERYTHING,
        only: Collection[str] | None = None,
        every: bool = False,
    ) -> list[Finding]:
        """The findings of a case, with what they rest on; `every`: also what is in order, pending or not assessable."""
        asked_for = _AskedFor(View(case, Moment.of(as_of), known_at), as_of, known_at)
        return [
            self._finding(asked_for, engine, row, it, result)
            for engine, row, it, result in self._judged(case, as_of, known_at, source, only)
            if is_finding(result) or (every and result.outcome is not Outcome.NOT_APPLICABLE)
        ]

    def _finding(
        self, asked_for: _AskedFor, engine: GrainEngine, row: list[Any], it: Act | None, result: Result
    ) -> Finding:
        one = engine.by_id[result.duty]
        duty, places = one.duty, engine.plan.places
        trigger = compiled(one.trigger, places)(row)
        own = one.answer.contested[-len(duty.contested) :] if duty.contested else ()
        holding = [place for place, expr in enumerate(own) if compiled(expr, places)(row) is True]
        return Finding(
            case=asked_for.view.case.id,
            procedure=self.whole.folder.id,
            result=result,
            severity=duty.breach,
            law=tuple(citation(text).said(None if trigger is None else day_of(trigger)) for text in duty.law),
            facts=facts_used(one, asked_for.view, it, self.types),
            cure={} if duty.cure is None else {"zh": duty.cure.zh, "en": duty.cure.en},
            readings=readings_of(duty, holding),
            title={"zh": duty.title.zh, "en": duty.title.en},
            as_of=asked_for.as_of,
            known_at=asked_for.known_at,
            calendar=self.calendar.digest,
            corpus=self.whole.folder.digest,
            answer=engine.clock_answer(one, asked_for.view, row, self.calendar),
        )


@dataclass(frozen=True)
class _AskedFor:
    view: View
    as_of: date | datetime
    known_at: datetime | None


def _columns(grain: Grain, whole: DutySet) -> Iterator[Column]:
    """Every column that duties and steps of a grain read or fill; of the case also what other rows take over."""
    yield from columns_of(*_exprs(grain))
    yield from (step.column for step in grain.derivations)
    if grain.act is None:
        for column in columns_of(*(expr for other in whole.grains[1:] for expr in _exprs(other))):
            from_case = isinstance(column, Answered) and whole.asked_in[column.question] is None
            if from_case or (isinstance(column, Derived) and whole.derived_in[column] is None):
                yield column


def _exprs(grain: Grain) -> list[Expr]:
    exprs = [expr for one in grain.duties for expr in one.exprs]
    return exprs + [expr for step in grain.steps for expr in exprs_of(step)]


_SOURCES_KEPT = 256


def _keep(kept: dict[Source, frozenset[str]], source: Source, value: frozenset[str]) -> None:
    """Remember what a source carries; single cases are sources too, so the memory is bounded."""
    if len(kept) >= _SOURCES_KEPT:
        kept.clear()
    kept[source] = value


@cache
def engine(name: str) -> Engine:
    """The engine of a procedure by its id or another id its folder handles, on the national calendar."""
    return Engine(duty_set(name), national_calendar())
