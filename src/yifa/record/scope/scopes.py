"""The scope that holds just now: organs whose rows may be read, or everything for a reason that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


class Unscoped(RuntimeError):
    """The record was to be read without a scope, or past it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Organs by their numbers; None: all of them, `because` of something that is said."""

    organs: frozenset[int] | None
    because: str = ""

    @classmethod
    def of(cls, organs: Iterable[int]) -> Scope:
        """The rows of these organs alone; of none, where there are none."""
        return cls(frozenset(organs))

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self.organs is None

    def __and__(self, other: Scope) -> Scope:
        """What lies in both."""
        if self.organs is None or other.organs is None:
            return other if self.organs is None else self
        return Scope(self.organs & other.organs)


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
def everything(because: str) -> Iterator[Scope]:
    """Read everything: for verifying, counting for the level above, and the like; never for a person's page.

    Raises `Unscoped` inside a narrower scope: who reads for somebody does not come to read for all.
    """
    if not because:
        raise Unscoped("reading everything needs a reason")
    outer = _scope.get()
    if outer is not None and not outer.is_everything:
        raise Unscoped(f"everything was to be read ({because}) inside the scope of {len(outer.organs or ())} organs")
    token = _scope.set(Scope(None, because))
    try:
        yield Scope(None, because)
    finally:
        _scope.reset(token)
