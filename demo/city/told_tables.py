"""A story told as tables of acts and cases, all of it, for `trial.py`: what the law is asked without any ledger."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from demo.city.city import City
from demo.city.days import NONE
from demo.city.scene import Told, ToldAct
from demo.city.values import Who
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.procedures import FieldOfActs
from yifa.law.conditions import Type
from yifa.law.facts import Register

ARROW = {
    Type.YES_NO: pa.bool_(),
    Type.NUMBER: pa.int64(),
    Type.MONEY: pa.int64(),
    Type.DAY: pa.int64(),
    Type.WORD: pa.string(),
    Type.LENGTH: pa.string(),
    Type.NAMES: pa.list_(pa.string()),
}


def register(city: City) -> Register:
    """The certificates of the city's officers."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in city.people.certificates:
        until = one.expires if one.withdrawn == NONE else min(one.expires, one.withdrawn - 1)
        pieces = [(one.issued, until if one.suspended == NONE else one.suspended - 1)]
        if one.restored != NONE:
            pieces.append((one.restored, until))
        spans.setdefault(str(city.people.names[one.person]), []).extend(pieces)
    return Register({name: tuple(sorted(held)) for name, held in spans.items()}, complete=True)


def tables(city: City, told: Told) -> tuple[Any, Any]:
    """The table of acts and the table of cases; cases are numbers."""
    procedure = folder(told.story.procedure).procedure
    names = sorted({name for act in told.acts for name in act.fields})
    schema = {"case": pa.int64(), "act": pa.string(), "day": pa.int64(), "minute": pa.int64()}
    schema |= {f"field.{name}": ARROW[procedure.fields[name].type] for name in names}
    parts = [_of_act(city, act, procedure.fields, names, schema) for act in told.acts]
    acts = pa.concat_tables(parts) if parts else pa.schema(list(schema.items())).empty_table()
    return acts, _cases(city, told)


def _of_act(city: City, act: ToldAct, fields: dict[str, FieldOfActs], names: list[str], schema: dict[str, Any]) -> Any:
    at = np.flatnonzero(act.there)
    day = pa.array(act.day[at], mask=np.full(at.size, act.dayless))
    columns = {"case": pa.array(at), "act": pa.array([act.act] * at.size, pa.string()), "day": day}
    columns["minute"] = pa.array(act.minute[at], mask=np.full(at.size, act.dayless))
    for name in names:
        held = column(city, act.fields[name], at) if name in act.fields else [None] * at.size
        columns[f"field.{name}"] = pa.array(held, schema[f"field.{name}"])
    return pa.table(columns, schema=pa.schema(list(schema.items())))


def column(city: City, value: Any, at: np.ndarray) -> list[Any]:
    """What is written in some of the cases, as the record would have it: names, codes, words, fen, truth."""
    if isinstance(value, Who):
        held = value.at[at]
        if value.of == "party":
            return city.parties.codes(held).tolist()
        if value.of == "conduct":
            return [f"WF{one:07}" for one in held.tolist()]
        if held.ndim == 2:
            return [[str(city.people.names[one]) for one in row if one >= 0] for row in held.tolist()]
        return city.people.names[held].tolist()
    if isinstance(value, np.ndarray):
        return value[at].tolist()
    return [list(value) if isinstance(value, tuple) else value] * at.size


def _cases(city: City, told: Told) -> Any:
    size = told.size
    columns: dict[str, Any] = {"case": pa.array(np.arange(size))}
    columns["profiles"] = pa.array(
        [
            [{"name": "statute", "first": None, "last": None}]
            + ([{"name": organ.profile, "first": organ.profile_from, "last": None}] if organ.profile else [])
            + ([{"name": organ.region, "first": None, "last": None}] if organ.region else [])
            for organ in (city.places.organs[one] for one in told.organ.tolist())
        ],
        pa.list_(pa.struct([("name", pa.string()), ("first", pa.int64()), ("last", pa.int64())])),
    )
    at = np.arange(size)
    columns |= {f"case.{name}": pa.array(column(city, value, at)) for name, value in told.case.items()}
    columns |= {f"organ.{name}": pa.array(column(city, value, at)) for name, value in told.of_organ.items()}
    for duty in folder(told.story.procedure).duties:
        if duty.kind == "cross-case":
            columns[f"count.{duty.id}"] = pa.array(np.full(size, int(told.story.pairs)))
    if told.story.years:
        columns["years"] = pa.array([list(told.story.years)] * size, pa.list_(pa.int64()))
    return pa.table(columns)
