"""The facts a finding rests on: the acts and fields that its duty read, as they stand in the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from yifa.law.conditions import Type, day_of
from yifa.law.conditions.columns import (
    AnyField,
    Column,
    CountOf,
    DayOf,
    EveryField,
    FieldOf,
    Happened,
    Names,
    OverlapOf,
    SizeOf,
    SureDay,
    UnqualifiedOf,
)
from yifa.law.duties.understood import Understood
from yifa.law.facts import Act, View
from yifa.law.facts.case import Recorded
from yifa.law.facts.reading_columns import picked_act, sure_act
from yifa.law.run.findings import FactUsed


def facts_used(one: Understood, view: View, it: Act | None, types: Mapping[str, Type]) -> tuple[FactUsed, ...]:
    """Every act and field read that is there, each once, by day; `types` of the fields say how values are told."""
    found: dict[FactUsed, None] = {}
    for column in one.reads:
        for act, field in _read(column, view, it):
            found.setdefault(_fact(act, field, types))
    for kind in one.facts:
        for act in view.of(kind):
            found.setdefault(_fact(act, None, types))
    return tuple(sorted(found, key=_by_day))


def _read(column: Column, view: View, it: Act | None) -> Iterator[tuple[Act, str | None]]:
    match column:
        case Happened(of=of) | DayOf(of=of):
            act = picked_act(of, view, it)
            if act is not None:
                yield act, None
        case SureDay(of=of):
            act = sure_act(of, view, it)
            if act is not None:
                yield act, None
        case FieldOf(of=of, field=field):
            act = picked_act(of, view, it)
            if act is not None and field in act.fields:
                yield act, field
        case AnyField(act=kind, field=field) | EveryField(act=kind, field=field):
            yield from ((act, field) for act in view.of(kind) if field in act.fields)
        case CountOf(act=kind):
            yield from ((act, None) for act in view.of(kind))
        case SizeOf(of=names) | UnqualifiedOf(of=names):
            yield from _people(names, view, it)
        case OverlapOf(one=one, other=other):
            yield from _people(one, view, it)
            yield from _people(other, view, it)


def _people(names: Names, view: View, it: Act | None) -> Iterator[tuple[Act, str | None]]:
    acts = [it] if it is not None and names.pick is not None and it.kind == names.act else view.of(names.act)
    yield from ((act, names.field) for act in acts if names.field in act.fields)


def _fact(act: Act, field: str | None, types: Mapping[str, Type]) -> FactUsed:
    on: date | datetime | None = None if act.day is None else day_of(act.day)
    if on is not None and act.minute is not None:
        on = datetime(on.year, on.month, on.day) + timedelta(minutes=act.minute)
    if field is None:
        return FactUsed(act.kind, on)
    return FactUsed(act.kind, on, field, said_value(act.fields[field], types.get(field, Type.WORD)))


def said_value(value: Recorded, type_: Type) -> str:
    """A value as it is told: yes or no, a day, an amount in yuan, names in a row."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, int) and type_ is Type.MONEY:
        yuan, fen = divmod(value, 100)
        return f"{yuan}.{fen:02}" if fen else str(yuan)
    if isinstance(value, int) and type_ is Type.DAY:
        return day_of(value).isoformat()
    return str(value)


def _by_day(fact: FactUsed) -> tuple[str, str, str]:
    return (fact.on.isoformat() if fact.on else "9999", fact.act, fact.field or "")
