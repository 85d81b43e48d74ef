"""The steps by which a row is completed: questions to the clock and columns worked out from others, in order.

A step can be taken once the columns it reads are there. Steps that wait for each other are a circle: a duty speaks of
itself through others, which is a fault of the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.conditions.columns import Answered, Column, Derived, FieldOf, Occurrence, Pick, compared_with
from yifa.law.conditions.tree import Expr, columns_needed, columns_of
from yifa.law.duties.questions import EARLY, Question, question_exprs
from yifa.law.duties.understood import Understood


@dataclass(frozen=True)
class Derivation:
    """A column worked out from others."""

    column: Derived
    expr: Expr


Step = Question | Derivation
Name = str | Derived
"""A question by its id, a derived column by itself."""


def name_of(step: Step) -> Name:
    """How columns refer to a step."""
    return step.column if isinstance(step, Derivation) else step.id


def exprs_of(step: Step) -> list[Expr]:
    """Every expression a step reads."""
    return [step.expr] if isinstance(step, Derivation) else question_exprs(step)


def in_order(steps: Sequence[Step], folder: str) -> tuple[Step, ...]:
    """The steps so that each comes after those whose columns it reads; raises `CorpusFaults` for a circle."""
    by_name = {name_of(step): step for step in steps}
    waits = {name: [one for one in _names(exprs_of(step)) if one in by_name] for name, step in by_name.items()}
    ordered: dict[Name, Step] = {}
    open_: list[Name] = []

    def take(name: Name) -> None:
        if name in ordered:
            return
        if name in open_:
            raise CorpusFaults([_circle([*open_[open_.index(name) :], name], folder)])
        open_.append(name)
        for other in waits[name]:
            take(other)
        open_.pop()
        ordered[name] = by_name[name]

    for name in by_name:
        take(name)
    return tuple(ordered.values())


def _names(exprs: Iterable[Expr]) -> Iterator[Name]:
    for column in columns_of(*exprs):
        if isinstance(column, Answered):
            yield column.question
        elif isinstance(column, Derived):
            yield column


def _circle(names: Sequence[Name], folder: str) -> CorpusFault:
    said: list[str] = []
    for name in names:
        text = name.of if isinstance(name, Derived) else name.removesuffix(EARLY).split(":")[0]
        if not said or said[-1] != text:
            said.append(text)
    message = f"speaks of itself through others: {' → '.join(said)}"
    return CorpusFault(f"procedures/{folder}", None, "duties", message)


class Following:
    """Follows duties through the steps of a folder to all they rest on."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self.by_name = {name_of(step): step for step in steps}
        self.read: dict[Name, tuple[Column, ...]] = {}
        self.needed: dict[Name, tuple[Column, ...]] = {}

    def followed(self, one: Understood) -> Understood:
        """A duty with every column it reads, and those it needs."""
        answer = one.answer
        reads = self._followed(one.exprs, columns_of, self.read)
        needs = self._followed((answer.applies, answer.met, answer.pending, one.trigger), columns_needed, self.needed)
        return replace(one, reads=frozenset(reads), needs=frozenset(needs) | _of_it(one, needs))

    def _followed(
        self, exprs: Iterable[Expr], columns: Callable[..., Iterable[Column]], kept: dict[Name, tuple[Column, ...]]
    ) -> dict[Column, None]:
        found: dict[Column, None] = {}
        waiting: list[tuple[Column, ...]] = [tuple(columns(*exprs))]
        while waiting:
            for column in waiting.pop():
                if column in found:
                    continue
                found[column] = None
                if isinstance(column, Answered | Derived):
                    name = column.question if isinstance(column, Answered) else column
                    if name not in kept:
                        kept[name] = tuple(columns(*exprs_of(self.by_name[name])))
                    waiting.append(kept[name])
        return found


def _of_it(one: Understood, needs: Iterable[Column]) -> frozenset[Column]:
    """The fields of `it` that other acts are compared with."""
    if one.duty.each is None:
        return frozenset()
    it = Occurrence(one.duty.each, Pick.IT)
    return frozenset(FieldOf(it, match.field) for column in needs for match in compared_with(column) if match.as_it)
