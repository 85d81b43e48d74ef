"""Trees of conditions as Polars expressions: for what is told from the rows of a table of acts alone.

The same nodes as everywhere, with the same three values of truth: `&` and `|` of Polars are Kleene's. Words stay texts
here. Days are whole numbers counted from 1970-01-01, amounts are fen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import add, and_, eq, ge, gt, le, lt, mul, ne, or_, sub
from typing import Any

import polars as pl

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

_COMPARED = {
    Comparison.EQUAL: eq,
    Comparison.UNEQUAL: ne,
    Comparison.LESS: lt,
    Comparison.AT_MOST: le,
    Comparison.MORE: gt,
    Comparison.AT_LEAST: ge,
}
_COUNTED = {Sign.PLUS: add, Sign.MINUS: sub, Sign.TIMES: mul}


def polars_expr(expr: Expr, read: Callable[[Column], pl.Expr]) -> pl.Expr:
    """A tree as an expression; `read` gives a column of the table."""

    def of(part: Expr) -> Any:  # noqa: PLR0912 - one branch for each kind of node
        match part:
            case Constant(value=value):
                return pl.lit(value)
            case Read(column=column):
                return read(column)
            case Compare(how=how, left=left, right=right):
                return _COMPARED[how](of(left), of(right))
            case Arithmetic(sign=sign, left=left, right=right):
                return _COUNTED[sign](of(left), of(right))
            case OneOf(of=one, values=values):
                inner = of(one)
                return pl.when(inner.is_not_null()).then(inner.is_in(list(values)))
            case Not(of=one):
                return ~of(one)
            case IsKnown(of=one):
                return of(one).is_not_null()
            case And(parts=parts):
                return reduce(and_, map(of, parts))
            case Or(parts=parts):
                return reduce(or_, map(of, parts))
            case Choose(when=when, then=then, otherwise=otherwise):
                return pl.when(of(when).fill_null(value=False)).then(of(then)).otherwise(of(otherwise))
            case Coalesce(parts=parts):
                return pl.coalesce([of(one) for one in parts])
            case Least(parts=parts):
                return pl.min_horizontal([of(one) for one in parts])
            case Greatest(parts=parts):
                return pl.max_horizontal([of(one) for one in parts])
        raise TypeError(f"{part} is no node of a tree")

    found: pl.Expr = of(expr)
    return found
