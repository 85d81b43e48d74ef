"""Cases as the two tables that many cases are judged from: for those who hold cases, and for comparing engines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yifa.law.catalogue.procedures import Procedure
from yifa.law.clock import Length
from yifa.law.conditions import Type, day_number
from yifa.law.facts import EVERYTHING, Case, Moment, Source
from yifa.law.facts.case import Recorded
from yifa.law.run.acts_table import FIELD


@dataclass(frozen=True)
class Asked:
    """A case, and as of when, as known at which moment and from which source it is asked about."""

    case: Case
    as_of: date | datetime
    known_at: datetime | None = None
    source: Source = EVERYTHING


def as_tables(asked: Iterable[Asked], procedure: Procedure) -> tuple[Any, Any]:
    """The table of acts and the table of cases, keyed by the place of each case; acts are counted as others already."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    listed = list(asked)
    types = {name: _arrow(one.type, pa) for name, one in procedure.fields.items()}
    acts = [(place, act) for place, one in enumerate(listed) for act in one.case.acts]
    columns: dict[str, Any] = {
        "case": pa.array([place for place, _ in acts], pa.int64()),
        "act": pa.array([act.kind for _, act in acts], pa.string()),
        "day": pa.array([act.day for _, act in acts], pa.int32()),
        "minute": pa.array([act.minute for _, act in acts], pa.int16()),
        "recorded_at": pa.array([act.recorded_at for _, act in acts], pa.timestamp("us")),
        "id": pa.array([act.id for _, act in acts], pa.string()),
    }
    for name, type_ in types.items():
        columns[FIELD + name] = pa.array([_plain(act.fields.get(name)) for _, act in acts], type_)
    moments = [Moment.of(one.as_of) for one in listed]
    spans = pa.list_(pa.struct([("name", pa.string()), ("first", pa.int32()), ("last", pa.int32())]))
    cases: dict[str, Any] = {
        "case": pa.array(range(len(listed)), pa.int64()),
        "as_of": pa.array([one.day for one in moments], pa.int64()),
        "as_of_minute": pa.array([one.minute for one in moments], pa.int64()),
        "known_at": pa.array([one.known_at for one in listed], pa.timestamp("us")),
        "source": pa.array([one.source.id for one in listed], pa.string()),
        "profiles": pa.array([_profiles(one.case) for one in listed], spans),
        "years": pa.array([list(one.case.years) for one in listed], pa.list_(pa.int64())),
    }
    for of, declared in procedure.attributes.items():
        for name, one_declared in declared.items():
            held = [(one.case.organ.attributes if of == "organ" else one.case.attributes).get(name) for one in listed]
            cases[f"{of}.{name}"] = pa.array(held, _arrow(one_declared.type, pa))
    for duty in dict.fromkeys(duty for one in listed for duty in one.case.counts):
        cases[f"count.{duty}"] = pa.array([one.case.counts.get(duty) for one in listed], pa.int64())
    return pa.table(columns), pa.table(cases)


def _arrow(type_: Type, pa: Any) -> Any:
    if type_ is Type.YES_NO:
        return pa.bool_()
    if type_ is Type.NAMES:
        return pa.list_(pa.string())
    return pa.string() if type_ in (Type.WORD, Type.LENGTH) else pa.int64()


def _plain(held: Recorded | None) -> Any:
    if isinstance(held, Length):
        return str(held)
    return list(held) if isinstance(held, tuple) else held


def _profiles(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "first": None if one.first is None else day_number(one.first),
            "last": None if one.last is None else day_number(one.last),
        }
        for one in case.organ.profiles
    ]
