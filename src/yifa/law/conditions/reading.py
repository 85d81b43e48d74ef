"""What a tree comes to for one row, read off node by node: the plain meaning, to which every engine is held."""

from __future__ import annotations

from collections.abc import Callable

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

Plain = int | str | bool | None
_COMPARE: dict[Comparison, Callable[..., bool]] = {
    Comparison.EQUAL: lambda one, other: one == other,
    Comparison.UNEQUAL: lambda one, other: one != other,
    Comparison.LESS: lambda one, other: one < other,
    Comparison.AT_MOST: lambda one, other: one <= other,
    Comparison.MORE: lambda one, other: one > other,
    Comparison.AT_LEAST: lambda one, other: one >= other,
}
_COUNT: dict[Sign, Callable[..., int]] = {
    Sign.PLUS: lambda one, other: one + other,
    Sign.MINUS: lambda one, other: one - other,
    Sign.TIMES: lambda one, other: one * other,
}


def read(expr: Expr, row: Callable[[Column], Plain]) -> Plain:
    """The value of an expression; `row` gives the value of a column."""
    match expr:
        case Constant():
            return expr.value
        case Read():
            return row(expr.column)
        case Compare(how=how, left=left, right=right):
            one, other = read(left, row), read(right, row)
            return None if one is None or other is None else _COMPARE[how](one, other)
        case Arithmetic(sign=sign, left=left, right=right):
            one, other = read(left, row), read(right, row)
            return None if one is None or other is None else _COUNT[sign](one, other)
        case OneOf(of=of, values=listed):
            found = read(of, row)
            return None if found is None else found in listed
        case Not(of=of):
            truth = read(of, row)
            return None if truth is None else not truth
        case IsKnown(of=of):
            return read(of, row) is not None
        case Choose(when=when, then=then, otherwise=otherwise):
            return read(then if read(when, row) is True else otherwise, row)
    values = [read(part, row) for part in expr.parts]
    match expr:
        case And():
            return False if False in values else None if None in values else True
        case Or():
            return True if True in values else None if None in values else False
        case Coalesce():
            return next((one for one in values if one is not None), None)
        case Least() | Greatest():
            known = [one for one in values if one is not None]
            extreme: Callable[..., Plain] = min if isinstance(expr, Least) else max
            return extreme(known) if known else None
