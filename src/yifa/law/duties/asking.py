"""What a kind of duty has at hand when it says what a duty means: its texts, read in its scope, and the clock."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.scopes import duty_scope, usual_pick
from yifa.law.conditions import Type, Value, condition, event, people, value
from yifa.law.conditions.columns import AsOf, Names, Occurrence, Pick
from yifa.law.conditions.tree import Arithmetic, Constant, Expr, Read, Sign, negated
from yifa.law.conditions.types import MINUTES
from yifa.law.conditions.values import day_of_event, extreme_of
from yifa.law.duties.questions import PauseFacts, Question

TODAY = Read(AsOf())
THIS_MINUTE = Read(AsOf(minute=True))


class Asking:
    """One duty being understood; `questions` are those it asks of the clock."""

    def __init__(self, procedure: Procedure, duty: Duty, duties: Collection[Duty]) -> None:
        self.procedure = procedure
        self.duty = duty
        self.scope = duty_scope(procedure, duty, duties)
        self.questions: list[Question] = []

    @property
    def it(self) -> Value:
        """The day of the occurrence the duty is judged at."""
        return day_of_event(Occurrence(self.scope.it or "", Pick.IT))

    @property
    def trigger(self) -> Value:
        """The day that chooses the text of the law: of `it`, or from which the term of the case runs."""
        if self.duty.chosen_by is not None:
            return self.day(self.duty.chosen_by)
        if self.duty.each is not None:
            return self.it
        return self.day(str(getattr(self.duty, "from_", "")))

    def condition(self, text: str | None) -> Expr:
        """A condition; none given is yes."""
        return condition(text, self.scope) if text is not None else Constant(True)

    def day(self, text: str) -> Value:
        """A day."""
        return value(text, self.scope, expected=Type.DAY)

    def value(self, text: str) -> Value:
        """A value of any type."""
        return value(text, self.scope)

    def event(self, text: str, key: str) -> Value:
        """The day of an event; `key` is the key of the duty under which it stands."""
        return day_of_event(event(text, self.scope, usual=usual_pick(self.duty, key)))

    def first_done(self, texts: Sequence[str], key: str = "done") -> Value:
        """The day on which the first of several events was done."""
        return extreme_of([self.event(text, key) for text in texts], latest=False)

    def people(self, text: str, *, of_all: bool = False) -> Names:
        """A list of names."""
        return people(text, self.scope, of_all=of_all)

    def pauses(self, kinds: Sequence[str]) -> tuple[PauseFacts, ...]:
        """Where the pauses of these kinds are found."""
        known = self.procedure.pauses
        return tuple(PauseFacts(kind, known[kind].from_, known[kind].to, known[kind].told) for kind in kinds)

    def ask(self, question: Question) -> Question:
        """Ask the clock."""
        self.questions.append(question)
        return question


def minutes(day: Expr, minute: Expr) -> Expr:
    """A day and a minute of it, in minutes counted from 1970-01-01."""
    return Arithmetic(Sign.PLUS, Arithmetic(Sign.TIMES, day, Constant(MINUTES)), minute)


def not_yet(done: Value) -> Expr:
    """Whether something has not been done."""
    return negated(done.exists)
