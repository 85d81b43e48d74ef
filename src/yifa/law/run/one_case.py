"""One case: every duty of its procedure as of a day, by the compiled function.

`engine("licence").judge(case, as_of)` gives the result of every duty for every subject; `findings` turns those that are
worth it into findings with facts, articles and cures.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from yifa.law.catalogue import calendar as national_calendar
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.procedures import YEAR
from yifa.law.clock import Calendar, Due, OutOfCalendar
from yifa.law.conditions import day_of
from yifa.law.conditions.columns import (
    NEVER,
    Answered,
    Attribute,
    Column,
    CrossCount,
    Derived,
    Told,
    speaks_of_it,
)
from yifa.law.conditions.tree import Expr, columns_of
from yifa.law.duties.answers import FindingClass, Outcome
from yifa.law.duties.questions import Within
from yifa.law.duties.steps import Derivation, exprs_of, name_of
from yifa.law.duties.understood import Understood
from yifa.law.duties.whole import DutySet, Grain, duty_set
from yifa.law.facts import EVERYTHING, Act, Case, Moment, Source, View, needs
from yifa.law.run.clock_answers import answering, moment_of
from yifa.law.run.compiling import Judgement, Row, compiled, compiled_judge, compiled_steps
from yifa.law.run.facts_used import facts_used
from yifa.law.run.findings import Finding, Result, is_finding, readings_of
from yifa.law.run.rows import RowPlan
from yifa.law.run.worlds import due_of

_OUTCOMES = tuple(Outcome)
_CLASSES = tuple(FindingClass)


_SUBJECTS_KEPT = 256


@dataclass(frozen=True)
class _Needs:
    """What a duty needs to be carried: acts, fields of acts, and what belongs to no act."""

    acts: frozenset[str]
    fields: frozenset[tuple[str, str]]
    others: tuple[Column, ...]

    @classmethod
    def of(cls, columns: Collection[Column]) -> _Needs:
        """What some columns are made of."""
        pairs = {pair for column in columns for pair in needs(column)}
        others = tuple(column for column in columns if isinstance(column, Attribute | CrossCount))
        fields = frozenset((act, field) for act, field in pairs if field is not None)
        return cls(frozenset(act for act, _ in pairs), fields, others)

    def carried_by(self, source: Source) -> bool:
        """Whether a source carries all of it."""
        return (
            all(map(source.carries_act, self.acts))
            and all(source.carries_field(act, field) for act, field in self.fields)
            and all(map(source.carries, self.others))
        )


class GrainEngine:
    """The rows of one grain: how they are filled and completed, and the function that judges them."""

    def __init__(self, grain: Grain, whole: DutySet, calendar: Calendar, taken: Collection[Column] = ()) -> None:
        self.grain = grain
        self.duties = tuple(one for one in grain.duties if not one.off)
        self.plan = RowPlan(grain.act, _columns(grain, whole), frozenset(taken))
        self.judge = compiled_judge(self.duties, self.plan.places)
        self.by_id = {one.duty.id: one for one in self.duties}
        steps = [step if isinstance(step, Derivation) else answering(step, calendar) for step in grain.steps]
        self.complete = compiled_steps(steps, self.plan.places, alone=grain.act is None) if steps else None
        self.from_case: tuple[tuple[int, int], ...] = ()
        self._silent: dict[str, list[Result]] = {}

    def reads_from(self, case: GrainEngine) -> None:
        """Take over from the row of the case what its steps filled there; places in its row, and in ours."""
        own = {name_of(step) for step in self.grain.steps}
        self.from_case = tuple(
            (case.plan.places[column], place)
            for column, place in self.plan.places.items()
            if (isinstance(column, Answered) and column.question not in own)
            or (isinstance(column, Derived) and column not in own)
            or (_is_of_case(column) and not isinstance(column, Told))
        )

    def row(self, view: View, it: Act | None, source: Source, case_row: Row) -> list[Any]:
        """A row, completed step by step."""
        row = self.plan.row(view, it, source)
        for there, place in self.from_case:
            row[place] = case_row[there]
        if self.complete is not None:
            self.complete(view, row)
        return row

    def not_applicable(self, subject: str) -> list[Result]:
        """What is said of a subject to which a duty does not apply, duty by duty; most do not."""
        found = self._silent.get(subject)
        if found is None:
            found = [Result(one.duty.id, subject, Outcome.NOT_APPLICABLE, FindingClass.NONE) for one in self.duties]
            if len(self._silent) >= _SUBJECTS_KEPT:
                self._silent.clear()
            self._silent[subject] = found
        return found

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
        case, *others = whole.grains
        of_case = GrainEngine(case, whole, calendar)
        taken = [column for column in of_case.plan.columns if _is_of_case(column)]
        self.grains = (of_case, *(GrainEngine(grain, whole, calendar, taken) for grain in others))
        for engine in self.grains[1:]:
            engine.reads_from(of_case)
        self.types = {name: one.type for name, one in whole.folder.procedure.fields.items()}
        self._needs: dict[str, _Needs] = {}
        self._last: Source | None = None
        """The source of which `_told` says what can be told from it."""
        self._told: dict[tuple[str, bool], bool] = {}

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
        view = View(case, Moment.of(as_of), known_at, source)
        results: list[Result] = []
        for _, _, _, found in self._rows(view, source):
            results += found if only is None else [one for one in found if one.duty in only]
        return results

    def _rows(
        self, view: View, source: Source
    ) -> Iterator[tuple[GrainEngine, list[Any], Act | None, Sequence[Result]]]:
        """Every row of a case with the results of its duties."""
        case_row: Row = ()
        for engine in self.grains:
            act = engine.plan.act
            if act is not None and act != YEAR and act not in view.acts:
                continue
            for number, it in enumerate(engine.plan.subjects(view), 1):
                row = engine.row(view, it, source, case_row)
                if it is None:
                    case_row = row
                subject = "case" if it is None else f"{it.kind}#{it.id or number}"
                found = engine.not_applicable(subject).copy()
                for place, judgement in enumerate(engine.judge(row)):
                    if judgement[0]:
                        found[place] = self._result(engine.duties[place], subject, judgement, source)
                yield engine, row, it, found

    def _result(self, one: Understood, subject: str, judgement: Judgement, source: Source) -> Result:
        code, finding, latest, earliest = judgement
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
            None if latest is None or latest >= NEVER else show(latest),
            None if earliest is None or earliest >= NEVER else show(earliest),
            due.not_before,
        )

    def assessable(self, one: Understood, outcome: Outcome, source: Source) -> bool:
        """Whether an open or a broken duty can be told from this source.

        Open: every column it needs is carried. Broken: the acts that could have prolonged its term are carried.
        """
        if source is not self._last:
            self._last, self._told = source, {}
        key = one.duty.id, outcome is Outcome.UNKNOWN
        found = self._told.get(key)
        if found is None:
            open_ = outcome is Outcome.UNKNOWN
            found = self._needs_of(one).carried_by(source) if open_ else all(map(source.carries_act, one.facts))
            self._told[key] = found
        return found

    def _needs_of(self, one: Understood) -> _Needs:
        found = self._needs.get(one.duty.id)
        if found is None:
            found = self._needs[one.duty.id] = _Needs.of(one.needs)
        return found

    def partly_carried(self, source: Source) -> frozenset[str]:
        """The duties that need a column this source does not carry: the lines of its coverage."""
        duties = (duty for engine in self.grains for duty in engine.duties)
        return frozenset(one.duty.id for one in duties if not self._needs_of(one).carried_by(source))

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
        asked_for = _AskedFor(View(case, Moment.of(as_of), known_at, source), as_of, known_at)
        return [
            self._finding(asked_for, engine, row, it, result)
            for engine, row, it, found in self._rows(asked_for.view, source)
            for result in found
            if only is None or result.duty in only
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
            if from_case or (isinstance(column, Derived) and whole.derived_in[column] is None) or _is_of_case(column):
                yield column


def _is_of_case(column: Column) -> bool:
    """Whether a column read from acts has one value for all rows of a case."""
    return not isinstance(column, Answered | Derived | Told) and not speaks_of_it(column)


def _exprs(grain: Grain) -> list[Expr]:
    exprs = [expr for one in grain.duties for expr in one.exprs]
    return exprs + [expr for step in grain.steps for expr in exprs_of(step)]


@cache
def engine(name: str) -> Engine:
    """The engine of a procedure by its id or another id its folder handles, on the national calendar."""
    return Engine(duty_set(name), national_calendar())
