"""Values on their way from a written condition to a tree, and the events they come from.

What belongs to an act that did not happen is *no*, never unknown: `legality-reviewed before decision-made` is no where
nothing was reviewed. So a value carries, beside its expression, the truth of there being one (`exists`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yifa.law.conditions.columns import (
    DayOf,
    FieldOf,
    Happened,
    MinuteOf,
    Names,
    Occurrence,
    Pick,
)
from yifa.law.conditions.tree import (
    NULL,
    YES,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Expr,
    Greatest,
    IsKnown,
    Least,
    Read,
    both,
    either,
    negated,
)
from yifa.law.conditions.types import Type


@dataclass(frozen=True, slots=True)
class Declared:
    """A field as a procedure declares it; `words` are the values a word may have, none given means any."""

    type: Type
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A typed expression that means something where `exists` is yes; `minute` refines a day, where it is known."""

    type: Type
    expr: Expr
    exists: Expr = YES
    minute: Expr = NULL
    words: tuple[str, ...] = ()
    event: Occurrence | None = None
    names: Names | None = None

    @property
    def truth(self) -> Expr:
        """A yes/no value as a condition: no where there is nothing it could be of."""
        return both(self.exists, self.expr)


def exists(of: Occurrence) -> Expr:
    """Whether an occurrence exists; unknown where one exists only if a blank field is what is asked for."""
    if of.pick is Pick.IT:
        return YES
    certain = Read(Happened(of))
    if not of.where:
        return certain
    return either(certain, both(Read(Happened(_with_blanks(of))), NULL))


def day_of_event(of: Occurrence) -> Value:
    """The day of an occurrence as a value."""
    return Value(Type.DAY, _agreed(of, DayOf), exists(of), _agreed(of, MinuteOf), event=of)


def field_of_event(of: Occurrence, field: str, declared: Declared) -> Value:
    """A field of an occurrence as a value."""
    if declared.type is Type.NAMES:
        return Value(Type.NAMES, NULL, exists(of), names=Names(of.act, field, of.pick))
    read: Expr = Read(FieldOf(of, field))
    if of.where:
        read = _where_sure(of, read)
    names = Names(of.act, field, of.pick) if declared.type is Type.WORD else None
    return Value(declared.type, read, exists(of), words=declared.words, names=names)


def _agreed(of: Occurrence, column: type[DayOf] | type[MinuteOf]) -> Expr:
    """A column of an occurrence; NULL where an occurrence with a blank field could come in its place."""
    certain = Read(column(of))
    return _where_sure(of, certain) if of.where else certain


def _where_sure(of: Occurrence, certain: Expr) -> Expr:
    """NULL where an occurrence with a blank field, on another day, could be the one that is meant."""
    possible = Read(DayOf(_with_blanks(of)))
    return Choose(Compare(Comparison.EQUAL, Read(DayOf(of)), possible), certain, NULL)


def _with_blanks(of: Occurrence) -> Occurrence:
    return Occurrence(of.act, of.pick, of.where, blanks=True)


def not_after(left: Value, right: Value) -> Expr:
    """Whether a day is before another, the same day counting unless both have a time and it says otherwise."""
    return both(left.exists, right.exists, _in_order(left, right))


def events_in_order(left: Occurrence, right: Value) -> Expr:
    """Whether some occurrence (the earliest that matches) is not after a day."""
    return _some(left, lambda of: both(right.exists, _in_order(_plain(of), right)))


def events_in_reverse(left: Occurrence, right: Value) -> Expr:
    """Whether some occurrence (the latest that matches) is not before a day."""
    return _some(left, lambda of: both(right.exists, _in_order(right, _plain(of))))


def _some(of: Occurrence, holds: Callable[[Occurrence], Expr]) -> Expr:
    certain = both(Read(Happened(of)), holds(of))
    if not of.where:
        return certain
    blank = _with_blanks(of)
    return either(certain, both(Read(Happened(blank)), holds(blank), NULL))


def _plain(of: Occurrence) -> Value:
    return Value(Type.DAY, Read(DayOf(of)), YES, Read(MinuteOf(of)))


def _in_order(earlier: Value, later: Value) -> Expr:
    if NULL in (earlier.minute, later.minute):
        return Compare(Comparison.AT_MOST, earlier.expr, later.expr)
    same_day = Compare(Comparison.EQUAL, earlier.expr, later.expr)
    in_time = Coalesce((Compare(Comparison.AT_MOST, earlier.minute, later.minute), YES))
    return either(Compare(Comparison.LESS, earlier.expr, later.expr), both(same_day, in_time))


def extreme_of(values: Sequence[Value], *, latest: bool) -> Value:
    """The earliest or latest of several values of one type, of those there are; unknown where one of these is."""
    if len(values) == 1:
        return values[0]
    sure = both(*(either(negated(one.exists), IsKnown(one.expr)) for one in values))
    some = either(*(one.exists for one in values))
    # A column of an act that did not happen is NULL by itself.
    guarded = tuple(one.expr if one.event is not None else Choose(one.exists, one.expr, NULL) for one in values)
    found = Greatest(guarded) if latest else Least(guarded)
    return Value(values[0].type, Choose(sure, found, NULL), some)


def picked(of: Occurrence, pick: Pick) -> Occurrence:
    """The same act and match, another pick."""
    return Occurrence(of.act, pick, of.where, of.blanks)
