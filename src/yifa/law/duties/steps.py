"""The steps by which a row is completed: questions to the clock and columns worked out from others, in order.

A step can be taken once the columns it reads are there. Steps that wait for each other are a circle: a duty speaks of
itself through others, which is a fault of the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.conditions.columns import Answered, Column, Derived
from yifa.law.conditions.tree import Expr, columns_needed, columns_of
from yifa.law.duties.questions import Elapsed, Question, Within, question_exprs
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
        text = name.of if isinstance(name, Derived) else name.split(":")[0]
        if not said or said[-1] != text:
            said.append(text)
    message = f"speaks of itself through others: {' → '.join(said)}"
    return CorpusFault(f"procedures/{folder}", None, "duties", message)


def followed(one: Understood, steps: Iterable[Step]) -> Understood:
    """A duty with all it rests on, followed through the steps."""
    by_name = {name_of(step): step for step in steps}
    reads, facts = _followed(one.exprs, by_name, columns_of)
    needs, _ = _followed(one.exprs, by_name, columns_needed)
    return replace(one, reads=frozenset(reads), needs=frozenset(needs), facts=frozenset(facts))


def _followed(
    exprs: Iterable[Expr], by_name: Mapping[Name, Step], columns: Callable[..., Iterable[Column]]
) -> tuple[dict[Column, None], set[str]]:
    found: dict[Column, None] = {}
    facts: set[str] = set()
    waiting = list(exprs)
    while waiting:
        for column in columns(waiting.pop()):
            if column in found:
                continue
            found[column] = None
            if isinstance(column, Answered | Derived):
                step = by_name[column.question if isinstance(column, Answered) else column]
                waiting += exprs_of(step)
                facts |= _facts(step)
    return found, facts


def _facts(step: Step) -> set[str]:
    """The acts the clock reads for a question beside its start."""
    if not isinstance(step, Within | Elapsed):
        return set()
    acts = {act for pause in step.pauses for act in (*pause.opens, *pause.closes)}
    if isinstance(step, Within) and step.extension is not None:
        acts.add(step.extension.act)
    return acts
