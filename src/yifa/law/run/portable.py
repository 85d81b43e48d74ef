"""The portable core: what DuckDB, Polars, Spark and plain Python all do alike, and what is refused because they do not.

Two readings. `faults_of_tree` reads a tree of ours before it is compiled: each part must get what it works on. `faults`
reads what a compiler made of it, an Ibis expression, before any engine gets it: whole numbers of 32 or 64 bits, truth
values; + − ×; comparisons; and, or, not; NULL tests; coalesce, nullif, least, greatest, if-else, between; `or`, `and`,
`xor` of bits; selects, filters and joins by equality. Everything else is left out for a reason that somebody measured
(`REASONS`); dates are day numbers, money is whole fen, words are numbers of a vocabulary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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
    Least,
    Not,
    OneOf,
    Or,
    Read,
    parts_of,
    walk,
)

LEAST, MOST = -(1 << 63), (1 << 63) - 1
"""The whole numbers that every engine holds."""

_COMPARED = {"Between", "Equals", "Greater", "GreaterEqual", "InValues", "Less", "LessEqual", "NotEquals"}
_REASONED = {"And", "IsNull", "Not", "NotNull", "Or"}
_CHOSEN = {"Coalesce", "Greatest", "IfElse", "Least", "NullIf"}
_RECKONED = {"Add", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "Multiply", "Subtract"}
VALUES = _COMPARED | _REASONED | _CHOSEN | _RECKONED | {"Alias", "Cast", "Field", "Literal"}
_TABLES = {"DatabaseTable", "InMemoryTable", "SelfReference", "UnboundTable"}
RELATIONS = _TABLES | {"Filter", "JoinChain", "JoinLink", "JoinReference", "Project"}
JOINS = frozenset(("inner", "left", "semi", "anti"))

_DIVIDED = "whole-number division and remainders differ for negatives and zero"
_DATED = "months and date differences differ: days are whole numbers here, the clock does the rest"
_WINDOWED = "window functions are not translated for Polars"
_COUNTED = "counts of different values treat NULL differently"
_GATHERED = "lists in order and bits over rows are missing on an engine"
REASONS = {
    "Divide": "division by zero is infinite on some engines and an error on others",
    "FloorDivide": _DIVIDED,
    "Modulus": _DIVIDED,
    "Round": "halves are rounded to even on one engine and up on others",
    "StringLength": "lengths of texts count bytes on one engine and characters on others",
    "Strftime": _DATED,
    "DateAdd": _DATED,
    "DateSub": _DATED,
    "DateDiff": _DATED,
    "DateDelta": _DATED,
    "DateTruncate": _DATED,
    "WindowFunction": _WINDOWED,
    "CountDistinct": _COUNTED,
    "ArrayCollect": _GATHERED,
    "GroupConcat": _GATHERED,
    "BitOr": _GATHERED,
    "ArrayIndex": "a place outside a list is NULL on one engine and an error on others",
    "JSONGetItem": "JSON is read strictly on one engine and leniently on others",
    "UnwrapJSONInt64": "JSON is read strictly on one engine and leniently on others",
    "HexDigest": "digests are missing on an engine",
    "TimestampNow": "today is an argument, never the hour of the machine",
    "DateNow": "today is an argument, never the day of the machine",
    "RandomScalar": "what is drawn by chance cannot be repeated",
}
_ELSE = "not in the portable core"


class NotPortable(Exception):
    """What engines would not all do alike; `faults` says each thing once."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def refuse(faults_: Iterator[str]) -> None:
    """Raise `NotPortable` if there is any fault."""
    found = list(dict.fromkeys(faults_))
    if found:
        raise NotPortable(found)


# -- our trees --------------------------------------------------------------------------------------------------------


def faults_of_tree(expr: Expr, truths: Collection[Column]) -> Iterator[str]:
    """What a tree asks that engines would not do alike; `truths` are the columns that hold yes or no."""
    kinds: dict[int, str | None] = {}
    for node in reversed(list(walk(expr))):
        kinds[id(node)] = _kind(node, kinds, truths)
        yield from _faults_of_node(node, [kinds[id(part)] for part in parts_of(node)])


