"""One column of one row, read from the acts of a case: the meaning of every kind of column, for one case.

`reader(column)` gives a function of the view and of `it` (None for the case's own row). The page of columns
(`yifa.law.conditions.columns`) says what each must give; a builder for many cases must give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    Span,
    UnqualifiedOf,
)
from yifa.law.facts.case import Act, Plain, View
from yifa.law.facts.certificates import unqualified

Reader = Callable[[View, Act | None], Plain]


def reader(column: Column) -> Reader:  # noqa: PLR0912 - one branch for each kind of column
    """How a column is read; answers of the clock and of other duties are not read from acts."""
    match column:
        case Happened(of=of):
            return _happened(of)
        case DayOf(of=of):
            return _day(of)
        case MinuteOf(of=of):
            return _minute(of)
        case FieldOf(of=of, field=field):
            return _field(of, field)
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
        case UnqualifiedOf(of=names):
            return lambda view, it: unqualified(_names(names, view, it)[0], view, it)
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


def _happened(of: Occurrence) -> Reader:
    if of.pick in (Pick.FIRST, Pick.LAST):
        if not of.where:
            return lambda view, _: of.act in view.acts
        return lambda view, it: bool(_matching(of, view, it))

    def beside(view: View, it: Act | None) -> Plain:
        found, open_ = _pick(of, view, it)
        return True if found is not None else None if open_ else False

    return beside


def _day(of: Occurrence) -> Reader:
    def day(view: View, it: Act | None) -> Plain:
        found, open_ = _pick(of, view, it)
        return None if found is None or open_ else found.day

    return day


def _minute(of: Occurrence) -> Reader:
    def minute(view: View, it: Act | None) -> Plain:
        found, open_ = _pick(of, view, it)
        return None if found is None or open_ else found.minute

    return minute


def _field(of: Occurrence, field: str) -> Reader:
    def value(view: View, it: Act | None) -> Plain:
        found, open_ = _pick(of, view, it)
        if found is None or (open_ and not _agree(of, field, view, it)):
            return None
        held = found.fields.get(field)
        return held if isinstance(held, int | str) else None

    return value


def _agree(of: Occurrence, field: str, view: View, it: Act | None) -> bool:
    """Whether all occurrences that could be meant hold the same."""
    if of.pick in (Pick.BEFORE, Pick.AFTER):
        return False
    return len({act.fields.get(field) for act in _matching(of, view, it)}) == 1


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
    if these is None or those is None:
        return None
    shared = len(these & those)
    return None if not shared and (blank or also_blank) else shared
