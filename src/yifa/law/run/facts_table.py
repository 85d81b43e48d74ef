"""The facts that findings of many cases rest on: for each the acts and fields its duty read, by day.

The meaning is that of `yifa.law.run.facts_used`, which tells one finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from yifa.law.conditions import Type
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
from yifa.law.run.acts_table import UNITS, Field, KindActs, Lengths, Lists
from yifa.law.run.cells import Cells, Numbers, Places
from yifa.law.run.dated import sure_places
from yifa.law.run.facts_used import said_value
from yifa.law.run.many_cases import JudgedGrain
from yifa.law.run.milestones import Rows

_BLANK = np.iinfo(np.int32).max
"""Stands for a blank day: told last."""


class _Read(NamedTuple):
    """Acts read: for which of the findings, which acts of a kind, and which field of them."""

    finding: Places
    acts: KindActs
    kind: str
    at: Places
    field: str | None


def facts_of(one: Understood, grain: JudgedGrain, at: Places) -> Any:
    """For the rows at `at`, a list each of {act, on, minute, field, value}, every fact once."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    rows = grain.rows
    texts = _Texts()
    told = [_told(read, rows, texts) for read in _reads(one, rows, at)]
    kinds = ("finding", "day", "minute", "act", "field", "value")
    empty = np.zeros(0, dtype=np.int64)
    columns = {name: np.concatenate([empty, *(part[name] for part in told)]) for name in kinds}
    rank = texts.ranks()
    keys = [rank[columns[name]] for name in ("value", "field", "act")] + [columns[n] for n in kinds[2::-1]]
    order = np.lexsort(keys)
    sorted_ = {name: column[order] for name, column in columns.items()}
    first = np.ones(order.size, dtype=np.bool_)
    if order.size:
        same = [sorted_[name][1:] == sorted_[name][:-1] for name in kinds]
        first[1:] = ~np.logical_and.reduce(same)
    kept = {name: column[first] for name, column in sorted_.items()}
    many = np.bincount(kept["finding"], minlength=at.size)
    edges = pa.array(np.concatenate(([0], np.cumsum(many))).astype(np.int32))
    words = pa.array(texts.words, pa.string())

    def text(name: str) -> Any:
        return words.take(pa.array(kept[name], mask=kept[name] == 0))

    blank, untimed = kept["day"] == _BLANK, kept["minute"] < 0
    day = pa.array(np.where(blank, 0, kept["day"]).astype(np.int32), mask=blank).cast(pa.date32())
    minute = pa.array(np.where(untimed, 0, kept["minute"]).astype(np.int16), mask=untimed)
    parts = [text("act"), day, minute, text("field"), text("value")]
    fact = pa.StructArray.from_arrays(parts, names=["act", "on", "minute", "field", "value"])
    return pa.ListArray.from_arrays(edges, fact)


class _Texts:
    """Texts by number; 0 stands for none."""

    def __init__(self) -> None:
        self.words: list[str] = [""]
        self.numbers: dict[str, int] = {}

    def number(self, text: str | None) -> int:
        """The number of a text."""
        if text is None:
            return 0
        found = self.numbers.get(text)
        if found is None:
            found = self.numbers[text] = len(self.words)
            self.words.append(text)
        return found

    def ranks(self) -> Numbers:
        """The place of each text among all in order."""
        ranks = np.zeros(len(self.words), dtype=np.int64)
        ranks[sorted(range(len(self.words)), key=self.words.__getitem__)] = np.arange(len(self.words))
        return ranks


def _reads(one: Understood, rows: Rows, at: Places) -> Iterator[_Read]:
    seen: set[tuple[Any, ...]] = set()
    for column in one.reads:
        for read in _read(column, rows, at):
            key = (read.kind, read.field, read.at.tobytes(), read.finding.tobytes())
            if key not in seen:
                seen.add(key)
                yield read
    for kind in one.facts:
        yield _all(kind, None, rows, at)


def _read(column: Column, rows: Rows, at: Places) -> Iterator[_Read]:
    match column:
        case Happened(of=of) | DayOf(of=of):
            yield _picked(column, of.act, None, rows, at)
        case SureDay(of=of):
            yield _there(*sure_places(of, rows), of.act, None, at)
        case FieldOf(of=of, field=field):
            yield _picked(column, of.act, field, rows, at)
        case AnyField(act=kind, field=field) | EveryField(act=kind, field=field):
            yield _all(kind, field, rows, at)
        case CountOf(act=kind):
            yield _all(kind, None, rows, at)
        case SizeOf(of=names) | UnqualifiedOf(of=names):
            yield _people(names, rows, at)
        case OverlapOf(one=one, other=other):
            yield _people(one, rows, at)
            yield _people(other, rows, at)


