"""All duties of a procedure, understood together: small trees, and the steps by which a row is completed.

What one duty says of another, and an act that the law may take as done, become columns of their own (`Derived`), worked
out once for each row. Questions to the clock and derived columns together are the *steps* of a grain, in an order in
which each can be taken. In the duties on which a taking-as-done itself depends the act counts only as really done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder, folder
from yifa.law.catalogue.scopes import case_scope
from yifa.law.conditions import Type, condition, value
from yifa.law.conditions.columns import Column, DayOf, Derived, DutyPart, Happened, MinuteOf, Occurrence, Pick
from yifa.law.conditions.tree import (
    NULL,
    Choose,
    Expr,
    Greatest,
    Least,
    Read,
    both,
    columns_of,
    either,
    negated,
    replaced,
)
from yifa.law.duties.answers import Answer, FindingClass
from yifa.law.duties.asking import Asking
from yifa.law.duties.kinds import meanings
from yifa.law.duties.questions import PARTS, Question, question_exprs
from yifa.law.duties.selection import applies, in_force, in_overlay
from yifa.law.duties.steps import Derivation, Step, followed, in_order
from yifa.law.duties.understood import Understood, answer_exprs


@dataclass(frozen=True)
class Grain:
    """The rows of one grain: `act` None is the case. `steps` complete a row, in an order in which each can be taken."""

    act: str | None
    duties: tuple[Understood, ...]
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The steps that are questions to the clock."""
        return tuple(step for step in self.steps if not isinstance(step, Derivation))

    @property
    def derivations(self) -> tuple[Derivation, ...]:
        """The steps that work out a column from others."""
        return tuple(step for step in self.steps if isinstance(step, Derivation))


@dataclass(frozen=True)
class DutySet:
    """Every duty of a folder, by grain; the case first, because the other rows take over columns of its row."""

    folder: Folder
    grains: tuple[Grain, ...]
    asked_in: Mapping[str, str | None] = field(repr=False)
    """The grain each question is asked in."""
    derived_in: Mapping[Derived, str | None] = field(repr=False)
    """The grain each derived column is worked out in."""

    def understood(self, id_: str) -> Understood | None:
        """A duty by its id."""
        return next((one for grain in self.grains for one in grain.duties if one.duty.id == id_), None)


@cache
def duty_set(name: str) -> DutySet:
    """The duties of a folder by its id or another id it handles; raises `UnknownProcedure` or `CorpusFaults`."""
    return understand(folder(name))


def understand(of: Folder) -> DutySet:
    """Every duty of a folder; raises `CorpusFaults` for a circle."""
    return _Understanding(of).whole()


