"""Acts that the law takes as done: the trees that stand in the place of columns which read such an act.

An act is read as done on its own days and on those the law names, in order of time; a fiction of which it is open
whether it operates, or when, is left aside beside an act really done. Where the text says `next`, or names fields in
brackets, only what was really done counts, and so it does in the duties on which the fiction itself rests.

Parts of a `Derived` column of such an act: `fired <line>` and `on <line>` of each line of the corpus; `happened`, and
for `first` and `last` the `day`, `minute`, `sure day`, `sure minute` and `maybe day`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.scopes import case_scope
from yifa.law.conditions import Type, condition, value
from yifa.law.conditions.columns import (
    Column,
    DayOf,
    Derived,
    DutyPart,
    Happened,
    MaybeDay,
    MinuteOf,
    Occurrence,
    Pick,
    SomeOn,
    SureDay,
    SureMinute,
)
from yifa.law.conditions.tree import (
    NULL,
    Choose,
    Compare,
    Comparison,
    Expr,
    Greatest,
    IsKnown,
    Least,
    Read,
    both,
    columns_of,
    either,
    negated,
    surely,
)
from yifa.law.duties.asking import TODAY
from yifa.law.duties.selection import in_force, in_overlay
from yifa.law.duties.understood import Raw

Put = Callable[[Expr], Expr]
_WhenDone = DayOf | MinuteOf | SureDay | SureMinute
_OfDays = Happened | DayOf | MinuteOf | SureDay | SureMinute | MaybeDay
_PARTS: dict[type[_WhenDone | MaybeDay], str] = {
    DayOf: "day",
    MinuteOf: "minute",
    SureDay: "sure day",
    SureMinute: "sure minute",
    MaybeDay: "maybe day",
}
_KINDS: dict[str, type[_WhenDone]] = {_PARTS[kind]: kind for kind in (DayOf, MinuteOf, SureDay, SureMinute)}


class Fictions:
    """What the law takes as done in one folder. `lines`: when each line fires, and on which day."""

    def __init__(self, of: Folder, raw: Mapping[str, Raw]) -> None:
        scope = case_scope(of.procedure, of.duties)
        self.lines: dict[str, list[tuple[Expr, Expr]]] = {}
        for act, lines in of.procedure.deemed.items():
            for line in lines:
                on = value(line.on, scope, expected=Type.DAY)
                come = Compare(Comparison.AT_MOST, on.expr, TODAY)
                valid = in_force(line.valid, on.expr)
                fired = both(on.exists, in_overlay(line.overlay, on.expr), valid, come, condition(line.when, scope))
                self.lines.setdefault(act, []).append((fired, on.expr))
        self.raw = raw
        self.behind = {act: self._behind(act) for act in self.lines}

    def read_by(self, column: Column, duty: str | None, inside: str | None = None) -> str | None:
        """The act whose fiction a column reads when a duty (or the fiction of an act, `inside`) asks for it."""
        if not isinstance(column, _OfDays | SomeOn):
            return None
        of = column.of
        plain = of.pick is not Pick.IT and not of.where and not of.really and of.act in self.lines
        return of.act if plain and of.act != inside and duty not in self.behind[of.act] else None

    def _behind(self, act: str) -> set[str]:
        """The duties on which the taking-as-done of an act depends, through other duties and other such acts."""
        found: set[str] = set()
        acts = {act}
        waiting = [expr for line in self.lines[act] for expr in line]
        while waiting:
            for column in columns_of(waiting.pop()):
                if isinstance(column, DutyPart) and column.duty not in found:
                    found.add(column.duty)
                    waiting += self.raw[column.duty].exprs
                elif isinstance(column, _OfDays | SomeOn) and column.of.act in self.lines:
                    of = column.of
                    if of.act not in acts and of.pick is not Pick.IT and not of.where and not of.really:
                        acts.add(of.act)
                        waiting += [expr for line in self.lines[of.act] for expr in line]
        return found

    # -- in the place of columns --------------------------------------------------------------------------------------

    def instead(self, column: Column, it: str | None, early: bool) -> Expr:
        """What is read in the place of a column that reads a fiction; `it`: the act of the row, None for the case."""
        assert isinstance(column, _OfDays | SomeOn)  # noqa: S101 - seen to by `read_by`
        act = column.of.act
        if isinstance(column, SomeOn):
            return self._some_on(column, act, early)
        if column.of.pick in (Pick.FIRST, Pick.LAST):
            which = "" if isinstance(column, Happened) else f"{column.of.pick.value} "
            return Read(Derived(act, which + _part(column), early))
        return self._beside(column, act, Read(DayOf(Occurrence(it or "", Pick.IT))), early)

    def _fired(self, act: str, early: bool) -> Iterator[tuple[Expr, Expr]]:
        for line in range(len(self.lines[act])):
            yield Read(Derived(act, f"fired {line}", early)), Read(Derived(act, f"on {line}", early))

    def _some_on(self, column: SomeOn, act: str, early: bool) -> Expr:
        day = Read(DayOf(column.other))
        really = IsKnown(Read(SureDay(Occurrence(act, Pick.FIRST))))
        there = (
            both(either(negated(really), both(surely(fired), IsKnown(on))), fired, Compare(Comparison.EQUAL, on, day))
            for fired, on in self._fired(act, early)
        )
        return either(Read(column), *there)

    def _beside(self, column: _OfDays, act: str, it: Expr, early: bool) -> Expr:
        """The last before or the next after `it`, really done or taken as done."""
        before = column.of.pick is Pick.BEFORE
        really = IsKnown(Read(SureDay(Occurrence(act, Pick.FIRST))))
        side = Comparison.AT_MOST if before else Comparison.AT_LEAST
        found = [(fired, on, Compare(side, on, it)) for fired, on in self._fired(act, early)]
        if isinstance(column, Happened):
            certain = ((both(surely(fired), IsKnown(on)), fired, lies) for fired, on, lies in found)
            return either(
                Read(column), *(both(either(sure, negated(really)), fired, lies) for sure, fired, lies in certain)
            )
        days = tuple(Choose(both(fired, lies), on, NULL) for fired, on, lies in found)
        extreme = (Greatest if before else Least)(days)
        if isinstance(column, MinuteOf | SureMinute):
            real = Read((DayOf if isinstance(column, MinuteOf) else SureDay)(column.of))
            nearer = Compare(Comparison.AT_LEAST if before else Comparison.LESS, real, extreme)
            return Choose(either(negated(IsKnown(extreme)), nearer), Read(column), NULL)
        together = (Greatest if before else Least)((Read(column), *days))
        if isinstance(column, SureDay):
            return together
        doubt = (
            both(
                negated(surely(negated(fired))),
                negated(both(surely(fired), IsKnown(lies))),
                negated(surely(negated(lies))),
            )
            for fired, _, lies in found
        )
        real_one = either(negated(Read(Happened(column.of))), IsKnown(Read(column)))
        return Choose(both(real_one, either(really, negated(either(*doubt)))), together, NULL)

    # -- columns worked out once --------------------------------------------------------------------------------------

    def tree(self, column: Derived, put: Put) -> Expr:
        """The tree of a derived column; `put` reads other fictions and duties."""
        act, part, early = column.of, column.part, column.early
        if part.startswith(("fired ", "on ")):
            fired, on = self.lines[act][int(part.rsplit(" ", 1)[1])]
            return put(fired) if part.startswith("fired") else put(on)
        found = list(self._fired(act, early))
        if part == "happened":
            return either(Read(Happened(Occurrence(act, Pick.FIRST))), *(fired for fired, _ in found))
        last = part.startswith("last")
        real = Occurrence(act, Pick.LAST if last else Pick.FIRST)
        if part.endswith(_PARTS[MaybeDay]):
            return _maybe_day(real, found, last=last)
        kind = _KINDS[part.split(" ", 1)[1]]
        days = tuple(Choose(fired, on, NULL) for fired, on in found)
        extreme = Greatest if last else Least
        if kind in (MinuteOf, SureMinute):
            own = Read(DayOf(real) if kind is MinuteOf else SureDay(real))
            nearer = Compare(Comparison.AT_LEAST if last else Comparison.LESS, own, extreme(days))
            return Choose(either(negated(IsKnown(extreme(days))), nearer), Read(kind(real)), NULL)
        together = extreme((Read(kind(real)), *days))
        if kind is SureDay:
            return together
        side = Comparison.AT_MOST if last else Comparison.AT_LEAST
        sure = Read(Derived(act, f"{'last' if last else 'first'} sure day", early))
        doubt = (
            both(
                negated(surely(negated(fired))),
                negated(both(surely(fired), IsKnown(on))),
                negated(surely(Compare(side, on, sure))),
            )
            for fired, on in found
        )
        really = IsKnown(Read(SureDay(Occurrence(act, Pick.FIRST))))
        real_one = either(negated(Read(Happened(real))), IsKnown(Read(DayOf(real))))
        return Choose(both(real_one, either(really, negated(either(*doubt)))), together, NULL)


def _maybe_day(real: Occurrence, found: Sequence[tuple[Expr, Expr]], *, last: bool) -> Expr:
    """The extreme of the days on which the law perhaps takes the act as done, where it is in doubt on no other day."""
    doubts = [
        (both(negated(surely(negated(fired))), negated(both(surely(fired), IsKnown(on)))), on) for fired, on in found
    ]
    dated = (either(negated(doubt), IsKnown(on)) for doubt, on in doubts)
    real_one = either(negated(Read(Happened(real))), IsKnown(Read(DayOf(real))))
    days = tuple(Choose(doubt, on, NULL) for doubt, on in doubts)
    return Choose(both(real_one, *dated), (Greatest if last else Least)(days), NULL)


def _part(column: _OfDays) -> str:
    return "happened" if isinstance(column, Happened) else _PARTS[type(column)]
