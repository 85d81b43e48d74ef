"""The scope that holds just now: organs whose rows may be read, or everything for a reason that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from yifa.record.chain.under_way import is_writing


class Unscoped(RuntimeError):
    """The record was to be read without a scope, or past it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Organs by their numbers, without the files of some procedures, which are behind a wall.

    `secondary`: the procedures whose files are open with their secondary part (副卷) too, the organ's own approvals and
    discussions; None is all of them.
    """

    organs: frozenset[int]
    walled: frozenset[str] = frozenset()
    secondary: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What lies in one of its parts, and the files that were opened for a task; with `parts` None, everything.

    `whole`: those of the opened files whose secondary part is open too. `knows`: as whom somebody reads (`officer12`,
    `post3`, `organ5`), which is asked where only some may know of a matter (知悉范围); None where nobody reads.
    `people`: organs whose officers, posts, roles and tokens an administrator reads, and none of their files.
    """

    parts: tuple[Part, ...] | None
    cases: frozenset[int] = frozenset()
    because: str = ""
    whole: frozenset[int] = frozenset()
    knows: frozenset[str] | None = None
    people: frozenset[int] = frozenset()

    @classmethod
    def of(cls, organs: Iterable[int], cases: Iterable[int] = ()) -> Scope:
        """The rows of these organs alone; of none, where there are none."""
        return cls((Part(frozenset(organs)),), frozenset(cases))

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self.parts is None

    @property
    def organs(self) -> frozenset[int]:
        """The organs of all parts; of everything, none by name."""
        return frozenset().union(*(part.organs for part in self.parts or ()))

    def __and__(self, other: Scope) -> Scope:
        """What lies in both; walls of either stand."""
        if self.parts is None or other.parts is None:
            return other if self.parts is None else self
        parts = [
            Part(a.organs & b.organs, a.walled | b.walled, _both(a.secondary, b.secondary))
            for a in self.parts
            for b in other.parts
        ]
        return Scope(
            tuple(dict.fromkeys(part for part in parts if part.organs)),
            self.cases & other.cases,
            whole=self.whole & other.whole,
            knows=_both(self.knows, other.knows),
            people=self.people & other.people,
        )


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """What both leave open; None leaves everything open."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


_scope: ContextVar[Scope | None] = ContextVar("scope", default=None)


def current() -> Scope | None:
    """The scope that holds just now; None where none does."""
    return _scope.get()


@contextmanager
def within(scope: Scope) -> Iterator[Scope]:
    """Read within a scope. Inside another it can only become narrower."""
    outer = _scope.get()
    token = _scope.set(scope if outer is None else outer & scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


@contextmanager
def between(organs: Iterable[int]) -> Iterator[Scope]:
    """Write what concerns several organs (移送): their rows, whoever of them writes. Only inside a verb."""
    if not is_writing():
        raise Unscoped("rows of several organs were to be reached outside a verb")
    scope = Scope.of(organs)
    token = _scope.set(scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


@contextmanager
def everything(because: str) -> Iterator[Scope]:
    """Read everything: for verifying, counting for the level above, and the like; never for a person's page.

    Raises `Unscoped` inside a narrower scope: who reads for somebody does not come to read for all.
    """
    if not because:
        raise Unscoped("reading everything needs a reason")
    outer = _scope.get()
    if outer is not None and not outer.is_everything:
        raise Unscoped(f"everything was to be read ({because}) inside the scope of {len(outer.organs)} organs")
    token = _scope.set(Scope(None, because=because))
    try:
        yield Scope(None, because=because)
    finally:
        _scope.reset(token)
