"""Values of many rows at once, and the trees of conditions worked out on them (NumPy): the compiler for steps.

What a question starts from, and a derived column, is needed before any engine sees a row; so it is worked out here, on
the same trees. A word is a whole number here, its place in a vocabulary, so that only numbers and truth values remain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yifa.law.conditions.columns import Column
from yifa.law.conditions.tree import (
    And,
    Arithmetic,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    Greatest,
    IsKnown,
    Least,
    Not,
    OneOf,
    Or,
    Read,
    Sign,
)

Truths = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Cells:
    """Whole numbers or truth values, one a row (or one for all); `known` says where there is one, None everywhere."""

    values: NDArray[Any]
    known: Truths | None = None

    @property
    def sure(self) -> Truths:
        """Where there is a value."""
        return np.ones(self.values.shape, dtype=np.bool_) if self.known is None else self.known

    @property
    def yes(self) -> Truths:
        """Where a truth value is yes."""
        found: Truths = self.values.astype(np.bool_, copy=False)
        return found if self.known is None else found & self.known

    @property
    def no(self) -> Truths:
        """Where a truth value is no."""
        found: Truths = ~self.values.astype(np.bool_, copy=False)
        return found if self.known is None else found & self.known

    def at(self, places: Places) -> Cells:
        """The cells at some places; at a place below zero nothing is known."""
        if not self.values.shape[0] or not (self.known is None or self.known.any()):
            return Cells(np.zeros(places.shape, dtype=self.values.dtype), np.zeros(places.shape, dtype=np.bool_))
        values = self.values.take(places, mode="clip")  # what lies below zero reads the first, and is not known
        there = places >= 0
        if self.known is None:
            return Cells(values, None if there.all() else there)
        return Cells(values, self.known.take(places, mode="clip") & there)

    def over(self, rows: int) -> Cells:
        """One cell for each row, where there was one for all."""
        values = np.broadcast_to(self.values, (rows,))
        return Cells(values, None if self.known is None else np.broadcast_to(self.known, (rows,)))

    def blank(self, where: Truths) -> Cells:
        """Nothing known at some places."""
        return Cells(self.values, self.sure & ~where) if where.any() else self


NOTHING = Cells(np.zeros((), dtype=np.int64), np.zeros((), dtype=np.bool_))


def nothing(rows: int, *, truth: bool = False) -> Cells:
    """Rows of which nothing is known."""
    return Cells(np.zeros(rows, dtype=np.bool_ if truth else np.int64), np.zeros(rows, dtype=np.bool_))


class Words:
    """Every word of a run by its number; the same word has the same number in all fields."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words: list[str] = []

    def number(self, word: str) -> int:
        """The number of a word."""
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = len(self.words)
            self.words.append(word)
        return found

    def plain(self, value: int | str | bool) -> int | bool:
        """A value of a tree as a number or a truth value."""
        return self.number(value) if isinstance(value, str) else value


_COMPARED: Mapping[Comparison, Callable[[Any, Any], Any]] = {
    Comparison.EQUAL: np.equal,
    Comparison.UNEQUAL: np.not_equal,
    Comparison.LESS: np.less,
    Comparison.AT_MOST: np.less_equal,
    Comparison.MORE: np.greater,
    Comparison.AT_LEAST: np.greater_equal,
}
_COUNTED: Mapping[Sign, Callable[[Any, Any], Any]] = {
    Sign.PLUS: np.add,
    Sign.MINUS: np.subtract,
    Sign.TIMES: np.multiply,
}


class Working:
    """Works out trees; `read` gives the cells of a column."""

    def __init__(self, read: Callable[[Column], Cells], words: Words) -> None:
        self.read = read
        self.words = words

    def value(self, expr: Expr) -> Cells:  # noqa: PLR0912 - one branch for each kind of node
        """The value of a tree in every row."""
        match expr:
            case Constant(value=None):
                return NOTHING
            case Constant(value=value):
                return Cells(np.asarray(self.words.plain(value) if value is not None else 0))
            case Read(column=column):
                return self.read(column)
            case Compare(how=how, left=left, right=right):
                return self._pair(_COMPARED[how], left, right)
            case Arithmetic(sign=sign, left=left, right=right):
                return self._pair(_COUNTED[sign], left, right)
            case OneOf(of=of, values=values):
                found = self.value(of)
                return Cells(np.isin(found.values, [self.words.plain(value) for value in values]), found.known)
            case Not(of=of):
                found = self.value(of)
                return Cells(~found.values.astype(np.bool_, copy=False), found.known)
            case IsKnown(of=of):
                return Cells(self.value(of).sure)
            case And(parts=parts):
                return _denied(self._any(tuple(Not(part) for part in parts)))
            case Or(parts=parts):
                return self._any(parts)
            case Choose(when=when, then=then, otherwise=otherwise):
                return _either(self.value(when).yes, self.value(then), self.value(otherwise))
            case Coalesce(parts=parts):
                return reduce(_first_known, map(self.value, parts))
            case Least(parts=parts):
                return reduce(lambda one, other: _extreme(np.minimum, one, other), map(self.value, parts))
            case Greatest(parts=parts):
                return reduce(lambda one, other: _extreme(np.maximum, one, other), map(self.value, parts))

    def _pair(self, of: Callable[[Any, Any], Any], left: Expr, right: Expr) -> Cells:
        one, other = self.value(left), self.value(right)
        return Cells(of(one.values, other.values), _both_known(one, other))

    def _any(self, parts: tuple[Expr, ...]) -> Cells:
        cells = [self.value(part) for part in parts]
        yes = reduce(np.logical_or, (cell.yes for cell in cells))
        known = [cell.known for cell in cells if cell.known is not None]
        return Cells(yes, yes | reduce(np.logical_and, known) if known else None)


def _denied(of: Cells) -> Cells:
    return Cells(~of.values, of.known)


def _both_known(one: Cells, other: Cells) -> Truths | None:
    if one.known is None:
        return other.known
    return one.known if other.known is None else one.known & other.known


def _either(where: Truths, one: Cells, other: Cells) -> Cells:
    """One cell where it is so, else the other; a NULL takes the type of what stands beside it."""
    left, right = one.values, other.values
    if one is NOTHING:
        left = np.zeros((), dtype=right.dtype)
    elif other is NOTHING:
        right = np.zeros((), dtype=left.dtype)
    if one.known is None:
        known = None if other.known is None else where | other.known
    else:
        known = ~where | one.known if other.known is None else (where & one.known) | (~where & other.known)
    return Cells(np.where(where, left, right), known)


def _first_known(one: Cells, other: Cells) -> Cells:
    """One cell where it is known, else the other."""
    if one.known is None or other is NOTHING:
        return one
    if one is NOTHING or not one.known.any():
        return other
    values = np.where(one.known, one.values, other.values)
    return Cells(values, None if other.known is None else one.known | other.known)


def _extreme(of: Callable[[Any, Any], Any], one: Cells, other: Cells) -> Cells:
    """The extreme of those that are known."""
    if one.known is None and other.known is None:
        return Cells(of(one.values, other.values))
    these, those = one.sure, other.sure
    between = of(one.values, other.values)
    return Cells(np.where(these & those, between, np.where(these, one.values, other.values)), these | those)
