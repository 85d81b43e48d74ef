"""All duties of a procedure, understood together: small trees, and the steps by which a row is completed.

What one duty says of another, and an act that the law may take as done, become columns of their own (`Derived`), worked
out once for each row. Questions to the clock and derived columns together are the *steps* of a grain, in an order in
which each can be taken. In the duties on which a taking-as-done itself depends the act counts only as really done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder, folder
from yifa.law.conditions.columns import Answered, Column, Derived, DutyPart, MaybeDay
from yifa.law.conditions.tree import NULL, Expr, Read, both, columns_of, replaced
from yifa.law.duties.answers import Answer, FindingClass
from yifa.law.duties.asking import Asking
from yifa.law.duties.fictions import Fictions
from yifa.law.duties.kinds import meanings
from yifa.law.duties.questions import EARLY, PARTS, Question, Within, question_exprs
from yifa.law.duties.readings import part_of, together
from yifa.law.duties.selection import applies, reach
from yifa.law.duties.steps import Derivation, Following, Step, in_order
from yifa.law.duties.understood import Raw, Understood


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
        self.raw: dict[str, Raw] = {}
        for duty in of.duties:
            asking = Asking(of.procedure, duty, of.duties)
            answer = meanings()[duty.kind](duty, asking)
            contested = (*answer.contested, *(asking.condition(one.when) for one in duty.contested))
            everything = both(applies(asking, of.duties), answer.applies)
            whole = replace(answer, applies=everything, contested=contested, sure_class=sure_class(duty))
            self.raw[duty.id] = Raw(whole, asking.trigger.expr, tuple(_asked_where(asking, of.duties)))
        self.fictions = Fictions(of, self.raw)
        self.moved = self._moved()
        self.grain_of = {duty.id: duty.each for duty in of.duties}
        self.answers: dict[tuple[str, bool], Answer] = {}
        self.derivations: dict[Derived, tuple[str | None, Expr]] = {}

    def whole(self) -> DutySet:
        """All of them."""
        understood = [self._duty(duty) for duty in self.of.duties]
        asked_in = {question.id: one.duty.each for one in understood for question in one.questions}
        self._derive(understood)
        acts: list[str | None] = [None, *dict.fromkeys(one.duty.each for one in understood if one.duty.each)]
        steps: list[Step] = [question for one in understood for question in one.questions]
        steps += [Derivation(column, expr) for column, (_, expr) in self.derivations.items()]
        ordered = in_order(steps, self.of.id)
        derived_in = {column: grain for column, (grain, _) in self.derivations.items()}

        def belongs(step: Step) -> str | None:
            return derived_in[step.column] if isinstance(step, Derivation) else asked_in[step.id]

        following = Following(steps)
        grains = []
        for act in acts:
            own = tuple(following.followed(one) for one in understood if one.duty.each == act)
            grains.append(Grain(act, own, tuple(step for step in ordered if belongs(step) == act)))
        return DutySet(self.of, tuple(grains), asked_in, derived_in)

    # -- one duty, and its two readings -------------------------------------------------------------------------------

    def _duty(self, duty: Duty) -> Understood:
        late = self._reading(duty, early=False)
        answer, questions = late.answer, late.questions
        self.answers[duty.id, False] = answer
        if duty.id in self.moved:
            early = self._reading(duty, early=True)
            self.answers[duty.id, True] = early.answer
            answer, questions = together(duty.id, late.answer, early.answer), (*questions, *early.questions)
        clock = frozenset(self._clock(duty.id))
        return Understood(duty, answer, late.trigger, questions, facts=clock, off=duty.off)

    def _reading(self, duty: Duty, *, early: bool) -> Raw:
        """A duty in one reading of the days that no notice decides yet."""
        answer, trigger, questions = self.raw[duty.id]
        own = frozenset(question.id for question in questions) if early else frozenset()
        put = self._putting(duty.id, it=duty.each, early=early, own=own)
        asked = (_question(question, put) for question in questions)
        suffix = EARLY if early else ""
        return Raw(
            _mapped(answer, put),
            put(trigger),
            tuple(cast("Question", replace(cast("Any", one), id=one.id + suffix)) for one in asked),
        )

    def _moved(self) -> frozenset[str]:
        """The duties and acts that rest on a day with, perhaps, two readings: the end of another term."""
        found: set[str] = set()
        rest = {duty: (duty, raw.exprs, None) for duty, raw in self.raw.items()}
        lines = self.fictions.lines
        acts = {act: (None, [expr for line in lines[act] for expr in line], act) for act in lines}
        while True:
            more = {
                name
                for name, (duty, exprs, inside) in {**rest, **acts}.items()
                if name not in found and any(self._moves(one, duty, inside, found) for one in columns_of(*exprs))
            }
            if not more:
                return frozenset(found)
            found |= more

    def _moves(self, column: Column, duty: str | None, inside: str | None, moved: set[str]) -> bool:
        if isinstance(column, DutyPart):
            return column.part == "due" or column.duty in moved
        return self.fictions.read_by(column, duty, inside) in moved

    def _clock(self, duty: str, seen: frozenset[str] = frozenset()) -> dict[str, None]:
        """The acts that stop or prolong the term of a duty, or one at whose end it begins or is measured."""
        if duty in seen:
            return {}
        raw = self.raw[duty]
        found = {act: None for question in raw.questions if isinstance(question, Within) for act in question.acts}
        for column in columns_of(*raw.exprs):
            if isinstance(column, DutyPart) and column.part == "due":
                found |= self._clock(column.duty, seen | {duty})
        return found

    # -- columns of their own -----------------------------------------------------------------------------------------

    def _derive(self, understood: list[Understood]) -> None:
        """The trees of all derived columns that are read, and of those that these read."""
        waiting = [expr for one in understood for expr in (*one.exprs, *_asked(one))]
        while waiting:
            for column in columns_of(waiting.pop()):
                if not isinstance(column, Derived) or column in self.derivations:
                    continue
                if column.of in self.raw:
                    found = self.grain_of[column.of], self._part(column)
                else:
                    found = None, self.fictions.tree(column, self._putting(None, column.of, early=column.early))
                self.derivations[column] = found
                waiting.append(found[1])

    def _part(self, column: Derived) -> Expr:
        early = column.early and column.of in self.moved
        answer = self.answers[column.of, early]
        return part_of(answer, column, Derived(column.of, "applies", early), tuple(self._clock(column.of)))

    def _putting(
        self,
        duty: str | None,
        inside: str | None = None,
        *,
        it: str | None = None,
        early: bool = False,
        own: frozenset[str] = frozenset(),
    ) -> Callable[[Expr], Expr]:
        """Puts derived columns in the place of other duties and of acts that may be taken as done.

        `own`: the questions that are asked once more, in the early reading.
        """

        def by(column: Column) -> Expr | None:
            if isinstance(column, DutyPart):
                moved = early and (column.duty in self.moved or column.part == "due")
                return Read(Derived(column.duty, column.part, moved))
            if isinstance(column, Answered) and column.question in own:
                return Read(Answered(column.question + EARLY, column.part))
            act = self.fictions.read_by(column, duty, inside)
            if act is not None:
                return self.fictions.instead(column, it, early and act in self.moved)
            return NULL if isinstance(column, MaybeDay) else None

        return lambda expr: replaced(expr, by)


def _asked_where(asking: Asking, duties: Collection[Duty]) -> Iterator[Question]:
    """The questions of a duty; what takes the clock some time is asked only where the duty may apply at all."""
    here = reach(asking, duties)
    for question in asking.questions:
        if isinstance(question, Within) and question.may_be_in_doubt:
            yield replace(question, exists=both(question.exists, here))
        else:
            yield question


def sure_class(duty: Duty) -> FindingClass:
    """The class of an uncontested breach: from the first tag of the consequence, unless the duty says otherwise.

    What rests on web excerpts only is advisory at most (rulebook 0.1), unless the duty gives a class and a reason.
    """
    if duty.class_ is not None:
        return FindingClass[duty.class_.upper()]
    if duty.verified in ("web", "mixed"):
        return FindingClass.ADVISORY
    return {"AUTO": FindingClass.AUTO, "LOSS": FindingClass.LOSS}.get(duty.breach, FindingClass.VIOLATION)


def _mapped(answer: Answer, by: Callable[[Expr], Expr]) -> Answer:
    due = answer.due
    due = replace(due, latest=by(due.latest), earliest=by(due.earliest), certain=by(due.certain))
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
