"""A tree as an Ibis expression: the compiler for DuckDB and Polars. It reads our trees; it never walks Ibis' own.

Only what stands here can be compiled, and it stands here because all engines do it alike: comparisons, Kleene logic,
NULL tests, coalesce, least and greatest, if-else, + − × on 64-bit numbers, `or` of bits. Words are numbers already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add as plus
from operator import and_, eq, ge, gt, le, lt, mul, ne, or_, sub
from typing import Any

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
    columns_of,
)
from yifa.law.duties.understood import Understood
from yifa.law.run.cells import Words, Working
from yifa.law.run.masks import MASKS, Masks, bits_of
from yifa.law.run.milestones import Rows

_COMPARED = {
    Comparison.EQUAL: eq,
    Comparison.UNEQUAL: ne,
    Comparison.LESS: lt,
    Comparison.AT_MOST: le,
    Comparison.MORE: gt,
    Comparison.AT_LEAST: ge,
}
_COUNTED = {Sign.PLUS: plus, Sign.MINUS: sub, Sign.TIMES: mul}


class IbisTree:
    """Compiles trees over the columns of one table."""

    def __init__(self, table: Any, names: Mapping[Column, str], truths: frozenset[Column], words: Words) -> None:
        self.table = table
        self.names = names
        self.truths = truths
        self.words = words

    def is_truth(self, expr: Expr) -> bool | None:
        """Whether a value is yes/no; None for NULL, which is of any type."""
        match expr:
            case Constant(value=value):
                return None if value is None else isinstance(value, bool)
            case Read(column=column):
                return column in self.truths
            case Arithmetic():
                return False
            case Coalesce(parts=parts) | Least(parts=parts) | Greatest(parts=parts):
                return next((found for part in parts if (found := self.is_truth(part)) is not None), None)
            case Choose(then=then, otherwise=otherwise):
                found = self.is_truth(then)
                return self.is_truth(otherwise) if found is None else found
        return True

    def value(self, expr: Expr, truth: bool | None = None) -> Any:  # noqa: PLR0912 - one branch for each kind of node
        """The expression; `truth` is the type that a NULL has."""
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        match expr:
            case Constant(value=None):
                return ibis.null("boolean" if truth else "int64")
            case Constant(value=value):
                plain = self.words.plain(value) if value is not None else 0
                return ibis.literal(plain, "boolean" if isinstance(plain, bool) else "int64")
            case Read(column=column):
                return self.table[self.names[column]]
            case Compare(how=how, left=left, right=right):
                kind = self.is_truth(left)
                kind = self.is_truth(right) if kind is None else kind
                return _COMPARED[how](self.value(left, kind), self.value(right, kind))
            case Arithmetic(sign=sign, left=left, right=right):
                return _COUNTED[sign](self.value(left), self.value(right))
            case OneOf(of=of, values=values):
                return self.value(of).isin([self.words.plain(value) for value in values])
            case Not(of=of):
                return ~self.value(of, True)
            case IsKnown(of=of):
                return self.value(of).notnull()
            case And(parts=parts):
                return reduce(and_, (self.value(part, True) for part in parts))
            case Or(parts=parts):
                return reduce(or_, (self.value(part, True) for part in parts))
            case Choose(when=when, then=then, otherwise=otherwise):
                kind = self.is_truth(expr) if truth is None else truth
                return ibis.ifelse(self.value(when, True), self.value(then, kind), self.value(otherwise, kind))
            case Coalesce(parts=parts):
                kind = self.is_truth(expr) if truth is None else truth
                return ibis.coalesce(*(self.value(part, kind) for part in parts))
            case Least(parts=parts):
                return ibis.least(*(self.value(part) for part in parts))
            case Greatest(parts=parts):
                return ibis.greatest(*(self.value(part) for part in parts))


class ByIbis:
    """An engine behind Ibis; `backend` is a connection."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend

    def __call__(self, duties: Sequence[Understood], rows: Rows, working: Working) -> Masks:
        """The masks of all rows."""
        import ibis  # noqa: PLC0415 - heavy, and not there for one case
        import numpy as np  # noqa: PLC0415
        import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

        trees = [bits_of(one.answer) for one in duties]
        columns = list(columns_of(*(expr for bits in trees for expr in bits)))
        names = {column: f"c{place}" for place, column in enumerate(columns)}
        cells = {column: working.read(column).over(rows.size) for column in columns}
        held = {"row": pa.array(np.arange(rows.size))}
        held |= {names[column]: pa.array(cell.values, mask=~cell.sure) for column, cell in cells.items()}
        table = ibis.memtable(pa.table(held))
        truths = frozenset(column for column, cell in cells.items() if cell.values.dtype == np.bool_)
        tree = IbisTree(table, names, truths, working.words)
        zero = ibis.literal(0, "int64")
        chosen = {
            mask: reduce(
                or_,
                (
                    ibis.ifelse(tree.value(bits[number], True), ibis.literal(1 << place, "int64"), zero)
                    for place, bits in enumerate(trees)
                ),
            )
            for number, mask in enumerate(MASKS)
        }
        found = self.backend.to_pyarrow(table.select("row", **chosen))
        order = np.argsort(np.asarray(found["row"]), kind="stable")
        return Masks(**{mask: np.asarray(found[mask]).astype(np.int64)[order] for mask in MASKS})


def duckdb_engine() -> ByIbis:
    """DuckDB in memory, which reaches for nothing by itself."""
    import ibis  # noqa: PLC0415 - heavy, and not there for one case

    return ByIbis(ibis.duckdb.connect(autoinstall_known_extensions=False, autoload_known_extensions=False))


def polars_engine() -> ByIbis:
    """Polars."""
    import ibis  # noqa: PLC0415 - heavy, and not there for one case

    return ByIbis(ibis.polars.connect())
