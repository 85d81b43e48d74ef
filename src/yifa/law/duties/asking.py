"""What a kind of duty has at hand when it says what a duty means: its texts, read in its scope, and the clock."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.scopes import duty_scope, usual_pick
from yifa.law.conditions import Type, Value, condition, event, people, value
from yifa.law.conditions.columns import NEVER, AsOf, DutyPart, Names, Occurrence, Pick
from yifa.law.conditions.grammar import parse_event
from yifa.law.conditions.tree import Arithmetic, Compare, Comparison, Constant, Expr, Read, Sign, both, columns_of
from yifa.law.conditions.types import MINUTES
from yifa.law.conditions.values import day_of_event
from yifa.law.duties.doing import Done, done_of, one_done, some_done
from yifa.law.duties.questions import PauseFacts, Question

TODAY = Read(AsOf())
THIS_MINUTE = Read(AsOf(minute=True))
LATER_THAN_ALL = Constant(NEVER // 2)
"""What is not less than this has not come; days may have been added to it or taken from it."""


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
            return self.start(self.duty.chosen_by)
        if self.duty.each is not None:
            return self.it
        return self.start(str(getattr(self.duty, "trigger", "")))

    def condition(self, text: str | None) -> Expr:
        """A condition; none given is yes."""
        return condition(text, self.scope) if text is not None else Constant(True)

    def day(self, text: str) -> Value:
        """A day."""
        return value(text, self.scope, expected=Type.DAY)

    def start(self, text: str) -> Value:
        """A day from which something runs: not there while it has not come, as the end of a term that stands still."""
        found = self.day(text)
        if any(isinstance(column, DutyPart) and column.part == "due" for column in columns_of(found.expr)):
            return replace(found, exists=both(found.exists, Compare(Comparison.LESS, found.expr, LATER_THAN_ALL)))
        return found

    def value(self, text: str) -> Value:
        """A value of any type."""
        return value(text, self.scope)

    def event(self, text: str, key: str, *, usual: Pick | None = None) -> Value:
        """The day of an event; `key` is the key of the duty under which it stands."""
        return day_of_event(event(text, self.scope, usual=usual or usual_pick(self.duty, key)))

    def done(self, texts: Sequence[str], key: str = "done") -> Done:
        """When the first of several events was done."""
        return done_of([self._done(text, key) for text in texts])

    def _done(self, text: str, key: str) -> Done:
        written = parse_event(text)
        usual = usual_pick(self.duty, key)
        of = event(text, self.scope, usual=usual)
        if written.pick is not None or usual is Pick.BEFORE or written.act not in self.scope.acts:
            return one_done(of)  # one occurrence, and no other
        return some_done(of)

    def people(self, text: str, *, of_all: bool = False) -> Names:
        """A list of names."""
        return people(text, self.scope, of_all=of_all)

    def pauses(self, kinds: Sequence[str]) -> tuple[PauseFacts, ...]:
        """Where the pauses of these kinds are found."""
        return tuple(self._pause(kind) for kind in kinds)

    def _pause(self, kind: str) -> PauseFacts:
        known = self.procedure.pauses[kind]
        telling = tuple((act, name) for act in known.from_ for name in known.told if self.has_field(act, name))
        return PauseFacts(kind, known.from_, known.to, telling)

    def has_field(self, act: str, name: str) -> bool:
        """Whether acts of a kind may carry a field."""
        return name in self.procedure.acts[act].fields

    def ask(self, question: Question) -> Question:
        """Ask the clock."""
        self.questions.append(question)
        return question


def minutes(day: Expr, minute: Expr) -> Expr:
    """A day and a minute of it, in minutes counted from 1970-01-01."""
    return Arithmetic(Sign.PLUS, Arithmetic(Sign.TIMES, day, Constant(MINUTES)), minute)