def _picked(column: Happened | DayOf | FieldOf, kind: str, field: str | None, rows: Rows, at: Places) -> _Read:
    picked = rows.picked(column.of)
    return _there(picked.acts, picked.clear(), kind, field, at)


def _there(acts: KindActs, place: Places, kind: str, field: str | None, at: Places) -> _Read:
    """The acts at some places of all rows, for the rows at `at`."""
    there = np.flatnonzero(place[at] >= 0)
    return _Read(there, acts, kind, place[at][there], field)


def _people(names: Names, rows: Rows, at: Places) -> _Read:
    if rows.it is not None and names.pick is not None and rows.act == names.act:
        return _Read(np.arange(at.size), rows.it, names.act, at, names.field)
    return _all(names.act, names.field, rows, at)


def _all(kind: str, field: str | None, rows: Rows, at: Places) -> _Read:
    """Every act of a kind in the case."""
    acts = rows.facts.acts.of(kind)
    case = rows.case[at]
    first = acts.edges[case]
    many = acts.edges[case + 1] - first
    finding = np.repeat(np.arange(at.size), many)
    before = np.cumsum(many) - many
    return _Read(finding, acts, kind, np.arange(finding.size) - np.repeat(before - first, many), field)


def _told(read: _Read, rows: Rows, texts: _Texts) -> dict[str, Numbers]:
    """Facts as numbers: texts by their number."""
    finding, at = read.finding, read.at
    value = np.zeros(at.size, dtype=np.int64)
    if read.field is not None:
        held = read.acts.field(read.field)
        known, value = _values(held, at, read.field, rows, texts)
        finding, at, value = finding[known], at[known], value[known]
    day, minute = read.acts.day, read.acts.minute
    dated = day.sure[at]
    timed = dated & minute.sure[at]
    return {
        "finding": finding.astype(np.int64),
        "day": np.where(dated, day.values[at], _BLANK),
        "minute": np.where(timed, minute.values[at], -1),
        "act": np.full(at.size, texts.number(read.kind), dtype=np.int64),
        "field": np.full(at.size, texts.number(read.field), dtype=np.int64),
        "value": value,
    }


def _values(held: Field | None, at: Places, name: str, rows: Rows, texts: _Texts) -> tuple[Any, Numbers]:
    """Where a field is known, and what it says there, by the number of the text."""
    if held is None:
        return np.zeros(at.size, dtype=np.bool_), np.zeros(at.size, dtype=np.int64)
    if isinstance(held, Lists):
        return held.known[at], _lists(held, at, rows, texts)
    if isinstance(held, Lengths):
        known, whole = held.known[at], held.n[at] * len(UNITS) + held.unit[at]
        return known, _each(whole, known, lambda one: f"{one // len(UNITS)} {UNITS[one % len(UNITS)]}", texts)
    known = held.sure[at]
    return known, _each(held.values[at].astype(np.int64), known, _teller(held, name, rows), texts)


def _teller(held: Cells, name: str, rows: Rows) -> Any:
    declared = rows.facts.procedure.fields.get(name)
    type_ = Type.WORD if declared is None else declared.type
    if held.values.dtype == np.bool_:
        return lambda one: said_value(bool(one), type_)
    if type_ is Type.WORD and declared is not None:
        return lambda one: rows.facts.words.words[one]
    return lambda one: said_value(one, type_)


def _each(values: Numbers, known: Any, said: Any, texts: _Texts) -> Numbers:
    """What each different value says."""
    found = np.zeros(values.size, dtype=np.int64)
    different, places = np.unique(values[known], return_inverse=True)
    numbers = np.array([texts.number(said(one)) for one in different.tolist()] or [0], dtype=np.int64)
    found[known] = numbers[places] if different.size else 0
    return found


def _lists(held: Lists, at: Places, rows: Rows, texts: _Texts) -> Numbers:
    words, found = rows.facts.words.words, np.zeros(at.size, dtype=np.int64)
    for number, place in enumerate(at.tolist()):
        if held.known[place]:
            names = held.names[held.edges[place] : held.edges[place + 1]].tolist()
            found[number] = texts.number("、".join(words[name] for name in names))
    return found
