"""What a condition becomes: a tree of few kinds of node, each of which every engine can do alike.

Truth has three values (Kleene): yes, no, and NULL for "not known". All nodes give NULL where an operand they need is
NULL, with four exceptions that are said below. Whole numbers, texts and truth values only: see `types`.

A tree is a value: equal trees are equal, and a part that occurs twice need be computed once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from yifa.law.conditions.columns import Column


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that stands in the text; None is NULL."""

    value: int | str | bool | None


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a column in this row."""

    column: Column


class Comparison(StrEnum):
    """How two values compare."""

    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of one type; NULL where either is."""

    how: Comparison
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class OneOf:
    """Whether a value is among those listed, none of them NULL; NULL where the value is."""

    of: Expr
    values: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class And:
    """No where any part is no (also beside NULL); else NULL where any is NULL; else yes."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Yes where any part is yes (also beside NULL); else NULL where any is NULL; else no."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Yes for no, no for yes, NULL for NULL."""

    of: Expr


@dataclass(frozen=True, slots=True)
class IsKnown:
    """Whether a value is not NULL; never NULL itself."""

    of: Expr


@dataclass(frozen=True, slots=True)
class Coalesce:
    """The first value that is not NULL."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Least:
    """The least of those that are not NULL; NULL where all are."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    """The greatest of those that are not NULL; NULL where all are."""

    parts: tuple[Expr, ...]


class Sign(StrEnum):
    """The three operations on whole numbers; there is no division."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Whole numbers, 64 bits wide."""

    sign: Sign
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Choose:
    """`then` where `when` is yes; `otherwise` where it is no or NULL (SQL's CASE)."""

    when: Expr
    then: Expr
    otherwise: Expr


Expr = Constant | Read | Compare | OneOf | And | Or | Not | IsKnown | Coalesce | Least | Greatest | Arithmetic | Choose

YES = Constant(True)
NO = Constant(False)
NULL = Constant(None)


def both(*parts: Expr) -> Expr:
    """All of them, written as short as it goes.

    >>> both(YES, NO) == NO, both(YES, NULL) == NULL
    (True, True)
    """
    kept: list[Expr] = []
    for part in parts:
        flat = part.parts if isinstance(part, And) else (part,)
        kept += [one for one in flat if one != YES and one not in kept]
    if NO in kept:
        return NO
    return YES if not kept else kept[0] if len(kept) == 1 else And(tuple(kept))


def either(*parts: Expr) -> Expr:
    """Any of them, written as short as it goes."""
    kept: list[Expr] = []
    for part in parts:
        flat = part.parts if isinstance(part, Or) else (part,)
        kept += [one for one in flat if one != NO and one not in kept]
    if YES in kept:
        return YES
    return NO if not kept else kept[0] if len(kept) == 1 else Or(tuple(kept))


def negated(of: Expr) -> Expr:
    """The contrary, without double denial."""
    if isinstance(of, Not):
        return of.of
    if isinstance(of, Constant):
        return NULL if of.value is None else Constant(not of.value)
    return Not(of)


def surely(of: Expr) -> Expr:
    """Yes where a truth value is yes, no where it is no or NULL."""
    return of if isinstance(of, Constant) and of.value is not None else Coalesce((of, NO))


def parts_of(expr: Expr) -> tuple[Expr, ...]:
    """The expressions an expression is made of, in order."""
    match expr:
        case Constant() | Read():
            return ()
        case Compare() | Arithmetic():
            return (expr.left, expr.right)
        case OneOf() | Not() | IsKnown():
            return (expr.of,)
        case And() | Or() | Coalesce() | Least() | Greatest():
            return expr.parts
        case Choose():
            return (expr.when, expr.then, expr.otherwise)


def columns_of(*exprs: Expr) -> dict[Column, None]:
    """Every column that expressions read, each once, in the order of first mention."""
    found: dict[Column, None] = {}
    seen: set[int] = set()
    waiting = list(reversed(exprs))
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # a part that occurs twice is often one and the same
            continue
        seen.add(id(node))
        if isinstance(node, Read):
            found.setdefault(node.column)
        else:
            waiting += reversed(parts_of(node))
    return found


def columns_needed(*exprs: Expr) -> dict[Column, None]:
    """Every column whose NULL can leave an expression open: not those for which something else is taken instead."""
    found: dict[Column, None] = {}
    for expr in exprs:
        if isinstance(expr, Read):
            found.setdefault(expr.column)
        elif isinstance(expr, Coalesce):
            found |= columns_needed(expr.parts[-1])
        elif not isinstance(expr, IsKnown):
            found |= columns_needed(*parts_of(expr))
    return found


def walk(expr: Expr) -> Iterator[Expr]:
    """An expression and all its parts, from the outside in."""
    yield expr
    for part in parts_of(expr):
        yield from walk(part)


def replaced(expr: Expr, by: Callable[[Column], Expr | None]) -> Expr:
    """The same tree with columns replaced, shorter where constants decide; `by` returns None where a column stays."""
    match expr:
        case Constant():
            return expr
        case Read():
            return by(expr.column) or expr
        case Compare():
            left, right = replaced(expr.left, by), replaced(expr.right, by)
            return NULL if NULL in (left, right) else Compare(expr.how, left, right)
        case Arithmetic():
            return Arithmetic(expr.sign, replaced(expr.left, by), replaced(expr.right, by))
        case OneOf():
            return OneOf(replaced(expr.of, by), expr.values)
        case Not():
            return negated(replaced(expr.of, by))
        case IsKnown():
            of = replaced(expr.of, by)
            return Constant(of.value is not None) if isinstance(of, Constant) else IsKnown(of)
        case And():
            return both(*(replaced(part, by) for part in expr.parts))
        case Or():
            return either(*(replaced(part, by) for part in expr.parts))
        case Coalesce() | Least() | Greatest():
            kept = tuple(part for part in (replaced(part, by) for part in expr.parts) if part != NULL)
            return type(expr)(kept) if len(kept) > 1 else kept[0] if kept else NULL
        case Choose():
            when = replaced(expr.when, by)
            if isinstance(when, Constant):
                return replaced(expr.then if when == YES else expr.otherwise, by)
            return Choose(when, replaced(expr.then, by), replaced(expr.otherwise, by))
