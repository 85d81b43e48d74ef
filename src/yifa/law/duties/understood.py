"""One duty understood: what its texts came to as trees, and what these rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from yifa.law.catalogue.duty import Duty
from yifa.law.conditions.columns import Column
from yifa.law.conditions.tree import Expr
from yifa.law.duties.answers import Answer
from yifa.law.duties.questions import Question, question_exprs


@dataclass(frozen=True)
class Understood:
    """One duty as trees.

    `trigger`: the day that chooses the text of the law. `reads`: every column its outcome rests on, through questions
    and derived columns too; `needs`: those of them for which it says nothing to take instead (`… otherwise no`).
    `facts`: acts that stop or prolong its term, or one at whose end it begins; where a source does not carry one, a
    breach cannot be told from a term that was prolonged. `off`: no finding is made, because no text of the rule was
    read.
    """

    duty: Duty
    answer: Answer
    trigger: Expr
    questions: tuple[Question, ...]
    reads: frozenset[Column] = frozenset()
    needs: frozenset[Column] = frozenset()
    facts: frozenset[str] = frozenset()
    off: bool = False

    @property
    def exprs(self) -> tuple[Expr, ...]:
        """Every expression an engine evaluates for it."""
        return (*answer_exprs(self.answer), self.trigger)


def answer_exprs(answer: Answer) -> list[Expr]:
    """Every expression of an answer."""
    due = answer.due
    return [answer.applies, answer.met, answer.pending, *answer.contested, due.latest, due.earliest]


class Raw(NamedTuple):
    """A duty as its own text has it, other duties and acts taken as done still by name."""

    answer: Answer
    trigger: Expr
    questions: tuple[Question, ...]

    @property
    def exprs(self) -> list[Expr]:
        """Every expression of it."""
        return [*answer_exprs(self.answer), *(expr for one in self.questions for expr in question_exprs(one))]