class _Understanding:
    def __init__(self, of: Folder) -> None:
        self.of = of
        self.raw: dict[str, tuple[Answer, Expr, tuple[Question, ...]]] = {}
        for duty in of.duties:
            asking = Asking(of.procedure, duty, of.duties)
            answer = meanings()[duty.kind](duty, asking)
            contested = (*answer.contested, *(asking.condition(one.when) for one in duty.contested))
            everything = both(applies(asking, of.duties), answer.applies)
            whole = replace(answer, applies=everything, contested=contested, sure_class=sure_class(duty))
            self.raw[duty.id] = whole, asking.trigger.expr, tuple(asking.questions)
        self.deemed = self._deemed()
        self.behind = {act: self._behind(act) for act in self.deemed}
        self.derivations: dict[Derived, tuple[str | None, Expr]] = {}

    def whole(self) -> DutySet:
        """All of them."""
        understood = [self._duty(duty) for duty in self.of.duties]
        grain_of = {duty.id: duty.each for duty in self.of.duties}
        asked_in = {question.id: one.duty.each for one in understood for question in one.questions}
        self._derive(understood, grain_of)
        acts: list[str | None] = [None, *dict.fromkeys(one.duty.each for one in understood if one.duty.each)]
        steps: list[Step] = [question for one in understood for question in one.questions]
        steps += [Derivation(column, expr) for column, (_, expr) in self.derivations.items()]
        ordered = in_order(steps, self.of.id)
        derived_in = {column: grain for column, (grain, _) in self.derivations.items()}

        def belongs(step: Step) -> str | None:
            return derived_in[step.column] if isinstance(step, Derivation) else asked_in[step.id]

        grains = []
        for act in acts:
            own = tuple(followed(one, steps) for one in understood if one.duty.each == act)
            grains.append(Grain(act, own, tuple(step for step in ordered if belongs(step) == act)))
        return DutySet(self.of, tuple(grains), asked_in, derived_in)

    def _duty(self, duty: Duty) -> Understood:
        answer, trigger, questions = self.raw[duty.id]
        put = self._putting(duty.id)
        asked = tuple(_question(question, put) for question in questions)
        return Understood(duty, _mapped(answer, put), put(trigger), asked, off=duty.verified == "unverified")

    def _derive(self, understood: list[Understood], grain_of: Mapping[str, str | None]) -> None:
        """The trees of all derived columns that are read, and of those that these read."""
        answers = {one.duty.id: one.answer for one in understood}
        waiting = [expr for one in understood for expr in (*one.exprs, *_asked(one))]
        while waiting:
            for column in columns_of(waiting.pop()):
                if not isinstance(column, Derived) or column in self.derivations:
                    continue
                if column.of in answers:
                    found = grain_of[column.of], part_of(answers[column.of], column.part)
                else:
                    found = None, self._deemed_column(column)
                self.derivations[column] = found
                waiting.append(found[1])

    def _putting(self, duty: str | None, inside: str | None = None) -> Callable[[Expr], Expr]:
        """Puts derived columns in the place of other duties and of acts that may be taken as done."""

        def by(column: Column) -> Expr | None:
            if isinstance(column, DutyPart):
                return Read(Derived(column.duty, column.part))
            if isinstance(column, Happened | DayOf | MinuteOf) and self._may_be_taken(column.of, duty, inside):
                return Read(Derived(column.of.act, _deemed_part(column)))
            return None

        return lambda expr: replaced(expr, by)

    def _may_be_taken(self, of: Occurrence, duty: str | None, inside: str | None) -> bool:
        plain = of.pick in (Pick.FIRST, Pick.LAST) and not of.where
        return plain and of.act in self.deemed and of.act != inside and duty not in self.behind[of.act]

    # -- acts that the law takes as done ------------------------------------------------------------------------------

    def _deemed(self) -> dict[str, list[tuple[Expr, Expr]]]:
        """For each act, when it is taken as done, and on which day; line by line."""
        scope = case_scope(self.of.procedure, self.of.duties)
        found: dict[str, list[tuple[Expr, Expr]]] = {}
        for act, lines in self.of.procedure.deemed.items():
            for line in lines:
                on = value(line.on, scope, expected=Type.DAY)
                valid = in_force(line.valid, on.expr)
                fired = both(on.exists, in_overlay(line.overlay, on.expr), valid, condition(line.when, scope))
                found.setdefault(act, []).append((fired, on.expr))
        return found

    def _deemed_column(self, column: Derived) -> Expr:
        """An act really done or taken as done; the earlier of the days counts, for the last occurrence the later."""
        put = self._putting(None, inside=column.of)
        lines = [(put(fired), put(on)) for fired, on in self.deemed[column.of]]
        fired = either(*(holds for holds, _ in lines))
        last = column.part.startswith("last")
        real = Occurrence(column.of, Pick.LAST if last else Pick.FIRST)
        if column.part == "happened":
            return either(Read(Happened(real)), fired)
        if column.part.endswith("minute"):
            return Choose(fired, NULL, Read(MinuteOf(real)))
        days = tuple(Choose(holds, on, NULL) for holds, on in lines)
        return (Greatest if last else Least)((Read(DayOf(real)), *days))

    def _behind(self, act: str) -> set[str]:
        """The duties on which the taking-as-done of an act depends, through other duties and other such acts."""
        found: set[str] = set()
        acts = {act}
        waiting = [expr for line in self.deemed[act] for expr in line]
        while waiting:
            for column in columns_of(waiting.pop()):
                if isinstance(column, DutyPart) and column.duty not in found:
                    found.add(column.duty)
                    answer, _, questions = self.raw[column.duty]
                    waiting += [*answer_exprs(answer), *(expr for one in questions for expr in question_exprs(one))]
                elif (
                    isinstance(column, Happened | DayOf) and column.of.act in self.deemed and column.of.act not in acts
                ):
                    acts.add(column.of.act)
                    waiting += [expr for line in self.deemed[column.of.act] for expr in line]
        return found


def sure_class(duty: Duty) -> FindingClass:
    """The class of an uncontested breach: from the first tag of the consequence, unless the duty says otherwise.

    What rests on web excerpts only is advisory at most (rulebook 0.1), unless the duty gives a class and a reason.
    """
    if duty.class_ is not None:
        return FindingClass[duty.class_.upper()]
    if duty.verified in ("web", "mixed"):
        return FindingClass.ADVISORY
    return {"AUTO": FindingClass.AUTO, "LOSS": FindingClass.LOSS}.get(duty.breach, FindingClass.VIOLATION)


def part_of(answer: Answer, part: str) -> Expr:
    """What other duties may ask of a duty."""
    match part:
        case "applies":
            return answer.applies
        case "met":
            return both(answer.applies, answer.met)
        case "unmet":
            return both(answer.applies, negated(answer.met), negated(answer.pending))
        case "due":
            return answer.due.latest
    return answer.due.earliest


def _deemed_part(column: Happened | DayOf | MinuteOf) -> str:
    if isinstance(column, Happened):
        return "happened"
    which = "first" if column.of.pick is Pick.FIRST else "last"
    return f"{which} {'day' if isinstance(column, DayOf) else 'minute'}"


def _mapped(answer: Answer, by: Callable[[Expr], Expr]) -> Answer:
    due = replace(answer.due, latest=by(answer.due.latest), earliest=by(answer.due.earliest))
    return replace(
        answer,
        applies=by(answer.applies),
        met=by(answer.met),
        pending=by(answer.pending),
        contested=tuple(map(by, answer.contested)),
        due=due,
    )


def _question(question: Question, by: Callable[[Expr], Expr]) -> Question:
    changed = {name: by(getattr(question, name)) for name in PARTS if hasattr(question, name)}
    return cast("Question", replace(cast("Any", question), **changed))


def _asked(one: Understood) -> Iterator[Expr]:
    for question in one.questions:
        yield from question_exprs(question)
