"""Trees with their common parts made one, and what is worked out first because others use it.

Duties of a grain have much in common: written out, the trees of a penalty's case have ten times as many nodes as there
are different ones. Equal parts have one number here. A part of some size that several use is *kept*: an engine works it
out once, in a stage of its own, and the later stages read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from yifa.law.conditions.tree import (
    And,
    Arithmetic,
    Choose,
    Coalesce,
    Compare,
    Constant,
    Expr,
    Greatest,
    IsKnown,
    Least,
    Not,
    OneOf,
    Or,
    Read,
    parts_of,
)

LEAST_KEPT = 4
"""A part of fewer nodes is not worth a column of its own: every engine finds it again at less cost."""


@dataclass(frozen=True)
class Stage:
    """Parts worked out together, and those that must still be at hand for later stages."""

    works_out: tuple[int, ...]
    hands_on: tuple[int, ...]


class Shared:
    """Different parts of trees by their numbers; a part comes after those it is made of."""

    def __init__(self) -> None:
        self.exprs: list[Expr] = []
        """Each part as a tree, whose equal parts are one object."""
        self.parts: list[tuple[int, ...]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._seen: dict[int, tuple[Expr, int]] = {}

    def number(self, expr: Expr) -> int:
        """The number of a tree; equal trees have the same."""
        seen = self._seen.get(id(expr))
        if seen is not None:
            return seen[1]
        parts = tuple(self.number(part) for part in parts_of(expr))
        key = (type(expr), *_own(expr), parts)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.exprs)
            whole = _rebuilt(expr, [self.exprs[part] for part in parts])
            self.exprs.append(whole)
            self.parts.append(parts)
            self._seen[id(whole)] = whole, found
        self._seen[id(expr)] = expr, found
        return found

    def known(self, expr: Expr) -> int | None:
        """The number of a tree that was given before, or of a part of `exprs`; None for others, equal or not."""
        seen = self._seen.get(id(expr))
        return None if seen is None else seen[1]

    def used(self, roots: Iterable[int]) -> list[int]:
        """How many different parts (or roots) use each part directly."""
        uses = [0] * len(self.exprs)
        for root in roots:
            uses[root] += 1
        for number in self.under(roots):
            for part in dict.fromkeys(self.parts[number]):
                uses[part] += 1
        return uses

    def under(self, roots: Iterable[int]) -> Iterator[int]:
        """Roots and all their parts, each once, parts first."""
        waiting, found = list(roots), set[int]()
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self.parts[number]
        yield from sorted(found)

    def stages(self, roots: Sequence[int], least: int = LEAST_KEPT) -> tuple[Stage, ...]:
        """The stages before the last one, which works out the roots from what is handed on to it."""
        kept, stage_of = self._kept(roots, least)
        of_stage: dict[int, list[int]] = {}
        for number in kept:
            of_stage.setdefault(stage_of[number], []).append(number)
        many = max(of_stage, default=-1) + 1
        last_use: dict[int, int] = {}
        for number in (*kept, *roots):
            at = many if number not in kept else stage_of[number]
            for part in self.leaves(number, kept):
                last_use[part] = max(last_use.get(part, -1), at)
        for root in roots:
            if root in kept:
                last_use[root] = many
        return tuple(
            Stage(
                tuple(of_stage.get(stage, ())),
                tuple(
                    part
                    for part in sorted(last_use)
                    if last_use[part] > stage and (part not in kept or stage_of[part] <= stage)
                ),
            )
            for stage in range(many)
        )

    def leaves(self, number: int, kept: frozenset[int]) -> Iterator[int]:
        """The columns and kept parts that a part is worked out from."""
        waiting, found = list(self.parts[number]), set[int]()
        if isinstance(self.exprs[number], Read):
            yield number
        while waiting:
            part = waiting.pop()
            if part in found:
                continue
            found.add(part)
            if part in kept or isinstance(self.exprs[part], Read):
                yield part
            else:
                waiting += self.parts[part]

    def _kept(self, roots: Sequence[int], least: int) -> tuple[frozenset[int], dict[int, int]]:
        uses = self.used(roots)
        kept: set[int] = set()
        sizes: dict[int, int] = {}
        stage_of: dict[int, int] = {}
        for number in self.under(roots):
            parts = self.parts[number]
            sizes[number] = 1 + sum(1 if part in kept else sizes[part] for part in parts)
            stage_of[number] = max((stage_of[part] + (part in kept) for part in parts), default=0)
            if parts and uses[number] > 1 and sizes[number] >= least:
                kept.add(number)
        return frozenset(kept), stage_of


def _own(expr: Expr) -> tuple[Any, ...]:
    """What tells a node from others of its kind beside its parts; yes is not the number 1."""
    match expr:
        case Constant(value=value):
            return (type(value), value)
        case Read(column=column):
            return (column,)
        case Compare(how=sign) | Arithmetic(sign=sign):
            return (sign,)
        case OneOf(values=values):
            return tuple((type(value), value) for value in values)
    return ()


def _rebuilt(expr: Expr, parts: Sequence[Expr]) -> Expr:
    match expr:
        case Constant() | Read():
            return expr
        case Compare() | Arithmetic():
            return replace(expr, left=parts[0], right=parts[1])
        case OneOf() | Not() | IsKnown():
            return replace(expr, of=parts[0])
        case And() | Or() | Coalesce() | Least() | Greatest():
            return replace(expr, parts=tuple(parts))
        case Choose():
            return Choose(*parts)
