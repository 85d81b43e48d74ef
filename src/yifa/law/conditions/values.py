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
    MaybeDay,
    MinuteOf,
    Names,
    Occurrence,
    Pick,
    SureDay,
    SureMinute,
)
from yifa.law.conditions.tree import (
    NO,
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
    surely,
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
    return either(certain, both(Read(Happened(with_blanks(of))), NULL))


def day_of_event(of: Occurrence) -> Value:
    """The day of an occurrence as a value."""
    return Value(Type.DAY, _agreed(of, DayOf), exists(of), _agreed(of, MinuteOf), event=of)


def field_of_event(of: Occurrence, field: str, declared: Declared) -> Value:
    """A field of an occurrence as a value."""
    if declared.type is Type.NAMES:
        return Value(Type.NAMES, NULL, exists(of), names=Names(of.act, field, of.pick))
    names = Names(of.act, field, of.pick) if declared.type is Type.WORD else None
    return Value(declared.type, Read(FieldOf(of, field)), exists(of), words=declared.words, names=names)


def _agreed(of: Occurrence, column: type[DayOf] | type[MinuteOf]) -> Expr:
    """A column of an occurrence; NULL where an occurrence with a blank field could come in its place."""
    certain = Read(column(of))
    same_day = Compare(Comparison.EQUAL, Read(DayOf(of)), Read(DayOf(with_blanks(of))))
    return Choose(same_day, certain, NULL) if of.where else certain


def with_blanks(of: Occurrence) -> Occurrence:
    """The same occurrence, of those too whose field is blank."""
    return Occurrence(of.act, of.pick, of.where, True, of.really)


def not_after(left: Value, right: Value) -> Expr:
    """Whether a day is before another, the same day counting unless both have a time and it says otherwise."""
    return both(left.exists, right.exists, _in_order(left, right))


def events_in_order(left: Occurrence, right: Value) -> Expr:
    """Whether some occurrence (the earliest that matches) is not after a day."""
    return _some(left, lambda left: both(right.exists, _in_order(left, right)))


def events_in_reverse(left: Occurrence, right: Value) -> Expr:
    """Whether some occurrence (the latest that matches) is not before a day."""
    return _some(left, lambda left: both(right.exists, _in_order(right, left)))


def _some(of: Occurrence, holds: Callable[[Value], Expr]) -> Expr:
    certain = _holds(of, holds)
    return either(certain, both(_holds(with_blanks(of), holds), NULL)) if of.where else certain


def _holds(of: Occurrence, holds: Callable[[Value], Expr]) -> Expr:
    """Yes where the nearest one with a day holds; where it does not, unknown if there is one without a day."""
    nearest = Value(Type.DAY, Read(SureDay(of)), YES, Read(SureMinute(of)))
    on_no_other_day = IsKnown(Read(DayOf(of)))
    nor_then = surely(negated(holds(Value(Type.DAY, Read(MaybeDay(of))))))
    perhaps = either(holds(nearest), Choose(either(on_no_other_day, nor_then), NO, NULL))
    only_then = both(negated(IsKnown(nearest.expr)), nor_then)
    return both(Read(Happened(of)), Choose(only_then, NO, perhaps))


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
    guarded = [one.expr if one.event is not None else Choose(one.exists, one.expr, NULL) for one in values]
    minutes = (NULL if one.minute == NULL else Choose(one.exists, one.minute, NULL) for one in values)
    found, minute = extreme_day(list(zip(guarded, minutes, strict=True)), latest=latest)
    return Value(values[0].type, Choose(sure, found, NULL), some, minute)


def extreme_day(several: Sequence[tuple[Expr, Expr]], *, latest: bool = False) -> tuple[Expr, Expr]:
    """The earliest (latest) of several days with their minutes: no minute where one of that day has none."""
    if len(several) == 1:
        return several[0]
    extreme = Greatest if latest else Least
    day = extreme(tuple(one for one, _ in several))
    if all(minute == NULL for _, minute in several):
        return day, NULL
    on_it = [(Compare(Comparison.EQUAL, one, day), minute) for one, minute in several]
    untimed = either(*(both(surely(same), negated(IsKnown(minute))) for same, minute in on_it))
    return day, Choose(untimed, NULL, extreme(tuple(Choose(same, minute, NULL) for same, minute in on_it)))


def picked(of: Occurrence, pick: Pick) -> Occurrence:
    """The same act and match, another pick."""
    return Occurrence(of.act, pick, of.where, of.blanks, of.really)
