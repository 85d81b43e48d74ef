"""Duties as an Ibis expression over one table: the compiler for DuckDB, Polars and Spark.

It reads our trees; it never walks Ibis' own. Only what stands here can be compiled, and it stands here because all
engines do it alike: comparisons, Kleene logic, NULL tests, coalesce, least and greatest, if-else, + − × on 64-bit
numbers, `or` of bits. Words are numbers already. `yifa.law.run.portable` holds what comes of it to just that.

The expression has stages: what several duties share is worked out first, in a select of its own (`sharing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add as plus
from operator import and_, eq, ge, gt, le, lt, mul, ne, or_, sub
from typing import Any

from yifa.law.conditions.columns import Column
from yifa.law.conditions.tree import (
    NO,
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
from yifa.law.run.cells import Words
from yifa.law.run.masks import MASKS, bits_of
from yifa.law.run.portable import faults, faults_of_tree, refuse
from yifa.law.run.sharing import Shared

ROW = "row"
"""The column that says which row is meant; it comes through unchanged."""
TABLE = "milestones"

_COMPARED = {
    Comparison.EQUAL: eq,
    Comparison.UNEQUAL: ne,
    Comparison.LESS: lt,
    Comparison.AT_MOST: le,
    Comparison.MORE: gt,
    Comparison.AT_LEAST: ge,
}
_COUNTED = {Sign.PLUS: plus, Sign.MINUS: sub, Sign.TIMES: mul}


@dataclass(frozen=True)
class Plan:
    """What duties read, by the names of the columns, and what becomes of it."""

    names: Mapping[Column, str]
    expr: Any
    """An Ibis expression over the unbound table `TABLE`: the row and a column for each mask."""


def plan(duties: Sequence[Understood], truths: frozenset[Column], words: Words, wanted: Sequence[str] = MASKS) -> Plan:
    """The plan for at most `MOST` duties; `truths`: which columns are yes/no, `wanted`: the masks asked for.

    Raises `NotPortable` for what engines would not all do alike.
    """
    import ibis  # noqa: PLC0415 - heavy, and not there for one case

    shared = Shared()
    bits = [dict(zip(MASKS, map(shared.number, bits_of(one.answer)), strict=True)) for one in duties]
    roots = [own[mask] for own in bits for mask in wanted]
    refuse(fault for root in dict.fromkeys(roots) for fault in faults_of_tree(shared.exprs[root], truths))
    columns = list(columns_of(*(shared.exprs[root] for root in roots)))
    names = {column: f"c{place}" for place, column in enumerate(columns)}
    schema = {ROW: "int64"} | {names[column]: "boolean" if column in truths else "int64" for column in columns}
    tree = IbisTree(shared, names, truths, words)
    tree.table = ibis.table(schema, name=TABLE)
    for stage in shared.stages(roots):
        tree.take(stage.works_out, stage.hands_on)
    zero = ibis.literal(0, "int64")

    def mask(name: str) -> Any:
        places = [(place, own[name]) for place, own in enumerate(bits) if shared.exprs[own[name]] != NO]
        chosen = (ibis.ifelse(tree.value(number), ibis.literal(1 << place, "int64"), zero) for place, number in places)
        return reduce(or_, chosen) if places else zero

    expr = tree.table.select(ROW, **{name: mask(name) for name in wanted})
    refuse(faults(expr))
    return Plan(names, expr)


class IbisTree:
    """Compiles parts of trees over the columns of one table, which goes on from stage to stage."""

    table: Any

    def __init__(self, shared: Shared, names: Mapping[Column, str], truths: frozenset[Column], words: Words) -> None:
        self.shared = shared
        self.names = names
        self.words = words
        self.truths = truths
        self._is_truth: dict[int, bool | None] = {}
        self._kept: dict[int, str] = {}
        self._values: dict[int, Any] = {}

    def take(self, works_out: Sequence[int], hands_on: Sequence[int]) -> None:
        """One stage: the table then has the parts worked out and the columns handed on, and no others."""
        new = {number: f"p{number}" for number in works_out}
        chosen = {new[number]: self.value(number) for number in works_out}
        chosen |= {self._name(number): self.table[self._name(number)] for number in hands_on if number not in new}
        self.table = self.table.select(ROW, **chosen)
        self._kept |= new
        self._values = {}

    def _name(self, number: int) -> str:
        expr = self.shared.exprs[number]
        return self.names[expr.column] if isinstance(expr, Read) else self._kept[number]

    def is_truth(self, number: int) -> bool | None:
        """Whether a part is yes/no; None for what is NULL everywhere, which is of any type."""
        if number not in self._is_truth:
            self._is_truth[number] = self._truth(number)
        return self._is_truth[number]

    def _truth(self, number: int) -> bool | None:
        match self.shared.exprs[number]:
            case Constant(value=value):
                return None if value is None else isinstance(value, bool)
            case Read(column=column):
                return column in self.truths
            case Arithmetic():
                return False
            case Coalesce() | Least() | Greatest():
                parts = self.shared.parts[number]
                return next((found for part in parts if (found := self.is_truth(part)) is not None), None)
            case Choose():
                _, then, otherwise = self.shared.parts[number]
                found = self.is_truth(then)
                return self.is_truth(otherwise) if found is None else found
        return True

    def value(self, number: int, truth: bool | None = True) -> Any:
        """A part; `truth` is the type that what is NULL everywhere has."""
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        if self.is_truth(number) is None:
            return ibis.null("boolean" if truth else "int64")
        if number not in self._values:
            kept = self._kept.get(number)
            self._values[number] = self._value(number) if kept is None else self.table[kept]
        return self._values[number]

    def _value(self, number: int) -> Any:
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        expr, parts = self.shared.exprs[number], self.shared.parts[number]
        match expr:
            case Constant(value=value):
                plain = self.words.plain(value) if value is not None else 0
                return ibis.literal(plain, "boolean" if isinstance(plain, bool) else "int64")
            case Read(column=column):
                return self.table[self.names[column]]
            case Compare(how=how):
                kind = next((found for part in parts if (found := self.is_truth(part)) is not None), False)
                return _COMPARED[how](*(self.value(part, kind) for part in parts))
            case Arithmetic(sign=sign):
                return _COUNTED[sign](*(self.value(part, False) for part in parts))
            case OneOf(values=values):
                return self.value(parts[0], False).isin([self.words.plain(value) for value in values])
            case Not():
                return ~self.value(parts[0])
            case IsKnown():
                return self.value(parts[0]).notnull()
            case And():
                return reduce(and_, map(self.value, parts))
            case Or():
                return reduce(or_, map(self.value, parts))
        return self._chosen(expr, number, parts)

    def _chosen(self, expr: Expr, number: int, parts: Sequence[int]) -> Any:
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        kind = self.is_truth(number)
        if isinstance(expr, Choose):
            when, then, otherwise = parts
            return ibis.ifelse(self.value(when), self.value(then, kind), self.value(otherwise, kind))
        of = {Coalesce: ibis.coalesce, Least: ibis.least, Greatest: ibis.greatest}[type(expr)]
        return of(*(self.value(part, kind) for part in parts))