def _kind(node: Expr, kinds: dict[int, str | None], truths: Collection[Column]) -> str | None:
    """What a node comes to: a truth, a number or a word; None for NULL."""
    match node:
        case Constant(value=None):
            return None
        case Constant(value=value):
            return "truth" if isinstance(value, bool) else "word" if isinstance(value, str) else "number"
        case Read(column=column):
            return "truth" if column in truths else "number"
        case Arithmetic():
            return "number"
        case Coalesce(parts=parts) | Least(parts=parts) | Greatest(parts=parts):
            return next((kind for part in parts if (kind := kinds[id(part)]) is not None), None)
        case Choose(then=then, otherwise=otherwise):
            return kinds[id(then)] or kinds[id(otherwise)]
    return "truth"


def _faults_of_node(node: Expr, kinds: Sequence[str | None]) -> Iterator[str]:  # noqa: PLR0912 - one for each kind
    held = {kind for kind in kinds if kind is not None}
    plain = {"number" if kind == "word" else kind for kind in held}
    match node:
        case Constant(value=value) if isinstance(value, int) and not LEAST <= value <= MOST:
            yield f"{value} does not fit into 64 bits"
        case Compare(how=how):
            if len(plain) > 1:
                yield "a truth value is compared with a number"
            if "word" in held and how not in (Comparison.EQUAL, Comparison.UNEQUAL):
                yield f"words have no order: «{how}» stands beside one"
            if "truth" in held and how not in (Comparison.EQUAL, Comparison.UNEQUAL):
                yield f"truth values have no order: «{how}» stands beside one"
        case Arithmetic():
            if held - {"number"}:
                yield f"«{node.sign}» stands beside what is no number"
        case OneOf(values=values):
            if not values:
                yield "a value is looked for among none"
            if "truth" in held or len({isinstance(value, str) for value in values}) > 1:
                yield "a value is looked for among those of another kind"
        case Least() | Greatest():
            if held - {"number"}:
                yield "the least or greatest is asked of what are no numbers"
        case And() | Or() | Not():
            if held - {"truth"}:
                yield "and, or, not stand beside what is no truth value"
        case Choose():
            if kinds[0] not in ("truth", None):
                yield "a choice hangs on what is no truth value"
            if len({"number" if kind == "word" else kind for kind in kinds[1:] if kind}) > 1:
                yield "a choice lies between a truth value and a number"
        case Coalesce():
            if len(plain) > 1:
                yield "a truth value stands in for a number"


# -- what a compiler made of them -------------------------------------------------------------------------------------


def faults(expr: Any) -> Iterator[str]:
    """What an Ibis expression holds that engines would not do alike, as «operation: reason»."""
    import ibis.expr.operations as ops  # noqa: PLC0415 - heavy, and not there for one case

    for node in expr.op().find(ops.Node):
        name = type(node).__name__
        if isinstance(node, ops.Relation) or name == "JoinLink":
            yield from _faults_of_relation(node, name)
        elif isinstance(node, ops.Value):
            if name not in VALUES:
                yield f"{name}: {REASONS.get(name, _ELSE)}"
            else:
                yield from _faults_of_value(node, name)
        elif name != "SortKey":
            yield f"{name}: {_ELSE}"


def _faults_of_relation(node: Any, name: str) -> Iterator[str]:
    if name not in RELATIONS:
        yield f"{name}: {REASONS.get(name, _ELSE)}"
    if name == "JoinLink":
        if node.how not in JOINS:
            yield f"{node.how} join: {_ELSE}"
        if any(type(one).__name__ != "Equals" for one in node.predicates):
            yield "JoinLink: joins go by equality alone; others are missing on an engine"


def _faults_of_value(node: Any, name: str) -> Iterator[str]:
    type_ = node.dtype
    narrow = type_.is_integer() and (type_.nbytes < 4 or not type_.is_signed_integer())
    if narrow and name != "Literal":
        yield f"{name}: {type_} wraps silently on one engine; widen to int64 when it is read"
    elif not (type_.is_integer() or type_.is_boolean() or type_.is_null()):
        yield f"{name}: {type_} is no whole number and no truth value"
    if name == "Cast" and not (node.arg.dtype.is_integer() and type_.is_integer() and type_.nbytes >= 4):
        yield f"Cast: from {node.arg.dtype} to {type_}: engines round, cut or refuse; only widening is alike"
    if name == "Literal" and type_.is_integer() and node.value is not None and not LEAST <= node.value <= MOST:
        yield f"Literal: {node.value} does not fit into 64 bits"
