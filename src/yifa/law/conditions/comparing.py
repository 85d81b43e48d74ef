"""Signs between two values: which types they go with, and what they come to."""

from __future__ import annotations

from typing import Protocol

from yifa.law.conditions.columns import Occurrence, Pick, SomeOn
from yifa.law.conditions.errors import NotACondition
from yifa.law.conditions.syntax import Binary, Event, Literal, Name, Node
from yifa.law.conditions.tree import (
    Arithmetic,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    IsKnown,
    Read,
    Sign,
    both,
    either,
)
from yifa.law.conditions.types import Type
from yifa.law.conditions.values import Declared, Value, events_in_order, events_in_reverse, exists, not_after, picked

_ORDERED = (Type.NUMBER, Type.MONEY, Type.DAY)
_DAYS = ("before", "after", "on")


class Meaning(Protocol):
    """What is needed of the reading of a whole condition."""

    def fault(self, at: Node | int, message: str) -> NotACondition:
        """A fault at a place of the text."""

    def value(self, node: Node) -> Value:
        """The value of a part."""

    def written(self, node: Node, upto: int) -> str:
        """A part as it is written."""

    def constant(self, node: Literal | Name, declared: Declared, about: str) -> str | int | bool:
        """A value that a field may have."""


def binary(meaning: Meaning, node: Binary) -> Value:
    """Two values and the sign between them."""
    if node.sign in ("+", "-", "*"):
        return _arithmetic(meaning, node)
    if node.sign == "otherwise":
        return _otherwise(meaning, node)
    if node.sign in _DAYS:
        return _days(meaning, node)
    return _comparison(meaning, node)


def _comparison(meaning: Meaning, node: Binary) -> Value:
    left = meaning.value(node.left)
    right = _beside(meaning, left, node)
    how = Comparison(node.sign)
    if left.type is not right.type:
        raise meaning.fault(
            node.right,
            f"«{node.sign}» compares like with like: left is {left.type.article}, right {right.type.article}",
        )
    if left.type in (Type.NAMES, Type.LENGTH):
        why = "lists of names are counted, or kept apart by a duty of kind separation"
        reason = why if left.type is Type.NAMES else "a length is read by the clock only"
        raise meaning.fault(node.at, f"«{node.sign}» does not compare {left.type.value}: {reason}")
    if how not in (Comparison.EQUAL, Comparison.UNEQUAL) and left.type not in _ORDERED:
        raise meaning.fault(node.at, f"«{node.sign}» compares numbers, amounts and days, found {left.type.article}")
    return Value(Type.YES_NO, Compare(how, left.expr, right.expr), both(left.exists, right.exists))


def _beside(meaning: Meaning, left: Value, node: Binary) -> Value:
    """The right side; beside a word a bare name is one of its values."""
    right = node.right
    if left.type is Type.WORD and (isinstance(right, Name) or (isinstance(right, Literal) and right.kind == "word")):
        about = meaning.written(node.left, node.at)
        return Value(Type.WORD, Constant(meaning.constant(right, Declared(Type.WORD, left.words), about)))
    return meaning.value(right)


def _days(meaning: Meaning, node: Binary) -> Value:
    left, right = meaning.value(node.left), meaning.value(node.right)
    for side, written in ((left, node.left), (right, node.right)):
        if side.type is not Type.DAY:
            raise meaning.fault(written, f"«{node.sign}» stands between days or acts, found {side.type.article}")
    some = _some_occurrence(node.left, left)
    if node.sign == "on" and some is not None:
        if right.event is None:
            raise meaning.fault(node.right, "«on» asks whether some act lies on the day of another: expected an act")
        return Value(Type.YES_NO, both(right.exists, Read(SomeOn(some, right.event))))
    if node.sign == "on":
        same = Compare(Comparison.EQUAL, left.expr, right.expr)
        return Value(Type.YES_NO, same, both(left.exists, right.exists))
    before = node.sign == "before"
    if some is not None:
        return Value(Type.YES_NO, _event_beside(some, right, before))
    return Value(Type.YES_NO, not_after(left, right) if before else not_after(right, left))


def _some_occurrence(node: Node, left: Value) -> Occurrence | None:
    """An act named without saying which occurrence: any of them will do."""
    if left.event is None or left.event.pick is not Pick.FIRST:
        return None
    plain = isinstance(node, Name) or (isinstance(node, Event) and node.pick is None)
    return left.event if plain else None


def _event_beside(some: Occurrence, right: Value, before: bool) -> Expr:
    own = right.event is not None and right.event.pick is Pick.IT and right.event.act == some.act
    if own:
        return exists(picked(some, Pick.BEFORE if before else Pick.AFTER))
    if before:
        return events_in_order(some, right)
    return events_in_reverse(picked(some, Pick.LAST), right)


def _arithmetic(meaning: Meaning, node: Binary) -> Value:
    left, right = meaning.value(node.left), meaning.value(node.right)
    sign = Sign(node.sign)
    types = (left.type, right.type)
    result = _RESULTS.get((sign, *types))
    if result is None:
        raise meaning.fault(node.at, f"«{node.sign}» does not go between {left.type.article} and {right.type.article}")
    return Value(result, Arithmetic(sign, left.expr, right.expr), both(left.exists, right.exists))


_RESULTS = {
    (Sign.PLUS, Type.NUMBER, Type.NUMBER): Type.NUMBER,
    (Sign.MINUS, Type.NUMBER, Type.NUMBER): Type.NUMBER,
    (Sign.TIMES, Type.NUMBER, Type.NUMBER): Type.NUMBER,
    (Sign.PLUS, Type.MONEY, Type.MONEY): Type.MONEY,
    (Sign.MINUS, Type.MONEY, Type.MONEY): Type.MONEY,
    (Sign.TIMES, Type.MONEY, Type.NUMBER): Type.MONEY,
    (Sign.TIMES, Type.NUMBER, Type.MONEY): Type.MONEY,
    (Sign.PLUS, Type.DAY, Type.NUMBER): Type.DAY,
    (Sign.MINUS, Type.DAY, Type.NUMBER): Type.DAY,
    (Sign.MINUS, Type.DAY, Type.DAY): Type.NUMBER,
}


def _otherwise(meaning: Meaning, node: Binary) -> Value:
    left = meaning.value(node.left)
    right = _beside(meaning, left, node)
    if left.type is not right.type:
        raise meaning.fault(
            node.right, f"«otherwise» gives a value of the same type: {left.type.article}, found {right.type.article}"
        )
    if left.type in (Type.NAMES, Type.LENGTH):
        raise meaning.fault(node.at, f"«otherwise» cannot stand in for {left.type.article}")
    given = left.expr if left.event is not None else Choose(left.exists, left.expr, Constant(None))
    there = either(IsKnown(given), right.exists)
    timeless = left.minute == right.minute == Constant(None)
    minute = Constant(None) if timeless else Choose(IsKnown(given), left.minute, right.minute)
    return Value(left.type, Coalesce((given, right.expr)), there, minute, left.words)
