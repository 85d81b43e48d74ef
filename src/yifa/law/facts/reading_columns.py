"""One column of one row, read from the acts of a case: the meaning of every kind of column, for one case.

`reader(column)` gives a function of the view and of `it` (None for the case's own row). The page of columns
(`yifa.law.conditions.columns`) says what each must give; a builder for many cases must give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from yifa.law.conditions.columns import (
    AnyField,
    AsOf,
    Attribute,
    Column,
    CountOf,
    CrossCount,
    DayOf,
    EveryField,
    FieldOf,
    Happened,
    Match,
    MinuteOf,
    Names,
    Occurrence,
    OverlapOf,
    Pick,
    ProfileEdge,
    SizeOf,
    SomeOn,
    Span,
    SureDay,
    SureMinute,
    UnqualifiedOf,
)
from yifa.law.facts.case import Act, Plain
from yifa.law.facts.certificates import unqualified
from yifa.law.facts.view import View

Reader = Callable[[View, Act | None], Plain]
Filler = Callable[[View, Act | None, list[Any]], None]
"""Fills places of a row."""
OfOne = Happened | DayOf | MinuteOf | SureDay | SureMinute | FieldOf
"""Columns that speak of one occurrence; those of one are read together."""


def filler(of: Occurrence, wanted: Sequence[tuple[int, OfOne]]) -> Filler:
    """How all that a row wants to know of one occurrence is read: places and columns."""

    def places(kind: type[OfOne]) -> tuple[int, ...]:
        return tuple(place for place, column in wanted if isinstance(column, kind))

    happened, days, minutes = places(Happened), places(DayOf), places(MinuteOf)
    sure_days, sure_minutes = places(SureDay), places(SureMinute)
    fields = tuple((place, column.field) for place, column in wanted if isinstance(column, FieldOf))

    def fill(view: View, it: Act | None, row: list[Any]) -> None:
        found, open_ = _pick(of, view, it)
        for place in happened:
            row[place] = _happened(of, view, it, found, open_)
        clear = None if open_ else found
        for place in days:
            row[place] = None if clear is None else clear.day
        for place in minutes:
            row[place] = None if clear is None else clear.minute
        if sure_days:
            sure = sure_act(of, view, it) if open_ or (found is not None and found.day is None) else found
            for place in sure_days:
                row[place] = None if sure is None else sure.day
        for place in sure_minutes:
            row[place] = _sure_minute(of, view, it)
        if not fields:
            return
        in_doubt = open_ or (of.where and _perhaps_others(of, view, it))
        meant = meant_acts(of, view, it) if in_doubt else () if found is None else (found,)
        for place, field in fields:
            held = _agreed(meant, field)
            row[place] = held if held.__class__ in _PLAIN else None

    if of.where or of.pick in (Pick.BEFORE, Pick.AFTER):
        return fill
    kind, last, all_days = of.act, of.pick is Pick.LAST, (*days, *sure_days)

    def fill_plainly(view: View, it: Act | None, row: list[Any]) -> None:
        """The same where it is clear which one is meant: `it`, or the first or last of acts that all have a day."""
        acts = view.acts.get(kind)
        found = it if of.pick is Pick.IT else None if not acts else acts[-1 if last else 0]
        if found is None or acts is None or acts[-1].day is None or (sure_minutes and len(acts) > 1):
            fill(view, it, row)
            return
        for place in happened:
            row[place] = True
        for place in all_days:
            row[place] = found.day
        for place in minutes:
            row[place] = found.minute
        for place in sure_minutes:
            row[place] = found.minute
        told = found.fields
        for place, field in fields:
            held = told.get(field)
            row[place] = held if held.__class__ in _PLAIN else None

    return fill_plainly


_PLAIN = frozenset({int, str, bool})
"""What a column can hold of a field."""


def _perhaps_others(of: Occurrence, view: View, it: Act | None) -> bool:
    """Whether a blank field leaves open which acts match."""
    for one in of.where:
        if one.as_it and (it is None or it.fields.get(one.field) is None):
            return True
        if any(act.fields.get(one.field) is None for act in view.of(of.act)):
            return True
    return False


def reader(column: Column) -> Reader:  # noqa: PLR0912 - one branch for each kind of column
    """How a column is read; answers of the clock and of other duties are not read from acts."""
    match column:
        case SomeOn():
            return _some_on(column)
        case Happened() | DayOf() | MinuteOf() | SureDay() | SureMinute() | FieldOf():
            fill = filler(column.of, [(0, column)])
            return lambda view, it: _filled(fill, view, it)
        case AnyField(act=act, field=field):
            return lambda view, _: _over_all(view.of(act), field, decides=True)
        case EveryField(act=act, field=field):
            return lambda view, _: _over_all(view.of(act), field, decides=False)
        case CountOf():
            return _count(column)
        case SizeOf(of=names):
            return lambda view, it: _size(names, view, it)
        case OverlapOf(one=one, other=other):
            return lambda view, it: _overlap(one, other, view, it)
        case UnqualifiedOf(of=names, lapses=lapses):
            return lambda view, it: unqualified(_names(names, view, it)[0], lapses, view, it)
        case Attribute(of="organ", name=name):
            return lambda view, _: view.case.organ.attributes.get(name)
        case Attribute(name=name):
            return lambda view, _: view.case.attributes.get(name)
        case ProfileEdge(profile=profile, edge=edge):
            place = 0 if edge == "first" else 1
            return lambda view, _: view.case.organ.edges(profile)[place]
        case AsOf(minute=minute):
            return (lambda view, _: view.as_of.minute) if minute else (lambda view, _: view.as_of.day)
        case CrossCount(duty=duty):
            return lambda view, _: view.case.counts.get(duty)
    raise TypeError(f"{column} is not read from acts")


def _filled(fill: Filler, view: View, it: Act | None) -> Plain:
    row: list[Any] = [None]
    fill(view, it, row)
    value: Plain = row[0]
    return value


# -- occurrences ------------------------------------------------------------------------------------------------------


def _matching(of: Occurrence, view: View, it: Act | None) -> Sequence[Act]:
    acts = view.of(of.act)
    if not of.where:
        return acts
    return [act for act in acts if all(_matches(act, one, it, of.blanks) for one in of.where)]


def _matches(act: Act, match: Match, it: Act | None, blanks: bool) -> bool:
    found = act.fields.get(match.field)
    wanted = it.fields.get(match.field) if match.as_it and it is not None else None
    if found is None or (match.as_it and wanted is None):
        return blanks
    return found == wanted if match.as_it else found in match.values


def _pick(of: Occurrence, view: View, it: Act | None) -> tuple[Act | None, bool]:
    """The occurrence picked, and whether a blank day leaves open which one it is."""
    if of.pick is Pick.IT:
        return it, False
    acts = _matching(of, view, it)
    if of.pick in (Pick.FIRST, Pick.LAST):
        if not acts:
            return None, False
        return acts[0 if of.pick is Pick.FIRST else -1], acts[-1].day is None
    others = [act for act in acts if act is not it]
    if not others:
        return None, False
    if it is None or it.day is None:
        return None, True
    side = [act for act in others if act.day is not None and _beside(act, it, of.pick)]
    blank = others[-1].day is None
    return (side[-1 if of.pick is Pick.BEFORE else 0] if side else None), blank


def picked_act(of: Occurrence, view: View, it: Act | None) -> Act | None:
    """The occurrence a column reads, where it is clear which one that is."""
    found, open_ = _pick(of, view, it)
    return None if open_ else found


def _beside(act: Act, it: Act, pick: Pick) -> bool:
    """Whether an act is not after (BEFORE) or not before (AFTER) `it`."""
    assert act.day is not None and it.day is not None  # noqa: S101, PT018 - seen to by the caller
    if act.day != it.day or act.minute is None or it.minute is None:
        return act.day <= it.day if pick is Pick.BEFORE else act.day >= it.day
    return act.minute <= it.minute if pick is Pick.BEFORE else act.minute >= it.minute


def _happened(of: Occurrence, view: View, it: Act | None, found: Act | None, open_: bool) -> Plain:
    if of.pick in (Pick.FIRST, Pick.LAST):
        return found is not None
    return True if found is not None else None if open_ else False


def _dated(of: Occurrence, view: View, it: Act | None) -> list[Act]:
    """Those that may be the one meant and have a day; it is the first of them, or in its place one of the same day."""
    acts = [act for act in _matching(of, view, it) if act.day is not None]
    if of.pick in (Pick.BEFORE, Pick.AFTER):
        dated = it is not None and it.day is not None
        acts = [act for act in acts if act is not it and it is not None and _beside(act, it, of.pick)] if dated else []
    if of.pick in (Pick.LAST, Pick.BEFORE):
        acts.reverse()
    return acts


def sure_act(of: Occurrence, view: View, it: Act | None) -> Act | None:
    """The first (last, next, …) of those occurrences that have a day."""
    return next(iter(_dated(of, view, it)), None)


def _sure_minute(of: Occurrence, view: View, it: Act | None) -> int | None:
    acts = _dated(of, view, it)
    same_day = [act.minute for act in acts if act.day == acts[0].day]
    return None if not same_day or None in same_day else same_day[0]


def _some_on(column: SomeOn) -> Reader:
    of = column.of
    possible = Occurrence(of.act, of.pick, of.where, blanks=True)

    def some(view: View, it: Act | None) -> Plain:
        other, open_ = _pick(column.other, view, it)
        found = [act for act in _matching(possible, view, it) if act is not other]
        if not found or (other is None and not open_):
            return False
        if open_ or other is None or other.day is None:
            return None
        there = [act for act in found if act.day in (None, other.day)]
        sure = [act for act in there if act.day is not None and act in _matching(of, view, it)]
        return True if sure else None if there else False

    return some


def meant_acts(of: Occurrence, view: View, it: Act | None) -> Sequence[Act]:
    """The occurrence meant and all that a blank may put in its place; none of them where perhaps there is none."""
    acts: Sequence[Act] = view.of(of.act)
    beside = of.pick in (Pick.BEFORE, Pick.AFTER)
    if of.pick is Pick.IT or (beside and (it is None or it.day is None)):
        return (it,) if of.pick is Pick.IT and it is not None else ()
    if beside and it is not None:
        acts = [act for act in acts if act is not it and (act.day is None or _beside(act, it, of.pick))]
    possible = [act for act in acts if all(_matches(act, one, it, True) for one in of.where)]
    matching = [act for act in possible if all(_matches(act, one, it, False) for one in of.where)]
    sure = [act for act in matching if act.day is not None]
    if not sure:
        return possible if matching and not beside else ()
    last = of.pick in (Pick.LAST, Pick.BEFORE)
    best = sure[-1 if last else 0]
    others = [act for act in possible if not any(act is one for one in sure)]
    return [best, *(act for act in others if act.day is None or _nearer(act, best, last=last))]


def _nearer(one: Act, other: Act, *, last: bool) -> bool:
    """Whether one comes surely before the other (as the last: after it); both have a day."""
    before, after = (other, one) if last else (one, other)
    if before.day != after.day:
        return (before.day or 0) < (after.day or 0)
    return before.minute is not None and after.minute is not None and before.minute < after.minute


def _agreed(acts: Sequence[Act], field: str) -> object:
    """What all acts that may be meant hold; None where one is blank, or two differ."""
    held = {act.fields.get(field) for act in acts}
    return held.pop() if len(held) == 1 else None


def _over_all(acts: Sequence[Act], field: str, *, decides: bool) -> bool | None:
    values = [act.fields.get(field) for act in acts]
    if decides in values:
        return decides
    return None if None in values else not decides


def _count(column: CountOf) -> Reader:
    pick = {Span.BEFORE: Pick.BEFORE, Span.AFTER: Pick.AFTER}.get(column.span)

    def count(view: View, it: Act | None) -> Plain:
        acts = view.of(column.act)
        matching = [act for act in acts if all(_matches(act, one, it, False) for one in column.where)]
        if column.where:
            possible = [act for act in acts if all(_matches(act, one, it, True) for one in column.where)]
            if len(possible) != len(matching):
                return None
        if pick is None:
            return len(matching)
        others = [act for act in matching if act is not it]
        if it is None or it.day is None or any(act.day is None for act in others):
            return None if others else 0
        return sum(_beside(act, it, pick) for act in others)

    return count


# -- names ------------------------------------------------------------------------------------------------------------


def _names(names: Names, view: View, it: Act | None) -> tuple[frozenset[str] | None, bool]:
    """The names there are (None: no such occurrence, or blank), and whether some occurrence is blank."""
    if names.pick is None:
        fields = [act.fields.get(names.field) for act in view.of(names.act)]
        known = frozenset(name for held in fields if held is not None for name in _listed(held))
        return known, None in fields
    found, open_ = _pick(Occurrence(names.act, names.pick), view, it)
    held = found.fields.get(names.field) if found is not None and not open_ else None
    return (None, True) if held is None else (frozenset(_listed(held)), False)


def _listed(held: object) -> tuple[str, ...]:
    return held if isinstance(held, tuple) else (str(held),)


def _size(names: Names, view: View, it: Act | None) -> int | None:
    known, blank = _names(names, view, it)
    return None if known is None or blank else len(known)


def _overlap(one: Names, other: Names, view: View, it: Act | None) -> int | None:
    these, blank = _names(one, view, it)
    those, also_blank = _names(other, view, it)
    if _nobody(one, view, it) or _nobody(other, view, it):
        return 0
    if these is None or those is None:
        return None
    shared = len(these & those)
    return None if not shared and (blank or also_blank) else shared


def _nobody(names: Names, view: View, it: Act | None) -> bool:
    """Whether nothing happened of which there could be names."""
    if names.pick is None:
        return not view.of(names.act)
    found, open_ = _pick(Occurrence(names.act, names.pick), view, it)
    return found is None and not open_
