"""When something was done, as far as the record says: the first of several acts, any of which may have no day.

`sure`: the day of the first that surely was done, of those with a day. `maybe`: the earliest day on which one may have
been done whose fields leave it open. `doubt`: whether there is, or may be, one more of which the day is not known. The
first can then only have been earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yifa.law.conditions.columns import DayOf, Happened, Occurrence, SureDay, SureMinute
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    Expr,
    IsKnown,
    Least,
    Read,
    either,
    negated,
    surely,
)
from yifa.law.conditions.values import day_of_event, extreme_day, with_blanks


@dataclass(frozen=True)
class Done:
    """Days as expressions, NULL where there is none; `exists` is three-valued, `doubt` never NULL."""

    exists: Expr
    sure: Expr
    minute: Expr = NULL
    maybe: Expr = NULL
    maybe_minute: Expr = NULL
    doubt: Expr = NO

    @property
    def parts(self) -> tuple[tuple[Expr, Expr], ...]:
        """The days on which the first may have been done, with their minutes; NULL days are none."""
        return ((self.sure, self.minute), (self.maybe, self.maybe_minute))

    @property
    def earliest(self) -> Expr:
        """The earliest day on which it was, or may have been, done; NULL where no day is known."""
        return self.sure if self.maybe == NULL else Least((self.sure, self.maybe))


def one_done(of: Occurrence) -> Done:
    """One occurrence, where it is clear which one."""
    value = day_of_event(of)
    return Done(value.exists, value.expr, value.minute, doubt=_open(value.exists, value.expr))


def some_done(of: Occurrence) -> Done:
    """The first of all occurrences that are meant."""
    value = day_of_event(of)
    sure, minute = Read(SureDay(of)), Read(SureMinute(of))
    if not of.where:
        return Done(value.exists, sure, minute, doubt=_open(value.exists, Read(DayOf(of))))
    blank = with_blanks(of)
    doubt = _open(Read(Happened(blank)), Read(DayOf(blank)))
    return Done(value.exists, sure, minute, Read(SureDay(blank)), Read(SureMinute(blank)), doubt)


def _open(exists: Expr, day: Expr) -> Expr:
    """Whether something that may have been done has no day."""
    return negated(either(surely(negated(exists)), IsKnown(day)))


def done_of(several: Sequence[Done]) -> Done:
    """The first of several events."""
    if len(several) == 1:
        return several[0]
    maybe = [one for one in several if one.maybe != NULL]
    sure, minute = extreme_day([(one.sure, one.minute) for one in several])
    pairs = [(one.maybe, one.maybe_minute) for one in maybe]
    earliest, its_minute = extreme_day(pairs) if pairs else (NULL, NULL)
    return Done(
        either(*(one.exists for one in several)),
        sure,
        minute,
        earliest,
        its_minute,
        either(*(one.doubt for one in several)),
    )


__all__ = ["YES", "Done", "done_of", "one_done", "some_done"]
